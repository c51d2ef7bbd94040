"""WT08: weights finer than points are counted."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator, number


@check("WT08", on=indicator, at="weight", severity=HINT, basis=["fiscal-software"])
def weight_with_too_many_places(i: Row) -> Rule:
    """分值的小数超过两位

    为什么要查：得分只算到两位小数，分值再细，得分就对不齐，各行相加也凑不成整数。
    怎么改：分值最多留两位小数，一般用整数。
    不适用于：没有填分值的行。
    """
    return given(filled(i.weight), i.weight_half < number("0.005"))


SAYS = "“{level3}”的分值印成 {weight}，小数超过两位。"
FIRES = {"三位": an_indicator(weight="11.111", score=11)}
SILENT = {"两位": an_indicator(weight="12.25", score=12), "整数": an_indicator()}
APART = {"没有填": an_indicator(weight="")}
UNSURE = {"没读出来": an_indicator(weight=None)}
