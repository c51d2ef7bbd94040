"""Registers of devices and logs of intervals as the timeline takes them: ids, days in service, seconds."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl
from polars import col

from jixiao.measures.period import Period
from jixiao.measures.samples import OUTSIDE, STRANGERS
from jixiao.measures.timeline import ALL, Timeline, lay, union


@dataclass(frozen=True, slots=True)
class Intervals:
    """Intervals of a log on the timeline: with the columns of the log, and merged where they overlap.

    left_out: rows without effect, by reason. overlapping: rows whose time another row has as well.
    """

    rows: pl.DataFrame
    merged: pl.DataFrame
    left_out: Mapping[str, int]
    overlapping: int


def epoch(moment: pl.Expr) -> pl.Expr:
    """Seconds from 1970-01-01 00:00, local time like the moment."""
    return moment.dt.epoch("s").cast(pl.Int64)


def register(frame: pl.DataFrame, since: str, until: str, period: Period, *, last_day_counts: bool) -> Timeline:
    """The timeline of a register with id and two columns of days; last_day_counts: until is a day in service."""
    last = col(until) if last_day_counts else col(until).dt.offset_by("-1d")
    return lay(frame.select("id", since=col(since), until=last), period)


def intervals(log: pl.DataFrame, line: Timeline, known: pl.Series) -> Intervals:
    """A log with id, starts, ends, row. known: every id of the register; ends null: until the end of the period."""
    named = log.filter((col.id == ALL) | col.id.is_in(known.implode()))
    timed = named.with_columns(begin=epoch(col.starts), finish=epoch(col.ends).fill_null(line.period.end))
    rows = line.intervals(timed).sort("start", "end")
    inside = rows["row"].n_unique()
    return Intervals(
        rows,
        union(rows),
        {STRANGERS: len(log) - len(named), OUTSIDE: len(named) - inside},
        int(rows.select((col.start < col.end.cum_max().shift(1)).sum()).item()),
    )


def nothing() -> pl.DataFrame:
    """A log without intervals."""
    return pl.DataFrame(schema={"start": pl.Int64, "end": pl.Int64})
