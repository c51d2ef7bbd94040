"""What the numbers of a fund line look like, as prices for the search."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from jixiao.forms import shapes
from jixiao.forms.search import Stretch

_AMOUNTS: Final = frozenset(("initial", "budget", "executed"))
_UNITS: Final = ("亿元", "万元", "千元", "元", "万")
# Points that fund lines are usually worth.
_USUAL: Final = frozenset(("10", "20", "9", "5", "100"))
# Amounts of one line that are further apart were cut in the wrong place.
_APART: Final = 20
_ASIDE: Final = 20
_DIGIT: Final = 5
_PERCENT: Final = Decimal(100)


class FundGrammar:
    """Amounts, rate and points of one line, in the order of a header."""

    agreed = -32

    def __init__(self, columns: Sequence[str]) -> None:
        self.columns = columns

    def first(self, column: int) -> bool:
        """A line begins with its first amount."""
        return column == 0

    def heading(self, _row: Mapping[int, str]) -> bool:
        """A line is never complete before its last column."""
        return False

    def cell(self, column: int, stretch: Stretch) -> int | None:
        """The price of a stretch in a column."""
        name, text = self.columns[column], stretch.text
        if name == "reason":
            return None if stretch.torn or not shapes.han(text) else 12 + stretch.crossed
        if stretch.crossed:
            return None
        if shapes.is_dash(text):
            return 4
        if name in _AMOUNTS:
            return _amount(text)
        return _rate(text) if name == "rate" else _points(text)

    def aside(self, stretch: Stretch) -> int:
        """Words behind the numbers are no concern of the line; digits are."""
        return _ASIDE + stretch.crossed // 2 + _DIGIT * sum(sign.isdigit() for sign in stretch.text)

    def missing(self, column: int, _row: Mapping[int, str]) -> int:
        """The price of a column without a number."""
        return 0 if self.columns[column] == "reason" else 14

    def row(self, row: Mapping[int, str]) -> int:
        """Below 0 where the rate is that of the amounts, and the score that of the rate."""
        cells = {
            self.columns[column]: _figure(text) for column, text in row.items() if self.columns[column] != "reason"
        }
        budget, executed, rate = (cells.get(name) for name in ("budget", "executed", "rate"))
        budget = budget if budget is not None else cells.get("initial")
        price = -4 if budget is not None and budget == executed else 0
        amounts = [amount for name in _AMOUNTS if (amount := cells.get(name)) is not None]
        price += 12 if amounts and max(amounts) > _APART * min(amounts) else 0
        if budget and executed is not None and rate is not None:
            due = executed / budget
            price += -16 if abs(due * _PERCENT - rate) < 1 or abs(due - rate) < Decimal("0.006") else 12
        weight, score = cells.get("weight"), cells.get("score")
        if weight is not None and score is not None:
            price += 30 if score > weight else -4
            earned = rate is not None and abs(weight * rate - score * _PERCENT) <= weight
            price += -8 if earned else 0
        return price


def _amount(text: str) -> int | None:
    for unit in _UNITS:
        text = text.removesuffix(unit)
    return 0 if shapes.is_number(text) else None


def _rate(text: str) -> int | None:
    return 6 if shapes.is_number(text) else 0 if shapes.is_rate(text) else None


def _points(text: str) -> int | None:
    return None if not shapes.is_points(text) else 0 if text in _USUAL else 3


def _figure(text: str) -> Decimal | None:
    for unit in (*_UNITS, "%", "分"):
        text = text.removesuffix(unit)
    return Decimal(text.replace(",", "")) if shapes.is_number(text) else None
