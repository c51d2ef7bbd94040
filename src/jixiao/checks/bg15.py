"""BG15: a cost target above the budget."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, among, given, indicator, project


@check("BG15", on=indicator, at="target", severity=WARNING, basis=["jx-practice"], weighty=True)
def cost_target_above_the_budget(i: Row) -> Rule:
    """成本目标高于全年预算，不可能完不成

    为什么要查：没有预算花不出去，成本目标比预算还高，这几分等于白得；多半是预算核减了，目标没有跟着改。
    怎么改：随预算调整把成本目标改成调整后的数，或者改用单位成本、与上年相比的成本。
    不适用于：高出不到百分之一的；成本目标不是金额的指标；目标写成“≥”“＝”的指标。
    """
    return given(
        (i.level1 == "成本指标") | (i.level2 == "成本指标") | (i.level2 == "经济成本指标"),
        i.unit == "元",
        among(i.op, "<=", "<", "none"),
        project.budget > 0,
        i.t * 100 > project.budget * 101,
    )


SAYS = "“{level3}”的指标值 {target}，高于全年预算 {project.budget}（年初预算 {project.initial}）：不可能完不成。"
cost = an_indicator(level2="成本指标", level3="运维费", target="≤10万元", actual="8万元")
revised = an_indicator(level2="成本指标", level3="运维费", target="≤8万元", actual="8万元")
cut = {"initial": 10, "budget": 8, "executed": 8}
FIRES = {
    "核减后没有改": an_evaluation(cost, funds=cut),
    "比预算高": an_evaluation(cost, funds={"initial": 8, "budget": 8, "executed": 8}),
}
SILENT = {
    "目标已改": an_evaluation(revised, funds=cut),
    "低于预算": an_evaluation(cost, funds={"initial": 12, "budget": 12}),
}
APART = {
    "数量指标": an_evaluation(an_indicator(), funds=cut),
    "没有预算": an_evaluation(cost, funds={"budget": 0, "executed": 0}),
    "成本目标不是金额": an_evaluation(an_indicator(level2="成本指标", target="≤5%", actual="4%"), funds=cut),
}
UNSURE = {"全年预算没读出来": an_evaluation(cost, funds=cut | {"budget": None})}
