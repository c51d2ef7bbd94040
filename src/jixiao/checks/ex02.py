"""EX02: full marks beside a reason for not having done the work."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator, says

UNDONE = (
    "未完成",
    "未开展",
    "未达到",
    "未达标",
    "未实施",
    "没有完成",
    "没有达到",
    "未按时",
    "未按期",
    "未能",
    "滞后",
    "尚未",
    "延期",
)


@check("EX02", on=indicator, at="reason", severity=WARNING, basis=["audit-tools"], weighty=True)
def full_points_beside_a_reason_for_failure(i: Row) -> Rule:
    """给了满分，原因栏却写着没有完成

    为什么要查：满分说做到了，原因说没有做到，两处矛盾。
    怎么改：没有做到的照实扣分；做到了的，删去或改写原因。
    不适用于：没有给满分的行；原因栏空着的行。
    """
    return given(filled(i.score), i.weight > 0, i.score == i.weight, filled(i.reason), says(i.reason, *UNDONE))


SAYS = "“{level3}”得了满分 {score} 分，原因栏写的是“{reason}”。"
FIRES = {"没有完成": an_indicator(reason="受汛期影响，二期设备尚未安装")}
SILENT = {"说的是做法": an_indicator(reason="按合同完成，验收合格")}
APART = {"扣了分": an_indicator(score=8, reason="尚未安装"), "空着": an_indicator()}
UNSURE = {"得分没读出来": an_indicator(score=None, reason="尚未安装"), "原因没读出来": an_indicator(reason=None)}
