"""The days that a measurement is about, in local time."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from jixiao.model.dates import written_span

DAY: Final = 24 * 60 * 60
_EPOCH: Final = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Period:
    """From 00:00 of the first day to 24:00 of the last, local time."""

    first: date
    last: date

    @classmethod
    def year(cls, year: int) -> "Period":
        """A fiscal year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def start(self) -> int:
        """The first second, counted from 1970-01-01 00:00 local time."""
        return seconds(self.first)

    @property
    def end(self) -> int:
        """The second after the last one, counted alike."""
        return seconds(self.last) + DAY

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def holds(self, day: date | None) -> bool:
        """Whether a day is in the period."""
        return day is not None and self.first <= day <= self.last

    def months(self) -> Iterator["Period"]:
        """The months, the first and the last cut to the period."""
        day = self.first
        while day <= self.last:
            last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
            yield Period(day, min(last, self.last))
            day = last + timedelta(days=1)

    def __str__(self) -> str:
        whole = (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)
        if whole and self.first.year == self.last.year:
            return f"{self.first.year}年全年"
        return written_span(self.first, self.last)


def seconds(day: date) -> int:
    """00:00 of a day as seconds from 1970-01-01 00:00, both local time."""
    return (day.toordinal() - _EPOCH) * DAY
