"""The block of amounts: one line for the year and one for each source of money."""

import re
from collections.abc import Mapping
from typing import Final

from jixiao.forms.labels import names, without_prefix
from jixiao.forms.notes import Notes
from jixiao.forms.numbers import parse_number
from jixiao.forms.rows import Columns, Row
from jixiao.model.evaluation import FundLine
from jixiao.model.layout import Cell
from jixiao.model.number import Number, known
from jixiao.model.terms import FundSource, fold

_UNIT: Final = re.compile(r"[(:\d](亿元|百万元|万元|千元|百元|元)")
_AMOUNTS: Final = ("initial", "budget", "executed")
_ASSUMED: Final = "万元"


def is_fund_header(row: Row) -> bool:
    """Whether a row names at least two kinds of amount."""
    return len(Columns.of("funds", row).at.keys() & set(_AMOUNTS)) > 1


def read_funds(header: Row, rows: list[Row], notes: Notes) -> tuple[FundLine, ...]:
    """The fund lines below their header."""
    columns = Columns.of("funds", header)
    labelled = []
    for row in rows:
        label = _label(row)
        if label is not None:
            labelled.append((row, label))
        elif _has_amount(columns.pick(row)):
            notes.trouble("unknown-fund-row", "这一行有金额，但没有认出是哪一种资金", row.cells[0].place)
    unit = _money_unit([header, *(row for row, _ in labelled)])
    if unit is None and labelled:
        notes.trouble("no-money-unit", f"没有写明金额单位，按{_ASSUMED}读取", header.cells[0].place)
    lines: list[FundLine] = []
    for row, label in labelled:
        path = f"funds[{len(lines)}]"
        numbers, reason = _cells(path, columns, row, unit or _ASSUMED, notes)
        notes.source(f"{path}.label", label.place, label.text)
        source = FundSource(names("fund_rows")[without_prefix("fund_rows", label.text)])
        lines.append(FundLine(source, label.text.strip(), unit or _ASSUMED, **numbers, reason=reason))
    return tuple(lines)


def _label(row: Row) -> Cell | None:
    return next((cell for cell in row.cells if without_prefix("fund_rows", cell.text) in names("fund_rows")), None)


def _has_amount(cells: Mapping[str, Cell]) -> bool:
    return any(known(parse_number(cells[field].text)) is not None for field in _AMOUNTS if field in cells)


def _cells(path: str, columns: Columns, row: Row, unit: str, notes: Notes) -> tuple[dict[str, Number], str | None]:
    cells, confidence = columns.pick(row), columns.confidence(row)
    columns.report_lost(row, cells, notes)
    numbers = {
        field: notes.number(f"{path}.{field}", cells.get(field), confidence, unit if field in _AMOUNTS else "")
        for field in (*_AMOUNTS, "weight", "score", "rate")
    }
    return numbers, notes.text(f"{path}.reason", cells.get("reason"), confidence)


def _money_unit(rows: list[Row]) -> str | None:
    for row in rows:
        match = _UNIT.search("".join(fold(text) for text in row.texts))
        if match:
            return match[1]
    return None
