"""BG07: a budget that was changed without a word."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_evaluation
from jixiao.tables.words import Row, Rule, blank, given, project


@check("BG07", on=project, at="reason", severity=WARNING, basis=["sc-form-2023", "jx-practice"])
def budget_changed_unexplained(p: Row) -> Rule:
    """预算有调整，资金行没有说明原因

    为什么要查：全年预算数与年初预算数不同，要看得出是谁、凭什么文件调的，目标有没有跟着调。
    怎么改：在资金行的原因栏写明调整的原因、金额和批准文件的文号。
    不适用于：预算没有调整的项目；资金行没有原因一栏的表。
    """
    return given(p.explains, p.budget != p.initial, blank(p.reason))


SAYS = "年初预算数 {initial}，全年预算数 {budget}，资金行的原因栏空着。"
cut = {"initial": 100, "budget": 90, "executed": 90}
FIRES = {"核减没有说明": an_evaluation(funds=cut, fund_reason="")}
SILENT = {"说明了": an_evaluation(funds=cut, fund_reason="按批复核减")}
APART = {"没有调整": an_evaluation(fund_reason=""), "没有原因一栏": an_evaluation(funds=cut)}
UNSURE = {"年初预算数没读出来": an_evaluation(funds={"initial": None}, fund_reason="")}
