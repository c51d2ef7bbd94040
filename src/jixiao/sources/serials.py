"""Days and times that a workbook stores as numbers of days, told from other numbers by their format."""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from lxml import etree

_SECONDS: Final = 24 * 60 * 60
# Excel takes 1900 for a leap year, so its days before March 1900 are one off.
_LEAP_BUG: Final = 60
_FIRST_1900: Final = datetime(1899, 12, 31)  # noqa: DTZ001  a cell has no time zone
_FIRST_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001
_LAST: Final = 3_000_000
# Built-in formats of days and times, those of zh-CN included (ECMA-376 part 1, §18.8.30).
_BUILT_IN: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NO_CODE: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|general', re.IGNORECASE | re.DOTALL)
_DATE: Final = re.compile("[ymdh]", re.IGNORECASE)


def date_styles(styles: etree._Element | None, main: str) -> frozenset[str]:
    """The style indices of cells that show a day or a time. main: the namespace of the part."""
    if styles is None:
        return frozenset()
    own = {entry.get("numFmtId", ""): entry.get("formatCode", "") for entry in styles.iter(f"{main}numFmt")}
    formats = styles.find(f"{main}cellXfs")
    shown = [entry.get("numFmtId", "0") for entry in formats] if formats is not None else []
    return frozenset(str(at) for at, key in enumerate(shown) if _is_date(key, own))


def moment_of(value: Decimal, *, since_1904: bool) -> str | None:
    """A number of days as a day or as a day and time, to the second; None where it is a time of day or out of range.

    since_1904: day 0 is 1 January 1904, not 31 December 1899.
    """
    if not 1 <= value < _LAST:
        return None
    seconds = int((value * _SECONDS).to_integral_value(ROUND_HALF_UP))
    first = _FIRST_1904 if since_1904 else _FIRST_1900 - timedelta(days=value >= _LEAP_BUG)
    try:
        return (first + timedelta(seconds=seconds)).isoformat(" ").removesuffix(" 00:00:00")
    except OverflowError:
        return None


def _is_date(key: str, own: dict[str, str]) -> bool:
    if key in own:
        return bool(_DATE.search(_NO_CODE.sub("", own[key])))
    return key.isascii() and key.isdigit() and int(key[:4]) in _BUILT_IN
