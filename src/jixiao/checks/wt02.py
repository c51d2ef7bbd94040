"""WT02: the weights of a class make the weight printed beside it."""

from jixiao.checks.base import ERROR, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, blank, filled, given, group, indicator, project, total

rows = total(indicator.weight, group, where=filled(indicator.weight))


@check("WT02", on=group, at="weight", severity=ERROR, basis=["cz-2020-10", "fiscal-software"])
def rows_differ_from_printed_weight(g: Row) -> Rule:
    """各行分值相加不等于本类标注的分值

    为什么要查：类别后面标了分值（例如“产出指标（50分）”），下面各行相加应当等于它。
    怎么改：改标注，或者重新分配这一类各行的分值。
    不适用于：没有在类别后面标分值的表。加起来不足、又没有读到总分一行的，可能没有读全，答“无法判断”。
    """
    ends = blank(project.total_weight) | filled(project.total_weight)
    return given(filled(g.weight), (rows > g.weight) | ((rows < g.weight) & ends))


FACTS = {"rows": rows}
SAYS = "“{label}”标注 {weight} 分，下面各行相加是 {rows} 分。"
three = an_indicator(weight=3, score=3)
FIRES = {"三加三不是五": an_evaluation(three, three, group_weights={"产出指标": 5})}
SILENT = {"三加三是六": an_evaluation(three, three, group_weights={"产出指标": 6})}
APART = {"没有标分值": an_evaluation(three, group_weights={"产出指标": ""})}
UNSURE = {
    "一行没有读出来": an_evaluation(three, an_indicator(weight=None), group_weights={"产出指标": 6}),
    "标注没读出来": an_evaluation(three, group_weights={"产出指标": None}),
}
