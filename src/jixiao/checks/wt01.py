"""WT01: the weights make one hundred."""

from jixiao.checks.base import ERROR, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, blank, filled, given, indicator, law, pick, project, total

rows = total(indicator.weight, project, where=filled(indicator.weight))


@check("WT01", on=project, at="total_weight", severity=ERROR, basis=["cz-2020-10", "fiscal-software"])
def weights_do_not_make_the_full_mark(p: Row) -> Rule:
    """各行分值相加不等于满分

    为什么要查：满分不是 100，总分和等级就没有可比性。
    怎么改：按满分重新分配三级指标的分值，预算执行的分值也算在内；总分值那一格要等于各行之和。
    不适用于：没有分值这一列的表。加起来不足满分、又没有读到总分一行的，可能没有读全，答“无法判断”。预算执行不打分的，各行相加等于满分、或等于满分减去预算执行的分值，都算对。
    """
    whole = pick(blank(p.execution_weight), rows, rows + p.execution_weight)
    without = blank(p.execution_weight) & (rows == law.score_total - law.weight_execution)
    too_little = (whole < law.score_total) & ~without
    ends = blank(p.total_weight) | filled(p.total_weight)
    return given((whole > law.score_total) | (too_little & ends))


FACTS = {"rows": rows, "full": law.score_total}
SAYS = "三级指标的分值相加是 {rows} 分，预算执行 {execution_weight} 分，合起来不是 {full} 分。"
FIRES = {
    "多出十分": an_evaluation(an_indicator(weight=50), an_indicator(weight=50)),
    "少十分": an_evaluation(an_indicator(weight=80)),
}
SILENT = {
    "九十加十": an_evaluation(an_indicator(weight=50), an_indicator(weight=40)),
    "执行不打分": an_evaluation(an_indicator(weight=100), funds={"weight": "", "score": ""}),
    "空行不算": an_evaluation(an_indicator(weight=90), an_indicator(weight="", score="")),
}
APART = {"没有分值列": an_evaluation(an_indicator(weight=None), columns=("level3", "target", "actual", "score"))}
UNSURE = {
    "一行没读出来": an_evaluation(an_indicator(weight=90), an_indicator(weight=None)),
    "执行的分值没读出来": an_evaluation(an_indicator(weight=90), funds={"weight": None}),
}
