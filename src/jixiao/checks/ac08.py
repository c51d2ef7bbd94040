"""AC08: an actual value that says nothing was measured."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator


@check("AC08", on=indicator, at="actual", severity=WARNING, basis=["county-review-14"])
def actual_value_says_nothing(i: Row) -> Rule:
    """实际完成值没有数：未开展、无、横线或空着

    为什么要查：有分值的指标要有完成值；写“无”、画横线、空着，都看不出做到了什么程度。
    怎么改：填实际完成的数或情况；没有开展的，如实写未开展，不得分，并说明原因和打算。
    不适用于：没有分值的行。
    """
    return given(
        filled(i.weight),
        i.weight > 0,
        i.not_done | i.actual_empty | (i.actual == "无"),
    )


SAYS = "“{level3}”（{weight} 分）的实际完成值是“{actual}”，看不出做到什么程度。"
FIRES = {"未开展": an_indicator(actual="未开展"), "横线": an_indicator(actual="—"), "空着": an_indicator(actual="")}
SILENT = {
    "没有发生事故": an_indicator(target="不发生事故", actual="尚未发生安全事故"),
    "有数": an_indicator(actual="10台"),
    "未发生故障": an_indicator(target="未发生故障", actual="未发生故障"),
}
APART = {"没有分值的空行": an_indicator(actual="", weight="", score="")}
UNSURE = {"完成值没读出来": an_indicator(actual=None), "分值没读出来": an_indicator(actual="未开展", weight=None)}
