"""Which cells of a ragged row stand in which columns, where the row has fewer than its header."""

from collections.abc import Mapping, Sequence
from typing import Final

from jixiao.forms.numbers import parse_number
from jixiao.forms.prices import PRICES
from jixiao.forms.search import Stretch
from jixiao.model.characters import narrow
from jixiao.model.layout import Cell

_AMOUNTS: Final = frozenset(("initial", "budget", "executed", "rate"))
# What a cell costs that cannot stand in its column, and one that is blank.
_UNFIT: Final = 80
_BLANK: Final = 3


def shift_of(fields: Mapping[str, int], cells: Sequence[Cell], width: int) -> int:
    """By how many columns the cells of a row stand left of the header's, from 0 to all that the row lacks.

    What is missing are the labels at the left, merged with those above, or blank cells at the right whose tabs were
    stripped; the shift counts under which the cells fit their columns best, of equals the greatest.
    """
    missing = width - len(cells)
    if missing <= 0:
        return missing
    return max(range(missing + 1), key=lambda shift: (-_misfit(fields, cells, shift), shift))


def _misfit(fields: Mapping[str, int], cells: Sequence[Cell], shift: int) -> int:
    stand = {field: at - shift for field, at in fields.items()}
    return sum(_price(field, cells[at].text) if 0 <= at < len(cells) else _BLANK for field, at in stand.items())


def _price(field: str, text: str) -> int:
    text = narrow(text)
    if not text:
        return _BLANK
    if field in _AMOUNTS:
        return _UNFIT if parse_number(text.rstrip("亿万千百元")) is None else 0
    price = PRICES[field](Stretch(text)) if field in PRICES else 0
    return _UNFIT if price is None else price
