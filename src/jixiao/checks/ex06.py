"""EX06: one reason for everything."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, copies, filled, given, indicator, project


@check("EX06", on=indicator, at="reason", severity=HINT, basis=["jx-practice"])
def same_reason_in_several_rows(i: Row) -> Rule:
    """几个扣分的指标，原因一字不差

    为什么要查：不同的指标扣分，原因通常不会一样；照抄同一句，等于没有分析。
    怎么改：每一行写自己的原因和改进措施。
    不适用于：没有扣分或没有写原因的行；只有两行相同的。
    """
    return given(filled(i.score), i.score < i.weight, filled(i.reason), copies(i.reason, project) >= 2)


SAYS = "“{level3}”的原因“{reason}”，另外还有两行以上写得一字不差。"
late = an_indicator(score=8, reason="设备到货晚，下年提前采购")
FIRES = {"三行一样": an_evaluation(late, late, late)}
SILENT = {"两行一样": an_evaluation(late, late, an_indicator(score=8, reason="培训少办一期，下年补办"))}
APART = {"没有扣分": an_evaluation(an_indicator(), an_indicator(), an_indicator())}
UNSURE = {"一行没读出来": an_evaluation(late, late, an_indicator(score=8, reason=None))}
