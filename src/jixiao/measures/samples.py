"""Samples of a state → the time for which it is known.

A sample speaks from its instant to the next one, if that follows within interval + tolerance, else for one interval.
What no sample speaks for is unknown, and so is what two contradictory samples at one instant would speak for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl
from polars import col

from jixiao.measures.timeline import Timeline

STRANGERS: Final = "编号不在台账里"
OUTSIDE: Final = "不在设备的服务期内"
REPEATED: Final = "同一时刻重复，状态相同"
CONTRADICTORY: Final = "同一时刻重复，状态矛盾"
_DOWN, _UP, _DOUBTFUL = 0, 1, 2


@dataclass(frozen=True, slots=True)
class States:
    """Known time as positions of the timeline, each in order and without overlap.

    up, down: start, end; down also has row, the row of the file. left_out: samples that say nothing, by reason.
    went_back: samples that stand in the file after a later one of the same device.
    """

    up: pl.DataFrame
    down: pl.DataFrame
    left_out: Mapping[str, int]
    went_back: int


def states(samples: pl.DataFrame, line: Timeline, interval: int, tolerance: int) -> States:
    """The states that samples prove.

    samples: id, at (seconds from 1970, local time), up, row, in the order of the file. interval, tolerance: seconds.
    """
    known = samples.join(line.devices, on="id", maintain_order="left")
    placed = known.with_columns(at=col.base + col("at") - line.period.start).drop("id", "base")
    placed = placed.filter((col("at") >= col.start) & (col("at") < col.end)).drop("start")
    ordered = placed.sort("at", maintain_order=True)
    single, repeated, contradictory = _one_an_instant(ordered)
    lasting = _spread(single, interval, tolerance)
    return States(
        up=lasting.filter(col.state == _UP).select("start", "end"),
        down=lasting.filter(col.state == _DOWN).select("start", "end", "row"),
        left_out={
            STRANGERS: len(samples) - len(known),
            OUTSIDE: len(known) - len(placed),
            REPEATED: repeated,
            CONTRADICTORY: contradictory,
        },
        went_back=_went_back(placed, line),
    )


def _one_an_instant(ordered: pl.DataFrame) -> tuple[pl.DataFrame, int, int]:
    """One row an instant with its state; the rows that repeat another, and those that contradict one another."""
    plain = ordered.with_columns(state=col.up.cast(pl.Int8)).drop("up")
    same = plain["at"] == plain["at"].shift(1)
    same = (same | same.shift(-1)).fill_null(value=False)
    if not same.any():
        return plain, 0, 0
    crowds = (
        plain.filter(same)
        .group_by("at", maintain_order=True)
        .agg(col.row.first(), col.end.first(), low=col.state.min(), high=col.state.max(), count=pl.len())
    )
    agree = crowds["low"] == crowds["high"]
    settled = crowds.with_columns(state=pl.when(agree).then(col.low).otherwise(_DOUBTFUL).cast(pl.Int8))
    single = pl.concat([plain.filter(~same), settled.select(plain.columns)]).sort("at")
    counts = crowds["count"].cast(pl.Int64)
    return single, int((counts.filter(agree) - 1).sum()), int(counts.filter(~agree).sum())


def _spread(single: pl.DataFrame, interval: int, tolerance: int) -> pl.DataFrame:
    following = col("at").shift(-1)
    reached = (following - col("at") <= interval + tolerance) & (following < col.end)
    until = pl.when(reached).then(following).otherwise(pl.min_horizontal(col("at") + interval, following, col.end))
    return single.select("row", "state", start=col("at"), end=pl.min_horizontal(until, col.end))


def _went_back(placed: pl.DataFrame, line: Timeline) -> int:
    """Counted in the order of the file, each device by itself."""
    if placed["at"].is_sorted():
        return 0
    device = pl.col("at") // line.stretch
    return int(placed.select((col("at") < col("at").shift(1).over(device)).sum()).item())
