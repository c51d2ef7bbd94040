"""IN08: a rate among the quantities."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, among, given, indicator


@check("IN08", on=indicator, at="level2", severity=HINT, basis=["county-review-14"])
def rate_among_the_quantities(i: Row) -> Rule:
    """数量指标写的是百分比

    为什么要查：数量指标说做了多少，百分比说做得怎样；放错了类，真正的数量就没有考。
    怎么改：数量指标写数和单位；合格率、覆盖率放到质量指标。
    不适用于：不是数量指标的行。
    """
    return given(i.level2 == "数量指标", among(i.op, ">=", ">", "=", "<=", "<", "between", "none"), i.unit == "%")


SAYS = "数量指标“{level3}”的指标值是“{target}”，是比率，不是数量。"
FIRES = {"接种率": an_indicator(level3="疫苗接种率", target="≥95%", actual="97%")}
SILENT = {"台数": an_indicator()}
APART = {
    "质量指标": an_indicator(level2="质量指标", target="≥95%", actual="97%"),
    "文字": an_indicator(target="按计划"),
}
UNSURE = {"类别没读出来": an_indicator(level2=None, target="≥95%"), "没读出来": an_indicator(target=None)}
