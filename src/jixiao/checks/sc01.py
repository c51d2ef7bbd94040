"""SC01: the printed scores add up to the printed total."""

from jixiao.checks.base import ERROR, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, blank, filled, given, indicator, law, pick, project, total

rows = total(indicator.score, project, where=filled(indicator.score))
row_weights = total(indicator.weight, project, where=filled(indicator.weight))
weights = pick(blank(project.execution_weight), row_weights, row_weights + project.execution_weight)
everything = pick(blank(project.execution_score), rows, rows + project.execution_score)


@check("SC01", on=project, at="total_score", severity=ERROR, basis=["cz-2020-10", "fiscal-software"])
def scores_do_not_add_up_to_the_total(p: Row) -> Rule:
    """各行得分相加不等于总分

    为什么要查：总分是各行得分（含预算执行）之和，印出来的每一个得分都是给定的分，加法没有误差可言。
    怎么改：核对每一行的得分，再改总分；等级按改后的总分重定。
    不适用于：没有填总分的表；各行分值加起来不足满分、可能没有读全的表（见 WT01）。
    """
    complete = (weights >= law.score_total) | (weights == p.total_weight)
    return given(filled(p.total_score), complete, everything != p.total_score)


FACTS = {"rows": rows, "everything": everything}
SAYS = (
    "三级指标得分相加 {rows} 分，加预算执行 {execution_score} 分，合计 {everything} 分；总分印的是 {total_score} 分。"
)
FIRES = {"少加一分": an_evaluation(an_indicator(weight=90, score=87), total=96)}
SILENT = {
    "相加相等": an_evaluation(an_indicator(weight=90, score=87), total=97),
    "执行不打分": an_evaluation(an_indicator(weight=100, score=88), funds={"weight": "", "score": ""}, total=88),
    "小数": an_evaluation(an_indicator(weight=90, score="87.35"), funds={"score": "8.62"}, total="95.97"),
}
APART = {
    "没有填总分": an_evaluation(an_indicator(weight=90)),
    "没有读全": an_evaluation(an_indicator(weight=50, score=50), total=96, total_weight=100),
}
UNSURE = {
    "不知道读全没有": an_evaluation(an_indicator(weight=50, score=50), total=96),
    "一行得分没读出来": an_evaluation(an_indicator(weight=80), an_indicator(score=None), total=20),
    "总分没读出来": an_evaluation(an_indicator(weight=90), total=None),
}
