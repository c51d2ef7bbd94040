"""BG01: the initial budget less the cut is the budget, in the text."""

from jixiao.checks.base import ERROR, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.samples import a_claim, a_report
from jixiao.model.evaluation import Claim, Evaluation
from jixiao.model.number import MONEY_UNITS, in_yuan, known, plain, step


@check("BG01", on=document, at="claims", severity=ERROR, basis=["jx-practice"])
def cut_does_not_lead_to_the_budget(d: Evaluation) -> Answer:
    """年初预算数减核减数，不等于全年预算数

    为什么要查：年初预算、核减（追加另算）、全年预算三个数印在一起，一减就知道对不对。
    怎么改：按批复和调整文件核对三个数，错的改掉。
    不适用于：正文没有写核减数的文件；写了几笔核减的，看不出是不是全部。
    """
    cuts, budgets = _said(d, "cut"), _said(d, "budget")
    initials = _said(d, "initial")
    if len(cuts) != 1 or len(initials) != 1 or len(budgets) != 1:
        return NOT_APPLICABLE
    amounts = [in_yuan(known(one.value) or one.value, one.unit) for one in (*initials, *cuts, *budgets) if one.value]
    initial, cut, budget = amounts
    if 2 * abs(initial - cut - budget) < sum(map(step, amounts)):
        return []
    names = ("initial", "cut", "budget")
    facts = {
        name: f"{plain(one.value)}{one.unit}"
        for name, one in zip(names, (*initials, *cuts, *budgets), strict=True)
        if one.value
    }
    return [Fault(f"claims[{d.claims.index(cuts[0])}]", cuts[0].place, facts)]


def _said(d: Evaluation, about: str) -> list[Claim]:
    """What the text says of one amount; the same figure twice counts once."""
    found: dict[object, Claim] = {}
    for claim in d.claims:
        if claim.about == about and claim.value is not None and claim.value > 0 and claim.unit in MONEY_UNITS:
            found.setdefault(in_yuan(claim.value, claim.unit), claim)
    return list(found.values())


SAYS = "正文写年初预算 {initial}，核减 {cut}，全年预算 {budget}：减出来对不上。"


def _cut(budget: str) -> Evaluation:
    return a_report(claims=(a_claim("initial", "2837.8294"), a_claim("cut", "202.624967"), a_claim("budget", budget)))


FIRES = {"少了一万": _cut("2634.204433")}
SILENT = {"对得上": _cut("2635.204433"), "位数少": _cut("2635.20")}
APART = {"没有写核减": a_report(claims=(a_claim("initial", "100"), a_claim("budget", "90")))}
