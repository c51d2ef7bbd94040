"""The blocks of a form in a table, once their headers are known: amounts, goals, indicators and the last row."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from jixiao.forms.found import FoundForm, Slots
from jixiao.forms.header_columns import AMOUNTS
from jixiao.forms.indicators import is_grade
from jixiao.forms.labels import bare, field_of, resembling, without_prefix
from jixiao.forms.numbers import parse_number
from jixiao.forms.rows import Columns, Row
from jixiao.forms.shapes import is_class
from jixiao.model.characters import narrow
from jixiao.model.layout import Cell
from jixiao.model.number import known

# A row with the columns below which it stands.
Line = tuple[Columns, Row]

_LEVELS: Final = ("level1", "level2", "level3")
_VALUES: Final = ("target", "actual", "weight", "score")
_POINTS: Final = re.compile(r"\((\d{1,3})分", re.ASCII)
_GIVEN: Final = ("weight", "score")
_SUBTOTALS: Final = ("小计", "合计")


def read_funds(form: FoundForm, lines: Sequence[Line]) -> None:
    """One line for each row with an amount; a single one without any words is that of the year."""
    slots = [_fund(columns, row) for columns, row in lines]
    if len(slots) == 1 and "label" not in slots[0].cells and not _words(lines[0][1].own, slots[0]):
        slots = [replace(slots[0], cells={**slots[0].cells, "label": form.headers["funds"][0]})]
    points = next((points for cell in form.headers["funds"] if (points := points_in(cell))), None)
    if points is not None and slots and "weight" not in form.columns["funds"]:
        slots[0] = replace(slots[0], cells={**slots[0].cells, "weight": points})
    form.funds = slots


def points_in(cell: Cell) -> Cell | None:
    """The points of the whole block that its label prints: 预算执行情况（20分）, 得分（20分*执行率）."""
    match = _POINTS.search(narrow(cell.text))
    return cell._replace(text=match[1], lines=(match[1],)) if match else None


def _fund(columns: Columns, row: Row) -> Slots:
    slots = columns.slots(row)
    slots = replace(slots, cells={name: _beside(columns, name, cell, row) for name, cell in slots.cells.items()})
    label = _source_label(row, slots)
    return replace(slots, cells={**slots.cells, "label": label}) if label else replace(slots, lost={})


def _beside(columns: Columns, name: str, cell: Cell, row: Row) -> Cell:
    """The number that stands beside its label below a wide header: 预算安排情况 above 预算数 | 60."""
    if not field_of("funds", cell.text):
        return cell
    header = columns.header.cells[columns.at[name]]
    inside = (one for one in row.cells if cell.col < one.col < header.col + header.colspan)
    return next((one for one in inside if known(parse_number(one.text)) is not None), cell)


def _words(row: Row, slots: Slots) -> list[Cell]:
    """The words of a row that stand below no column and are no label of the block."""
    values = set(map(id, slots.cells.values()))
    others = [cell for cell in row.cells if id(cell) not in values and cell.text.strip()]
    return [cell for cell in others if not field_of("blocks", cell.text) and parse_number(cell.text) is None]


def _source_label(row: Row, slots: Slots) -> Cell | None:
    """The cell that names the source of the money: by a known name, else by its words, left of the amounts."""
    names = _words(row, slots)
    named = next((cell for cell in names if field_of("fund_rows", without_prefix("fund_rows", cell.text))), None)
    if named is not None or row.ragged:
        return named
    amounts = [cell for cell in names if field_of("funds", cell.text) in AMOUNTS]
    if len(amounts) > 1:  # each amount beside its own name: 预算数 | 60 | 执行数 | 57
        return amounts[0]
    first = min((cell.col for name, cell in slots.cells.items() if name in AMOUNTS), default=0)
    left = [cell for cell in names if cell.col < first]
    return next((cell for cell in reversed(left) if resembling("fund_rows", cell.text)), None)


def read_goals(form: FoundForm, lines: Sequence[Line]) -> None:
    """One goal a row."""
    texts = [cell.text for cell in form.headers["goals"]]
    form.scope = next((scope for text in texts if (scope := field_of("goal_scopes", text))), "annual")
    form.goals = [columns.slots(row) for columns, row in lines]


def read_indicators(form: FoundForm, lines: Sequence[Line], total: Line | None) -> None:
    """The rows that say something of one indicator, and the last row."""
    named = {id(columns): _named(columns, lines) for columns, _ in lines}
    lines = [(named[id(columns)], row) for columns, row in lines]
    form.indicators = [_once(columns.slots(row), row) for columns, row in lines if not is_aside(columns, row)]
    form.columns["indicators"] = tuple(lines[0][0].at) if lines else form.columns["indicators"]
    if total is not None:
        form.total = _total(*total)


def _once(slots: Slots, row: Row) -> Slots:
    """A row without the points of a merged cell that began in a row above: points given once count once."""
    above = {name: slots.cells[name] for name in _GIVEN if name in slots.cells and slots.cells[name].row < row.line}
    blank = {name: cell._replace(text="", lines=()) for name, cell in above.items()}
    return replace(slots, cells={**slots.cells, **blank}) if blank else slots


def is_aside(columns: Columns, row: Row) -> bool:
    """Whether a row is no indicator: 小计, one cell over name and values, or a label where a class should be."""
    cells = columns.pick(row)
    levels = [bare(cells[name].text) for name in _LEVELS if name in cells and cells[name].row == row.line]
    if any(text.endswith(_SUBTOTALS) for text in levels):
        return True
    name, first = cells.get("level3"), cells.get("level1")
    if name is None or row.ragged:
        return False
    labelled = first is not None and first.row == row.line and first.text.strip() and not is_class(narrow(first.text))
    return any(cells.get(field) is name for field in _VALUES) or bool(
        labelled and (name is first or not name.text.strip())
    )


def is_total(row: Row) -> bool:
    """Whether a row begins with 总分 or another name of the last row."""
    printed = row.printed or list(row.cells[:1])
    return bool(printed) and field_of("rows", printed[0].text) == "total"


def _total(columns: Columns, row: Row) -> Slots:
    """Weight and score of the last row; where its cells stand below no column of points, the numbers are counted."""
    wanted = sorted({"weight", "score"} & columns.at.keys(), key=columns.at.__getitem__)
    numbers = [cell for cell in row.cells if known(parse_number(cell.text)) is not None]
    cells = {name: cell for name, cell in columns.pick(row).items() if not field_of("rows", cell.text)}
    if cells.get("weight") is cells.get("score"):
        cells.pop("weight", None)
    stands = any(known(parse_number(cells[name].text)) is not None for name in wanted if name in cells)
    if (row.ragged or not stands) and len(numbers) == len(wanted):
        cells = dict(zip(wanted, numbers, strict=True))
    elif not stands and len(numbers) == 1:
        cells = {"score": numbers[0]}
    grade = next((cell for cell in row.cells if is_grade(cell)), None)
    return Slots({**cells, **({"grade": grade} if grade else {})}, columns.confidence(row), row.cells[0].place)


def _named(columns: Columns, lines: Sequence[Line]) -> Columns:
    """The columns of an indicator table; where none is that of names, the second class is, unless it holds classes.

    Beside points alone it is only where its header does not call it 二级指标; then it is both (评价内容).
    """
    if "level3" in columns.at or "level2" not in columns.at:
        return columns
    numbered = "二级" in columns.header.cells[columns.at["level2"]].text
    if {"target", "actual"}.isdisjoint(columns.at) and numbered:
        return columns
    seconds = [
        cell.text for own, row in lines if own is columns and (cell := columns.pick(row).get("level2")) is not None
    ]
    if any(is_class(narrow(text)) for text in seconds):
        return columns
    kept = {} if numbered else {"level2": columns.at["level2"]}
    return replace(columns, at={("level3" if name == "level2" else name): at for name, at in columns.at.items()} | kept)
