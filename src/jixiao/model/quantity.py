"""Targets and actual values: printed text → operator, numbers and unit, a deadline, or words."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from jixiao.model.characters import narrow
from jixiao.model.dates import last_day
from jixiao.model.evaluation import Quantity
from jixiao.model.number import DIGITS, decimal, fits
from jixiao.model.numerals import arabic, multiple_of
from jixiao.model.terms import Op

# Words before a number; a longer word stands before the shorter that it begins with.
_BEFORE: Final = {
    **dict.fromkeys(
        ("大于或等于", "大于等于", "不低于", "不少于", "不小于", "至少", "≥", "≧", "⩾", ">=", "=>"), Op.AT_LEAST
    ),
    **dict.fromkeys(("小于或等于", "小于等于", "不超过", "不高于", "不大于", "不多于", "至多", "最多"), Op.AT_MOST),
    **dict.fromkeys(("≤", "≦", "⩽", "<=", "=<"), Op.AT_MOST),
    **dict.fromkeys(("大于", "超过", "高于", "多于", ">"), Op.MORE),
    **dict.fromkeys(("小于", "低于", "少于", "<"), Op.LESS),
    **dict.fromkeys(("等于", "=", "═"), Op.EQUAL),
    **dict.fromkeys(("达到", "达", "为", "完成", ""), Op.NONE),
}
# Words after it: they include the number, as in law.
_AFTER: Final = {
    **dict.fromkeys(("及以上", "或以上", "以上"), Op.AT_LEAST),
    **dict.fromkeys(("及以下", "或以下", "以下", "以内", "之内", "内"), Op.AT_MOST),
}
# A unit is short, has no digits, and does not make the number a date, a rough figure or a sentence.
_UNIT: Final = (
    r"(?:%|‰|℃|㎡|m²|m³"
    r"|(?![余多几来左月日号前后底末至到或及以之])(?!年[度底末初中前内])[a-zA-Z\u4e00-\u9fff㎡]{1,5}?"
    r"(?:/[a-zA-Z\u4e00-\u9fff㎡]{1,3}?)?)"
)
_ROUGH: Final = ("左右", "余", "完成", "达到", "前", "不", "未", "以上", "以下")
_NUMBER: Final = rf"-?{DIGITS}"
_ONE: Final = re.compile(f"({'|'.join(map(re.escape, _BEFORE))})({_NUMBER})({_UNIT})?({'|'.join(_AFTER)})?", re.ASCII)
_RANGE: Final = re.compile(f"({_NUMBER})({_UNIT})?(?:-|~|[—―]{{1,2}}|–|至|到)({_NUMBER})({_UNIT})?", re.ASCII)
# Forms print the unit in brackets after the number: ≥12.00(次).
_BRACKETED: Final = re.compile(r"(?<=\d)\(([^()]{1,6})\)$")
_YEAR: Final = range(1900, 2100)
_LONGEST: Final = 60
# Texts whose reading is kept; 100% and its like stand in every form.
_HELD: Final = 4096


def beside(actual: Quantity, target: str) -> Quantity:
    """An actual value without a unit counts in that of the target beside it: 5.6 beside ≥5万人次 is 56,000."""
    power = multiple_of(_plain(target))
    if not power or actual.unit is not None or actual.low is None or actual.high is None:
        return actual
    low, high = (Decimal(format(end.scaleb(power), "f")) for end in (actual.low, actual.high))
    return replace(actual, low=low, high=high) if fits(low) and fits(high) else Quantity(Op.UNREAD)


@lru_cache(_HELD)
def parse_quantity(text: str) -> Quantity:
    """What a printed target or actual value says.

    Numbers keep their printed places. A blank cell is Op.TEXT with text ""; Op.UNREAD is a number that fits no column.
    """
    words = text.strip()
    if len(words) > _LONGEST:
        return Quantity(Op.TEXT, text=words)
    bare = _BRACKETED.sub(r"\1", arabic(_plain(words)))
    deadline = last_day(bare)
    if deadline is not None:
        return Quantity(Op.BEFORE, text=deadline.isoformat())
    return _range(bare) or _one(bare) or Quantity(Op.TEXT, text=words)


def _one(bare: str) -> Quantity | None:
    match = _ONE.fullmatch(bare)
    if match is None:
        return None
    before, digits, unit, after = match.groups()
    op = _BEFORE[before]
    if not _is_unit(digits, unit) or (after and op is not Op.NONE):
        return None
    number = decimal(digits)
    return _held(_AFTER.get(after, op), number, number, unit)


def _range(bare: str) -> Quantity | None:
    match = _RANGE.fullmatch(bare)
    if match is None:
        return None
    low, low_unit, high, unit = match.groups()
    if low_unit not in (None, unit) or not _is_unit(high, unit) or decimal(low) > decimal(high):
        return None
    return _held(Op.BETWEEN, decimal(low), decimal(high), unit)


def _is_unit(digits: str, unit: str | None) -> bool:
    if unit is None:
        return True
    return not any(word in unit for word in _ROUGH) and not (unit.startswith("年") and decimal(digits) in _YEAR)


def _held(op: Op, low: Decimal, high: Decimal, unit: str | None) -> Quantity:
    if not (fits(low) and fits(high)):
        return Quantity(Op.UNREAD)
    return Quantity(op, low, high, unit)


def _plain(words: str) -> str:
    return narrow(words).rstrip("。.;；,，、")
