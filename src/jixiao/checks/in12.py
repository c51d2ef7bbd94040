"""IN12: a percentage of nothing."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, among, given, indicator, says

RATES = (
    "率",
    "比例",
    "占比",
    "比重",
    "程度",
    "满意度",
    "知晓度",
    "覆盖",
    "增长",
    "增幅",
    "下降",
    "降低",
    "减少",
    "提高",
    "%",
)


@check("IN12", on=indicator, at="target", severity=HINT, basis=["county-review-14", "audit-tools"])
def percentage_of_nothing(i: Row) -> Rule:
    """效益指标写成了百分比，看不出是什么的百分比

    为什么要查：“促进发展 ≥95%”没有分子分母，也没有来源，量不出来，等于怎么写都能完成。
    怎么改：写明是什么占什么的比率、数从哪里来；写不出来的，改成文字并写明分几档。
    不适用于：名称里写明是什么率、什么比例的指标；不是百分比的指标；满意度指标。
    """
    return given(
        i.level1 == "效益指标",
        ~i.satisfaction,
        i.unit == "%",
        among(i.op, ">=", ">", "=", "none"),
        ~says(i.level3, *RATES),
    )


SAYS = "“{level3}”的指标值是“{target}”，没有写是什么占什么的百分比。"


FIRES = {
    "促进发展": an_indicator(
        level1="效益指标", level2="社会效益指标", level3="社会效益明显", target="≥95%", actual="95%"
    )
}
SILENT = {
    "写明是率": an_indicator(level1="效益指标", level2="社会效益指标", level3="问题解决率", target="≥95%", actual="96%")
}
APART = {
    "产出指标": an_indicator(target="≥95%", actual="96%"),
    "不是百分比": an_indicator(level1="效益指标", level2="经济效益指标"),
}
UNSURE = {
    "没读出来": an_indicator(level1="效益指标", level2="社会效益指标", level3=None, target="≥95%", actual="96%"),
}
