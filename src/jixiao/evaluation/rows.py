"""The rows of the form: what was planned, what was measured or judged, and the points that follow."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from jixiao.evaluation.actuals import actual_of, grade_of
from jixiao.evaluation.evaluated import Row
from jixiao.law.snapshot import Law
from jixiao.model.dossier import Dossier, Judgement, PlannedIndicator
from jixiao.model.evaluation import Group, Indicator
from jixiao.model.measurement import Measurement
from jixiao.model.number import Number, tidy
from jixiao.model.quantity import parse_quantity
from jixiao.model.terms import Origin
from jixiao.scoring.points import Points
from jixiao.scoring.rows import score_indicator

# What the form says of a row or an amount that needs no explanation.
NO_DEVIATION: Final = "无偏差"


def rows_of(dossier: Dossier, measurements: Mapping[str, Measurement], law: Law) -> tuple[Row, ...]:
    """Every indicator with its actual value and its points; those of one class stand together."""
    plans = dossier.indicators
    first = {key: at for at, key in reversed(list(enumerate(key for plan in plans for key in _classes(plan))))}
    ordered = sorted(plans, key=lambda plan: [first[key] for key in _classes(plan)])
    return tuple(_row(at, plan, dossier, measurements, law) for at, plan in enumerate(ordered))


def indicators_of(rows: Iterable[Row], places: int) -> tuple[Indicator, ...]:
    """The rows as the form prints them, all scores with the same number of places."""
    return tuple(
        replace(_indicator(row.plan, row.actual), score=score_in(row.points, places), reason=_reason(row))
        for row in rows
    )


def places_of(points: Iterable[Points]) -> int:
    """How many decimals the scores of a form need."""
    given = (tidy(one.points) for one in points if one.points is not None)
    return max((len(digits.partition(".")[2]) for digits in given), default=0)


def score_in(points: Points, places: int) -> Number:
    """The points of a row as printed, "" where nobody can give any."""
    return "" if points.points is None else points.points.quantize(Decimal(1).scaleb(-places))


def groups_of(rows: Iterable[Row]) -> tuple[Group, ...]:
    """The weights that stand beside the classes of level 1."""
    weights: dict[str, Decimal] = {}
    for row in rows:
        name = row.plan.level1.value
        weights[name] = weights.get(name, Decimal(0)) + row.plan.weight
    return tuple(Group(name, None, weight) for name, weight in weights.items())


def in_words(judged: Judgement) -> str:
    """Who judged, when, what and why."""
    day = f"于{judged.day.year}年{judged.day.month}月{judged.day.day}日" if judged.day else ""
    return f"{judged.by}{day}评定为“{judged.tier}”，{tidy(judged.score)}分，理由：{judged.reason}"


def _classes(plan: PlannedIndicator) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (plan.level1.value,), (plan.level1.value, plan.level2.value)


def _row(at: int, plan: PlannedIndicator, dossier: Dossier, measurements: Mapping[str, Measurement], law: Law) -> Row:
    measurement = measurements.get(plan.id) if plan.measure else None
    actual = actual_of(plan, measurement)
    points = score_indicator(_indicator(plan, actual), law)
    if points.origin is Origin.JUDGED and plan.judged:
        points = replace(points, why=in_words(plan.judged))
    if points.origin is Origin.BLANK and measurement is not None and measurement.why_blank:
        points = replace(points, why=measurement.why_blank)
    grade = grade_of(plan, measurement, dossier)
    return Row(f"indicators[{at}]", plan, measurement, actual, grade, points)


def _indicator(plan: PlannedIndicator, actual: str) -> Indicator:
    """The row as printed; the score is the judge's, which counts only where the law leaves the row to a judge."""
    return Indicator(
        plan.level1.value,
        plan.level2.value,
        plan.level3,
        plan.target,
        actual,
        plan.weight,
        plan.judged.score if plan.judged else "",
        None,
        plan.target_parsed,
        parse_quantity(actual),
    )


def _reason(row: Row) -> str:
    """What the clerk wrote, else the judge's reason, else why nothing can be said, or that nothing is lacking."""
    said = row.plan.reason or (row.plan.judged.reason if row.plan.judged else "")
    if said or row.points.points is None:
        return said or row.points.why
    return "" if row.points.points < row.plan.weight else NO_DEVIATION
