"""Time in four classes, and the rate that follows from them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import polars as pl
from polars import col

from jixiao.measures.timeline import Timeline, pieces, seconds_before, union
from jixiao.scoring.portion import portion

CLASSES: Final = ("up", "down", "excluded", "unknown")
_PERCENT: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Uptime:
    """Seconds by class of one device, or of many together.

    up, down: known; excluded: in windows that do not count; unknown: neither. They add up to the time in service.
    """

    up: int
    down: int
    excluded: int
    unknown: int

    @property
    def counted(self) -> int:
        """The time that counts: in service and not excluded."""
        return self.up + self.down + self.unknown

    def rate(self, places: int) -> Decimal | None:
        """Up ÷ (up + down) in percent; None where nothing is known."""
        return percent(self.up, self.up + self.down, places)

    def low(self, places: int) -> Decimal | None:
        """The rate if all unknown time were down."""
        return percent(self.up, self.counted, places)

    def high(self, places: int) -> Decimal | None:
        """The rate if all unknown time were up."""
        return percent(self.up + self.unknown, self.counted, places)


def percent(part: int, whole: int, places: int) -> Decimal | None:
    """Part ÷ whole in percent, one division, half up; None for an empty whole."""
    return portion(_PERCENT, Decimal(part), Decimal(whole), places) if whole else None


def classify(line: Timeline, up: pl.DataFrame, down: pl.DataFrame, excluded: pl.DataFrame) -> pl.DataFrame:
    """One row a device and month in which it is in service: id, month ("2020-01"), seconds by class.

    up, down: known time; excluded: time that does not count, whatever was known of it. All in order, without overlap.
    """
    months = list(line.period.months())
    starts = pl.Series([month.start - line.period.start for month in months])
    labels = pl.Series([f"{month.first:%Y-%m}" for month in months])
    cut = pieces(line, excluded, line.cuts(month.start for month in months))
    base = line.devices["base"][cut["device"]]
    nth = starts.search_sorted(cut["start"] - base, side="right").cast(pl.Int64) - 1
    known = {
        name: seconds_before(cut["end"], intervals) - seconds_before(cut["start"], intervals)
        for name, intervals in (("up", up), ("down", down))
    }
    length = cut["end"] - cut["start"]
    classed = cut.select(
        "device",
        month=labels[nth],
        **{name: pl.when(col.excluded).then(0).otherwise(values) for name, values in known.items()},
        excluded=pl.when(col.excluded).then(length).otherwise(0),
        length=length,
    ).with_columns(unknown=col.length - col.up - col.down - col.excluded)
    return (
        classed.with_columns(id=line.devices["id"].gather(cut["device"]))
        .group_by("id", "month", maintain_order=True)
        .agg(col(name).sum() for name in CLASSES)
    )


def outages(down: pl.DataFrame, excluded: pl.DataFrame) -> pl.DataFrame:
    """Unbroken stretches of down time that count: start, end, seconds (without excluded time), longest first."""
    runs = union(down)
    seconds = (runs["end"] - runs["start"]) - (
        seconds_before(runs["end"], excluded) - seconds_before(runs["start"], excluded)
    )
    return (
        runs.with_columns(seconds=seconds).filter(col.seconds > 0).sort("seconds", descending=True, maintain_order=True)
    )


def total(classed: pl.DataFrame) -> Uptime:
    """All rows together."""
    return Uptime(*(int(classed[name].sum()) for name in CLASSES))
