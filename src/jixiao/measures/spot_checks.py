"""The monthly spot checks: in how many months they were held, and how much of what was looked at was in order."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

import polars as pl
from polars import col

from jixiao.measures.base import Given, measure
from jixiao.measures.uptime import percent
from jixiao.model.measurement import Measurement, Rows
from jixiao.model.number import plain
from jixiao.scoring.portion import portion

_AFTERWARDS: Final = timedelta(days=31)  # a month's spot check may be made up for in the next one
_PARTS: Final = {
    "checked": "抽查数",
    "passed": "合格数",
    "months_expected": "应抽查的月数",
    "months_held": "抽查了的月数",
    "months_missing": "没有抽查的月数",
}


@measure(
    "spot_checks_held",
    title="抽查次数",
    unit="次",
    reads=("spot_checks",),
    parts=_PARTS,
    advice="针对{name}，年初排定全年的抽查日程，当月不能抽查的次月补查，并留存记录",
)
def spot_checks_held(given: Given) -> Measurement:
    """评价期间内组织了抽查的月数，一个月抽查几次也只算一次；没有抽查的月份逐个点名。"""
    rows = _timely(given)
    return given.result(
        Decimal(_held(given, rows)),
        f"应抽查 {len(_months(given))} 个月，实际抽查 {_held(given, rows)} 个月",
        (_source(given, rows, rows),),
        **_found(given, rows),
    )


@measure(
    "spot_check_rate",
    title="抽查合格率",
    unit="%",
    places=2,
    reads=("spot_checks",),
    parts=_PARTS,
    advice="针对{name}，对抽查不合格的建立整改台账，限期整改并复查",
)
def spot_check_rate(given: Given) -> Measurement:
    """各月抽查合格数之和 ÷ 抽查数之和 × 100%。没有抽查的月份逐个点名；那些月份会怎样，抽查不能说明，所以不给上下限。

    覆盖率是抽查了的月份占应抽查月份的比例。合格数多于抽查数的行不用。
    """
    timely = _timely(given)
    rows = timely.filter(col.passed <= col.checked)
    found = _found(given, rows)
    sources = (_source(given, timely, rows),)
    coverage = portion(Decimal(1), Decimal(_held(given, rows)), Decimal(len(_months(given))), 6)
    checked, passed = (int(rows[name].sum()) for name in ("checked", "passed"))
    rate = percent(passed, checked, given.method.places)
    if rate is None:
        return given.blank("没有可用的抽查记录", sources, **found)
    bounds = {} if coverage == 1 else {"low": None, "high": None}
    formula = f"合格 {passed} ÷ 抽查 {checked} × 100% = {plain(rate)}%"
    return given.result(rate, formula, sources, coverage=coverage, **bounds, **found)


def _months(given: Given) -> Sequence[int]:
    return [month.first.month for month in given.period.months()]


def _timely(given: Given) -> pl.DataFrame:
    log = given.frame("spot_checks")
    held = col.day.is_between(given.period.first, given.period.last + _AFTERWARDS)
    return log.filter(col.month.is_in(_months(given)) & held)


def _held(given: Given, rows: pl.DataFrame) -> int:
    return sum(month in set(rows["month"]) for month in _months(given))


def _source(given: Given, timely: pl.DataFrame, rows: pl.DataFrame) -> Rows:
    left_out = {
        "不在评价期间": len(given.frame("spot_checks")) - len(timely),
        "合格数多于抽查数": len(timely) - len(rows),
    }
    return given.rows("spot_checks", left_out, rows["row"].to_list())


def _found(given: Given, rows: pl.DataFrame) -> dict[str, Any]:
    months = _months(given)
    sums = {row["month"]: row for row in rows.group_by("month").agg(col.checked.sum(), col.passed.sum()).to_dicts()}
    missing = [month for month in months if month not in sums]
    parts = {
        "checked": sum(row["checked"] for row in sums.values()),
        "passed": sum(row["passed"] for row in sums.values()),
        "months_expected": len(months),
        "months_held": len(sums),
        "months_missing": len(missing),
    }
    rates = tuple((f"{month} 月", _rate(sums.get(month))) for month in months)
    return {
        "parts": {name: Decimal(value) for name, value in parts.items()},
        "series": {"by_month": rates},
        "notes": (*(f"{month} 月没有抽查记录。" for month in missing), *_contradictory(rows)),
    }


def _contradictory(rows: pl.DataFrame) -> Iterator[str]:
    for row in rows.filter(col.passed > col.checked).to_dicts():
        yield f"第{row['row']}行合格数 {row['passed']} 多于抽查数 {row['checked']}，填得不对。"


def _rate(row: dict[str, int] | None) -> Decimal | None:
    return percent(row["passed"], row["checked"], 2) if row else None
