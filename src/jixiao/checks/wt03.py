"""WT03: the weights of the classes are those of the national scheme."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, count, filled, given, indicator, law, project, total

weighted = filled(indicator.weight)
output = total(indicator.weight, project, where=weighted & (indicator.level1 == "产出指标"))
benefit = total(indicator.weight, project, where=weighted & (indicator.level1 == "效益指标"))
satisfaction = total(indicator.weight, project, where=weighted & (indicator.level1 == "满意度指标"))
elsewhere = count(project, where=weighted & ((indicator.level1 == "其他") | (indicator.level1 == "成本指标")))


@check("WT03", on=project, at="total_weight", severity=HINT, basis=["cz-2020-10"])
def class_weights_are_not_those_of_the_scheme(_: Row) -> Rule:
    """产出、效益、满意度的分值与通行的分法不同

    为什么要查：通行的分法是预算执行 10 分、产出 50 分、效益 30 分、满意度 10 分；特殊情况可以调整，但要说明。
    怎么改：按通行的分法重新分配，或者写明调整分值的理由和批准的依据。
    不适用于：缺了一类的表（见 CM05）；成本单列为一级指标的表（见 WT10）；当地另有分法的；各行分值加起来不是 90 分的表。
    """
    return given(
        elsewhere == 0,
        output + benefit + satisfaction == law.score_total - law.weight_execution,
        (output != law.weight_output) | (benefit != law.weight_benefit) | (satisfaction != law.weight_satisfaction),
    )


FACTS = {
    "output": output,
    "benefit": benefit,
    "satisfaction": satisfaction,
    "scheme_output": law.weight_output,
    "scheme_benefit": law.weight_benefit,
    "scheme_satisfaction": law.weight_satisfaction,
}
SAYS = (
    "产出 {output} 分、效益 {benefit} 分、满意度 {satisfaction} 分；"
    "通行的是 {scheme_output}、{scheme_benefit}、{scheme_satisfaction} 分。"
)
liked = an_indicator(level1="满意度指标", level2="服务对象满意度指标", weight=10)
FIRES = {
    "效益多五分": an_evaluation(an_indicator(weight=45), an_indicator(level1="效益指标", weight=35), liked),
}
SILENT = {"五十三十十": an_evaluation(an_indicator(weight=50), an_indicator(level1="效益指标", weight=30), liked)}
APART = {
    "合计不是九十": an_evaluation(an_indicator(weight=50), an_indicator(level1="效益指标", weight=40), liked),
    "成本单列": an_evaluation(an_indicator(weight=50), an_indicator(level1="成本指标", weight=30), liked),
}
UNSURE = {
    "一行没读出来": an_evaluation(an_indicator(weight=None), an_indicator(level1="效益指标", weight=30), liked),
}
