"""EX03: a reason without a remedy."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, among, filled, given, indicator, says

REMEDY = (
    *("措施", "改进", "整改", "改正", "提高", "完善", "加强", "加快", "督促", "下一步", "下步", "今后", "下年", "明年"),
    *("将", "拟", "计划", "确保", "提前", "优化", "健全", "规范", "避免", "杜绝", "已于", "正在"),
)


@check("EX03", on=indicator, at="reason", severity=WARNING, basis=["cz-2020-10"])
def reason_without_a_remedy(i: Row) -> Rule:
    """写了偏差原因，没有写改进措施

    为什么要查：这一栏叫“偏差原因分析及改进措施”，只说原因，下一年还会照旧。
    怎么改：补一句准备怎么改、谁来改、什么时候改完。
    不适用于：没有扣分的行；原因空着、只写“无”的行（见 EX01）。
    """
    return given(
        filled(i.score),
        i.score < i.weight,
        filled(i.reason),
        ~among(i.reason, "无", "0", "/", "-", "—", "——"),
        ~says(i.reason, *REMEDY),
    )


SAYS = "“{level3}”扣了分，原因栏只写了“{reason}”，没有改进措施。"
FIRES = {"只有原因": an_indicator(weight=10, score=8, reason="个别合同签订不及时")}
SILENT = {"有措施": an_indicator(weight=10, score=8, reason="个别合同签订不及时，下一步提前启动续签")}
APART = {
    "满分": an_indicator(reason="无"),
    "空着": an_indicator(weight=10, score=8, reason=""),
    "写无": an_indicator(weight=10, score=8, reason="无"),
}
UNSURE = {
    "原因没读出来": an_indicator(weight=10, score=8, reason=None),
    "得分没读出来": an_indicator(score=None, reason="签订不及时"),
}
