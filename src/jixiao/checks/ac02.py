"""AC02: actual value and target in units that cannot be compared."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, among, given, indicator


@check("AC02", on=indicator, at="actual", severity=WARNING, basis=["jx-practice"])
def units_do_not_match(i: Row) -> Rule:
    """实际完成值与指标值的单位不同

    为什么要查：单位不同的两个数不能相比，是否完成、该得几分都算不出来。
    怎么改：按指标值的单位填实际完成值；元与万元可以换算，不算不同。
    不适用于：有一边不是数、或者没有写单位的指标。
    """
    return given(
        among(i.op, ">=", ">", "=", "<=", "<", "between", "none"),
        among(i.actual_op, ">=", ">", "=", "<=", "<", "between", "none"),
        i.units_differ,
    )


SAYS = "“{level3}”指标值是“{target}”，实际完成值是“{actual}”，单位不同。"
FIRES = {
    "台与套": an_indicator(target="≥100台", actual="90套"),
    "率与人数": an_indicator(target="≥90%", actual="450人"),
}
SILENT = {"相同": an_indicator(), "元与万元": an_indicator(target="≤10万元", actual="98000元")}
APART = {"文字": an_indicator(target="达到要求", actual="达到要求")}
UNSURE = {"完成值没读出来": an_indicator(actual=None)}
