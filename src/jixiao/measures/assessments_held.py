"""The quarterly assessments that were held, and their scores."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

import polars as pl
from polars import col

from jixiao.measures.base import Given, measure
from jixiao.measures.period import Period
from jixiao.measures.settings import Setting
from jixiao.model.measurement import Measurement
from jixiao.model.number import tidy
from jixiao.scoring.portion import portion

_NAMES: Final = "一二三四"
_PLACES: Final = 2
# An assessment of a quarter is held in it or within half a year after its end.
_BEFORE: Final = timedelta(days=91)
_AFTER: Final = timedelta(days=183)
_PERCENT: Final = Decimal(100)


@measure(
    "assessments_held",
    advice="针对{name}，把季度考核列入年度计划，季度结束后按期组织，结果与付款挂钩",
    title="季度考核次数",
    unit="次",
    reads=("assessments",),
    settings=(Setting("within", "考核期限", "0", "季度结束后多少天内应当考核；0 为不论早晚"),),
    parts={
        "expected": "应考核的季度数",
        "held": "考核了的季度数",
        "late": "超过期限才考核的季度数",
        "average": "平均得分率（%）",
        **{f"quarter_{nth}_score": f"第{name}季度得分" for nth, name in enumerate(_NAMES, 1)},
        **{f"quarter_{nth}_full": f"第{name}季度满分" for nth, name in enumerate(_NAMES, 1)},
    },
)
def assessments_held(given: Given) -> Measurement:
    """评价期间内组织了考核的季度数；没有考核的季度、超过期限的考核逐个点名。各季度得分另列，几家单位考核的相加。"""
    log = given.frame("assessments")
    quarters = _ends(given.period)
    ends = pl.DataFrame(
        {"quarter": list(quarters), "end": list(quarters.values())}, schema_overrides={"quarter": pl.Int8}
    )
    own = log.join(ends, on="quarter").filter(col.day.is_between(col.end - _BEFORE, col.end + _AFTER))
    rows = own.group_by("quarter").agg(col.score.sum(), col.full.sum(), col.day.max(), col.row).sort("quarter")
    held = {row["quarter"]: row for row in rows.to_dicts()}
    within = given.settings.whole("within")
    late = {nth: (row["day"] - quarters[nth]).days for nth, row in held.items()} if within else {}
    late = {nth: days for nth, days in late.items() if days > within}
    numbers = [number for row in held.values() for number in row["row"]]
    sources = (given.rows("assessments", {"不是评价期间的考核": len(log) - len(numbers)}, numbers),)
    parts: dict[str, Any] = {"expected": Decimal(len(quarters)), "held": Decimal(len(held)), "late": Decimal(len(late))}
    for nth, row in held.items():
        parts |= {f"quarter_{nth}_score": row["score"], f"quarter_{nth}_full": row["full"]}
    full, score = (sum((row[name] for row in held.values()), Decimal(0)) for name in ("full", "score"))
    if full > 0 and score >= 0:
        parts["average"] = portion(_PERCENT, score, full, _PLACES)
    series = tuple((f"第{_NAMES[nth - 1]}季度", held[nth]["score"] if nth in held else None) for nth in quarters)
    return given.result(
        Decimal(len(held)),
        f"应考核 {len(quarters)} 个季度，实际考核 {len(held)} 个{_scores(held)}",
        sources,
        parts=parts,
        series={"by_quarter": series},
        notes=(*_missing(quarters, held), *_late(late, within), *_over(own)),
    )


def _scores(held: dict[int, dict[str, Any]]) -> str:
    if not held:
        return ""
    full = {tidy(row["full"]) for row in held.values()}
    same = f"（满分均为 {min(full)} 分）" if len(full) == 1 else ""
    told = [
        f"第{_NAMES[nth - 1]}季度 {tidy(row['score'])} 分" + ("" if same else f"（满分 {tidy(row['full'])} 分）")
        for nth, row in held.items()
    ]
    return f"，得分为{'、'.join(told)}{same}"


def _ends(period: Period) -> dict[int, date]:
    """The last day of each quarter of the period."""
    return {(month.last.month + 2) // 3: month.last for month in period.months()}


def _missing(quarters: Iterable[int], held: dict[int, dict[str, Any]]) -> Iterator[str]:
    for nth in quarters:
        if nth not in held:
            yield f"第{_NAMES[nth - 1]}季度没有考核记录。"


def _over(rows: pl.DataFrame) -> Iterator[str]:
    for row in rows.filter((col.score > col.full) | (col.score < 0)).to_dicts():
        yield f"第{row['row']}行得分 {tidy(row['score'])} 不在 0 至满分 {tidy(row['full'])} 之间，填得不对。"


def _late(late: dict[int, int], within: int) -> Iterator[str]:
    for nth, days in late.items():
        yield f"第{_NAMES[nth - 1]}季度的考核在季度结束后 {days} 天才组织，超过 {within} 天的期限。"
