"""WT06: points handed out evenly."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, count, filled, given, indicator, largest, project, total

weighted = filled(indicator.weight)
rows = count(project, where=weighted)
biggest = largest(indicator.weight, project, where=weighted)


@check("WT06", on=project, at="total_weight", severity=HINT, basis=["jx-practice"])
def points_handed_out_evenly(_: Row) -> Rule:
    """各指标的分值完全一样

    为什么要查：分值要体现轻重；一律平均，重要的指标没有做到也看不出来。
    怎么改：按重要程度分配分值，核心的产出和效益多给。
    不适用于：三级指标不到四个的表。
    """
    return given(rows >= 4, total(indicator.weight, project, where=weighted) == biggest * rows)


FACTS = {"rows": rows, "each": biggest}
SAYS = "{rows} 个三级指标，每个都是 {each} 分。"
even = an_indicator(weight="22.5", score="22.5")
FIRES = {"四个二十二点五": an_evaluation(even, even, even, even)}
SILENT = {"有轻有重": an_evaluation(even, even, even, an_indicator(weight=10))}
APART = {"只有三个": an_evaluation(even, even, even)}
UNSURE = {"一行没读出来": an_evaluation(even, even, even, an_indicator(weight=None))}
