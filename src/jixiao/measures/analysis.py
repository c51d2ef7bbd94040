"""Tables that a report rests a method on: what a change of the budget came from, targets against actual values, years.

A table is made only if its figures are there; a report may name the method only if there is the table.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.measures.stated import ZERO
from jixiao.model.dossier import Dossier, Fee, PlannedIndicator
from jixiao.model.evaluation import Quantity
from jixiao.model.measurement import Measurement
from jixiao.model.quantity import parse_quantity
from jixiao.model.terms import Op
from jixiao.scoring.portion import portion
from jixiao.scoring.quantities import comparable

CAUSES: Final = {"scope": "范围", "price": "价格", "time": "时间"}
_YUAN: Final = "元"
_PERCENT: Final = "%"
_PLACES: Final = 2
_HIGHER: Final = (Op.AT_LEAST, Op.MORE, Op.EQUAL, Op.NONE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a table. fact: the id under which a report may cite it; value: None where it cannot be told."""

    fact: str
    value: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what it is about, and a figure for each further column."""

    label: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class AnalysisTable:
    """A table; header names the label and each figure. method: under which a report may claim it; total: last row."""

    id: str
    method: str
    title: str
    header: tuple[str, ...]
    lines: tuple[Line, ...]
    total: Line | None = None

    @property
    def figures(self) -> Iterator[tuple[str, Figure]]:
        """Every figure with its title, row and column."""
        for line in (*self.lines, *((self.total,) if self.total else ())):
            for column, figure in zip(self.header[1:], line.figures, strict=True):
                yield f"{line.label}：{column}", figure


def factor_analysis(dossier: Dossier, paid: Mapping[str, Decimal]) -> AnalysisTable | None:
    """年初预算 → 核减 by cause, 追加 → 调整后预算 → 实际支付 → 结余, by fee, in 元, adding up to the fen.

    paid: 元 by fee. None without fees, and where none was changed: then there is nothing to take apart.
    """
    if not any(fee.added or any(fee.cuts.values()) for fee in dossier.fees):
        return None
    added = any(fee.added for fee in dossier.fees)
    used = {cause for fee in dossier.fees for cause, amount in fee.cuts.items() if amount}
    causes = [cause for cause in (*CAUSES, *sorted(used - set(CAUSES))) if cause in used]
    lines = [Line(fee.name, tuple(_of_fee(fee, causes, paid.get(fee.id, ZERO), added=added))) for fee in dossier.fees]
    columns = zip(*(line.figures for line in lines), strict=True)
    names = ("initial", *(f"cut.{cause}" for cause in causes), *(["added"] * added), "budget", "executed", "left")
    total = tuple(
        Figure(f"fund.{name}", sum((figure.value or ZERO for figure in column), ZERO), _YUAN)
        for name, column in zip(names, columns, strict=True)
    )
    cuts = (*(f"核减：{CAUSES.get(cause, cause)}" for cause in causes), *(["追加"] * added))
    header = ("费用项", "年初预算", *cuts, "调整后预算", "实际支付", "结余")
    return AnalysisTable("factors", "因素分析法", "预算变动因素分析表", header, tuple(lines), Line("合计", total))


def _of_fee(fee: Fee, causes: list[str], paid: Decimal, *, added: bool) -> Iterator[Figure]:
    yield Figure(f"fee.{fee.id}.initial", fee.initial, _YUAN)
    for cause in causes:
        yield Figure(f"fee.{fee.id}.cut.{cause}", fee.cuts.get(cause, ZERO), _YUAN)
    if added:
        yield Figure(f"fee.{fee.id}.added", fee.added, _YUAN)
    yield Figure(f"fee.{fee.id}.budget", fee.budget, _YUAN)
    yield Figure(f"fee.{fee.id}.paid", paid, _YUAN)
    yield Figure(f"fee.{fee.id}.left", fee.budget - paid, _YUAN)


def comparison(dossier: Dossier, measurements: Mapping[str, Measurement]) -> AnalysisTable | None:
    """Numeric targets against actual values: target, actual value, difference, and completion where more is better.

    An actual value is what was measured, else what the folder states.
    None where no indicator has both.
    """
    lines = [line for plan in dossier.indicators for line in _compared(plan, measurements.get(plan.id))]
    header = ("指标", "目标值", "实际完成值", "实际减目标", "完成率")
    return AnalysisTable("targets", "比较法", "目标与实际比较表", header, tuple(lines)) if lines else None


def _compared(plan: PlannedIndicator, measurement: Measurement | None) -> Iterator[Line]:
    target = plan.target_parsed
    reached = _reached(plan, measurement)
    if reached is None or target.op is Op.BETWEEN or not target.is_number:
        return
    goal, actual, unit = _pair(target, *reached)
    if goal is None or actual is None:
        return
    rate = None
    if target.op in _HIGHER and goal > 0 and actual >= 0:
        rate = portion(Decimal(100), actual, goal, _PLACES)
    prefix = f"indicator.{plan.id}"
    yield Line(
        plan.level3,
        (
            Figure(f"{prefix}.goal", goal, unit),
            Figure(f"{prefix}.reached", actual, unit),
            Figure(f"{prefix}.difference", actual - goal, unit),
            Figure(f"{prefix}.completion", rate, _PERCENT),
        ),
    )


def _reached(plan: PlannedIndicator, measurement: Measurement | None) -> tuple[Decimal | None, str] | None:
    """The actual value with its unit; None where it is no number."""
    if measurement is not None:
        return measurement.value, measurement.unit
    stated = parse_quantity(plan.stated)
    return (stated.low, stated.unit or "") if stated.op in (Op.NONE, Op.EQUAL) and stated.is_number else None


def years(dossier: Dossier, measurements: Mapping[str, Measurement]) -> AnalysisTable | None:
    """This year's actual values against last year's as the folder states them: last, this, change.

    None where no indicator has both.
    """
    lines = [line for plan in dossier.indicators for line in _changed(plan, dossier, measurements.get(plan.id))]
    header = ("指标", f"{dossier.year - 1}年", f"{dossier.year}年", "增减")
    return AnalysisTable("years", "比较法", "与上年比较表", header, tuple(lines)) if lines else None


def _changed(plan: PlannedIndicator, dossier: Dossier, measurement: Measurement | None) -> Iterator[Line]:
    before = parse_quantity(dossier.previous.get(plan.level3, ""))
    reached = _reached(plan, measurement)
    if reached is None or before.op not in (Op.NONE, Op.EQUAL):
        return
    last, this, unit = _pair(before, *reached)
    if last is None or this is None:
        return
    prefix = f"indicator.{plan.id}"
    yield Line(
        plan.level3,
        (
            Figure(f"{prefix}.previous", last, unit),
            Figure(f"{prefix}.reached", this, unit),
            Figure(f"{prefix}.change", this - last, unit),
        ),
    )


def _pair(stated: Quantity, value: Decimal | None, unit: str) -> tuple[Decimal | None, Decimal | None, str]:
    """A stated number and a measured one in one unit, money in 元; None where they cannot be compared."""
    if value is None:
        return None, None, ""
    pair = comparable(stated, Quantity(Op.NONE, value, value, unit))
    return (None, None, "") if pair is None else (pair.low, pair.actual, pair.unit)
