"""Rows that a person judges: the tier, the band of the tier, the person's number (domain §3.4)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.law.snapshot import Law
from jixiao.model.number import Number, tidy
from jixiao.model.terms import Origin, Tier, fold, says_not_done
from jixiao.scoring.points import Points, Undecided, places_in_force
from jixiao.scoring.portion import rounded

_PARTIAL: Final = ("部分达成", "部分完成", "部分实现")
_MET: Final = ("达成", "完成")
# Beside these, or beside a figure, 达成 and 完成 say less than "met".
_HEDGES: Final = ("未", "没", "不", "无", "部分", "基本", "正在", "预计")
_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Band:
    """The points between which a judge may choose: low ≤ s ≤ high, or low ≤ s < high where it is open."""

    low: Decimal
    high: Decimal
    closed: bool
    basis: tuple[str, ...]

    def __contains__(self, score: Decimal) -> bool:
        return self.low <= score < self.high or (self.closed and score == self.high)

    def __str__(self) -> str:
        low, high = tidy(self.low), tidy(self.high)
        if self.closed:
            return f" {low}～{high} 分"
        return f"不少于 {low} 分、不足 {high} 分" if self.low else f"不足 {high} 分"


def tier_of(target: str, actual: str) -> Tier | None:
    """The tier that the printed words name; None where they name none."""
    wanted, said = _core(target), _core(actual)
    if said == wanted:
        return Tier.MET
    if says_not_done(said):
        return Tier.UNMET
    if any(word in said for word in _PARTIAL):
        return Tier.PARTIAL
    plain = not any(word in said for word in _HEDGES) and not any(sign.isdecimal() for sign in said)
    return Tier.MET if plain and any(word in said for word in _MET) else None


def band_of(tier: Tier | None, weight: Decimal, law: Law) -> Band:
    """The band of a tier in force, edges rounded first; the whole weight where the tier is not known.

    Raises:
        Undecided: the law in force has no bands.
    """
    if tier is None:
        return Band(Decimal(0), weight, closed=True, basis=())
    if tier is Tier.MET:
        return Band(_edge("band.met", weight, law), weight, closed=True, basis=("band.met", "score.places"))
    if tier is Tier.UNMET:
        return below("band.partial", weight, law)
    low, high = _edge("band.partial", weight, law), _edge("band.met", weight, law)
    return Band(low, high, closed=False, basis=("band.partial", "band.met", "score.places"))


def below(edge: str, weight: Decimal, law: Law) -> Band:
    """From 0 to below an edge.

    Raises:
        Undecided: the law in force does not give this edge.
    """
    return Band(Decimal(0), _edge(edge, weight, law), closed=False, basis=(edge, "score.places"))


def judge(score: Number, weight: Decimal, band: Band, finding: str, *, met: bool | None) -> Points:
    """The printed score as a person's judgement if it lies in the band, otherwise blank: nobody else may choose.

    finding: the Chinese half-sentence that says why this band applies.
    """
    said = f"{finding}，应得{band}"
    if score is None:
        origin, points, why = Origin.BLANK, None, f"{said}，但没有读到自评得分"
    elif score == "":
        origin, points, why = Origin.BLANK, None, f"{said}，但没有填写自评得分"
    elif score in band:
        origin, points, why = Origin.JUDGED, score, f"{said}；自评打分 {tidy(score)} 分，未写明评分人"
    else:
        origin, points, why = Origin.BLANK, None, f"{said}；自评打分 {tidy(score)} 分，不在范围内"
    return Points(origin, points, weight, why, band.basis, band.low, band.high, met)


def judge_tier(tier: Tier | None, actual: str, score: Number, weight: Decimal, law: Law) -> Points:
    """The printed score against the band of a tier.

    Raises:
        Undecided: the law in force has no bands.
    """
    shown = actual if len(actual) <= _SHOWN else f"{actual[:_SHOWN]}…"
    finding = f"实际“{shown}”" + (f"属于“{tier}”" if tier else "没有说明达成到什么程度")
    return judge(score, weight, band_of(tier, weight, law), finding, met=None if tier is None else tier is Tier.MET)


def _edge(name: str, weight: Decimal, law: Law) -> Decimal:
    share = law.number(name)
    if share is None:
        raise Undecided("现行规定没有写明定性指标各档的得分范围", name)
    return rounded(weight * share, places_in_force(law))


def _core(text: str) -> str:
    return fold(text).rstrip("。.;；")
