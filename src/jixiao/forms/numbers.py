"""Cells that hold one number: weights, points, amounts, rates."""

import re
from typing import Final

from jixiao.model.characters import narrow
from jixiao.model.number import DIGITS, Number, decimal, fits
from jixiao.model.terms import is_empty

_NUMBER: Final = re.compile(rf"(-?{DIGITS})(%|分|[百千万亿]*元)?", re.ASCII)


def parse_number(text: str, money_unit: str = "") -> Number:
    """The number in a cell: "" for a blank cell or a dash, None for what is not a number or fits no column.

    Percent and 分 are dropped. An amount may repeat the unit of its block, `money_unit`; another unit is refused.
    """
    bare = narrow(text)
    if is_empty(bare):
        return ""
    match = _NUMBER.fullmatch(bare)
    if match is None or match[2] not in (None, "%", "分", money_unit):
        return None
    value = decimal(match[1])
    return value if fits(value) else None
