"""BG04: more was spent than there was budget for."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_evaluation
from jixiao.tables.words import Row, Rule, given, project


@check("BG04", on=project, at="executed", severity=WARNING, basis=["budget-law", "fiscal-software"], weighty=True)
def spent_more_than_the_budget(p: Row) -> Rule:
    """全年执行数大于全年预算数

    为什么要查：没有预算不得支出；执行数比预算数大，要么少填了结转、追加的预算，要么两个数填串了。
    怎么改：把上年结转和年中追加的预算补进全年预算数；确实超支的，写明资金从哪里来。
    不适用于：没有预算数的表（见 BG05）。
    """
    return given(p.budget > 0, p.executed > p.budget)


SAYS = "全年执行数 {executed}，大于全年预算数 {budget}。"
FIRES = {"超支": an_evaluation(funds={"budget": 170, "executed": "179.6", "rate": ""})}
SILENT = {"足额": an_evaluation(), "没有用完": an_evaluation(funds={"budget": 100, "executed": 80, "rate": 80})}
APART = {"没有预算": an_evaluation(funds={"budget": 0, "executed": 10, "rate": ""})}
UNSURE = {
    "预算数没读出来": an_evaluation(funds={"budget": None}),
    "执行数没读出来": an_evaluation(funds={"executed": None}),
}
