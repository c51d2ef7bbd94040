"""BG11: the same amount in the text, in the funds block and in the cost row."""

from collections.abc import Sequence
from typing import Final

from jixiao.checks.base import ERROR, NOT_APPLICABLE, Answer, Edit, Fault, Unsure, check, document
from jixiao.checks.fields import field_of
from jixiao.checks.samples import a_claim, a_report
from jixiao.model.evaluation import Claim, Evaluation, FundLine
from jixiao.model.finding import Finding
from jixiao.model.number import MONEY_UNITS, contradicts, in_yuan, known, plain

_MOST: Final = 3
AMOUNTS: Final = {"initial": "年初预算数", "budget": "全年预算数", "executed": "全年执行数"}


@check("BG11", on=document, at="claims", severity=ERROR, basis=["jx-practice"])
def amount_differs_between_text_and_table(d: Evaluation) -> Answer:
    """同一笔金额，正文与表格不一致

    为什么要查：预算数、执行数在正文和表格里说的是同一笔钱，差一分也说明有一处不是从账上来的。
    怎么改：以批复文件和账面数为准，两处改成一样；单位不同（元、万元）的，换算后核对。
    不适用于：正文没有写金额的文件；同一个名称写了四个以上不同金额的，看不出哪一个是总数。
        小数位少的按印出来的位数比较：2635.20 与 2635.204433 不算矛盾。
    """
    line = d.fund_total
    claims = [(n, claim) for n, claim in enumerate(d.claims) if claim.about in AMOUNTS and claim.unit in MONEY_UNITS]
    parts = {about for about in AMOUNTS if _speaks_of_parts(about, [one for _, one in claims])}
    claims = [(n, claim) for n, claim in claims if claim.about not in parts]
    if not claims or line is None or line.money_unit not in MONEY_UNITS:
        return NOT_APPLICABLE
    apart: dict[tuple[str, str], list[tuple[int, Claim]]] = {}
    missing = []
    for n, claim in claims:
        printed = known(getattr(line, claim.about))
        if printed is None or claim.value is None:
            missing.append(f"fund.{claim.about}")
        elif contradicts(in_yuan(claim.value, claim.unit), in_yuan(printed, line.money_unit)):
            key = _said(claim), f"{plain(printed)}{line.money_unit}"
            apart.setdefault(key, []).append((n, claim))
    if not apart and missing:
        return Unsure(tuple(missing))
    return [_fault(d, said, printed, ones) for (said, printed), ones in apart.items()]


def _fault(d: Evaluation, said: str, printed: str, ones: list[tuple[int, Claim]]) -> Fault:
    """One fault for one pair of figures, however often the text says it and whatever it is said of."""
    about = list(dict.fromkeys(one.about for _, one in ones))
    facts = {"said": said, "name": "、".join(AMOUNTS[one] for one in about), "printed": printed}
    rests = [f"claims[{n}]" for n, _ in ones[1:]] + [field_of(d, "", f"fund.{one}") for one in about]
    return Fault(f"claims[{ones[0][0]}]", ones[0][1].place, facts, rests=tuple(rests))


def _said(claim: Claim) -> str:
    return "" if claim.value is None else f"{plain(claim.value)}{claim.unit}"


def _speaks_of_parts(about: str, claims: Sequence[Claim]) -> bool:
    """Whether so many amounts go by one name that they are of parts, or of several projects."""
    return len({in_yuan(one.value, one.unit) for one in claims if one.about == about and one.value}) > _MOST


def _same_unit(d: Evaluation, finding: Finding) -> Sequence[Edit]:
    """The unit in the text becomes that of the form: the digits are the same, and another amount proves the form's."""
    line = d.fund_total
    if line is None or not any(_agrees(line, one, one.unit) for one in d.claims):
        return ()
    slips = [(n, one) for n, one in enumerate(d.claims) if _said(one) == finding.facts["said"] and one.about in AMOUNTS]
    if not all(one.value == getattr(line, one.about) and one.raw.endswith(one.unit) for _, one in slips):
        return ()
    return [
        Edit(f"claims[{n}]", one.place, one.raw, one.raw.removesuffix(one.unit) + line.money_unit)
        for n, one in slips
        if one.unit != line.money_unit
    ]


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
    "预算和支出是同一笔": a_report(
        claims=(a_claim("budget", "90.01"), a_claim("executed", "90.01")),
        funds={"budget": "90.00", "executed": "90.00"},
    ),
    "元与万元": a_report(claims=(a_claim("executed", "900000", "元"),), funds={"executed": 100}),
}
SILENT = {
    "位数不同": a_report(claims=(a_claim("budget", "2635.20"),), funds={"budget": "2635.204432"}),
    "单位不同": a_report(claims=(a_claim("initial", "28378294", "元"),), funds={"initial": "2837.83"}),
}
APART = {
    "正文没有金额": a_report(),
    "分项都叫预算": a_report(claims=tuple(a_claim("budget", amount) for amount in ("52", "17.68", "9", "5.74"))),
}
UNSURE = {"表内没读出来": a_report(claims=(a_claim("budget", "100"),), funds={"budget": None})}
