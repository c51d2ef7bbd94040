"""AC01: a phrase where the target asks for a number."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, among, given, indicator


@check("AC01", on=indicator, at="actual", severity=WARNING, basis=["fiscal-software", "audit-tools"])
def phrase_for_a_number(i: Row) -> Rule:
    """指标值是数，实际完成值却是一句话

    为什么要查：目标写了数，完成值也要写数，才看得出差多少；“完成”“达成预期指标”“一般”核不出来。
    怎么改：填实际完成的数，单位与指标值一样。
    不适用于：指标值没有数的指标；写着没有开展、空着或画横线的（见 AC08）；写明不适用的。
    """
    return given(
        among(i.op, ">=", ">", "=", "<=", "<", "between", "none"),
        ~i.not_done,
        ~i.actual_empty,
        ~among(i.actual, "无", "不适用", "不涉及"),
        i.actual_op == "text",
    )


SAYS = "“{level3}”指标值是“{target}”，实际完成值写的是“{actual}”，不是数。"
FIRES = {
    "完成": an_indicator(target="≤30万元", actual="完成"),
    "约数": an_indicator(target="≥200人", actual="200余人"),
}
SILENT = {"有数": an_indicator(), "日期": an_indicator(target="≥10台", actual="2020年11月30日")}
APART = {
    "文字指标": an_indicator(target="达到要求", actual="达到要求"),
    "没有开展": an_indicator(target="≥90%", actual="未开展"),
    "空着": an_indicator(target="≥90%", actual=""),
}
UNSURE = {"完成值没读出来": an_indicator(actual=None), "指标值没读出来": an_indicator(target=None)}
