"""What the rows of an indicator table look like, as prices for the search."""

from collections.abc import Container, Mapping, Sequence
from decimal import Decimal
from typing import Final

from jixiao.forms import shapes
from jixiao.forms.labels import field_of
from jixiao.forms.prices import PRICES
from jixiao.forms.search import Stretch

_CLASSES: Final = frozenset(("level1", "level2", "group1", "group2"))
_GROUPS: Final = frozenset(("group1", "group2"))
_VALUES: Final = frozenset(("target", "actual", "weight", "score"))
_MISSING: Final = {
    "level3": 45,
    "target": 14,
    "actual": 14,
    "weight": 25,
    "score": 25,
    "sign": 8,
    "direction": 8,
    "unit": 4,
}
# In a row 其中, or one that a template left empty.
_OPTIONAL: Final = _VALUES | {"sign", "direction", "unit"}
_OPENING: Final = frozenset(("level3", "target", "actual", "weight"))
# What a row is worth that has all its columns.
_COMPLETE: Final = -14
# A bare number as an actual value where no header promises one.
_UNSURE: Final = 8
# Where columns are a guess, or a name is lost, a missing cell says a third as much.
_GUESS: Final = 3
_ASIDE: Final = 40
# A unit alone in its cell is printed where a value is to be filled in.
_STRAY_UNIT: Final = 8
_NEAR: Final = Decimal("0.006")


class IndicatorGrammar:
    """Rows of classes, a name, values and points in the order of a header.

    sure: the header was printed; otherwise the columns are a guess, and any of them may be missing.
    """

    agreed = -40

    def __init__(self, columns: Sequence[str], *, sure: bool = True) -> None:
        self.columns = columns
        self._sure = sure
        self._title = columns.index("level3") if "level3" in columns else -1
        self._main = {"level3"} | _VALUES & set(columns)
        self._prices = [PRICES[name] for name in columns]

    def first(self, column: int) -> bool:
        """A row may begin with a class or a name, or, where the name is lost, with a value."""
        name = self.columns[column]
        return column == 0 or (column < self._title and name not in _GROUPS) or name in _OPENING

    def cell(self, column: int, stretch: Stretch) -> int | None:
        """The price of a stretch in a column."""
        price = self._prices[column](stretch)
        unsure = not self._sure and self.columns[column] == "actual" and shapes.is_number(stretch.text)
        return price + _UNSURE if unsure and price is not None else price

    def aside(self, stretch: Stretch) -> int:
        """A stray label of the header costs nothing, a unit without its number little; others should have a column."""
        if field_of("indicators", stretch.text) and stretch.bounded:
            return 0
        if stretch.bounded and shapes.is_unit(stretch.text):
            return _STRAY_UNIT
        return _ASIDE + stretch.crossed // 2 + len(stretch.text)

    def missing(self, column: int, row: Mapping[int, str]) -> int:
        """The price of a column without a cell."""
        name = self.columns[column]
        title = row.get(self._title, "")
        if name in _OPTIONAL and title and (shapes.is_placeholder(title) or shapes.is_sub(title)):
            return 0
        price = _MISSING.get(name, 0)
        if not title and name != "level3":
            price //= _GUESS
        return price if self._sure else price // _GUESS

    def heading(self, row: Mapping[int, str]) -> bool:
        """A row of classes alone, whose indicators a template left out."""
        return all(self.columns[column] in _CLASSES for column in row)

    def is_complete(self, names: Container[str]) -> bool:
        """Whether a row has a name and all the values and points that the header promises, and it promises some."""
        return len(self._main) > 1 and all(name in names for name in self._main)

    def row(self, row: Mapping[int, str]) -> int:
        """Below 0 where points and values of a row agree."""
        cells = {self.columns[column]: text for column, text in row.items()}
        complete = self._main <= cells.keys() and not shapes.is_placeholder(cells["level3"])
        return _points(cells) + _values(cells) + _names(cells) + (_COMPLETE if complete else 0)


def _points(cells: Mapping[str, str]) -> int:
    """A score is at most the weight, and below it in proportion to what was achieved."""
    if "weight" not in cells or "score" not in cells:
        return 0
    weight, score = shapes.figure(cells["weight"]), shapes.figure(cells["score"])
    if weight is None or score is None:
        return 0
    if score >= weight:
        return 40 if score > weight else -8
    if shapes.is_words(cells.get("reason", "")):
        return -12
    target, actual = (shapes.figure(cells.get(name, "")) for name in ("target", "actual"))
    due = target and actual is not None and abs(weight * actual - score * target) <= target * _NEAR
    return -10 if due else 0


def _values(cells: Mapping[str, str]) -> int:
    target, actual = cells.get("target"), cells.get("actual")
    if target is None or actual is None:
        return 0
    if actual in (target, target + cells.get("unit", "")):
        return -14
    one, other = shapes.unit_of(target), shapes.unit_of(actual)
    if (one is None) != (other is None):
        return 3
    return -6 if one == other and one is not None else 0


def _names(cells: Mapping[str, str]) -> int:
    """A name that repeats its neighbour is a cell cut in two; a first class without a second is often the second."""
    if "level1" not in cells and "level2" not in cells and "target" not in cells:
        return 0
    name = cells.get("level3")
    halved = name is not None and name in (cells.get("target"), cells.get("level2"))
    lone = "level1" in cells and "level2" not in cells
    second = lone and shapes.class_pattern("level2").fullmatch(cells["level1"]) is not None
    return (10 if halved else 0) + (7 if lone else 0) + (18 if second else 0)
