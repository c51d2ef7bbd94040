"""BG05: a total of nothing above parts or spending of something."""

from jixiao.checks.base import ERROR, check
from jixiao.checks.samples import an_evaluation
from jixiao.tables.words import Row, Rule, count, filled, fund, given, project

parts = count(project, where=filled(fund.budget) & (fund.source != "total") & (fund.budget > 0))


@check("BG05", on=project, at="budget", severity=ERROR, basis=["fiscal-software", "jx-practice"])
def total_is_zero_above_amounts(p: Row) -> Rule:
    """年度资金总额的全年预算数是零，分项或执行数却有数

    为什么要查：总额是各项之和；总额是零，执行率和预算执行得分都算不出来。
    怎么改：把总额一行的年初预算数、全年预算数、全年执行数都按各项相加填上。
    不适用于：总额不是零的表。
    """
    return given(p.budget == 0, (p.executed > 0) | (parts > 0))


FACTS = {"parts": parts}
SAYS = "年度资金总额的全年预算数是 0；全年执行数是 {executed}，下面有预算数的来源 {parts} 项。"
FIRES = {
    "分项有数": an_evaluation(funds={"budget": 0, "executed": 0, "rate": 0}, parts={"fiscal": 90}),
    "没有预算有支出": an_evaluation(funds={"budget": 0, "executed": 12, "rate": ""}),
}
SILENT = {"都是零": an_evaluation(funds={"budget": 0, "executed": 0, "rate": 0}, parts={"fiscal": 0})}
APART = {"有预算": an_evaluation()}
UNSURE = {
    "总额没读出来": an_evaluation(funds={"budget": None}),
    "一项没读出来": an_evaluation(funds={"budget": 0, "executed": 0}, parts={"fiscal": None}),
}
