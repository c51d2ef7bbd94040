"""BG11: the same amount in the text, in the funds block and in the cost row."""

from collections.abc import Sequence
from typing import Final

from jixiao.checks.base import ERROR, NOT_APPLICABLE, Answer, Edit, Fault, Unsure, check, document
from jixiao.checks.fields import field_of
from jixiao.checks.samples import a_claim, a_report
from jixiao.model.evaluation import Claim, Evaluation, FundLine
from jixiao.model.finding import Finding
from jixiao.model.number import MONEY_UNITS, contradicts, in_yuan, known, plain

AMOUNTS: Final = {"initial": "年初预算数", "budget": "全年预算数", "executed": "全年执行数"}


@check("BG11", on=document, at="claims", severity=ERROR, basis=["jx-practice"])
def amount_differs_between_text_and_table(d: Evaluation) -> Answer:
    """同一笔金额，正文与表格不一致

    为什么要查：预算数、执行数在正文和表格里说的是同一笔钱，差一分也说明有一处不是从账上来的。
    怎么改：以批复文件和账面数为准，两处改成一样；单位不同（元、万元）的，换算后核对。
    不适用于：正文没有写金额的文件。小数位少的按印出来的位数比较：2635.20 与 2635.204433 不算矛盾。
    """
    line = d.fund_total
    claims = [(n, claim) for n, claim in enumerate(d.claims) if claim.about in AMOUNTS and claim.unit in MONEY_UNITS]
    if not claims or line is None or line.money_unit not in MONEY_UNITS:
        return NOT_APPLICABLE
    faults, missing = [], []
    for n, claim in claims:
        printed = known(getattr(line, claim.about))
        if printed is None or claim.value is None:
            missing.append(f"fund.{claim.about}")
        elif contradicts(in_yuan(claim.value, claim.unit), in_yuan(printed, line.money_unit)):
            facts = {
                "said": f"{plain(claim.value)}{claim.unit}",
                "name": AMOUNTS[claim.about],
                "printed": f"{plain(printed)}{line.money_unit}",
            }
            table = field_of(d, "", f"fund.{claim.about}")
            faults.append(Fault(f"claims[{n}]", claim.place, facts, rests=(table,)))
    if not faults and missing:
        return Unsure(tuple(missing))
    return faults


def _same_unit(d: Evaluation, finding: Finding) -> Sequence[Edit]:
    """The unit in the text becomes that of the form: the digits are the same, and another amount proves the form's."""
    line = d.fund_total
    slip = next((claim for n, claim in enumerate(d.claims) if finding.field == f"claims[{n}]"), None)
    if slip is None or line is None or slip.unit == line.money_unit or not slip.raw.endswith(slip.unit):
        return ()
    if slip.value != getattr(line, slip.about) or not any(_agrees(line, one, one.unit) for one in d.claims):
        return ()
    return (Edit(finding.field, slip.place, slip.raw, slip.raw.removesuffix(slip.unit) + line.money_unit),)


def _agrees(line: FundLine, claim: Claim, unit: str) -> bool:
    """Whether an amount of the text, read in a unit, is the one that the form prints for the same thing."""
    printed = known(getattr(line, claim.about)) if claim.about in AMOUNTS else None
    if not printed or claim.value is None or unit not in MONEY_UNITS:
        return False
    return not contradicts(in_yuan(claim.value, unit), in_yuan(printed, line.money_unit))


SAYS = "正文写 {said}，表内{name}是 {printed}。"
REPAIR = _same_unit
FIRES = {
    "差一分钱": a_report(
        claims=(a_claim("budget", "2635.204433"),), funds={"budget": "2635.204432", "executed": "2635.204432"}
    ),
    "元与万元": a_report(claims=(a_claim("executed", "900000", "元"),), funds={"executed": 100}),
}
SILENT = {
    "位数不同": a_report(claims=(a_claim("budget", "2635.20"),), funds={"budget": "2635.204432"}),
    "单位不同": a_report(claims=(a_claim("initial", "28378294", "元"),), funds={"initial": "2837.83"}),
}
APART = {"正文没有金额": a_report()}
UNSURE = {"表内没读出来": a_report(claims=(a_claim("budget", "100"),), funds={"budget": None})}
