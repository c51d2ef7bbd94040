"""BG08: a budget that was cut down to what was spent."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation
from jixiao.tables.words import Row, Rule, given, project


@check("BG08", on=project, at="budget", severity=HINT, basis=["jx-practice"], weighty=True)
def budget_cut_down_to_what_was_spent(p: Row) -> Rule:
    """预算核减后，全年预算数与执行数分毫不差

    为什么要查：把预算调到与支出相等，执行率就一定是 100%，预算执行的分等于白得。
    怎么改：写明核减的时间和文号；年底按实际支出倒调预算的，同时报按年初预算算的执行率。
    不适用于：预算没有核减的项目。
    """
    return given(p.initial > p.budget, p.budget > 0, p.executed == p.budget)


SAYS = "年初预算数 {initial}，全年预算数核减为 {budget}，与全年执行数 {executed} 完全相等。"
FIRES = {"核减到支出数": an_evaluation(funds={"initial": 100, "budget": "92.8", "executed": "92.8"})}
SILENT = {"核减后仍有结余": an_evaluation(funds={"initial": 100, "budget": 95, "executed": "92.8", "rate": "97.68"})}
APART = {"没有核减": an_evaluation(), "追加": an_evaluation(funds={"initial": 90})}
UNSURE = {"年初预算数没读出来": an_evaluation(funds={"initial": None})}
