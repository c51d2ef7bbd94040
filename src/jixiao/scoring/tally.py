"""Sums over rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from jixiao.model.terms import Origin
from jixiao.scoring.points import Points


@dataclass(frozen=True, slots=True)
class Tally:
    """The sums over some rows.

    earned: the points. undecided, waived: weights of the blank and of the waived rows. full: weights of all but the
    waived rows. unweighted: how many rows have no readable weight; no sum holds them.
    """

    earned: Decimal
    undecided: Decimal
    full: Decimal
    waived: Decimal
    unweighted: int

    @property
    def best(self) -> Decimal:
        """The points if every undecided row earned its whole weight."""
        return self.earned + self.undecided


def tally(rows: Iterable[Points]) -> Tally:
    """Add up rows."""
    weights = {origin: Decimal(0) for origin in Origin}
    earned, unweighted = Decimal(0), 0
    for row in rows:
        weights[row.origin] += row.weight or 0
        earned += row.points or 0
        unweighted += row.weight is None
    waived = weights[Origin.WAIVED]
    return Tally(earned, weights[Origin.BLANK], sum(weights.values(), -waived), waived, unweighted)
