"""IN15: a target that is the name again."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator


@check("IN15", on=indicator, at="target", severity=HINT, basis=["jx-practice"])
def target_repeats_the_name(i: Row) -> Rule:
    """指标值照抄了指标名称

    为什么要查：名称说考什么，指标值说做到多少；两格一样，等于没有目标。
    怎么改：在指标值里写数和单位，或者写明要达到的标准。
    不适用于：没有填指标值的行。
    """
    return given(filled(i.target), filled(i.level3), i.target == i.level3)


SAYS = "“{level3}”的指标值也是“{target}”。"
FIRES = {"照抄": an_indicator(level3="完工及时率", target="完工及时率", actual="及时")}
SILENT = {"有数": an_indicator(level3="完工及时率", target="≥95%", actual="96%")}
APART = {"没有填": an_indicator(target="")}
UNSURE = {"没读出来": an_indicator(target=None)}
