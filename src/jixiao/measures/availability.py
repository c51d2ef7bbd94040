"""Availability of lines, from the ledger of their outages, and of systems, from probes."""

from collections.abc import Iterator
from typing import Final

import polars as pl
from polars import col

from jixiao.measures import uptime_result
from jixiao.measures.base import Given, measure
from jixiao.measures.online_rate import SAMPLING, sampling, sampling_notes
from jixiao.measures.registers import Intervals, epoch, intervals, nothing, register
from jixiao.measures.samples import states
from jixiao.measures.settings import Setting
from jixiao.measures.timeline import Timeline, lay, pieces, union
from jixiao.measures.uptime import classify, outages
from jixiao.model.measurement import Measurement, Rows

_NAMED: Final = 50
_OTHER_KIND: Final = "不是所选类型的线路"
_OTHER_SYSTEM: Final = "不是所选系统"
KINDS: Final = Setting("kinds", "线路类型", "", "只算这些类型的线路，例如 光纤、电路；空着为全部")
SYSTEMS: Final = Setting("systems", "系统", "", "只算这些系统；空着为佐证里的全部")


@measure(
    "line_availability",
    advice="针对{name}，对中断多、恢复慢的线路逐条查明原因，督促服务商整改，按合同约定扣减费用",
    title="线路可用率",
    unit="%",
    places=2,
    reads=("lines", "outages"),
    may_read=("maintenance",),
    settings=(KINDS, Setting("excused", "免责责任方", "", "责任方是这些单位的中断不计，例如 用户单位")),
    parts=uptime_result.PARTS,
)
def line_availability(given: Given) -> Measurement:
    """正常时间 ÷（正常时间 + 中断时间）。每条线路从起租日到止租日的时间分为四类：正常、中断、不计、未知。

    线路中断台账没有记的时间都算正常；重叠的中断合并，只算一次。没有记恢复时间的，从中断开始到期末为未知。
    维护窗口（按线路编号）和免责责任方的中断不计。下限把未知全算中断，上限全算正常。
    """
    lines = given.frame("lines")
    kinds = given.settings.words("kinds")
    chosen = lines.filter(col.kind.cast(pl.String).is_in(kinds)) if kinds else lines
    line = register(chosen, "starts", "ends", given.period, last_day_counts=True)
    if line.devices.is_empty():
        return given.blank("评价期间没有在租的线路", (given.rows("lines"),))
    excused = given.settings.words("excused")
    log = given.frame("outages").with_columns(excused=col.party.is_in(excused).fill_null(value=False))
    own = log.filter(~col.id.is_in(lines["id"].implode()) | col.id.is_in(chosen["id"].implode()))
    found = intervals(own, line, chosen["id"])
    windows = _windows(given, line)
    excluded = union(pl.concat([found.rows.filter("excused").select("start", "end"), windows.merged]))
    down = _down(found)
    up = pieces(line, found.merged, line.cuts(())).filter(~col.excluded).select("start", "end")
    runs = outages(down, excluded)
    sources = (
        given.rows("lines", {_OTHER_KIND: len(lines) - len(chosen), "评价期间不在租": len(chosen) - len(line.devices)}),
        given.rows(
            "outages",
            {**found.left_out, _OTHER_KIND: len(log) - len(own)},
            uptime_result.rows_of_outages(down, runs, _NAMED),
        ),
        *((given.rows("maintenance", windows.left_out),) if given.optional("maintenance") is not None else ()),
    )
    notes = _line_notes(found, excused)
    return uptime_result.result(given, classify(line, up, union(down), excluded), runs, sources, notes)


def _down(found: Intervals) -> pl.DataFrame:
    return found.rows.filter(col.ends.is_not_null()).select("start", "end", "row")


def _windows(given: Given, line: Timeline) -> Intervals:
    """The maintenance windows of these lines or systems; 全部 in that file means all cameras."""
    log = given.optional("maintenance")
    if log is None:
        return Intervals(nothing(), nothing(), {}, 0)
    own = log.filter(col.id.is_in(line.devices["id"].implode()))
    found = intervals(own, line, line.devices["id"])
    left_out = {**found.left_out, "别的对象的维护窗口": len(log) - len(own)}
    return Intervals(found.rows, found.merged, left_out, found.overlapping)


def _line_notes(found: Intervals, excused: tuple[str, ...]) -> Iterator[str]:
    yield "线路中断台账没有记的时间都算正常。"
    unended = found.rows.filter(col.ends.is_null()).height
    if unended:
        yield f"{unended} 次中断没有记恢复时间，从中断开始到期末为未知。"
    if found.overlapping:
        yield f"{found.overlapping} 次中断与同一线路的别的中断重叠，重叠的时间只算一次。"
    if excused:
        count = found.rows.filter("excused").height
        yield f"责任方为{'、'.join(excused)}的 {count} 次中断不计。"


@measure(
    "system_availability",
    advice="针对{name}，对中断时间长的故障逐次查明原因，完善监测和应急处置，把可用率写进运维合同",
    title="系统可用率",
    unit="%",
    places=2,
    reads=("probes",),
    may_read=("maintenance",),
    settings=(*SAMPLING, SYSTEMS),
    parts=uptime_result.PARTS,
)
def system_availability(given: Given) -> Measurement:
    """拨测成功的时间 ÷（成功的时间 + 失败的时间），按每个系统全年的时间分为四类：正常、中断、不计、未知。

    一次拨测管到下一次拨测；下一次晚于“采样间隔 + 容差”的，只管一个采样间隔，其余为未知。
    维护窗口（按系统名称）内的时间不计。下限把未知全算中断，上限全算正常。
    """
    probes = given.frame("probes")
    wanted = given.settings.words("systems")
    names = pl.Series("id", wanted, pl.String) if wanted else probes["system"].unique().sort().alias("id")
    own = probes.filter(col.system.is_in(names.implode()))
    always = names.to_frame().with_columns(since=pl.lit(None, pl.Date), until=pl.lit(None, pl.Date))
    line = lay(always, given.period)
    if own.is_empty():
        return given.blank("没有这些系统的拨测", (given.rows("probes", {_OTHER_SYSTEM: len(probes)}),))
    interval, tolerance = sampling(given)
    log = own.select("row", id="system", at=epoch(col.time), up=col.result.cast(pl.String) == "成功")
    known = states(log, line, interval, tolerance)
    windows = _windows(given, line)
    runs = outages(known.down, windows.merged)
    sources: tuple[Rows, ...] = (
        given.rows(
            "probes",
            {**known.left_out, _OTHER_SYSTEM: len(probes) - len(own)},
            uptime_result.rows_of_outages(known.down, runs, _NAMED),
        ),
        *((given.rows("maintenance", windows.left_out),) if given.optional("maintenance") is not None else ()),
    )
    classed = classify(line, known.up, known.down, windows.merged)
    return uptime_result.result(given, classed, runs, sources, sampling_notes(given, known))
