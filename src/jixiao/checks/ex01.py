"""EX01: points lost without a reason."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import COLUMNS, an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, among, blank, filled, given, indicator, law


@check("EX01", on=indicator, at="reason", severity=WARNING, basis=["cz-2020-10", "fiscal-software"])
def points_lost_without_a_reason(i: Row) -> Rule:
    """扣了分，没有写原因

    为什么要查：没有得满分的指标要分析偏差原因并提出改进措施，否则看不出扣分的依据。
    怎么改：写明差在哪里、为什么、准备怎么改进。
    不适用于：得满分的行；没有原因这一列的表。
    """
    return given(
        law.reason_below_weight,
        filled(i.score),
        i.score < i.weight,
        blank(i.reason) | among(i.reason, "无", "0", "/", "-", "—", "——"),
    )


SAYS = "“{level3}”得 {score} 分（分值 {weight}），偏差原因一栏没有写原因。"
FIRES = {
    "空着": an_indicator(weight=10, score=8, reason=""),
    "写无": an_indicator(weight=10, score=8, reason="无"),
}
SILENT = {"写了原因": an_indicator(weight=10, score=8, reason="设备到货晚，已与供应商约定下年提前一个月备货")}
APART = {
    "满分": an_indicator(weight=10, score=10),
    "没有这一列": an_evaluation(an_indicator(weight=10, score=8, reason=None), columns=COLUMNS[:-1]),
}
UNSURE = {"原因没读出来": an_indicator(weight=10, score=8, reason=None), "得分没读出来": an_indicator(score=None)}
