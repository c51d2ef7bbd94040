"""Cells that hold one number: weights, points, amounts, rates."""

import re
from typing import Final

from jixiao.model.characters import narrow
from jixiao.model.number import DIGITS, Number, decimal, fits

_NUMBER: Final = re.compile(rf"(-?{DIGITS})(%|分|[百千万亿]+元?|元)?", re.ASCII)
_DASHES: Final = frozenset("-—–―─‐‑/\\")


def parse_number(text: str, money_unit: str = "") -> Number:
    """The number in a cell: "" for a blank cell or a dash, None for what is not a number or fits no column.

    Percent and 分 are dropped. An amount may repeat the unit of its block, `money_unit`; another unit is refused.
    """
    bare = narrow(text)
    if set(bare) <= _DASHES:
        return ""
    match = _NUMBER.fullmatch(bare)
    if match is None or match[2] not in (None, "%", "分", money_unit, money_unit.removesuffix("元") or None):
        return None
    value = decimal(match[1])
    return value if fits(value) else None
