"""Cells that hold one number: weights, points, amounts, rates."""

import re
from functools import lru_cache
from typing import Final

from jixiao.model.characters import narrow
from jixiao.model.number import DIGITS, Number, decimal, fits
from jixiao.model.terms import is_empty

# Texts whose number is kept; each cell is asked for its own many times.
_HELD: Final = 4096
_NUMBER: Final = re.compile(rf"(-?{DIGITS})(%|分|[百千万亿]+元?|元)?", re.ASCII)
# What a form says of points that nobody can give: the cell is as good as blank, the total is what was earned.
_UNDECIDED: Final = "无法判断"
_EARNED: Final = re.compile(rf"已得({DIGITS})分,另{DIGITS}分{_UNDECIDED}", re.ASCII)


@lru_cache(_HELD)
def parse_number(text: str, money_unit: str = "") -> Number:
    """The number in a cell: "" for a blank cell, a dash or 无法判断, None for what is no number or fits no column.

    Percent and 分 are dropped; 已得87分，另10分无法判断 is 87. An amount may repeat the unit of its block,
    `money_unit`; another unit is refused.
    """
    bare = narrow(text)
    if is_empty(bare) or bare == _UNDECIDED:
        return ""
    earned = _EARNED.fullmatch(bare)
    if earned is not None:
        return decimal(earned[1])
    match = _NUMBER.fullmatch(bare)
    if match is None or match[2] not in (None, "%", "分", money_unit, money_unit.removesuffix("元") or None):
        return None
    value = decimal(match[1])
    return value if fits(value) else None
