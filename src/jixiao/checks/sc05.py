"""SC05: the target is met, and points are lost."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator, pick


@check("SC05", on=indicator, at="score", severity=WARNING, basis=["cz-2020-10", "fiscal-software"], weighty=True)
def points_lost_though_target_met(i: Row) -> Rule:
    """达到了目标，却扣了分

    为什么要查：实际完成值与目标相符，就没有扣分的理由；要么完成值没有写实，要么不该扣分。
    怎么改：有没做到的地方，把实际完成值写成真实情况；确实达到的，给满分。
    不适用于：没有达到目标的指标；目标没有写明比较符号、实际值又与目标不同的指标。
    """
    return given(filled(i.score), i.weight > 0, pick(i.numeric, i.due == i.weight, i.repeats), i.score < i.weight)


SAYS = "“{level3}”目标“{target}”，实际完成“{actual}”，却只得 {score} 分（分值 {weight}）；原因栏：{reason}"
FIRES = {
    "定性相同": an_indicator(target="达到要求", actual="达到要求", weight=5, score=4),
    "定量达到": an_indicator(target="≥98%", actual="99%", weight=5, score=4),
}
SILENT = {"满分": an_indicator(target="≥98%", actual="98%", weight=5, score=5)}
APART = {
    "没有达到": an_indicator(target="≥98%", actual="97%", weight=5, score=4),
    "说法不同": an_indicator(target="达到要求", actual="基本达到", weight=5, score=4),
}
UNSURE = {"得分没读出来": an_indicator(score=None), "分值没读出来": an_indicator(weight=None)}
