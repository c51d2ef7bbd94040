"""EX04: the reason names another deduction than the points show."""

import re
from decimal import Decimal
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.characters import narrow
from jixiao.model.evaluation import Evaluation
from jixiao.model.number import decimal, known, tidy

_POINTS: Final = re.compile(r"扣(?:除|减|去|掉)?\s?(\d{1,3}(?:\.\d{1,2})?)\s?分", re.ASCII)
_SHARE: Final = re.compile(r"扣(?:除|减|去|掉)?(?:该项)?(?:分值)?(?:的)?\s?(\d{1,3})\s?%", re.ASCII)
_ROUNDING: Final = Decimal("0.005")


@check("EX04", on=document, at="indicators", severity=WARNING, basis=["county-review-14"])
def stated_deduction_is_not_that_of_the_points(d: Evaluation) -> Answer:
    """原因里写的扣分与得分对不上

    为什么要查：原因写“扣2分”“扣30%”，分值减得分就要正好是它；每一笔扣分都要说得清。
    怎么改：按原因改得分，或者按得分改原因里的数。
    不适用于：原因里没有写扣多少分的表。
    """
    stated = [(n, row, said) for n, row in enumerate(d.indicators) if row.reason and (said := _stated(row.reason))]
    missing = [f"indicators[{n}].reason" for n, row in enumerate(d.indicators) if row.reason is None]
    if "reason" not in d.columns or not (stated or missing):
        return NOT_APPLICABLE
    faults = []
    for n, row, (points, share) in stated:
        weight, score = known(row.weight), known(row.score)
        missing.extend(f"indicators[{n}].{name}" for name in ("weight", "score") if getattr(row, name) is None)
        if weight is None or score is None:
            continue
        due = points + share * weight / 100
        if abs(weight - score - due) > _ROUNDING:
            facts = {"level3": row.level3 or "", "due": tidy(due), "lost": tidy(weight - score)}
            faults.append(Fault(f"indicators[{n}].reason", facts=facts))
    return faults or (Unsure(tuple(missing)) if missing else [])


def _stated(reason: str) -> tuple[Decimal, Decimal] | None:
    """The points and the percentages that a reason says are taken off; None where it says none."""
    text = narrow(reason)
    points, shares = ([decimal(one) for one in form.findall(text)] for form in (_POINTS, _SHARE))
    return (sum(points, Decimal(0)), sum(shares, Decimal(0))) if points or shares else None


SAYS = "“{level3}”按原因应扣 {due} 分，实际少了 {lost} 分。"
FIRES = {
    "写扣二实扣一": an_evaluation(an_indicator(score=9, reason="两次巡检未做，扣2分")),
    "写扣三成": an_evaluation(an_indicator(score=8, reason="部分任务未完成，扣30%")),
}
SILENT = {
    "相符": an_evaluation(an_indicator(score=8, reason="两次巡检未做，扣2分")),
    "两笔": an_evaluation(an_indicator(score=7, reason="迟报扣1分，漏报扣2分")),
}
APART = {"没有写": an_evaluation(an_indicator(score=9, reason="两次巡检未做"))}
UNSURE = {"得分没读出来": an_evaluation(an_indicator(score=None, reason="扣2分"))}
