"""BG16: the execution rates of the sources of funds are those of their amounts."""

from decimal import Decimal

from jixiao.checks.base import ERROR, NOT_APPLICABLE, Answer, Fault, Unsure, check, document
from jixiao.checks.samples import a_fund_part, an_evaluation
from jixiao.model.evaluation import Evaluation, FundLine
from jixiao.model.number import known, step, tidy
from jixiao.model.terms import FundSource
from jixiao.scoring.portion import portion

NEEDED = ("budget", "executed", "rate")


@check("BG16", on=document, at="funds", severity=ERROR, basis=["cz-2020-10", "fiscal-software"])
def rate_of_a_source_is_not_that_of_its_amounts(d: Evaluation) -> Answer:
    """某一项资金来源的执行率，与它的预算数、执行数对不上

    为什么要查：每一行的执行率等于这一行的执行数除以预算数，可以直接验算。
    怎么改：重算这一行的执行率。
    不适用于：来源各行没有印执行率的表；预算数是零的行。总额一行见 BG02。
    """
    lines = [(n, line) for n, line in enumerate(d.funds) if line.source is not FundSource.TOTAL]
    if not any(line.rate is not None for line in d.funds) or not lines:
        return NOT_APPLICABLE
    faults: list[Fault] = []
    missing: list[str] = []
    for n, line in lines:
        missing.extend(f"funds[{n}].{name}" for name in NEEDED if getattr(line, name) is None)
        if facts := _contradiction(line):
            faults.append(Fault(f"funds[{n}].rate", facts=facts))
    return faults or (Unsure(tuple(missing)) if missing else [])


def _contradiction(line: FundLine) -> dict[str, str]:
    budget, executed, rate = (known(getattr(line, name)) for name in NEEDED)
    if budget is None or executed is None or rate is None or budget <= 0 or executed < 0:
        return {}
    shown = (rate, rate * 100) if rate <= 1 else (rate,)
    if any(_agree(budget, executed, one) for one in shown):
        return {}
    due = tidy(portion(Decimal(100), executed, budget, 2))
    return {"label": line.label, "rate": tidy(rate), "due": due}


def _agree(budget: Decimal, executed: Decimal, rate: Decimal) -> bool:
    """Whether amounts and a rate within their last printed places go together."""
    half = {one: step(one) / 2 for one in (budget, executed, rate)}
    low = (rate - half[rate]) * (budget - half[budget])
    high = (rate + half[rate]) * (budget + half[budget])
    return low <= 100 * (executed + half[executed]) and high > 100 * (executed - half[executed])


SAYS = "“{label}”的执行率印的是 {rate}%，按金额应是 {due}%。"
FIRES = {
    "足额印成零": an_evaluation(more_funds=[a_fund_part("other", budget="1.8", executed="1.8", rate="0.00")]),
    "七成印成九成": an_evaluation(more_funds=[a_fund_part("municipal", budget=100, executed=70, rate="90.00")]),
}
SILENT = {"相符": an_evaluation(more_funds=[a_fund_part("municipal", budget=3, executed=2, rate="66.67")])}
APART = {"没有来源各行": an_evaluation()}
UNSURE = {"执行数没读出来": an_evaluation(more_funds=[a_fund_part("municipal", budget=3, executed=None, rate=66)])}
