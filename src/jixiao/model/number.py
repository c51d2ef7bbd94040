"""Numbers as they are printed.

A printed number is a `Decimal` that keeps its trailing zeros: its exponent is the last printed place, so the value and
the precision it was printed with can never drift apart. `Decimal("2635.20")` 万元 says "to the hundred yuan";
`Decimal("2635.2")` does not.
"""

from decimal import Decimal
from typing import Final, Literal

# Three kinds of nothing: a blank cell is "", a cell that could not be read is None, a column that the form does not
# have is None as well and missing from `Evaluation.columns`.
Number = Decimal | Literal[""] | None

# 元 per unit, as powers of ten.
MONEY_UNITS: Final = {"元": 0, "百元": 2, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8}

# Thousands separators only where they separate thousands: 1,2 is not a number.
DIGITS: Final = r"(?:\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.\d{1,30})?"

# Columns hold 18 digits: points, targets and percentages six of them after the point, money in 元 two.
PLACES: Final = 6
MONEY_PLACES: Final = 2
_DIGITS_HELD: Final = 18


def decimal(digits: str) -> Decimal:
    """Printed digits, perhaps with thousands separators, keeping their trailing zeros."""
    return Decimal(digits.replace(",", ""))


def known(value: Number) -> Decimal | None:
    """The number, or None where the cell is blank, unread or absent."""
    return value if isinstance(value, Decimal) else None


def step(printed: Decimal) -> Decimal:
    """The unit of the last printed place: 0.01 for 98.10, 1 for 98, 100 for 2.63E+3."""
    return Decimal(1).scaleb(_exponent(printed))


def contradicts(a: Decimal, b: Decimal) -> bool:
    """Whether two printings cannot be of one number.

    A printing x with last place u stands for the half-open interval [x - u/2, x + u/2); two printings contradict each
    other when their intervals do not meet (design §3.6).
    """
    return 2 * abs(a - b) >= step(a) + step(b)


def in_yuan(amount: Decimal, unit: str) -> Decimal:
    """An amount printed in `unit` as 元, keeping the precision it was printed with.

    Raises:
        KeyError: the unit is not one of `MONEY_UNITS`.
    """
    return amount.scaleb(MONEY_UNITS[unit])


def fits(value: Decimal, places: int = PLACES) -> bool:
    """Whether a column can hold a number exactly: 18 digits, of which `places` stand after the point."""
    return abs(value) < Decimal(10) ** (_DIGITS_HELD - places) and (
        _exponent(value) >= -places or value == round(value, places)
    )


def plain(value: Decimal) -> str:
    """The digits as printed, never in scientific notation."""
    return format(value, "f")


def tidy(value: Decimal) -> str:
    """The shortest exact spelling: 8.50 → 8.5, 2.0E+1 → 20."""
    digits = plain(value)
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"not a finite number: {value}")  # noqa: TRY004  the value is wrong, not its type
    return exponent
