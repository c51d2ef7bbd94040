"""Whether machine rooms were inspected as often as they should be."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

import polars as pl
from polars import col

from jixiao.measures.base import Given, measure
from jixiao.measures.period import Period
from jixiao.measures.settings import Setting
from jixiao.measures.uptime import percent
from jixiao.model.dates import written_each, written_span
from jixiao.model.measurement import Measurement
from jixiao.model.number import plain

_WEEK: Final = 7
_NAMED: Final = 20  # missing inspections named in the notes
_OFTEN: Final = ("每日", "每周", "每月")


@measure(
    "inspection_rate",
    advice="针对{name}，按月核对巡检计划与记录，漏检的及时补检并注明原因",
    title="巡检完成率",
    unit="%",
    places=2,
    reads=("inspections",),
    settings=(
        Setting("rooms", "机房", "", "应巡检的机房；空着为台账里的全部"),
        Setting("frequency", "巡检频次", "每日", "每个机房多久巡检一次", _OFTEN),
    ),
    parts={
        "rooms": "机房数",
        "expected": "应巡检次数",
        "done": "完成次数",
        "missed": "缺少次数",
        "abnormal": "发现异常的巡检次数",
    },
)
def inspection_rate(given: Given) -> Measurement:
    """完成的巡检次数 ÷ 应巡检次数 × 100%。每个机房在每一日（周、月）至少巡检一次为完成，多次只算一次。

    周从评价期间第一天起每七天一周。没有巡检的日子逐个点名，最多二十个。
    """
    log = given.frame("inspections")
    rooms = given.settings.words("rooms") or tuple(log["room"].unique().sort())
    own = log.filter(col.room.is_in(rooms))
    timely = own.filter(col.day.is_between(given.period.first, given.period.last))
    spans = _spans(given.period, given.settings.text("frequency"))
    nth = pl.Series([first for first, _ in spans], dtype=pl.Date).search_sorted(timely["day"], side="right") - 1
    visited = set(timely.select("room").with_columns(nth=nth).rows())
    missed = [(spans[at], room) for at in range(len(spans)) for room in rooms if (room, at) not in visited]
    expected = len(spans) * len(rooms)
    parts = {
        "rooms": len(rooms),
        "expected": expected,
        "done": expected - len(missed),
        "missed": len(missed),
        "abnormal": int((timely["result"].cast(pl.String) == "异常").sum()),
    }
    odd = timely.filter(col.result.cast(pl.String) == "异常")["row"].to_list()
    left_out = {"不是所选机房": len(log) - len(own), "日期不在评价期间": len(own) - len(timely)}
    sources = (given.rows("inspections", left_out, odd),)
    notes = [_missed(room, [span for span, of in missed[:_NAMED] if of == room]) for room in rooms]
    if len(missed) > _NAMED:
        notes.append(f"另有 {len(missed) - _NAMED} 次没有巡检记录。")
    found = {"parts": {name: Decimal(value) for name, value in parts.items()}, "notes": tuple(filter(None, notes))}
    rate = percent(expected - len(missed), expected, given.method.places)
    if rate is None:
        return given.blank("巡检台账是空的，也没有写明有哪些机房", sources, **found)
    formula = f"完成 {expected - len(missed)} 次 ÷ 应巡检 {expected} 次 × 100% = {plain(rate)}%"
    return given.result(rate, formula, sources, **found)


def _spans(period: Period, frequency: str) -> list[tuple[date, date]]:
    """The spans in each of which one inspection is due: first and last day."""
    if frequency == "每月":
        return [(month.first, month.last) for month in period.months()]
    length = _WEEK if frequency == "每周" else 1
    firsts = [period.first + timedelta(days=day) for day in range(0, period.days, length)]
    return [(first, min(first + timedelta(days=length - 1), period.last)) for first in firsts]


def _missed(room: str, spans: Sequence[tuple[date, date]]) -> str:
    if all(first == last for first, last in spans):
        told = written_each(first for first, _ in spans)
    else:
        told = "、".join(written_span(*span) for span in spans)
    return f"{room}没有巡检记录的：{told}。" if spans else ""
