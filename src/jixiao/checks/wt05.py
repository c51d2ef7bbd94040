"""WT05: one indicator that decides the whole evaluation."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator, law


@check("WT05", on=indicator, at="weight", severity=HINT, basis=["jx-practice"])
def one_row_carries_most_of_the_points(i: Row) -> Rule:
    """一个指标的分值达到总分的四成

    为什么要查：一个指标占了四成以上的分，其他指标做得好坏都难影响等级。
    怎么改：把这个指标拆细，或者把分值匀给其他指标。
    不适用于：没有填分值的行；当天没有规定满分的。
    """
    return given(filled(i.weight), i.weight * 10 >= law.score_total * 4)


FACTS = {"full": law.score_total}
SAYS = "“{level3}”的分值是 {weight} 分，满分 {full} 分，这一行就占了四成以上。"
FIRES = {"一行九十分": an_evaluation(an_indicator(weight=90)), "刚好四成": an_evaluation(an_indicator(weight=40))}
SILENT = {"三十分": an_evaluation(an_indicator(weight=30))}
APART = {"没有填分值": an_evaluation(an_indicator(weight=""))}
UNSURE = {"分值没读出来": an_evaluation(an_indicator(weight=None))}
