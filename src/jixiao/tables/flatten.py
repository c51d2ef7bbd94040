"""Evaluations to tables: one batch, however many there are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import polars as pl

from jixiao.law.snapshot import Law
from jixiao.model.evaluation import Evaluation, FundLine, Group, Indicator, Quantity
from jixiao.model.number import MONEY_PLACES, MONEY_UNITS, PLACES, Number, fits, in_yuan, step
from jixiao.model.terms import FundSource, Grade, Op, fold, is_empty, level1_of, level2_of, says_not_done
from jixiao.scoring.quantities import comparable
from jixiao.tables.rows import impossible, late, misplaced, printed_half, tier, units_differ
from jixiao.tables.schema import KEY, KEYS, LAW, TABLES, blank_bit, has_bits

Cells = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tables:
    """The flat tables of a batch, and the way back.

    frames: a frame for each table; rows of `project` are in the order of the evaluations. paths: for each table and row
    id, the row's path in its evaluation ("indicators[7]").
    """

    frames: Mapping[str, pl.DataFrame]
    paths: Mapping[str, Sequence[str]]


def flatten(evaluations: Sequence[Evaluation], laws: Sequence[Law]) -> Tables:
    """The tables of some evaluations, each judged under the law at the same position.

    Raises:
        ValueError: a number does not fit its column; forms report such cells as troubles instead.
    """
    snapshots = list({id(law): law for law in laws}.values())
    law_ids = {id(law): i for i, law in enumerate(snapshots)}
    batch = _Batch()
    for evaluation, law in zip(evaluations, laws, strict=True):
        project = len(batch.rows["project"])
        batch.add("project", "", _project(evaluation) | {"project.law": law_ids[id(law)]})
        first_group = len(batch.rows["group"])
        for n, line in enumerate(evaluation.funds):
            batch.add("fund", f"funds[{n}]", _fund(line) | {"fund.project": project})
        for n, group in enumerate(evaluation.groups):
            batch.add("group", f"groups[{n}]", _group(group) | {"group.project": project})
        for n, row in enumerate(evaluation.indicators):
            placed = _memberships(row, evaluation.groups, first_group) | {"indicator.project": project}
            batch.add("indicator", f"indicators[{n}]", _indicator(row) | placed)
    for law in snapshots:
        batch.add("law", "", _law(law))
    return Tables({table: _frame(table, rows) for table, rows in batch.rows.items()}, batch.paths)


def law_table(laws: Sequence[Law]) -> pl.DataFrame:
    """The table `law` for tables that do not come from evaluations: a row for each, its position the `project.law`."""
    return _frame("law", [_law(law) | {"law.id": number} for number, law in enumerate(laws)])


class _Batch:
    """Rows on their way into frames."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Cells]] = {table: [] for table in TABLES}
        self.paths: dict[str, list[str]] = {table: [] for table in TABLES}

    def add(self, table: str, path: str, cells: Cells) -> None:
        self.rows[table].append(cells | {f"{table}.id": len(self.rows[table])})
        self.paths[table].append(path)


def _project(evaluation: Evaluation) -> Cells:
    total = evaluation.total
    line = evaluation.fund_total or FundLine(FundSource.TOTAL, "", "", weight="", score="", rate="")
    totals = {claim.value for claim in evaluation.claims if claim.about == "total" and claim.value is not None}
    grades = {claim.subject for claim in evaluation.claims if claim.about == "grade"}
    stated_grade = grades.pop() if len(grades) == 1 else ""
    printed: dict[str, Number | str] = {
        "stated_total": totals.pop() if len(totals) == 1 else "",
        "stated_grade": stated_grade,
        "total_weight": total.weight,
        "total_score": total.score,
        "grade": total.grade or "",
        "rate": line.rate,
        "execution_weight": line.weight,
        "execution_score": line.score,
    }
    grade = (total.grade or "")[:1]
    return {
        "project.name": evaluation.project.name,
        "project.grade": grade if grade in set(Grade) else None,
        "project.stated_grade": stated_grade if stated_grade in set(Grade) else None,
        "project.reason": line.reason,
        "project.explains": line.reason is not None,
        "project.whole": evaluation.is_whole or None,
        "project.has": has_bits(set(evaluation.columns)),
        "project.blank": sum(blank_bit("project", name) for name, value in printed.items() if value == ""),
        **_money("project", line, ("initial", "budget", "executed")),
        **_numbers(
            "project", {name: value for name, value in printed.items() if name not in ("grade", "stated_grade")}
        ),
    }


def _fund(line: FundLine) -> Cells:
    printed = ("initial", "budget", "executed", "rate")
    empty = sum(blank_bit("fund", name) for name in printed if getattr(line, name) == "")
    return {
        "fund.source": line.source.value,
        "fund.label": line.label,
        "fund.blank": empty,
        **_money("fund", line, ("initial", "budget", "executed")),
        **_numbers("fund", {"rate": line.rate}),
    }


def _group(group: Group) -> Cells:
    return {
        "group.label": group.level2 or group.level1,
        "group.of_level2": group.level2 is not None,
        "group.blank": blank_bit("group", "weight") if group.weight == "" else 0,
        **_numbers("group", {"weight": group.weight}),
    }


