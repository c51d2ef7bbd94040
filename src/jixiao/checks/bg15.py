"""BG15: a cost target that the budget cut has emptied."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, given, indicator, project


@check("BG15", on=indicator, at="target", severity=WARNING, basis=["jx-practice"])
def cost_target_left_at_initial_budget(i: Row) -> Rule:
    """预算调整了，成本目标还是年初预算

    为什么要查：预算核减以后，“不超过年初预算”不可能完不成，这几分等于白得。
    怎么改：随预算调整把成本目标改成调整后的数，或者改用单位成本、与上年相比的成本。
    不适用于：预算没有调整的项目；成本目标不是金额的指标。
    """
    return given(
        (i.level1 == "成本指标") | (i.level2 == "成本指标") | (i.level2 == "经济成本指标"),
        i.unit == "元",
        project.budget != project.initial,
        i.t == project.initial,
    )


SAYS = "“{level3}”的指标值 {target} 等于年初预算 {project.initial}，全年预算已调为 {project.budget}：不可能完不成。"
cost = an_indicator(level2="成本指标", level3="运维费", target="≤10万元", actual="8万元")
revised = an_indicator(level2="成本指标", level3="运维费", target="≤8万元", actual="8万元")
cut = {"initial": 10, "budget": 8, "executed": 8}
FIRES = {"核减后没有改": an_evaluation(cost, funds=cut)}
SILENT = {"目标已改": an_evaluation(revised, funds=cut)}
APART = {
    "预算没有调整": an_evaluation(cost, funds={"initial": 8, "budget": 8}),
    "数量指标": an_evaluation(an_indicator(), funds=cut),
    "成本目标不是金额": an_evaluation(an_indicator(level2="成本指标", target="≤5%", actual="4%"), funds=cut),
}
UNSURE = {"年初预算没读出来": an_evaluation(cost, funds=cut | {"initial": None})}
