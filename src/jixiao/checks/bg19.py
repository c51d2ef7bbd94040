"""BG19: the rows of the sources of funds are all empty."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_evaluation
from jixiao.tables.words import Row, Rule, count, filled, fund, given, project

rows = count(project, where=fund.source != "total")


@check("BG19", on=project, at="budget", severity=WARNING, basis=["jx-practice"])
def sources_left_empty(p: Row) -> Rule:
    """资金来源各行都没有填

    为什么要查：表上列了资金来源，却没有一行有数，看不出钱从哪一级来，也无法与总额核对。
    怎么改：按实际来源填写；表上没有本级财政这一行的（例如区级单位用市级表），加一行或填在最接近的一行并注明。
    不适用于：没有来源各行的表。
    """
    return given(rows > 0, p.budget > 0, count(project, where=filled(fund.budget) & (fund.source != "total")) == 0)


FACTS = {"rows": rows}
SAYS = "年度资金总额 {budget}，下面 {rows} 行资金来源都空着。"
FIRES = {"都空着": an_evaluation(parts={"central": "", "municipal": "", "other": ""})}
SILENT = {"填了一行": an_evaluation(parts={"central": "", "municipal": 100})}
APART = {"没有来源各行": an_evaluation(), "没有预算": an_evaluation(funds={"budget": 0}, parts={"other": ""})}
UNSURE = {"一行没读出来": an_evaluation(parts={"central": "", "municipal": None})}
