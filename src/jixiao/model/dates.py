"""Days and years as they are printed."""

import calendar
import re
from collections.abc import Iterable
from datetime import date
from typing import Final

_DAY: Final = re.compile(r"(\d{4})(?:年(\d{1,2})月(\d{1,2})[日号]|([-./])(\d{1,2})\4(\d{1,2}))", re.ASCII)
_DEADLINE: Final = re.compile(
    r"(?:于|在)?(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号]|(底|末)?)|年?(?:底|末))(之?前|以前)?(?:完成)?", re.ASCII
)

# A day with the words of a deadline around it, and a part of a year.
_DUE: Final = re.compile(r"(?:于|在)?(\d{4}([-./])\d{1,2}\2\d{1,2})(?:之?前|以前)?(?:完成)?", re.ASCII)
_PART: Final = re.compile(r"(\d{4})年度?(?:(上|下)半年|第?([一二三四1-4])季度)(?:底|末)?(?:完成)?", re.ASCII)
_LAST_MONTHS: Final = {"上": 6, "下": 12, "一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}


def written(day: date) -> str:
    """A day as official papers write it: 2021年3月12日."""
    return f"{day.year}年{day.month}月{day.day}日"


def written_span(first: date, last: date) -> str:
    """From a day to another: 2020年4月1日至4月30日; the year of the second is said only where it is another."""
    return written(first) if first == last else f"{written(first)}至{_after(last, first)}"


def written_each(days: Iterable[date]) -> str:
    """Days one after another: 2020年1月28日、1月29日."""
    told: list[str] = []
    before: date | None = None
    for day in days:
        told.append(_after(day, before) if before else written(day))
        before = day
    return "、".join(told)


def _after(day: date, before: date) -> str:
    return f"{day.month}月{day.day}日" if day.year == before.year else written(day)


def day_in(text: str) -> date | None:
    """The first full date in a text without spaces; None if there is none or no calendar has it."""
    match = _DAY.search(text)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part and part.isdigit())
    return _date(year, month, day)


def is_day(text: str) -> bool:
    """Whether a text without spaces is a full date and nothing else."""
    return _DAY.fullmatch(text) is not None


def last_day(text: str) -> date | None:
    """The last day that a deadline allows: 2020年12月底前, 2020年年底前, 2020.12.31前, 2020年12月, 2020年第三季度.

    以前 and 前 include the day named, as 以上 and 以下 include their number. 2020年12月前 and 2020年第三季度前 are left
    alone: they may mean the end of what is named, or of what is before it.
    """
    due = _DUE.fullmatch(text)
    if due is not None or is_day(text):
        return day_in(text)
    part = _PART.fullmatch(text)
    if part is not None:
        return _month_end(int(part[1]), _LAST_MONTHS[part[2] or part[3]])
    match = _DEADLINE.fullmatch(text)
    if match is None:
        return None
    year, month, day, end, before = match.groups()
    if month is None:
        return _date(int(year), 12, 31)
    if day is not None:
        return _date(int(year), int(month), int(day))
    return None if before and not end else _month_end(int(year), int(month))


def _month_end(year: int, month: int) -> date | None:
    if not 1 <= month <= 12 or not year:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
