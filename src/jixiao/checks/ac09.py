"""AC09: an actual value with the sign of a target."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, among, given, indicator


@check("AC09", on=indicator, at="actual", severity=WARNING, basis=["jx-practice"])
def actual_value_with_an_operator(i: Row) -> Rule:
    """实际完成值带着“≥”“≤”或者写成一个范围

    为什么要查：完成值是一个已经发生的数；带着符号，多半是把指标值抄了过来，没有去量。
    怎么改：填量出来、数出来的那个数。
    不适用于：指标值没有数的指标；实际完成值是文字的（见 AC01）。
    """
    return given(
        among(i.op, ">=", ">", "=", "<=", "<", "between", "none"),
        i.actual_op != "text",
        among(i.actual_op, ">=", ">", "<=", "<", "between"),
    )


SAYS = "“{level3}”指标值“{target}”，实际完成值写成“{actual}”，不是一个确定的数。"
FIRES = {
    "照抄": an_indicator(target="≥360天", actual="≥360天"),
    "及以上": an_indicator(target="≥95%", actual="88.32%及以上"),
}
SILENT = {"一个数": an_indicator(target="≥360天", actual="361天")}
APART = {
    "文字": an_indicator(target="≥360天", actual="完成"),
    "文字指标": an_indicator(target="达到要求", actual="达到要求"),
}
UNSURE = {"完成值没读出来": an_indicator(actual=None), "指标值没读出来": an_indicator(target=None)}
