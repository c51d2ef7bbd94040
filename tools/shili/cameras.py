"""The cameras: ledger, maintenance windows, and a sample of each every quarter of an hour.

The rate is a choice of the story, not of chance: outages are drawn until `DOWN` of the time that is known is down.
Chance says which camera, when and how long.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

import polars as pl

from shili.ledger import csv_bytes, parquet_bytes
from shili.story import FIRST, POLICE, VIDEO

STEP: Final = timedelta(minutes=15)
A_DAY: Final = 96
START: Final = datetime(2020, 1, 1)
SAMPLES: Final = 366 * A_DAY
# One in so many: 1960 of 100,000 known samples are down, so that 98.04 % are up.
DOWN: Final = (1960, 100_000)

STATES: Final = ("缺", "离线", "在线")
GAP, OFFLINE, ONLINE = range(3)

_ROADS: Final = ("示例路", "样本街", "演示大道", "范例路", "样板街", "例证路", "假定街", "虚拟路")
_GATES: Final = ("示例公园南门", "样本广场北侧", "演示学校门前", "范例医院东门", "样板市场西口", "例证客运站")
# Months with storms and heat are worse: how often an outage falls on each month.
_MONTHS: Final = (6, 5, 6, 6, 7, 10, 16, 15, 9, 7, 6, 7)


@dataclass(frozen=True, slots=True)
class Camera:
    """One camera; `left` is the first day on which it no longer counts."""

    id: str
    place: str
    joined: date
    left: date | None = None

    @property
    def service(self) -> range:
        """The samples of the year for which it is in service."""
        end = self.left or date(2021, 1, 1)
        return range(max(0, _nth(self.joined)), _nth(end))


@dataclass(frozen=True, slots=True)
class Window:
    """Planned work in samples of the year; camera "全部" is all of them."""

    camera: str
    span: range
    reason: str
    approved: str


def cameras() -> list[Camera]:
    """39 cameras all year round, one taken down at the end of June, one put up in May and one in July."""
    crossings = [f"{a}与{b}路口" for at, a in enumerate(_ROADS) for b in _ROADS[at + 1 :]]
    places = [
        *crossings,
        *_GATES,
        *(f"示例区政务中心{side}侧" for side in "东南西北"),
        "管理服务中心大门",
        "示例新城安置小区北门",
    ]
    found = [Camera(f"SX-{n:03d}", place, date(2018, 4, 1)) for n, place in enumerate(places[:38], 1)]
    return [
        *found,
        Camera("SX-039", places[38], date(2018, 4, 1), date(2020, 7, 1)),
        Camera("SX-040", places[39], date(2020, 7, 1)),
        Camera("SX-041", "智慧示例体验馆广场", date(2020, 5, 1)),
    ]


def windows(chance: Random, fleet: list[Camera]) -> list[Window]:
    """A platform upgrade each month at night, and three dozen jobs on single cameras in the morning."""
    nights = [_tuesday(month) for month in range(1, 13)]
    found = [Window("全部", range(night + 8, night + 16), "平台月度升级", f"{POLICE}科技信息化科") for night in nights]
    for _ in range(36):
        camera = chance.choice(fleet)
        days = camera.service.start // A_DAY, camera.service.stop // A_DAY - 1
        begin = chance.randint(*days) * A_DAY + 36
        reason = chance.choice(("清洁镜头", "更换前端电源", "更换光纤收发器", "调整角度"))
        found.append(Window(camera.id, range(begin, begin + chance.randint(2, 8)), reason, VIDEO))
    found.append(Window("SX-005", range(nights[8] + 12, nights[8] + 20), "更换前端电源", VIDEO))
    return sorted(found, key=lambda window: (window.span.start, window.camera))


def states(chance: Random, fleet: list[Camera], planned: list[Window]) -> dict[str, bytearray]:
    """For each camera one state a sample of the year; what lies outside its service stays a gap."""
    logs = {camera.id: bytearray(SAMPLES) for camera in fleet}
    for camera in fleet:
        _fill(logs[camera.id], camera.service, ONLINE)
    _lose(chance, fleet, logs)
    counted = _counted(fleet, planned)
    known = sum(log[at] != GAP for camera, log in logs.items() for at in counted[camera])
    left = known * DOWN[0] // DOWN[1]
    left -= _fail(logs["SX-017"], range(_nth(date(2020, 6, 11)) + 39, _nth(date(2020, 6, 17)) + 60), counted["SX-017"])
    left -= _fail(logs["SX-029"], range(_nth(date(2020, 7, 22)) + 70, _nth(date(2020, 7, 25)) + 44), counted["SX-029"])
    while left > 0:
        camera = chance.choice(fleet)
        begin = _begin(chance)
        length = min(left, chance.choice((1, 1, 2, 2, 3, 4, 6, 8, 12, 20, 40, chance.randint(40, 120))))
        left -= _fail(logs[camera.id], range(begin, min(begin + length, SAMPLES)), counted[camera.id])
    for window in planned:
        if window.camera != "全部" and chance.random() < 0.7:
            _fill(logs[window.camera], window.span, OFFLINE, only=ONLINE)
    return logs


def samples(logs: dict[str, bytearray]) -> pl.DataFrame:
    """编号, 时间, 状态 in the order in which the platform wrote them, with the faults of a real export.

    Twenty rows twice, three instants with both states, a test camera that no ledger knows, the first sample of the
    next year, and one hour of one night that stands after the hour that followed it.
    """
    times = pl.datetime_range(START, START + SAMPLES * STEP, STEP, closed="left", eager=True)
    parts = [_log(name, times, log) for name, log in logs.items()]
    whole = pl.concat(parts).sort("时间", "编号")
    twice = whole.filter(pl.col("编号") == "SX-012", pl.col("时间").dt.date() == date(2020, 5, 6)).head(20)
    both = whole.filter(
        pl.col("编号") == "SX-023", pl.col("时间").is_between(datetime(2020, 9, 9, 8), datetime(2020, 9, 9, 8, 30))
    )
    other = both.with_columns(pl.col("状态").replace({"在线": "离线", "离线": "在线"}))
    tests = _log("SX-T01", times.slice(_nth(date(2020, 4, 20)), A_DAY), bytearray([ONLINE]) * A_DAY)
    next_year = whole.filter(pl.col("时间") == pl.col("时间").max()).with_columns(pl.col("时间") + STEP)
    exported = pl.concat([whole, twice, other, tests, next_year]).sort("时间", "编号", maintain_order=True)
    swapped = (
        pl.col("时间")
        .dt.truncate("1h")
        .replace(
            [datetime(2020, 11, 11, 1), datetime(2020, 11, 11, 2)],
            [datetime(2020, 11, 11, 2), datetime(2020, 11, 11, 1)],
        )
    )
    return exported.sort(swapped, maintain_order=True)


def files(chance: Random) -> dict[str, bytes]:
    """cameras.csv, maintenance.csv, camera_status.parquet."""
    fleet = cameras()
    planned = windows(chance, fleet)
    ledger = [(camera.id, camera.place, camera.joined, camera.left) for camera in fleet]
    work = [(one.camera, _time(one.span.start), _time(one.span.stop), one.reason, one.approved) for one in planned]
    return {
        "cameras.csv": csv_bytes(("编号", "位置", "接入日期", "退出日期"), ledger),
        "maintenance.csv": csv_bytes(("编号", "开始", "结束", "事由", "批准"), work),
        "camera_status.parquet": parquet_bytes(samples(states(chance, fleet, planned))),
    }


def _lose(chance: Random, fleet: list[Camera], logs: dict[str, bytearray]) -> None:
    """Gaps in the log: the platform moved on a night in March and failed in October; single cameras stay silent."""
    for first, length in ((_nth(date(2020, 3, 14)) + 4, 48), (_nth(date(2020, 10, 18)), 24)):
        for log in logs.values():
            _fill(log, range(first, first + length), GAP)
    for _ in range(70):
        service = chance.choice(fleet).id
        begin = chance.randrange(SAMPLES - 40)
        _fill(logs[service], range(begin, begin + chance.randint(2, 40)), GAP)


def _counted(fleet: list[Camera], planned: list[Window]) -> dict[str, frozenset[int]]:
    out = {
        camera.id: {at for one in planned if one.camera in (camera.id, "全部") for at in one.span} for camera in fleet
    }
    return {camera.id: frozenset(at for at in camera.service if at not in out[camera.id]) for camera in fleet}


def _fail(log: bytearray, span: range, counted: frozenset[int]) -> int:
    """Takes a camera down; how many of the samples count and were up before."""
    fresh = sum(1 for at in span if log[at] == ONLINE and at in counted)
    _fill(log, span, OFFLINE, only=ONLINE)
    return fresh


def _fill(log: bytearray, span: range, state: int, only: int | None = None) -> None:
    for at in span:
        if only is None or log[at] == only:
            log[at] = state


def _begin(chance: Random) -> int:
    month = chance.choices(range(1, 13), _MONTHS)[0]
    return _nth(date(2020, month, 1)) + chance.randrange(28 * A_DAY)


def _log(name: str, times: pl.Series, log: bytearray) -> pl.DataFrame:
    states_ = pl.Series(list(log), dtype=pl.UInt8)
    frame = pl.DataFrame({"编号": pl.repeat(name, len(log), eager=True), "时间": times, "状态": states_})
    shown = pl.col("状态").replace_strict(range(3), STATES, return_dtype=pl.String)
    return frame.filter(pl.col("状态") != GAP).with_columns(shown)


def _tuesday(month: int) -> int:
    """The first sample of the second Tuesday of a month."""
    first = date(2020, month, 1)
    return _nth(first + timedelta(days=(1 - first.weekday()) % 7 + 7))


def _nth(day: date) -> int:
    return (day - FIRST).days * A_DAY


def _time(nth: int) -> datetime:
    return START + nth * STEP
