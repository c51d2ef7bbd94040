"""EX07: a stray zero in the column of reasons."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, among, filled, given, indicator


@check("EX07", on=indicator, at="reason", severity=HINT, basis=["jx-practice"])
def stray_zero_for_a_reason(i: Row) -> Rule:
    """原因栏里只有一个“0”

    为什么要查：原因是一句话；一个 0 多半是公式带出来的，或者填串了列。
    怎么改：没有偏差的空着；有偏差的写明原因。
    不适用于：原因栏空着的行。
    """
    return given(filled(i.reason), among(i.reason, "0", "0.0", "0.00", "0%"))


SAYS = "“{level3}”的原因栏写的是“{reason}”，不是原因。"
FIRES = {"零": an_indicator(reason="0")}
SILENT = {"一句话": an_indicator(reason="按时完成")}
APART = {"空着": an_indicator()}
UNSURE = {"没读出来": an_indicator(reason=None)}
