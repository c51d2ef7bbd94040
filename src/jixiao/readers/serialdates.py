"""Spreadsheet dates: days since 1900 or 1904, shown by the date part of a format code."""

import re
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_SECONDS: Final = 24 * 60 * 60
# Excel takes 1900 for a leap year, so its days before March 1900 are one off.
_LEAP_BUG: Final = 60
_MONTHS: Final = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYS: Final = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_CHINESE_DAYS: Final = "一二三四五六日"
_NOON: Final = 12

_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]|(?P<half>am/pm|a/p|上午/下午)'
    r"|(?P<general>general)|(?P<date>e+(?![+-])|y+|m+|d+|h+|s+|a{3,4})(?:(?<=s)\.(?P<split>0+))?|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)


def is_date(section: str) -> bool:
    """Whether a section of a format code shows a day or a time."""
    return any(match["date"] or match["elapsed"] or match["half"] for match in _TOKEN.finditer(section))


def show_date(value: Decimal, section: str, *, since_1904: bool) -> str | None:
    """A day number under a section of a format code; None where the calendar has no such day.

    since_1904: day 0 is 1 January 1904, not 31 December 1899.
    """
    seconds = int((value * _SECONDS).to_integral_value(ROUND_HALF_UP))
    first = datetime(1904, 1, 1, tzinfo=UTC) if since_1904 else datetime(1899, 12, 30, tzinfo=UTC)
    if not since_1904 and value < _LEAP_BUG:
        seconds += _SECONDS
    if value < 0:
        return None
    try:
        moment = first + timedelta(seconds=seconds)
    except OverflowError:
        return None
    tokens = list(_TOKEN.finditer(section))
    is_half = any(match["half"] for match in tokens)
    printed = []
    for at, match in enumerate(tokens):
        if match["date"]:
            minute = match["date"].lower().startswith("m") and _is_minute(tokens, at)
            printed.append(_part(moment, "n" * len(match["date"]) if minute else match["date"].lower(), half=is_half))
            printed.append("." + "0" * len(match["split"]) if match["split"] else "")
        elif match["elapsed"]:
            printed.append(_elapsed(value, match["elapsed"].lower()))
        elif match["half"]:
            words = match["half"].split("/")
            printed.append(words[moment.hour >= _NOON])
        else:
            printed.append(match["quoted"] or match["escaped"] or match["other"] or "")
    return "".join(printed)


def _is_minute(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether an m is minutes: hours stand before it, or seconds behind it."""

    def letter(match: re.Match[str]) -> str:
        return (match["date"] or match["elapsed"])[0].lower()

    before = [letter(match) for match in tokens[:at] if match["date"] or match["elapsed"]]
    after = [letter(match) for match in tokens[at + 1 :] if match["date"] or match["elapsed"]]
    return before[-1:] == ["h"] or after[:1] == ["s"]


def _part(moment: datetime, code: str, *, half: bool) -> str:
    letter, width = code[0], len(code)
    if letter in "ye":
        return f"{moment.year % 100:02}" if letter == "y" and width < 3 else str(moment.year)
    if letter == "a":
        return ("星期" if width > 3 else "") + _CHINESE_DAYS[moment.weekday()]
    if letter in "md" and width > 2:
        return _MONTHS[moment.month - 1] if letter == "m" else _DAYS[moment.weekday()]
    hour = (moment.hour - 1) % _NOON + 1 if half else moment.hour
    number = {"m": moment.month, "d": moment.day, "h": hour, "n": moment.minute, "s": moment.second}[letter]
    return f"{number:0{min(width, 2)}}"


def _elapsed(value: Decimal, code: str) -> str:
    unit = {"h": 24, "m": 24 * 60, "s": _SECONDS}[code[0]]
    return f"{int(value * unit):0{len(code)}}"
