"""IN01: a quantity without a number."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator, says

DIGITS = tuple("0123456789０１２３４５６７８９一二两三四五六七八九十百千万")


@check("IN01", on=indicator, at="target", severity=HINT, basis=["audit-tools", "county-review-14"])
def quantity_without_a_number(i: Row) -> Rule:
    """数量指标没有数

    为什么要查：数量指标说的是做多少；没有数，完成多少也无从比较。
    怎么改：写成数和单位，例如“≥4次”“=1套”。
    不适用于：不是数量指标的行；没有填指标值的行。外地一种复核口径写明：数量指标写成文字、与项目相关的，不扣分。
    """
    return given(i.level2 == "数量指标", filled(i.target), (i.op == "text") & ~says(i.target, *DIGITS))


SAYS = "数量指标“{level3}”的指标值是“{target}”，没有数。"
FIRES = {"文字": an_indicator(target="按计划完成", actual="按计划完成")}
SILENT = {"有数": an_indicator()}
APART = {"质量指标": an_indicator(level2="质量指标", target="达到要求"), "没有填": an_indicator(target="")}
UNSURE = {"没读出来": an_indicator(target=None), "类别没读出来": an_indicator(level2=None)}
