"""How many things there were: on a day, or during the period."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

import polars as pl
from polars import col

from jixiao.measures.base import Given, measure
from jixiao.measures.settings import Setting
from jixiao.model.dates import written
from jixiao.model.measurement import Measurement


@dataclass(frozen=True, slots=True)
class Counted:
    """What can be counted: its evidence, the column that names one, the one that says of what kind, and the days.

    since, until: columns with the days in service, "" for records of a day or moment; last_day_counts: until is in.
    told: what was counted, in the words of a report.
    """

    kind: str
    unit: str
    name: str
    sort: str
    since: str
    told: str
    until: str = ""
    last_day_counts: bool = True


_OF: Final = {
    "摄像机": Counted("cameras", "路", "id", "", "joined", "在管摄像机", "left", last_day_counts=False),
    "线路": Counted("lines", "条", "id", "kind", "starts", "在租线路", "ends"),
    "机房": Counted("inspections", "个", "room", "room", "day", "有巡检记录的机房"),
    "系统": Counted("probes", "套", "system", "system", "time", "有拨测记录的系统"),
    "委托": Counted("engagements", "项", "id", "kind", "asked", "委托"),
    "成果": Counted("engagements", "份", "id", "kind", "delivered", "交付成果"),
    "考核": Counted("assessments", "次", "quarter", "by", "day", "组织考核"),
    "抽查": Counted("spot_checks", "次", "month", "by", "day", "组织抽查"),
    "会议": Counted("meetings", "次", "id", "topic", "day", "召开会议"),
}


@measure(
    "count",
    advice="针对{name}，核对台账与指标值的差距，没有完成的列出补做的时间，确需调整的按程序调整指标值",
    title="数量",
    unit="",
    may_read=dict.fromkeys(one.kind for one in _OF.values()),
    settings=(
        Setting("of", "对象", "", "数什么", tuple(_OF)),
        Setting("kinds", "类型", "", "只数这些类型或名称；空着为全部"),
        Setting("on", "日期", "", "数这一天在用的；空着为评价期间内用过的"),
        Setting("unit", "单位", "", "空着为路、条、个、套、份、次"),
        Setting("as_one", "合为一套", "否", "是：有在用的就是 1", ("是", "否")),
    ),
    parts={"counted": "在用数"},
)
def count(given: Given) -> Measurement:
    """台账里某一天在用的数量，或评价期间内用过的数量；同一编号（名称）只数一次。

    机房、系统按巡检、拨测里出现过的名称数，成果按交付日期数。“视频监控系统 1 套”这样的目标，设“合为一套”为是。
    """
    what = given.settings.text("of")
    counted = _OF[what]
    if counted.kind not in given.evidence.tables:
        return given.blank(f"没有数{what}的佐证")
    log = given.frame(counted.kind)
    kinds = given.settings.words("kinds")
    own = log.filter(col(counted.sort).cast(pl.String).is_in(kinds)) if kinds and counted.sort else log
    on = given.settings.day("on")
    used = own.filter(_in_use(counted, on or given.period.first, on or given.period.last))
    found = Decimal(used[counted.name].n_unique())
    left_out = {"不是所选类型": len(log) - len(own), "不在所数的日期": len(own) - len(used)}
    sources = (given.rows(counted.kind, left_out),)
    when = written(on) if on else f"{given.period}"
    unit = given.settings.text("unit") or counted.unit
    of = f"（{'、'.join(kinds)}）" if kinds else ""
    told = f"{when}{counted.told}{of} {found} {counted.unit}"
    if given.settings.text("as_one") == "是":
        value = Decimal(min(found, Decimal(1)))
        unit = given.settings.text("unit") or "套"
        return given.result(value, f"{told}，合为 {value} {unit}", sources, unit=unit, parts={"counted": found})
    return given.result(found, told, sources, unit=unit, parts={"counted": found})


def _in_use(counted: Counted, first: date, last: date) -> pl.Expr:
    since = col(counted.since).cast(pl.Date)
    if not counted.until:
        return since.is_between(first, last)
    until = col(counted.until).cast(pl.Date)
    reached = until >= first if counted.last_day_counts else until > first
    return (since <= last) & reached.fill_null(value=True)
