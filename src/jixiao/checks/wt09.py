"""WT09: most points hang on words."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, count, filled, given, indicator, project, total

weighted = filled(indicator.weight)
everything = total(indicator.weight, project, where=weighted)
told = total(indicator.weight, project, where=weighted & filled(indicator.target) & (indicator.op == "text"))


@check("WT09", on=project, at="total_weight", severity=HINT, basis=["cz-2020-10", "audit-tools"])
def most_points_hang_on_words(_: Row) -> Rule:
    """一半以上的分值压在没有数的指标上

    为什么要查：“达到要求”“按时完成”没有数可核，做到什么程度由人说；这样的指标占了一半以上的分，总分就靠不住。
    怎么改：能写成数的写成数（次数、比率、天数），不能的写明分几档、每一档看什么。
    不适用于：没有文字指标的表；三级指标不到四个的表。
    """
    return given(
        count(project, where=weighted) >= 4,
        count(project, where=weighted & filled(indicator.target) & (indicator.op == "text")) > 0,
        told * 2 > everything,
    )


FACTS = {"everything": everything, "told": told}
SAYS = "三级指标共 {everything} 分，其中 {told} 分的指标值只有文字。"
words = an_indicator(target="达到要求", actual="达到要求", weight=20)
FIRES = {"六十比二十": an_evaluation(words, words, words, an_indicator(weight=20))}
SILENT = {"刚好一半": an_evaluation(words, words, an_indicator(weight=20), an_indicator(weight=20))}
APART = {
    "都有数": an_evaluation(an_indicator(), an_indicator(), an_indicator(), an_indicator()),
    "只有两个": an_evaluation(words, words),
}
UNSURE = {"一行分值没读出来": an_evaluation(words, words, words, an_indicator(weight=None))}
