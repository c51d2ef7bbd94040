"""BG02: the printed execution rate is that of the printed amounts."""

from jixiao.checks.base import ERROR, check
from jixiao.checks.repairs import corrected
from jixiao.checks.samples import an_evaluation
from jixiao.tables.words import Row, Rule, filled, given, project


@check("BG02", on=project, at="rate", severity=ERROR, basis=["cz-2020-10", "fiscal-software"])
def execution_rate_is_not_that_of_the_amounts(p: Row) -> Rule:
    """执行率与预算数、执行数对不上

    为什么要查：执行率等于全年执行数除以全年预算数，三个数都印在同一行，可以直接验算。
    怎么改：重算执行率；如果执行率是对的，就改预算数或执行数，并同时改预算执行得分。
    不适用于：没有填执行率的表；预算数为零的项目。
    """
    return given(filled(p.rate), p.budget > 0, p.rate_wrong)


SAYS = "执行率印的是 {rate}%；按全年执行数 {executed} 除以全年预算数 {budget}，应是 {rate_due}%。"
REPAIR = corrected("rate_due")
FIRES = {"九成印成足额": an_evaluation(funds={"budget": 100, "executed": 90, "rate": 100})}
SILENT = {
    "足额": an_evaluation(funds={"budget": 100, "executed": 100, "rate": 100}),
    "两位小数四舍五入": an_evaluation(funds={"budget": "43.2", "executed": "37.24", "rate": "86.20"}),
    "只印到整数": an_evaluation(funds={"budget": "310.2", "executed": "154.74", "rate": "50"}),
}
APART = {
    "没有填执行率": an_evaluation(funds={"rate": ""}),
    "没有预算": an_evaluation(funds={"budget": 0, "executed": 0, "rate": 0}),
}
UNSURE = {
    "执行数没读出来": an_evaluation(funds={"executed": None}),
    "执行率没读出来": an_evaluation(funds={"rate": None}),
}
