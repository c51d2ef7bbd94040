"""Online rate of cameras."""

from collections.abc import Iterator
from typing import Final

import polars as pl
from polars import col

from jixiao.measures import uptime_result
from jixiao.measures.base import Given, measure
from jixiao.measures.registers import Intervals, epoch, intervals, nothing, register
from jixiao.measures.samples import States, states
from jixiao.measures.settings import Setting
from jixiao.measures.uptime import classify, outages
from jixiao.model.measurement import Measurement, Rows

_MINUTE: Final = 60
_NAMED: Final = 50  # outages whose rows are named
SAMPLING: Final = (
    Setting("interval", "采样间隔", "15", "两次采样之间的分钟数"),
    Setting("tolerance", "容差", "5", "下一次采样最多可以晚到的分钟数，小于采样间隔"),
)


@measure(
    "online_rate",
    advice="针对{name}，对中断多、恢复慢的设备逐台查明原因，列入检修和更换计划，把恢复时限写进运维合同",
    title="在线率",
    unit="%",
    places=2,
    reads=("cameras", "camera_status"),
    may_read=("maintenance",),
    settings=SAMPLING,
    parts=uptime_result.PARTS,
)
def online_rate(given: Given) -> Measurement:
    """在线时间 ÷（在线时间 + 离线时间）。每台摄像机从接入日到退出日前一天的时间分为四类：在线、离线、不计、未知。

    一次采样管到下一次采样；下一次晚于“采样间隔 + 容差”的，只管一个采样间隔，其余为未知。
    维护窗口内不论采样如何都不计。下限把未知全算离线，上限全算在线；覆盖率是知道的时间占应计时间的比例。
    """
    cameras, samples = given.frame("cameras"), given.frame("camera_status")
    line = register(cameras, "joined", "left", given.period, last_day_counts=False)
    if line.devices.is_empty():
        return given.blank("评价期间没有在用的摄像机", (given.rows("cameras"),))
    interval, tolerance = sampling(given)
    known = states(
        samples.select("id", "row", at=epoch(col.time), up=col.state.cast(pl.String) == "在线"),
        line,
        interval,
        tolerance,
    )
    log = given.optional("maintenance")
    windows = None if log is None else intervals(log, line, cameras["id"])
    excluded = nothing() if windows is None else windows.merged
    runs = outages(known.down, excluded)
    sources = (
        given.rows("cameras", {"评价期间不在用": len(cameras) - len(line.devices)}),
        given.rows("camera_status", known.left_out, uptime_result.rows_of_outages(known.down, runs, _NAMED)),
        *_window_rows(given, windows),
    )
    classed = classify(line, known.up, known.down, excluded)
    return uptime_result.result(given, classed, runs, sources, _notes(given, known, windows))


def _window_rows(given: Given, windows: Intervals | None) -> tuple[Rows, ...]:
    return () if windows is None else (given.rows("maintenance", windows.left_out),)


def sampling(given: Given) -> tuple[int, int]:
    """Interval and tolerance in seconds; with a tolerance below the interval, a missing sample is always noticed.

    Raises:
        InputError: they are no such numbers.
    """
    interval = given.settings.whole("interval", least=1)
    return interval * _MINUTE, given.settings.whole("tolerance", most=interval - 1) * _MINUTE


def sampling_notes(given: Given, known: States) -> Iterator[str]:
    """The policies on samples, and how often each was needed."""
    interval, tolerance = given.settings.text("interval"), given.settings.text("tolerance")
    yield f"一次采样管到下一次采样；相隔超过 {interval} + {tolerance} 分钟的只管 {interval} 分钟，其余时间为未知。"
    for reason, count in known.left_out.items():
        if count:
            yield f"{count} 行采样没有用：{reason}。"
    if known.went_back:
        yield f"{known.went_back} 行采样的时间早于同一对象的前一行，按时间排序后使用。"


def _notes(given: Given, known: States, windows: Intervals | None) -> Iterator[str]:
    yield from sampling_notes(given, known)
    if windows is None:
        yield "没有维护窗口的记录，全部时间都计入。"
        return
    yield "维护窗口内的时间不计，不论采样如何。"
    if windows.overlapping:
        yield f"{windows.overlapping} 个维护窗口与别的窗口重叠，合并后只算一次。"
