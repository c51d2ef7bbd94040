"""IN13: too few indicators to tell anything."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, blank, count, filled, given, indicator, project

rows = count(project, where=filled(indicator.level3))


@check("IN13", on=project, at="name", severity=HINT, basis=["jx-practice"])
def too_few_indicators(p: Row) -> Rule:
    """三级指标不到四个

    为什么要查：产出、效益、满意度各要有指标，产出还要看数量、质量、时效；只有一两个，说不清做得怎样。
    怎么改：按做的事补上数量、质量、时效和效益指标，重新分配分值。
    不适用于：没有读到三级指标、或没有合计一行的表（可能没有读全）。
    """
    return given(rows > 0, blank(p.total_weight) | filled(p.total_weight), rows < 4)


FACTS = {"rows": rows}
SAYS = "只有 {rows} 个三级指标。"
one = an_indicator(weight=90, score=90)
FIRES = {"一个": an_evaluation(one, total=100)}
SILENT = {"四个": an_evaluation(one, one, one, one, total=100)}
APART = {"没有读到指标": an_evaluation(total=100)}
UNSURE = {"合计没读出来": an_evaluation(one, total_weight=None)}
