"""IN04: bare numbers for targets."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, count, filled, given, indicator, project

bare = count(project, where=filled(indicator.target) & (indicator.op == "none"))


@check("IN04", on=project, at="name", severity=HINT, basis=["fiscal-software", "jx-practice"])
def targets_are_bare_numbers(_: Row) -> Rule:
    """指标值只写了数，没有写不少于、等于还是不超过

    为什么要查：只有一个数，做多了、做少了算不算达到，说不清；得分也不能按公式算。
    怎么改：在数的前面写上“≥”“=”“≤”，后面写上单位。
    不适用于：指标值都不是光秃秃的数的表。
    """
    return given(count(project, where=filled(indicator.target)) > 0, bare > 0)


FACTS = {"bare": bare}
SAYS = "有 {bare} 个指标的指标值只是一个数，前面没有比较符号。"
FIRES = {"光是数": an_evaluation(an_indicator(target="100", actual="100"))}
SILENT = {"有符号": an_evaluation(an_indicator())}
APART = {"没有指标值": an_evaluation(an_indicator(target="")), "没有指标": an_evaluation()}
UNSURE = {"没读出来": an_evaluation(an_indicator(target=None))}
