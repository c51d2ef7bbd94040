"""Days, months, quarters and years that a text names."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

_QUARTERS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTH: Final = r"(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号])?"
_QUARTER: Final = r"(?:第)?(?P<quarter>[一二三四1-4])季度"
_MOMENT: Final = re.compile(rf"(?<!\d)(?P<year>20\d\d)年(?:度)?(?:{_MONTH}|{_QUARTER})?", re.ASCII)
_MONTHS_A_QUARTER: Final = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of days that a text names: first and last day, and where the words stand."""

    first: date
    last: date
    start: int
    end: int
    words: str

    @property
    def is_day(self) -> bool:
        """Whether a single day is named."""
        return self.first == self.last


def moments(text: str) -> Iterator[Moment]:
    """The moments named in a text, in order; dates that no calendar has are left out."""
    for match in _MOMENT.finditer(text):
        bounds = _bounds(match)
        if bounds is not None:
            yield Moment(*bounds, match.start(), match.end(), match[0])


def _bounds(match: re.Match[str]) -> tuple[date, date] | None:
    year = int(match["year"])
    if match["quarter"]:
        last = _QUARTERS[match["quarter"]] * _MONTHS_A_QUARTER
        return date(year, last - 2, 1), _end(year, last)
    if not match["month"]:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(match["month"])
    if not match["day"]:
        return date(year, month, 1), _end(year, month)
    day = int(match["day"])
    return (date(year, month, day),) * 2 if day <= monthrange(year, month)[1] else None


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
