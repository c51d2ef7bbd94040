"""What one row earns and why."""

from dataclasses import dataclass
from decimal import Decimal

from jixiao.law.snapshot import Law
from jixiao.model.terms import Origin


@dataclass(frozen=True, slots=True)
class Points:
    """The points of one row.

    points: None unless origin is COMPUTED or JUDGED. weight: None where it was not read. why: one Chinese sentence
    with the figures. basis: names of the law's parameters that were used. low, high: the band in which a judged number
    must lie, None where nobody judges; `why` says whether the upper end belongs to it. met: whether the target was met,
    None where that cannot be told. over: whether the actual value is so far above the target that the law in force asks
    for an explanation. proposal: what the law's formula would reduce the points to; never applied.
    """

    origin: Origin
    points: Decimal | None
    weight: Decimal | None
    why: str
    basis: tuple[str, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    met: bool | None = None
    over: bool = False
    proposal: Decimal | None = None


class Undecided(Exception):  # noqa: N818  an answer, not a mistake
    """No rule gives this row points: `why` in Chinese, `basis` the parameters that were looked up."""

    def __init__(self, why: str, *basis: str) -> None:
        super().__init__(why)
        self.why = why
        self.basis = basis

    def points(self, weight: Decimal | None) -> Points:
        """The blank row that this makes."""
        return Points(Origin.BLANK, None, weight, self.why, self.basis)


def places_in_force(law: Law) -> int:
    """The decimals that points are rounded to.

    Raises:
        Undecided: the law in force does not say.
    """
    places = law.number("score.places")
    if places is None:
        raise Undecided("现行规定没有写明得分保留几位小数", "score.places")
    return int(places)
