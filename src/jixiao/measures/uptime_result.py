"""The measurement that time in four classes gives: rate, bounds, coverage, months, the worst devices, outages."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

import polars as pl
from polars import col

from jixiao.measures.base import Given
from jixiao.measures.uptime import CLASSES, Uptime, percent, total
from jixiao.model.measurement import Measurement, Rows
from jixiao.model.number import plain, tidy
from jixiao.scoring.portion import portion

PARTS: Final = {
    "devices": "在用数",
    "up_seconds": "正常时间（秒）",
    "down_seconds": "中断时间（秒）",
    "excluded_seconds": "不计时间（秒）",
    "unknown_seconds": "未知时间（秒）",
    "up_hours": "正常时间（小时）",
    "down_hours": "中断时间（小时）",
    "excluded_hours": "不计时间（小时）",
    "unknown_hours": "未知时间（小时）",
    "outages": "中断次数",
    "longest_outage_minutes": "最长一次中断（分钟）",
}
_WORST: Final = 10
_COVERAGE_PLACES: Final = 6
_HOUR: Final = Decimal(3600)
_MINUTE: Final = Decimal(60)


def result(
    given: Given, classed: pl.DataFrame, runs: pl.DataFrame, sources: tuple[Rows, ...], notes: Iterable[str]
) -> Measurement:
    """The measurement. classed: from `classify`; runs: from `outages`."""
    places = given.method.places
    time = total(classed)
    longest = Decimal(runs["seconds"][0] if len(runs) else 0)
    found = {
        "parts": {**_parts(classed, time), "outages": Decimal(len(runs)), "longest_outage_minutes": longest // _MINUTE},
        "series": {"by_month": _months(classed, places), "worst": _worst(classed, places)},
        "notes": tuple(notes),
    }
    value = time.rate(places)
    if value is None:
        return given.blank("评价期间没有一刻知道是正常还是中断", sources, **found)
    coverage = portion(Decimal(1), Decimal(time.up + time.down), Decimal(time.counted), _COVERAGE_PLACES)
    low, high = time.low(places), time.high(places)
    return given.result(value, _formula(time, value), sources, coverage=coverage, low=low, high=high, **found)


def rows_of_outages(down: pl.DataFrame, runs: pl.DataFrame, count: int) -> list[int]:
    """The rows of the file at which the longest outages begin."""
    return runs.head(count).join(down, on="start", how="inner")["row"].to_list()


def _parts(classed: pl.DataFrame, time: Uptime) -> dict[str, Decimal]:
    seconds = {name: Decimal(getattr(time, name)) for name in CLASSES}
    return {
        "devices": Decimal(classed["id"].n_unique()),
        **{f"{name}_seconds": value for name, value in seconds.items()},
        **{f"{name}_hours": _hours(value) for name, value in seconds.items()},
    }


def _hours(seconds: Decimal) -> Decimal:
    return portion(Decimal(1), seconds, _HOUR, 2)


def _months(classed: pl.DataFrame, places: int) -> tuple[tuple[str, Decimal | None], ...]:
    months = classed.group_by("month").agg(col(name).sum() for name in CLASSES).sort("month")
    return tuple((row["month"], percent(row["up"], row["up"] + row["down"], places)) for row in months.to_dicts())


def _worst(classed: pl.DataFrame, places: int) -> tuple[tuple[str, Decimal | None], ...]:
    """The devices with the least rate; of equal ones those down longer, then by their ids."""
    devices = classed.group_by("id").agg(col.up.sum(), col.down.sum()).filter(col.up + col.down > 0).to_dicts()
    rated = [(percent(one["up"], one["up"] + one["down"], places), one["down"], one["id"]) for one in devices]
    ordered = sorted((rate, -down, name) for rate, down, name in rated if rate is not None)
    return tuple((name, rate) for rate, _, name in ordered[:_WORST])


def _formula(time: Uptime, value: Decimal) -> str:
    up, down = (tidy(_hours(Decimal(part))) for part in (time.up, time.down))
    return f"正常 {up} 小时 ÷（正常 {up} 小时 + 中断 {down} 小时）× 100% = {plain(value)}%"
