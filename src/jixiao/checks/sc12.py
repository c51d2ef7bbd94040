"""SC12: points for what does not apply."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, among, filled, given, indicator


@check("SC12", on=indicator, at="score", severity=WARNING, basis=["jx-practice"], weighty=True)
def points_for_what_does_not_apply(i: Row) -> Rule:
    """写着不适用，却有得分

    为什么要查：不适用的指标没有东西可评，不能得分。
    怎么改：把分值并到其他指标上，这一行不打分，并写明不适用的理由。
    不适用于：指标值和实际完成值都不是“不适用”“不涉及”的行；没有填得分的行。
    """
    waived = among(i.actual, "不适用", "不涉及", "无经济效益", "无生态效益", "无社会效益") | among(
        i.target, "不适用", "不涉及", "无经济效益", "无生态效益", "无社会效益"
    )
    return given(filled(i.score), waived, i.score > 0)


SAYS = "“{level3}”指标值“{target}”、实际完成值“{actual}”，却得了 {score} 分。"
FIRES = {"不涉及给满分": an_indicator(level2="生态效益指标", target="不涉及", actual="不涉及")}
SILENT = {"不打分": an_indicator(target="不适用", actual="不适用", weight=0, score=0)}
APART = {"适用": an_indicator(), "没有填得分": an_indicator(target="不适用", actual="不适用", score="")}
UNSURE = {"得分没读出来": an_indicator(target="不适用", actual="不适用", score=None)}
