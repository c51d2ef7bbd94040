"""WT10: the weights of a form that has cost as a class of its own."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, count, filled, given, indicator, law, project, total

weighted = filled(indicator.weight)
cost = total(indicator.weight, project, where=weighted & (indicator.level1 == "成本指标"))
output = total(indicator.weight, project, where=weighted & (indicator.level1 == "产出指标"))
benefit = total(indicator.weight, project, where=weighted & (indicator.level1 == "效益指标"))


@check("WT10", on=project, at="total_weight", severity=HINT, basis=["cz-2021-101"])
def class_weights_with_cost_are_not_those_of_the_scheme(_: Row) -> Rule:
    """成本单列为一级指标，分值与常见的分法不同

    为什么要查：成本单列时，常见的分法是成本 20 分、产出 40 分、效益 20 分；这组数的出处未见原文，待核。
    怎么改：按财政部门下发的分法核对；当地另有规定的，不用改。
    不适用于：成本没有单列的表；2021年以前的表。
    """
    return given(
        count(project, where=weighted & (indicator.level1 == "成本指标")) > 0,
        count(project, where=weighted & (indicator.level1 == "其他")) == 0,
        (cost != law.weight_cost_class_cost)
        | (output != law.weight_cost_class_output)
        | (benefit != law.weight_cost_class_benefit),
    )


FACTS = {"cost": cost, "output": output, "benefit": benefit}
SAYS = "成本单列：成本 {cost} 分、产出 {output} 分、效益 {benefit} 分；常见的是 20、40、20 分（出处待核）。"
useful = an_indicator(level1="效益指标", level2="社会效益指标", weight=20)
FIRES = {
    "成本十分": an_evaluation(an_indicator(level1="成本指标", weight=10), an_indicator(weight=50), useful, year=2022)
}
SILENT = {
    "二十四十二十": an_evaluation(
        an_indicator(level1="成本指标", weight=20), an_indicator(weight=40), useful, year=2022
    )
}
APART = {
    "没有单列": an_evaluation(an_indicator(weight=50), useful, year=2022),
    "规定之前": an_evaluation(an_indicator(level1="成本指标", weight=10), useful, year=2019),
}
UNSURE = {
    "一行没读出来": an_evaluation(
        an_indicator(level1="成本指标", weight=20), an_indicator(weight=None), useful, year=2022
    )
}
