"""WT07: points for having spent the money, given twice."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator, law, project


@check("WT07", on=indicator, at="weight", severity=HINT, basis=["jx-practice"])
def money_within_budget_scored_again(i: Row) -> Rule:
    """金额指标与预算执行考的是同一件事，两项合计占了三成以上

    为什么要查：“不超过预算”在预算执行里已经打过分，用总预算再设一个指标，同一笔钱就得了两次分，而且几乎不会丢分。
    怎么改：改考单位成本、与上年或同行相比的成本，或者降低这一行的分值。
    不适用于：目标不是预算总额的指标；预算执行不打分的表。
    """
    return given(
        i.unit == "元",
        filled(project.execution_weight),
        (i.t == project.budget) | (i.t == project.initial),
        (i.weight + project.execution_weight) * 10 >= law.score_total * 3,
    )


SAYS = (
    "“{level3}”的指标值 {target} 就是预算总额，{weight} 分，加预算执行 {project.execution_weight} 分，考的是同一笔钱。"
)
cost = an_indicator(level2="成本指标", level3="总成本", target="≤100万元", actual="98万元", weight=20)
FIRES = {"二十加十": an_evaluation(cost)}
SILENT = {
    "五加十": an_evaluation(
        an_indicator(level2="成本指标", level3="总成本", target="≤100万元", actual="98万元", weight=5)
    )
}
APART = {
    "单位成本": an_evaluation(an_indicator(level2="成本指标", target="≤2万元", actual="2万元", weight=20)),
    "执行不打分": an_evaluation(cost, funds={"weight": "", "score": ""}),
    "不是金额": an_evaluation(an_indicator()),
}
UNSURE = {
    "分值没读出来": an_evaluation(an_indicator(level2="成本指标", target="≤100万元", actual="98万元", weight=None))
}
