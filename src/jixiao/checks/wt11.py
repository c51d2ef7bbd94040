"""WT11: the weights of a region that sets benefit and satisfaction together."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, count, filled, given, indicator, law, project, total

weighted = filled(indicator.weight)
output = total(indicator.weight, project, where=weighted & (indicator.level1 == "产出指标"))
effect = total(
    indicator.weight,
    project,
    where=weighted & ((indicator.level1 == "效益指标") | (indicator.level1 == "满意度指标")),
)


@check("WT11", on=project, at="total_weight", severity=HINT, basis=["eb-2020-3"])
def class_weights_are_not_those_of_the_region(_: Row) -> Rule:
    """产出、效益与满意度的分值与当地的分法不同

    为什么要查：当地规定产出的分值，以及效益与满意度合计的分值；不同的分法得分不能比较。
    怎么改：按当地的分法重新分配，或者写明调整的依据。
    不适用于：当地没有把效益与满意度合在一起规定的；有别的一级指标的表；各行分值加起来不是满分减去预算执行的表。
    """
    return given(
        count(project, where=weighted & ((indicator.level1 == "其他") | (indicator.level1 == "成本指标"))) == 0,
        output + effect == law.score_total - law.weight_execution,
        (output != law.weight_output) | (effect != law.weight_benefit_and_satisfaction),
    )


FACTS = {
    "output": output,
    "effect": effect,
    "scheme_output": law.weight_output,
    "scheme_effect": law.weight_benefit_and_satisfaction,
}
SAYS = "产出 {output} 分、效益与满意度 {effect} 分；当地是 {scheme_output}、{scheme_effect} 分。"
useful = an_indicator(level1="效益指标", level2="社会效益指标", weight=30)
FIRES = {"产出五十": an_evaluation(an_indicator(weight=50), useful, unit="湖北示例单位")}
SILENT = {
    "各四十": an_evaluation(
        an_indicator(weight=40), an_indicator(level1="效益指标", level2="社会效益指标", weight=40), unit="湖北示例单位"
    )
}
APART = {"别处": an_evaluation(an_indicator(weight=50), useful)}
UNSURE = {"一行没读出来": an_evaluation(an_indicator(weight=None), useful, unit="湖北示例单位")}
