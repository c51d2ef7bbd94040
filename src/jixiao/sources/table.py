"""Rows of text → typed rows; what is left out is counted by reason, with row numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

import polars as pl

from jixiao.sources.cells import Reading, read_column
from jixiao.sources.schema import Schema
from jixiao.sources.sheet import Sheet, find_columns

ROW: Final = "row"

_LONG: Final = "单元格比表头多"
_REPEATED: Final = "与前面的行完全重复"
_OUTSIDE: Final = "不在评价期间"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one evidence file.

    file: within the project folder. frame: "row" (row number in the file, its first row is 1) and the columns of the
    schema, in the order of the file. left_out: reason → row numbers; no row has two reasons, and
    frame.height + left out == total. remarks: what is strange about rows that are used → row numbers. unknown: headers
    that mean nothing here.
    """

    schema: Schema
    file: str
    sha256: str
    total: int
    frame: pl.DataFrame
    left_out: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    remarks: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


def type_rows(sheet: Sheet, schema: Schema, file: str, sha256: str, period: tuple[date, date] | None = None) -> Table:
    """The rows of a sheet as rows of a kind.

    Rows without any content are no rows. A row said twice counts once; rows of one key that say different things are
    all left out. With a period, rows that end before its first day or begin after its last are left out.

    Raises:
        InputError: a column is missing, or two headers mean the same.
    """
    found = find_columns(sheet.headers, schema, file)
    cells = {name: sheet.cells[str(at)] for name, (at, _) in found.places.items()}
    readings = {name: read_column(cells[name], schema.column(name), unit) for name, (_, unit) in found.places.items()}
    frame = _frame(sheet, schema, readings)
    text = pl.DataFrame(cells).select(pl.all().cast(pl.String).str.strip_chars() != "")
    filled = text.select(pl.any_horizontal(pl.all())).to_series().fill_null(value=False)
    reasons = _Reasons(filled)
    for reason, rows in _faults(sheet, schema, readings, frame):
        reasons.add(reason, rows)
    _add_repeats(reasons, frame, schema)
    if period:
        reasons.add(_OUTSIDE, _outside(frame, schema, *period))
    return Table(
        schema,
        file,
        sha256,
        int(filled.sum()),
        frame.filter(reasons.open),
        {reason: tuple(frame.filter(rows)[ROW]) for reason, rows in reasons.rows.items()},
        dict(_remarks(sheet, schema, readings, frame, reasons.open)),
        found.unknown,
    )


class _Reasons:
    """Which rows are still to be used, and why the others are not; the first reason of a row counts."""

    def __init__(self, filled: pl.Series) -> None:
        self.open = filled
        self.rows: dict[str, pl.Series] = {}

    def add(self, reason: str, rows: pl.Series) -> None:
        rows = rows.fill_null(value=False) & self.open
        if rows.any():
            self.rows[reason] = rows
            self.open = self.open & ~rows


def _frame(sheet: Sheet, schema: Schema, readings: Mapping[str, Reading]) -> pl.DataFrame:
    """All rows, typed; an optional column that the file does not have is empty."""
    empty = pl.Series([None] * len(sheet.numbers), dtype=pl.String)
    values = {
        column.name: (readings.get(column.name) or read_column(empty, column)).values for column in schema.columns
    }
    return pl.DataFrame({ROW: sheet.numbers, **values})


def _faults(
    sheet: Sheet, schema: Schema, readings: Mapping[str, Reading], frame: pl.DataFrame
) -> Iterator[tuple[str, pl.Series]]:
    yield _LONG, frame[ROW].is_in(list(sheet.long))
    for column in schema.columns:
        if column.name in readings:
            wanted = f"可以写{'、'.join(column.shown)}" if column.choices else f"应为{column.cell}"
            yield f"“{column.title}”读不懂，{wanted}", readings[column.name].wrong
            if not column.blank:
                yield f"“{column.title}”空着", frame[column.name].is_null()
    since, until = schema.column(schema.since), schema.column(schema.until)
    if until is not since:
        yield f"“{until.title}”早于“{since.title}”", frame[until.name] < frame[since.name]


def _outside(frame: pl.DataFrame, schema: Schema, first: date, last: date) -> pl.Series:
    outside = (pl.col(schema.until) < first) | (pl.col(schema.since) >= last + timedelta(days=1))
    return frame.select(outside).to_series()


def _add_repeats(reasons: _Reasons, frame: pl.DataFrame, schema: Schema) -> None:
    rows = _alike(frame.filter(reasons.open), schema.key)
    if rows.is_empty():
        return
    again = rows.select(~pl.struct(pl.exclude(ROW)).is_first_distinct()).to_series()
    reasons.add(_REPEATED, frame[ROW].is_in(rows.filter(again)[ROW].to_list()))
    distinct = rows.filter(~again)
    apart = distinct.filter(distinct.select(schema.key).is_duplicated())
    titles = "、".join(schema.column(name).title for name in schema.key)
    reasons.add(f"“{titles}”相同而内容不同，无法判断哪行对", frame[ROW].is_in(apart[ROW].to_list()))


def _alike(rows: pl.DataFrame, key: tuple[str, ...]) -> pl.DataFrame:
    """The rows whose key another row has too. Their hashes are compared first: among a million rows few are alike."""
    hashes = rows.select(pl.struct(key).hash()).to_series()
    ordered = hashes.sort()
    twice = ordered.filter(ordered == ordered.shift(1))
    rows = rows.filter(hashes.is_in(twice.unique().to_list()))
    return rows.filter(rows.select(key).is_duplicated())


def _remarks(
    sheet: Sheet, schema: Schema, readings: Mapping[str, Reading], frame: pl.DataFrame, used: pl.Series
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """What is strange about rows that are used."""
    marks = {"单元格里是公式，用其结果": frame[ROW].is_in(list(sheet.formulas))}
    for name, reading in readings.items():
        if reading.remarked is not None:
            marks[f"“{schema.column(name).title}”{reading.remark}"] = reading.remarked
    if schema.ordered:
        marks["时间比前一行早"] = _steps_back(frame, schema)
    for remark, rows in marks.items():
        numbers = tuple(frame.filter(rows & used)[ROW])
        if numbers:
            yield remark, numbers


def _steps_back(frame: pl.DataFrame, schema: Schema) -> pl.Series:
    device = pl.struct(name for name in schema.key if name != schema.since).hash()
    step = pl.col(schema.since) < pl.col(schema.since).shift(1).over(device)
    return frame.select(step.fill_null(value=False)).to_series()
