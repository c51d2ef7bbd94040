"""IN06: a percentage above one hundred."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, among, given, indicator, says

GROWING = ("增", "提高", "提升", "超", "倍", "翻", "同比", "环比", "保值", "覆盖倍数")


@check("IN06", on=indicator, at="target", severity=WARNING, basis=["audit-tools"])
def percentage_above_one_hundred(i: Row) -> Rule:
    """指标值的百分比超过 100%

    为什么要查：合格率、完成率、满意率最高是 100%，定到 100% 以上不可能做到，多半是单位或数填错了。
    怎么改：核对是不是把数量写成了百分比；按实际可能的比率改。
    不适用于：不是百分比的指标；增长率一类可以超过 100% 的指标。
    """
    return given(
        among(i.unit, "%", "百分比", "百分数"),
        among(i.op, ">=", ">", "=", "none"),
        ~says(i.level3, *GROWING),
        i.t > 100,
    )


SAYS = "“{level3}”的指标值是“{target}”，超过了 100%。"
FIRES = {"一百二十": an_indicator(level2="质量指标", level3="合格率", target="≥120%", actual="100%")}
SILENT = {"一百": an_indicator(level2="质量指标", level3="合格率", target="=100%", actual="100%")}
APART = {"台数": an_indicator(), "增长率": an_indicator(level3="产值增长率", target="≥120%", actual="130%")}
UNSURE = {"名称没读出来": an_indicator(level3=None, target="≥120%", actual="100%")}
