"""SC04: points of a judged row lie in the band of its tier."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, among, filled, given, indicator, law, number, pick

band_top = pick(indicator.tier == "部分达成", indicator.weight * law.band_met, indicator.weight * law.band_partial)
band_bottom = pick(indicator.tier == "部分达成", indicator.weight * law.band_partial, indicator.weight * 0)


@check("SC04", on=indicator, at="score", severity=WARNING, basis=["fiscal-software"])
def points_outside_the_band_of_the_tier(i: Row) -> Rule:
    """定性指标的得分不在所写档次的范围内

    为什么要查：定性指标分三档计分，达成、部分达成、未达成各有上下限；写着部分达成、未达成，得分却在别的档里。
    怎么改：核对完成情况属于哪一档，再在那一档的范围里给分，并写明理由。
    不适用于：完成情况看不出档次的；写着达成的（见 SC05）；给了满分的（见 SC06）；当天没有规定档次的。
    """
    return given(
        filled(i.score),
        i.weight > 0,
        i.score < i.weight,
        among(i.tier, "部分达成", "未达成"),
        (i.score >= band_top + number("0.005")) | (i.score < band_bottom - number("0.005")),
    )


SAYS = "“{level3}”实际完成“{actual}”，属于“{tier}”，却得 {score} 分（分值 {weight}）。"
FIRES = {
    "部分完成给九成": an_indicator(target="建成平台", actual="部分完成", weight=10, score=9),
    "没有完成给七成": an_indicator(target="建成平台", actual="尚未完成", weight=10, score=7),
}
SILENT = {"部分完成给七成": an_indicator(target="建成平台", actual="部分完成", weight=10, score=7)}
APART = {
    "达成": an_indicator(target="建成平台", actual="已完成", weight=10, score=5),
    "满分": an_indicator(target="建成平台", actual="部分完成"),
    "数字指标": an_indicator(score=5),
}
UNSURE = {"得分没读出来": an_indicator(target="建成平台", actual="部分完成", score=None)}
