"""Rows with a numeric target (domain §3.3).

The formulas are those of software in use; the national text only says "in proportion".
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from jixiao.law.snapshot import Law
from jixiao.model.number import tidy
from jixiao.model.terms import Op, Origin
from jixiao.scoring.figures import Figures
from jixiao.scoring.points import Points, Undecided, places_in_force
from jixiao.scoring.portion import portion

_HIGHER: Final = (Op.AT_LEAST, Op.MORE, Op.EQUAL)
_LOWER: Final = (Op.AT_MOST, Op.LESS)
_LINEAR, _INVERSE = Decimal(1), Decimal(2)  # formula.reverse
_ADVICE: Final = {
    "require_reason": "，应当说明原因",
    "manual_reduce": "，应当分析原因，可以人工调减得分",
    "formula_reduce": "，应当分析原因",
}


@dataclass(frozen=True, slots=True)
class _Share:
    """The share of the weight that is earned: part ÷ whole.

    how: the comparison with the target in words. formula: the share spelled out.
    """

    part: Decimal
    whole: Decimal
    how: str
    formula: str = ""
    basis: tuple[str, ...] = ()


def compute(figures: Figures, weight: Decimal, law: Law) -> Points:
    """The points that the formula in force gives.

    A negative actual value counts as 0. Over-achievement leaves the points full; what follows from it is said.

    Raises:
        Undecided: no formula in force covers these figures.
    """
    share = _share(figures, law)
    sentence = f"实际 {figures.actual}{'（负数按 0 计）' if figures.v < 0 else ''}，{share.how}"
    basis = share.basis
    if share.part == share.whole:
        points, sentence = weight, f"{sentence}，得满分 {tidy(weight)} 分"
    elif share.part == 0:
        points, sentence = Decimal(0), f"{sentence}，得 0 分"
    else:
        points = portion(weight, share.part, share.whole, places_in_force(law))
        sentence = f"{sentence}，按比例 {tidy(weight)}×{share.formula}={tidy(points)} 分"
        basis += ("score.places",)
    row = Points(Origin.COMPUTED, points, weight, sentence, basis, met=_met(figures))
    return _with_excess(row, figures, weight, law)


def _share(figures: Figures, law: Law) -> _Share:
    low, v = figures.low, max(figures.v, Decimal(0))
    if low < 0 or figures.high < low:
        raise Undecided(f"目标 {figures.target} 是负数或者上下限颠倒，没有公式可用")
    if figures.op is Op.NONE:
        return _every_reading(figures)
    if figures.op in _LOWER or (figures.op is Op.BETWEEN and v > figures.high):
        return _reverse(figures, v, law)
    if low == 0 and (figures.op, v == 0) in ((Op.MORE, True), (Op.EQUAL, False)):
        return _Share(Decimal(0), Decimal(1), f"没有做到目标 {figures.target}")
    if v >= low:
        return _Share(Decimal(1), Decimal(1), f"达到目标 {figures.target}")
    return _Share(v, low, f"低于目标 {figures.target}", f"{figures.show(v)}÷{figures.show(low)}")


def _every_reading(figures: Figures) -> _Share:
    if figures.v != figures.low:
        raise Undecided(
            f"目标 {figures.target} 没有写明不低于、等于还是不高于，实际 {figures.actual} 与它不等，无法按公式计分"
        )
    return _Share(Decimal(1), Decimal(1), f"与目标 {figures.target} 相等，无论目标是不低于、等于还是不高于")


def _reverse(figures: Figures, v: Decimal, law: Law) -> _Share:
    limit, basis = figures.high, ("formula.reverse",)
    if v <= limit:
        return _Share(Decimal(1), Decimal(1), f"没有超过目标 {figures.target}")
    variant = law.number("formula.reverse")
    if variant not in (_LINEAR, _INVERSE):
        raise Undecided(f"实际 {figures.actual}，超过目标 {figures.target}，现行规定没有写明反向指标的公式", *basis)
    how = f"超过目标 {figures.target}"
    if limit == 0:
        return _Share(Decimal(0), Decimal(1), how, basis=basis)
    if variant == _INVERSE:
        return _Share(limit, v, how, f"{figures.show(limit)}÷{figures.show(v)}", basis)
    if v >= 2 * limit:
        return _Share(Decimal(0), Decimal(1), f"{how} 一倍以上", basis=basis)
    return _Share(
        2 * limit - v, limit, how, f"（2×{figures.show(limit)}−{figures.show(v)}）÷{figures.show(limit)}", basis
    )


def _met(figures: Figures) -> bool:
    """The target as it is worded; the formula may be milder (full points for 1 against >1)."""
    low, high, v = figures.low, figures.high, figures.v
    return {
        Op.AT_LEAST: v >= low,
        Op.MORE: v > low,
        Op.AT_MOST: v <= low,
        Op.LESS: v < low,
        Op.BETWEEN: low <= v <= high,
    }.get(figures.op, v == low)


def _excess_from(figures: Figures, law: Law) -> tuple[str, Decimal | None]:
    """The parameter that says from which value on a target is over-achieved, and that value."""
    if figures.low == 0:
        at = law.number("over.zero_target_at")
        return "over.zero_target_at", None if at is None else at.scaleb(figures.shift)
    at = law.number("over.at")
    return "over.at", None if at is None else at * figures.low


def _with_excess(row: Points, figures: Figures, weight: Decimal, law: Law) -> Points:
    """The row; where it is over-achieved, with what the law says of that and its formula's points as a proposal."""
    name, bound = _excess_from(figures, law)
    if figures.op not in _HIGHER or bound is None or figures.v < bound:
        return row
    action = law.word("over.action")
    why = f"{row.why}；实际不少于 {figures.show(bound)}{figures.unit}，大幅超过目标{_ADVICE.get(action, '')}"
    proposal = None
    if action == "formula_reduce" and figures.low > 0:
        left = max(Decimal(0), figures.low + bound - figures.v)
        proposal = portion(weight, min(left, figures.low), figures.low, places_in_force(law))
        why = f"{why}，按偏离程度可调减为 {tidy(proposal)} 分（仅供参考）"
    return replace(row, why=why, basis=(*row.basis, name, "over.action"), over=True, proposal=proposal)
