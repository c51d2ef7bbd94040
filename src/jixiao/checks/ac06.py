"""AC06: an actual value that no count and no survey can give."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, among, given, indicator


@check("AC06", on=indicator, at="actual", severity=WARNING, basis=["audit-tools"], weighty=True)
def actual_value_is_impossible(i: Row) -> Rule:
    """实际完成值不可能：负数、半个人、满意率超过 100%

    为什么要查：数出来的不会有小数，满意率不会超过 100%，完成的数不会是负的；多半是算错或填串了行。
    怎么改：核对原始记录后改正；确实是平均数的，写明“平均”。
    不适用于：实际完成值不是数的指标。
    """
    return given(among(i.actual_op, ">=", ">", "=", "<=", "<", "between", "none"), i.impossible)


SAYS = "“{level3}”的实际完成值是“{actual}”，实际不可能是这个数。"
liked = {"level1": "满意度指标", "level2": "服务对象满意度指标", "level3": "群众满意度", "target": "≥90%"}
FIRES = {
    "半个人": an_indicator(target="≥10人", actual="9.5人"),
    "满意率超过一百": an_indicator(**liked, actual="105%"),
    "负数": an_indicator(target="≥10万元", actual="-3万元"),
}
SILENT = {"整数": an_indicator(), "满意率": an_indicator(**liked, actual="95.5%")}
APART = {"文字": an_indicator(target="达到要求", actual="达到要求")}
UNSURE = {"完成值没读出来": an_indicator(actual=None)}
