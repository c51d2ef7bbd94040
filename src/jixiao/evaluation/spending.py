"""What was paid in the year, by quarter and by line of the budget, exactly."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.model.measurement import EvidenceGrade, Measurement
from jixiao.model.number import in_yuan

QUARTERS: Final = (1, 2, 3, 4)
# The id of the measurement of kind amount_paid that every evaluation has; its parts are in 元.
MEASUREMENT: Final = "payments"
_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Spending:
    """Sums in 元 over the payments of the year. cross_year: for service of earlier years."""

    total: Decimal
    by_quarter: Mapping[int, Decimal]
    by_fee: Mapping[str, Decimal]
    cross_year: Decimal
    count: int
    grade: EvidenceGrade
    measurement: str


def spending_of(measurements: Mapping[str, Measurement]) -> Spending:
    """What the measurement of the payments says; nothing was paid where there is none."""
    one = measurements.get(MEASUREMENT)
    if one is None or one.value is None:
        return Spending(_ZERO, {}, {}, _ZERO, 0, EvidenceGrade.STATED, "")
    return Spending(
        in_yuan(one.value, one.unit),
        {quarter: one.parts.get(f"quarter_{quarter}_paid", _ZERO) for quarter in QUARTERS},
        {fee: amount or _ZERO for fee, amount in one.series.get("by_fee", ())},
        one.parts.get("cross_year", _ZERO),
        int(one.parts.get("count", _ZERO)),
        one.grade,
        one.id,
    )
