"""The monthly spot checks: how much of what was looked at was in order."""

from decimal import Decimal

from polars import col

from jixiao.measures.base import Given, measure
from jixiao.measures.uptime import percent
from jixiao.model.measurement import Measurement
from jixiao.model.number import plain
from jixiao.scoring.portion import portion


@measure(
    "spot_check_rate",
    title="抽查合格率",
    unit="%",
    places=2,
    reads=("spot_checks",),
    parts={
        "checked": "抽查数",
        "passed": "合格数",
        "months_expected": "应抽查的月数",
        "months_held": "抽查了的月数",
        "months_missing": "没有抽查的月数",
    },
)
def spot_check_rate(given: Given) -> Measurement:
    """各月抽查合格数之和 ÷ 抽查数之和 × 100%。没有抽查的月份逐个点名；那些月份会怎样，抽查不能说明，所以不给上下限。

    覆盖率是抽查了的月份占应抽查月份的比例。合格数多于抽查数的行不用。
    """
    log = given.frame("spot_checks")
    expected = [month.first.month for month in given.period.months()]
    months = log.filter(col.month.is_in(expected))
    sound = months.filter(col.passed <= col.checked)
    sums = {row["month"]: row for row in sound.group_by("month").agg(col.checked.sum(), col.passed.sum()).to_dicts()}
    missing = [month for month in expected if month not in sums]
    checked = sum(row["checked"] for row in sums.values())
    passed = sum(row["passed"] for row in sums.values())
    sources = (
        given.rows(
            "spot_checks",
            {"月份不在评价期间": len(log) - len(months), "合格数多于抽查数": len(months) - len(sound)},
            sound["row"].to_list(),
        ),
    )
    parts = {
        "checked": checked,
        "passed": passed,
        "months_expected": len(expected),
        "months_held": len(sums),
        "months_missing": len(missing),
    }
    found = {
        "parts": {name: Decimal(value) for name, value in parts.items()},
        "series": {"by_month": tuple((f"{month} 月", _rate(sums.get(month))) for month in expected)},
        "notes": tuple(f"{month} 月没有抽查记录。" for month in missing),
        "coverage": portion(Decimal(1), Decimal(len(sums)), Decimal(len(expected)), 6),
    }
    rate = percent(passed, checked, given.method.places)
    if rate is None:
        return given.blank("没有可用的抽查记录", sources, **found)
    bounds = {"low": rate, "high": rate} if not missing else {"low": None, "high": None}
    formula = f"合格 {passed} ÷ 抽查 {checked} × 100% = {plain(rate)}%"
    return given.result(rate, formula, sources, **bounds, **found)


def _rate(row: dict[str, int] | None) -> Decimal | None:
    return percent(row["passed"], row["checked"], 2) if row else None
