"""Online rate from samples in memory: seconds for the sample rows, beside a bare sort of the same rows.

    python benchmarks/measures.py [CAMERAS] [RUNS]

One year of samples every 15 minutes, one in fifty down, gaps, maintenance; rows in the order of time, cameras mixed,
as a platform exports them. The bare sort (camera, time) is the least that any method on unsorted rows pays.
"""

import statistics
import sys
import time
from datetime import date, datetime
from typing import TYPE_CHECKING

import polars as pl

from jixiao.measures.base import Evidence
from jixiao.measures.period import Period
from jixiao.measures.take import take
from jixiao.model.dossier import Dossier, MeasureSpec
from jixiao.sources.rows import SCHEMAS
from jixiao.sources.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

PERIOD = Period.year(2020)
NO_PROJECT = Dossier("", "", "", 2020, "", "", None, {}, (), (), (), ())


def samples(cameras: int) -> pl.DataFrame:
    """camera_status with a fixed pattern of gaps and outages."""
    times = pl.datetime_range(datetime(2020, 1, 1), datetime(2020, 12, 31, 23, 45), "15m", eager=True)  # noqa: DTZ001
    grid = pl.DataFrame({"time": times}).join(pl.DataFrame({"nth": range(cameras)}), how="cross")
    slot = pl.int_range(pl.len()) * 2654435761 % 1000
    return (
        grid.with_columns(slot=slot)
        .filter(pl.col("slot") != 7)
        .select(
            pl.int_range(pl.len(), dtype=pl.UInt32).alias("row") + 2,
            id=pl.format("SX-{}", pl.col("nth").cast(pl.String).str.zfill(5)),
            time="time",
            state=pl.when(pl.col("slot") < 20)
            .then(pl.lit("离线"))
            .otherwise(pl.lit("在线"))
            .cast(pl.Enum(["在线", "离线"])),
        )
    )


def evidence(frame: pl.DataFrame) -> Evidence:
    """The samples, their register and a week of maintenance."""
    ids = frame["id"].unique().sort()
    count = pl.int_range(len(ids), dtype=pl.UInt32, eager=True) + 2
    register = pl.DataFrame({"row": count, "id": ids}).with_columns(
        place=pl.lit(""), joined=pl.lit(date(2019, 1, 1)), left=pl.lit(None, pl.Date)
    )
    windows = pl.DataFrame({"row": count, "id": ids}).with_columns(
        starts=pl.lit(datetime(2020, 6, 1)),  # noqa: DTZ001
        ends=pl.lit(datetime(2020, 6, 8)),  # noqa: DTZ001
        reason=pl.lit(""),
        approved=pl.lit(""),
    )
    frames = {"cameras": register, "camera_status": frame, "maintenance": windows}
    tables = {kind: Table(SCHEMAS[kind], kind, "", len(rows), rows) for kind, rows in frames.items()}
    return Evidence(NO_PROJECT, tables, PERIOD)


def main() -> None:
    """Prints the median seconds of the sort and of the measure."""
    cameras = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    given = evidence(samples(cameras))
    frame = given.tables["camera_status"].frame
    works: dict[str, Callable[[], object]] = {
        "sort by camera and time": lambda: frame.sort("id", "time"),
        "online rate": lambda: take("online", MeasureSpec("online_rate", {}), given),
    }
    print(f"{cameras} cameras, {len(frame):,} samples")
    for name, work in works.items():
        seconds = []
        for _ in range(runs):
            start = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - start)
        print(f"{name:30}{statistics.median(seconds):8.2f} s")


if __name__ == "__main__":
    main()
