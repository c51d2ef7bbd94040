"""BG25: what the cost row says was spent is what the funds say."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import Cell, an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, among, contradicts, given, indicator, project


@check("BG25", on=indicator, at="actual", severity=WARNING, basis=["jx-practice"], weighty=True)
def cost_differs_from_what_was_spent(i: Row) -> Rule:
    """成本指标的实际完成值与全年执行数不一致

    为什么要查：指标值就是预算总额的成本指标，实际完成值应当就是全年执行数；两个数不同，有一个不是从账上来的。
    怎么改：以账面支出为准，两处改成一样。
    不适用于：指标值不是预算总额的成本指标（单位成本、分项成本）；实际完成值不是一个数的。
    """
    return given(
        (i.level1 == "成本指标") | among(i.level2, "成本指标", "经济成本指标"),
        i.unit == "元",
        (i.t == project.budget) | (i.t == project.initial),
        among(i.actual_op, "none", "="),
        project.executed > 0,
        contradicts(i.v, project.executed),
    )


SAYS = "“{level3}”的实际完成值是“{actual}”，资金栏的全年执行数是 {project.executed}。"
spent: dict[str, Cell] = {"budget": 90, "initial": 90, "executed": "89.97", "rate": "99.97"}
cost = an_indicator(level2="成本指标", level3="项目总成本", target="≤90万元", actual="85万元")
FIRES = {"差五万": an_evaluation(cost, funds=spent)}
SILENT = {
    "一致": an_evaluation(
        an_indicator(level2="成本指标", level3="项目总成本", target="≤90万元", actual="89.97万元"), funds=spent
    ),
    "只印到万元": an_evaluation(
        an_indicator(level2="成本指标", level3="项目总成本", target="≤90万元", actual="90万元"), funds=spent
    ),
}
APART = {"单位成本": an_evaluation(an_indicator(level2="成本指标", target="≤2万元", actual="1.8万元"), funds=spent)}
UNSURE = {"执行数没读出来": an_evaluation(cost, funds=spent | {"executed": None})}
