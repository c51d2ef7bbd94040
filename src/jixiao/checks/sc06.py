"""SC06: full marks for a target that was missed, or for work that was not done."""

from jixiao.checks.base import ERROR, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator, pick, stands_for


@check("SC06", on=indicator, at="score", severity=ERROR, basis=["cz-2020-10", "county-review-14"])
def full_points_for_what_was_not_done(i: Row) -> Rule:
    """没有做到，却给了满分

    为什么要查：实际完成值写着没有开展、没有完成，或者数字没有达到目标，就不能得满分。
    怎么改：没有开展的，不得分，并在原因栏写明；没有达到的，按完成比例计分；实际做了的，把完成值改成真实情况。
    不适用于：达到目标的指标；没有给满分的指标；目标没有写明比较符号的数字；只差在取整上的（见 SC11）。
    """
    missed = i.not_done | pick(i.numeric, i.due < i.weight, i.not_done)
    return given(
        filled(i.score), i.weight > 0, missed, (i.score == i.weight) & (i.not_done | ~stands_for(i.score, i.due))
    )


SAYS = "“{level3}”目标“{target}”，实际完成值是“{actual}”，却得了满分 {score} 分。"
FIRES = {
    "满意度未开展": an_indicator(target="≥90%", actual="未开展", weight=10, score=10),
    "差一截也给满分": an_indicator(target="≥98%", actual="90%", weight=10, score=10),
}
SILENT = {
    "只是取了整": an_indicator(target="≥98%", actual="97.8%", weight=3, score=3),
    "未开展不得分": an_indicator(actual="未开展", weight=10, score=0),
    "按比例": an_indicator(target="≥100%", actual="97.5%", weight=10, score="9.75"),
}
APART = {
    "等于的目标超额完成": an_indicator(target="=10台", actual="12台"),
    "达到": an_indicator(target="≥90%", actual="92%"),
    "未发生故障": an_indicator(target="未发生故障", actual="未发生故障"),
}
UNSURE = {
    "得分没读出来": an_indicator(actual="未开展", score=None),
    "完成值没读出来": an_indicator(actual=None),
}
