"""SC02: no row has more points than its weight, or fewer than none."""

from jixiao.checks.base import ERROR, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator


@check("SC02", on=indicator, at="score", severity=ERROR, basis=["cz-2020-10", "fiscal-software"])
def score_outside_its_weight(i: Row) -> Rule:
    """得分高于分值，或者低于零

    为什么要查：分值是这一行的满分，自评不设加分，也没有负分。
    怎么改：核对是否填串了行或列。
    不适用于：没有填得分的行。
    """
    return given(filled(i.score), (i.score > i.weight) | (i.score < 0))


SAYS = "“{level3}”得分 {score}，不在 0 到分值 {weight} 之间。"
FIRES = {"多得一分": an_indicator(weight=3, score=4), "负分": an_indicator(weight=3, score=-1)}
SILENT = {"满分": an_indicator(weight=3, score=3), "零分": an_indicator(weight=3, score=0)}
APART = {"没有填得分": an_indicator(weight=3, score="")}
UNSURE = {"得分没读出来": an_indicator(weight=3, score=None), "分值没读出来": an_indicator(weight=None, score=3)}
