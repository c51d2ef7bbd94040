"""BG09: much of the budget was not spent."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation
from jixiao.tables.words import Row, Rule, given, law, project


@check("BG09", on=project, at="executed", severity=HINT, basis=["fiscal-software"])
def much_of_the_budget_unspent(p: Row) -> Rule:
    """预算没有用完的比例超过预警界限

    为什么要查：大额结余说明预算编大了、项目没有做完，或者付款拖到了下一年。
    怎么改：写明没有用完的原因和余下资金的去向，下一年据此核减预算。
    不适用于：没有预算的项目。
    """
    return given(p.budget > 0, p.rate_due < 100 - law.light_unspent)


SAYS = "全年预算数 {budget}，只执行了 {executed}（{rate_due}%）。"
FIRES = {"用了一半": an_evaluation(funds={"budget": 100, "executed": 50, "rate": 50, "score": 5})}
SILENT = {"刚好八成": an_evaluation(funds={"budget": 100, "executed": 80, "rate": 80, "score": 8})}
APART = {"没有预算": an_evaluation(funds={"budget": 0, "executed": 0, "rate": 0})}
UNSURE = {"执行数没读出来": an_evaluation(funds={"executed": None})}
