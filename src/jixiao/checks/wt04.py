"""WT04: a row that weighs nothing."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator


@check("WT04", on=indicator, at="weight", severity=WARNING, basis=["fiscal-software"])
def weight_is_not_positive(i: Row) -> Rule:
    """分值是零或者负数

    为什么要查：分值是零的指标做不做都不影响得分；分值没有负数。
    怎么改：给它应有的分值；不再考核的，删去这一行或写“不适用”。
    不适用于：没有填分值的行。
    """
    return given(filled(i.weight), i.weight <= 0)


SAYS = "“{level3}”的分值是 {weight} 分，应当大于零。"
FIRES = {"零分": an_indicator(weight=0, score=0), "负数": an_indicator(weight=-5, score=0)}
SILENT = {"半分": an_indicator(weight="0.5", score="0.5")}
APART = {"没有填": an_indicator(weight="")}
UNSURE = {"没读出来": an_indicator(weight=None)}
