"""IN14: a class of level 2 below the wrong class of level 1."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, given, indicator


@check("IN14", on=indicator, at="level2", severity=WARNING, basis=["cz-2020-10", "county-review-14"])
def class_below_the_wrong_class(i: Row) -> Rule:
    """二级指标放错了一级指标

    为什么要查：数量、质量、时效属于产出，经济、社会、生态、可持续属于效益；放错了，各类的分值和完成率就都不对。
    怎么改：把这一行移到应属的一级指标下面，并重算两类的分值。
    不适用于：不在通行分类里的二级指标；成本指标（可以在产出里，也可以单列）；满意度指标。
    """
    return given(i.level1 != "其他", i.level2 != "其他", i.misplaced)


SAYS = "“{level3}”的二级指标是{level2}，放在了{level1}里。"
FIRES = {
    "效益放在产出里": an_indicator(level1="产出指标", level2="经济效益指标"),
    "数量放在效益里": an_indicator(level1="效益指标", level2="数量指标"),
}
SILENT = {"数量在产出里": an_indicator()}
APART = {"别的分类": an_indicator(level1="项目决策", level2="项目立项")}
UNSURE = {"类别没读出来": an_indicator(level1=None)}