def _indicator(row: Indicator) -> Cells:
    target, actual = row.target_parsed, row.actual_parsed
    pair = comparable(target, actual)
    empty = sum(blank_bit("indicator", name) for name in ("weight", "score") if getattr(row, name) == "")
    cells: Cells = {name: getattr(row, name) for name in ("level3", "target", "actual", "reason")}
    cells |= {
        "level1": _value(level1_of(row.level1)),
        "level2": _value(level2_of(row.level2)),
        "satisfaction": None if row.level1 is None else row.is_satisfaction,
        "blank": empty,
        "op": _known_op(target),
        "actual_op": _known_op(actual),
        "t": pair.low if pair else None,
        "t_high": pair.high if pair else None,
        "v": pair.actual if pair else None,
        "unit": pair.unit if pair else None,
        "v_half": printed_half(actual) if pair and pair.actual is not None else None,
        "numeric": _numeric(target, actual),
        "units_differ": units_differ(target, actual),
        "tier": tier(row),
        "equals": _equals(row),
        "late": late(target, actual),
        "impossible": impossible(row),
        "misplaced": misplaced(row),
        "repeats": _same_words(row.target, row.actual),
        "not_done": _not_done(row),
        "actual_empty": None if row.actual is None else is_empty(row.actual),
    }
    named = {f"indicator.{name}": value for name, value in cells.items()}
    return named | _numbers("indicator", {"weight": row.weight, "score": row.score})


def _known_op(quantity: Quantity) -> str | None:
    return None if quantity.op is Op.UNREAD else quantity.op.value


def _numeric(target: Quantity, actual: Quantity) -> bool | None:
    """Whether a formula speaks of the row: an operator was printed, and both sides are numbers."""
    if Op.UNREAD in (target.op, actual.op):
        return None
    return target.op not in (Op.NONE, Op.BEFORE) and target.is_number and actual.is_number


def _not_done(row: Indicator) -> bool | None:
    """Whether the actual value says so; where it repeats the target (未启动应急响应), that was the target."""
    if row.actual is None:
        return None
    if not says_not_done(row.actual):
        return False
    repeats = _same_words(row.target, row.actual)
    return None if repeats is None else not repeats


def _same_words(target: str | None, actual: str | None) -> bool | None:
    if target is None or actual is None:
        return None
    return fold(target).rstrip("。") == fold(actual).rstrip("。") != ""


def _equals(row: Indicator) -> bool | None:
    """Whether the actual value says what the target says, in the same words or in the same number."""
    if Op.UNREAD in (row.target_parsed.op, row.actual_parsed.op):
        return None
    pair = comparable(row.target_parsed, row.actual_parsed)
    same = pair is not None and pair.actual is not None and pair.low == pair.high == pair.actual
    return same or _same_words(row.target, row.actual)


def _memberships(row: Indicator, groups: Sequence[Group], first: int) -> Cells:
    """A row belongs to the printed weight of its level 1 and to that of its level 2, where such weights are printed."""
    key1, key2 = fold(row.level1 or ""), fold(row.level2 or "")
    cells: Cells = {}
    for position, group in enumerate(groups, first):
        if fold(group.level1) == key1:
            if group.level2 is None:
                cells["indicator.group"] = position
            elif fold(group.level2) == key2:
                cells["indicator.subgroup"] = position
    return cells


def _law(law: Law) -> Cells:
    reading: dict[Any, Callable[[str], Any]] = {pl.Boolean: law.flag, pl.String: law.word}
    return {
        f"law.{name}": reading.get(column.dtype, law.number)(column.field)
        for name, column in LAW.items()
        if column.field in law.entries
    }


def _money(table: str, line: FundLine, names: Iterable[str]) -> Cells:
    """Amounts in 元; a unit that is not known leaves them unknown."""
    if line.money_unit not in MONEY_UNITS:
        return {}
    printed = {name: value for name in names if isinstance(value := getattr(line, name), Decimal)}
    return _exact(table, {name: in_yuan(value, line.money_unit) for name, value in printed.items()}, MONEY_PLACES)


def _numbers(table: str, values: Mapping[str, Number | str]) -> Cells:
    return _exact(table, {name: value for name, value in values.items() if isinstance(value, Decimal)}, PLACES)


def _exact(table: str, values: Mapping[str, Decimal], places: int) -> Cells:
    cells: Cells = {}
    for name, value in values.items():
        if not fits(value, places):
            raise ValueError(f"{table}.{name} cannot hold {value}")
        cells[f"{table}.{name}"] = value
        if f"{name}_half" in TABLES[table]:
            cells[f"{table}.{name}_half"] = step(value) / 2
    return cells


def _value(term: Any) -> str | None:
    return None if term is None else term.value


def _frame(table: str, rows: Sequence[Cells]) -> pl.DataFrame:
    types = {f"{table}.{name}": KEY for name in KEYS[table]}
    types |= {f"{table}.{name}": column.dtype for name, column in TABLES[table].items()}  # type: ignore[misc]
    return pl.DataFrame({name: pl.Series([row.get(name) for row in rows], dtype=kind) for name, kind in types.items()})
