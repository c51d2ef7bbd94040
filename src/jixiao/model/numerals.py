"""Chinese numerals where nothing else can be meant: 三套, 百分之九十八; 一般 and 三公经费 stay words."""

import re
from decimal import Decimal
from typing import Final

_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_NUMERAL: Final = f"[{''.join(_DIGITS)}十百千万]{{1,12}}"
_MEASURES: Final = "个月?|套|次|件|人|家|台|份|条|项|场|期|天|处|座|户|名|批|辆|间|篇|部|所|万?元"
_PERCENT: Final = re.compile(f"百分之({_NUMERAL})(?![点{''.join(_DIGITS)}十百千万])")
# 3千元, 2.5千人: digits with one Chinese multiple. 万元 and 亿元 are units of money and stay.
_MULTIPLE: Final = re.compile(
    rf"(?<![\d.])(\d{{1,12}}(?:\.\d{{1,6}})?)(百万|千万|[百千]|万(?!元))(?=(?:{_MEASURES})"
    r"(?:次|及?以上|或以上|及?以下|以内)?$)",
    re.ASCII,
)
_MULTIPLES: Final = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7}
# The look-behind keeps the search linear: a run of numerals is tried once, from its start.
_COUNT: Final = re.compile(
    f"(?<![\\d.{''.join(_DIGITS)}十百千万第])({_NUMERAL})(?=(?:{_MEASURES})(?:次|及?以上|或以上|及?以下|以内)?$)"
)


def arabic(text: str) -> str:
    """The text with its unambiguous Chinese numerals in digits, 百分之 as %."""
    text = _MULTIPLE.sub(_multiplied, text)
    return _COUNT.sub(_digits, _PERCENT.sub(lambda match: f"{_digits(match)}%", text))


def multiple_of(text: str) -> int:
    """The power of ten of the multiple before a unit of things: 4 for ≥5万人次, 0 where there is none."""
    match = _MULTIPLE.search(text)
    return _MULTIPLES[match[2]] if match else 0


def _multiplied(match: re.Match[str]) -> str:
    return format(Decimal(match[1]).scaleb(_MULTIPLES[match[2]]), "f")


def _digits(match: re.Match[str]) -> str:
    value = _value(match[1])
    return match[0] if value is None else str(value)


def _value(numeral: str) -> int | None:
    """The number, or None for a string of numerals that no one writes (三五, 十百)."""
    total = section = 0
    digit: int | None = None
    last = 10_000
    for sign in numeral:
        if sign in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[sign]
        elif sign == "万":
            if total or not (section or digit):
                return None
            total, section, digit, last = (section + (digit or 0)) * 10_000, 0, None, 10_000
        else:
            tens = _TENS[sign]
            if tens >= last or digit == 0:
                return None
            section, digit, last = section + (1 if digit is None else digit) * tens, None, tens
    return total + section + (digit or 0)
