"""BG06: low spending without the explanation that the region asks for."""

from typing import Any

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_evaluation
from jixiao.model.evaluation import Evaluation
from jixiao.tables.words import Row, Rule, blank, given, law, project


@check("BG06", on=project, at="reason", severity=WARNING, basis=["sc-form-2023"])
def low_spending_unexplained(p: Row) -> Rule:
    """执行率低于当地规定的界限，没有说明原因

    为什么要查：当地的自评表要求执行率低于一定界限的项目说明原因。
    怎么改：在资金行的原因栏写明为什么没有用完、余下的钱怎么处理。
    不适用于：当地没有这项规定的（全国没有）；资金行没有原因一栏的表；没有预算的项目。
    """
    return given(p.explains, p.budget > 0, p.rate_due < law.execution_explain_below, blank(p.reason))


SAYS = "执行率 {rate_due}%，低于当地规定的 {law.execution_explain_below}%，资金行的原因栏空着。"


def _sichuan(reason: str | None = "", **funds: Any) -> Evaluation:
    return an_evaluation(funds=funds, fund_reason=reason, unit="四川示例单位", year=2023)


FIRES = {"八成没有说明": _sichuan(budget=100, executed=80, rate=80)}
SILENT = {"说明了": _sichuan("招标节约，余额已交回", budget=100, executed=80, rate=80)}
APART = {
    "刚好到界限": _sichuan(budget=100, executed=90, rate=90),
    "当地没有规定": an_evaluation(funds={"budget": 100, "executed": 80, "rate": 80}, fund_reason=""),
    "没有原因一栏": _sichuan(None, budget=100, executed=80, rate=80),
}
UNSURE = {"执行数没读出来": _sichuan(executed=None)}
