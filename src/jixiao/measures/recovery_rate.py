"""Whether incidents and alarms were dealt with in time."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Final

import polars as pl
from polars import col

from jixiao.measures.base import Given, measure
from jixiao.measures.settings import Setting
from jixiao.measures.uptime import percent
from jixiao.model.dates import written
from jixiao.model.measurement import Measurement
from jixiao.model.number import plain
from jixiao.scoring.portion import portion

_NAMED: Final = 20


@dataclass(frozen=True, slots=True)
class Log:
    """A log of events: its kind of evidence, the column of the place, and the one that says what happened."""

    kind: str
    place: str
    what: str


_LOGS: Final = {"故障": Log("incidents", "system", "symptom"), "告警": Log("alarms", "room", "text")}


@measure(
    "recovery_rate",
    advice="针对{name}，把响应和恢复的时限写进运维合同，按次考核，超时的扣减费用",
    title="恢复及时率",
    unit="%",
    places=2,
    may_read=[log.kind for log in _LOGS.values()],
    settings=(
        Setting("of", "对象", "故障", "看哪一种台账", tuple(_LOGS)),
        Setting("places", "系统", "", "只看这些系统或机房；空着为台账里的全部"),
        Setting("levels", "级别", "", "只看这些级别的；空着为不论级别"),
        Setting("minutes", "恢复时限", "120", "发生后多少分钟内应当恢复"),
    ),
    parts={
        "events": "发生次数",
        "in_time": "按时恢复次数",
        "late": "超时恢复次数",
        "open": "没有记恢复时间次数",
        "longest_minutes": "恢复最久的一次（分钟）",
    },
)
def recovery_rate(given: Given) -> Measurement:
    """时限内恢复的次数 ÷ 记了恢复时间的次数 × 100%，按故障台账或机房告警计，超时的逐条点名，最多二十条。

    没有记恢复时间的，下限全算超时，上限全算按时；覆盖率是记了恢复时间的次数的比例。
    """
    what = given.settings.text("of")
    log = _LOGS[what]
    if log.kind not in given.evidence.tables:
        return given.blank(f"没有{what}台账")
    rows = given.frame(log.kind)
    chosen = _chosen(given, rows, log)
    timely = chosen.filter(col.starts.cast(pl.Date).is_between(given.period.first, given.period.last)).sort("starts")
    lasted = timely.with_columns(lasted=col.ends - col.starts)
    limit = timedelta(minutes=given.settings.whole("minutes", least=1))
    closed, late = lasted.filter(col.ends.is_not_null()), lasted.filter(col.lasted > limit)
    in_time, unended = len(closed) - len(late), len(lasted) - len(closed)
    longest = max(closed["lasted"].to_list(), default=timedelta())
    parts = {"events": len(lasted), "in_time": in_time, "late": len(late), "open": unended}
    left_out = {"不是所选系统或级别": len(rows) - len(chosen), "不在评价期间": len(chosen) - len(timely)}
    sources = (given.rows(log.kind, left_out, late["row"].to_list()),)
    found = {
        "parts": {name: Decimal(count) for name, count in (*parts.items(), ("longest_minutes", _minutes(longest)))},
        "notes": tuple(
            f"{written(one['starts'])}{one['starts']:%H:%M} {one[log.place]}{one[log.what] or what}，"
            f"{_minutes(one['lasted'])} 分钟才恢复。"
            for one in late.head(_NAMED).to_dicts()
        ),
    }
    rate = percent(in_time, len(closed), given.method.places)
    if rate is None:
        why = f"评价期间没有{what}" if lasted.is_empty() else f"{what}都没有记恢复时间"
        return given.blank(why, sources, **found)
    return given.result(
        rate,
        f"按时恢复 {in_time} 次 ÷ 记了恢复时间的 {len(closed)} 次 × 100% = {plain(rate)}%",
        sources,
        low=percent(in_time, len(lasted), given.method.places),
        high=percent(in_time + unended, len(lasted), given.method.places),
        coverage=portion(Decimal(1), Decimal(len(closed)), Decimal(len(lasted)), 6),
        **found,
    )


def _chosen(given: Given, rows: pl.DataFrame, log: Log) -> pl.DataFrame:
    places, levels = given.settings.words("places"), given.settings.words("levels")
    chosen = rows.filter(col(log.place).is_in(places)) if places else rows
    return chosen.filter(col.level.is_in(levels)) if levels else chosen


def _minutes(length: timedelta) -> int:
    return length // timedelta(minutes=1)
