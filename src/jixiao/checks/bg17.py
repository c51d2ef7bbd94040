"""BG17: the execution rate in the text is that of the table."""

from decimal import Decimal

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.samples import a_claim, a_report
from jixiao.model.evaluation import Evaluation, FundLine
from jixiao.model.number import known, step, tidy
from jixiao.scoring.portion import portion


@check("BG17", on=document, at="claims", severity=WARNING, basis=["jx-practice"])
def rate_in_text_is_not_that_of_the_table(d: Evaluation) -> Answer:
    """正文写的预算执行率，与表内的金额对不上

    为什么要查：正文和表格说的是同一笔钱，执行率只能有一个。
    怎么改：按表内的执行数除以预算数重算；按年初预算算的，在正文写明。
    不适用于：正文没有写执行率的文件；按年初预算算对得上的。
    """
    claims = [(n, one, one.value) for n, one in enumerate(d.claims) if one.about == "rate" and one.value is not None]
    line = d.fund_total
    if not claims or line is None:
        return NOT_APPLICABLE
    if line.budget is None or line.executed is None or line.initial is None:
        return Unsure(
            tuple(f"fund.{name}" for name in ("initial", "budget", "executed") if getattr(line, name) is None)
        )
    return [
        Fault(f"claims[{n}]", claim.place, {"said": tidy(said), "due": due})
        for n, claim, said in claims
        if (due := _due(line, said))
    ]


def _due(line: FundLine, said: Decimal) -> str:
    """The rate of the table, if the stated one is neither that of the budget nor that of the initial budget."""
    executed = known(line.executed)
    bases = [base for base in (known(line.budget), known(line.initial)) if base]
    if executed is None or executed < 0 or not bases or any(_is_rate(said, base, executed) for base in bases):
        return ""
    return tidy(portion(Decimal(100), executed, bases[0], 2))


def _is_rate(said: Decimal, base: Decimal, executed: Decimal) -> bool:
    """Rounded or cut to the printed places."""
    return abs(said * base - 100 * executed) < step(said) * base


SAYS = "正文写执行率 {said}%，按表内的执行数和预算数是 {due}%。"
said = a_claim("rate", "95.00", "%")
FIRES = {"九成写成九成五": a_report(claims=(said,), funds={"budget": 100, "executed": 90, "rate": 90})}
SILENT = {
    "相符": a_report(claims=(said,), funds={"budget": 100, "executed": 95, "rate": 95}),
    "按年初预算": a_report(claims=(said,), funds={"initial": 200, "budget": 190, "executed": 190}),
}
APART = {"正文没有写": a_report()}
UNSURE = {"执行数没读出来": a_report(claims=(said,), funds={"executed": None})}
