"""The lines: ledger, outages. The OA system: a probe every ten minutes."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final

import polars as pl

from shili.ledger import csv_bytes, parquet_bytes
from shili.story import CIRCUITS, CLOUD, FIBRE, FIRST, OA

# Monthly rents in 元; the contracts in money.py are these times the months.
RENTS: Final = {"GX": 9_800, "WW": 14_600, "ZX": 5_200, "YPT": 486_000}
_OPENED: Final = date(2020, 4, 1)
_HUB: Final = "政务中心机房"
_OFFICES: Final = (
    "发展改革", "教育", "科技", "工业和信息化", "民政", "司法", "财政", "人力社保", "规划资源", "住房建设", "城市管理",
    "交通运输", "水务", "农业农村", "商务", "文化旅游", "卫生健康", "退役军人", "应急管理", "审计", "市场监管",
    "国资监管", "统计", "医疗保障", "信访", "政务服务", "档案", "机关事务", "投资促进", "生态环境",
)  # fmt: skip
_STREETS: Final = tuple(f"示例{sign}街道" for sign in "东西南北中") + tuple(f"样本{sign}镇" for sign in "甲乙丙丁戊己")
# Outages of the year: how many, and how long each may last in minutes.
_OUTAGES: Final = 58
_LENGTHS: Final = (12, 25, 40, 65, 110, 180, 320, 540)
# From then on the first outage of the extranet has no end in the ledger.
_UNWATCHED: Final = datetime(2020, 10, 1)
_PROBE: Final = timedelta(minutes=10)
# When the OA system did not answer: telework in February, a full disc in June, a certificate that ran out in November.
OA_DOWN: Final = (
    (datetime(2020, 2, 17, 8, 50), datetime(2020, 2, 17, 13, 40)),
    (datetime(2020, 6, 29, 9, 10), datetime(2020, 6, 29, 15, 30)),
    (datetime(2020, 11, 3, 8, 0), datetime(2020, 11, 3, 10, 20)),
)
# When the probe itself was switched off.
_SILENT: Final = (datetime(2020, 5, 1, 0, 0), datetime(2020, 5, 3, 9, 0))


def files(chance: Random) -> dict[str, bytes]:
    """lines.csv, outages.csv, probes.parquet."""
    found = lines()
    ledger = [(one.id, one.kind, one.begins, one.ends, one.since, None, f"{RENTS[one.prefix]}.00") for one in found]
    header = ("编号", "类型", "起点", "终点", "起租日期", "止租日期", "月租")
    return {
        "lines.csv": csv_bytes(header, ledger),
        "outages.csv": csv_bytes(("编号", "开始", "结束", "原因", "责任方"), outages(chance, found)),
        "probes.parquet": parquet_bytes(probes(chance)),
    }


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is still in rent at the end of the year."""

    id: str
    kind: str
    begins: str
    ends: str
    since: date

    @property
    def prefix(self) -> str:
        """Which family it belongs to."""
        return self.id.partition("-")[0]


def lines() -> list[Line]:
    """6 fibres between the rooms, 41 extranet lines of which two opened in April, 18 of the treasury, one cloud."""
    offices = [f"区{name}局" for name in _OFFICES]
    found = [Line(f"GX-{n:02d}", "光纤", _HUB, f"管理服务中心机房{n}号光缆", FIRST) for n in range(1, 7)]
    for n, site in enumerate((*offices, *_STREETS), 1):
        found.append(Line(f"WW-{n:02d}", "光纤" if n <= 25 else "电路", _HUB, site, _OPENED if n > 39 else FIRST))
    for n, site in enumerate(("区财政局", "国库集中支付中心", *offices[:5], *_STREETS), 1):
        found.append(Line(f"ZX-{n:02d}", "专线", "区财政局机房", site, FIRST))
    return [*found, Line("YPT-01", "云平台", _HUB, "政务云资源池", FIRST)]


def outages(chance: Random, found: list[Line]) -> list[tuple[object, ...]]:
    """Outages by time; of one nobody wrote down when it ended."""
    rows = [_outage(chance, chance.choice(found[:-1])) for _ in range(_OUTAGES)]
    rows.append(("YPT-01", datetime(2020, 9, 2, 14, 5), datetime(2020, 9, 2, 14, 47), "虚拟化平台主机宕机", CLOUD))
    rows.sort(key=lambda row: row[1])
    unended = next(row for row in rows if row[1] > _UNWATCHED and row[0].startswith("WW"))
    return [(*row[:2], None if row is unended else row[2], *row[3:]) for row in rows]


def _outage(chance: Random, line: Line) -> tuple[str, datetime, datetime, str, str]:
    day = line.since + timedelta(days=chance.randint(0, (date(2020, 12, 30) - line.since).days))
    begin = datetime.combine(day, time()) + timedelta(minutes=chance.randrange(24 * 60))
    end = begin + timedelta(minutes=chance.choice(_LENGTHS) + chance.randrange(10))
    provider = FIBRE if line.prefix == "GX" else CIRCUITS
    cause, party = chance.choice(
        (
            ("市政施工挖断光缆", "施工单位"),
            ("传输设备板卡故障", provider),
            ("用户侧断电", "用户单位"),
            ("运营商割接", provider),
            ("光缆老化衰耗过大", provider),
        )
    )
    return line.id, begin, end, cause, party


def probes(chance: Random) -> pl.DataFrame:
    """系统, 时间, 结果, 耗时 (milliseconds): failures while the system was down, and a few by themselves."""
    start, count = datetime(2020, 1, 1), 366 * 144
    rows = []
    for nth in range(count):
        at = start + nth * _PROBE
        if _SILENT[0] <= at < _SILENT[1]:
            continue
        down = any(begin <= at < end for begin, end in OA_DOWN) or chance.random() < 0.0006
        rows.append((at, "失败" if down else "成功", None if down else chance.randrange(3, 10) * 20))
    frame = pl.DataFrame(rows, schema={"时间": pl.Datetime("us"), "结果": pl.String, "耗时": pl.Int64}, orient="row")
    return frame.select(pl.lit(OA).alias("系统"), "时间", "结果", "耗时")
