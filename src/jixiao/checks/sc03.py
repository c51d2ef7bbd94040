"""SC03: points of a missed numeric target follow from the formula."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator, stands_for


@check("SC03", on=indicator, at="score", severity=WARNING, basis=["cz-2020-10", "fiscal-software"], weighty=True)
def points_do_not_follow_from_the_formula(i: Row) -> Rule:
    """没有达到目标的定量指标，得分与公式对不上

    为什么要查：定量指标没有达到目标的，按完成比例计分，不由人来定。
    怎么改：按完成比例重算得分；当地另有计分办法的，在说明里写明办法。
    不适用于：目标没有写明不低于、等于还是不高于的；达到目标的（见 SC05）；给了满分的（见 SC06）；只是取整的（SC11）。
    """
    return given(
        filled(i.score),
        i.numeric,
        i.due < i.weight,
        i.score != i.weight,
        ~stands_for(i.score, i.due),
    )


SAYS = "“{level3}”目标 {target}，实际 {actual}，得 {score} 分；按公式应得 {due} 分。"
FIRES = {"九成得一半": an_indicator(target="≥100%", actual="90%", weight=10, score=5)}
SILENT = {
    "按比例": an_indicator(target="≥100%", actual="90%", weight=10, score=9),
    "反向指标": an_indicator(target="≤100小时", actual="120小时", weight=10, score=8),
}
APART = {
    "达到目标": an_indicator(target="≥98%", actual="99%"),
    "给了满分": an_indicator(target="≥100%", actual="90%", weight=10, score=10),
    "定性": an_indicator(target="达到要求", actual="基本达到", weight=10, score=9),
}
UNSURE = {
    "得分没读出来": an_indicator(target="≥100%", actual="90%", score=None),
    "单位不同": an_indicator(target="≥100台", actual="90套", weight=10, score=5),
}
