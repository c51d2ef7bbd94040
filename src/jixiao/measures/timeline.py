"""The time of many devices on one line of whole seconds.

The devices are laid end to end: each has a stretch of the line as long as the period and one second more, so that the
times of two devices never touch. On one line everything is a sort, a running sum and a binary search, however many
devices there are, and no row is looked at twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import polars as pl
from polars import col

from jixiao.measures.period import DAY, Period

ALL: Final = "全部"


@dataclass(frozen=True, slots=True)
class Timeline:
    """Devices and their time in service.

    devices: id, base (where its stretch begins), start, end (its time in service within the period, positions, end
    not included), in the order of the line. Devices that are not in service in the period are not there.
    """

    period: Period
    devices: pl.DataFrame

    @property
    def stretch(self) -> int:
        """How long the part of the line is that belongs to one device."""
        return self.period.end - self.period.start + 1

    def cuts(self, edges: Iterable[int]) -> pl.Series:
        """The same moments (seconds from 1970, within the period) for every device, as positions."""
        offsets = [edge - self.period.start for edge in edges]
        return (self.devices["base"].to_frame().join(pl.DataFrame({"offset": offsets}), how="cross")).select(
            at=col.base + col.offset
        )["at"]

    def intervals(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Rows with id, begin and finish (seconds from 1970) as intervals cut to the service time of their device.

        The id `ALL` stands for every device. Rows of unknown devices and rows outside the service time are not in the
        result; the other columns of `rows` stay.
        """
        every = rows.filter(col.id == ALL).drop("id").join(self.devices, how="cross")
        own = rows.filter(col.id != ALL).join(self.devices, on="id")
        return (
            pl.concat([own, every.select(own.columns)])
            .with_columns(
                begin=pl.max_horizontal(col.base + col.begin - self.period.start, col.start),
                finish=pl.min_horizontal(col.base + col.finish - self.period.start, col.end),
            )
            .drop("base", "start", "end")
            .rename({"begin": "start", "finish": "end"})
            .filter(col.end > col.start)
        )


def lay(devices: pl.DataFrame, period: Period) -> Timeline:
    """The timeline of devices with id, since and until (days in service, both included; null for no limit).

    Each id must stand once.
    """
    stretch = period.end - period.start + 1
    since = ((col.since.cast(pl.Int32).cast(pl.Int64) * DAY) - period.start).fill_null(0)
    until = ((col.until.cast(pl.Int32).cast(pl.Int64) + 1) * DAY - period.start).fill_null(stretch)
    within = devices.select(
        "id",
        first=pl.max_horizontal(since, pl.lit(0, pl.Int64)),
        last=pl.min_horizontal(until, pl.lit(period.end - period.start, pl.Int64)),
    ).filter(col("last") > col("first"))
    laid = within.with_columns(base=pl.int_range(pl.len(), dtype=pl.Int64) * stretch).select(
        "id", "base", start=col.base + col("first"), end=col.base + col("last")
    )
    return Timeline(period, laid)


def union(intervals: pl.DataFrame) -> pl.DataFrame:
    """Intervals (start, end) that overlap or touch, merged; in the order of the line."""
    ordered = intervals.select("start", "end").sort("start")
    return (
        ordered.with_columns(group=(col.start > col.end.cum_max().shift(1)).fill_null(value=False).cum_sum())
        .group_by("group", maintain_order=True)
        .agg(col.start.min(), col.end.max())
        .drop("group")
    )


def seconds_before(points: pl.Series, intervals: pl.DataFrame) -> pl.Series:
    """For each position the seconds before it that lie in the intervals, which are in order and do not overlap."""
    if intervals.is_empty():
        return pl.zeros(len(points), dtype=pl.Int64, eager=True)
    start, end = intervals["start"], intervals["end"]
    passed = (end - start).cum_sum().shift(1, fill_value=0)
    nth = start.search_sorted(points, side="right").cast(pl.Int64) - 1
    at = nth.clip(0)
    found = pl.DataFrame({"at": points, "nth": nth, "start": start[at], "end": end[at], "passed": passed[at]})
    return found.select(
        pl.when(col.nth < 0).then(0).otherwise(col.passed + pl.min_horizontal(col("at"), col.end) - col.start)
    ).to_series()


def pieces(line: Timeline, excluded: pl.DataFrame, cuts: pl.Series) -> pl.DataFrame:
    """The service time cut at the edges of excluded intervals (in order, not overlapping) and at `cuts`.

    Columns: start, end, device (row of `line.devices`), excluded (whether the piece lies in an excluded interval).
    """
    devices = line.devices
    edges = pl.concat([devices["start"], devices["end"], excluded["start"], excluded["end"], cuts]).unique().sort()
    cut = pl.DataFrame({"start": edges, "end": edges.shift(-1)}).drop_nulls()
    device = (devices["base"].search_sorted(cut["start"], side="right").cast(pl.Int64) - 1).clip(0)
    out = seconds_before(cut["end"], excluded) - seconds_before(cut["start"], excluded)
    return cut.with_columns(device=device, excluded=out > 0).filter(
        col.start >= devices["start"][device], col.end <= devices["end"][device]
    )
