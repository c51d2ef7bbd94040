"""Writes 项目资料.xlsx: one sheet a table, drop-downs, help in the head, one grey example row that is not read.

Everything that a person typed is written as text or as a number, never as a formula.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jixiao.sources.filled import Filled
from jixiao.sources.schema import Cell, Column, Schema
from jixiao.sources.sheet_form import EXAMPLE, MARK
from jixiao.sources.sheet_help import HELP_SHEET, help_lines
from jixiao.sources.stated import PROJECT, TABLES

_TITLE_ROW, _NOTE_ROW, _HEADER_ROW, _EXAMPLE_ROW, _FIRST_ROW = range(5)
_LINE: Final = 16.0  # points
_ACROSS: Final = 180  # characters on one page
_BLANK_ROWS: Final = 12
_CHOICE_ROWS: Final = 1000  # how far down the drop-downs reach
_A4: Final = 9
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_DIGITS: Final = 15  # what a number in a workbook keeps
_NUMBERS: Final = frozenset({Cell.MONEY, Cell.POINTS, Cell.COUNT})
_WIDTHS: Final = {Cell.DAY: 12.0, Cell.MONEY: 16.0, Cell.POINTS: 9.0, Cell.COUNT: 9.0, Cell.CHOICE: 16.0}
# Format of a kind of cell: number format and alignment.
_FORMS: Final = (
    ("text", "@", "left"),
    ("day", "yyyy-mm-dd", "center"),
    ("money", "#,##0.00", "right"),
    ("number", "General", "center"),
)
_WIDE: Final = frozenset({"expected", "achieved", "topic", "decision", "judged_reason", "reason", "settings"})
# Columns that name a row of another table.
_NAMES: Final = {
    ("contract", "fee"): "fee",
    ("contract", "replaces"): "contract",
    ("payment", "fee"): "fee",
    ("payment", "contract"): "contract",
}


def sheet_bytes(filled: Filled, measures: Mapping[str, str]) -> bytes:
    """The bytes of a 项目资料.xlsx.

    Args:
        filled: what is already known.
        measures: titles of the measures → what they read and can be set to, for the drop-down of 测量方法 and the help.
    """
    target = BytesIO()
    with Workbook(target, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"title": "项目资料", "created": datetime(2000, 1, 1)})  # noqa: DTZ001  no clock
        styles = _Styles(book)
        for table, schema in TABLES.items():
            sheet = book.add_worksheet(schema.title)
            _set_up(sheet, schema.title)
            if schema is PROJECT:
                _write_project(sheet, styles, filled)
            else:
                _Sheet(sheet, styles, table, schema).write(filled, measures)
        _write_help(book.add_worksheet(HELP_SHEET), styles, measures)
    return target.getvalue()


class _Styles:
    """The formats of a workbook."""

    def __init__(self, book: Workbook) -> None:
        base = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "text_wrap": True}
        boxed = {**base, "border": 1}
        grey = {"font_color": "#808080", "bg_color": "#F2F2F2"}
        self.title = book.add_format({**base, "font_name": "黑体", "font_size": 16, "text_wrap": False})
        self.note = book.add_format({**base, "font_size": 9, "font_color": "#595959", "valign": "top"})
        self.header = book.add_format(
            {**boxed, "font_name": "黑体", "bg_color": "#D9E1F2", "align": "center"},
        )
        self._kinds: dict[tuple[bool, str], Format] = {}
        for is_example, extra in ((False, {}), (True, grey)):
            for name, form, align in _FORMS:
                self._kinds[is_example, name] = book.add_format({**boxed, **extra, "num_format": form, "align": align})

    def cell(self, column: Column, *, example: bool = False) -> Format:
        """The format of a column's cells."""
        if column.cell is Cell.MONEY:
            return self._kinds[example, "money"]
        if column.cell is Cell.DAY:
            return self._kinds[example, "day"]
        return self._kinds[example, "number" if column.cell in _NUMBERS else "text"]


class _Sheet:
    """One sheet with a row for each record."""

    def __init__(self, sheet: Worksheet, styles: _Styles, table: str, schema: Schema) -> None:
        self._sheet = sheet
        self._styles = styles
        self._table = table
        self._schema = schema

    def write(self, filled: Filled, measures: Mapping[str, str]) -> None:
        """Head, example, rows, and empty rows with drop-downs."""
        rows = filled.get(self._table, ())
        last = _FIRST_ROW + len(rows) + _BLANK_ROWS - 1
        self._write_head()
        for at, row in enumerate([*rows, *({} for _ in range(_BLANK_ROWS))], _FIRST_ROW):
            self._set_height(at, row)
            self._sheet.write_blank(at, 0, None, self._styles.cell(_MARKED))
            for position, column in enumerate(self._schema.columns, 1):
                write_text(self._sheet, at, position, row.get(column.name, ""), column, self._styles.cell(column))
        for position, column in enumerate(self._schema.columns, 1):
            choices = list(measures) if column.name == "measure" else list(column.shown)
            of = _NAMES.get((self._table, column.name))
            if of:
                self._validate(position, f"='{TABLES[of].title}'!$B${_FIRST_ROW + 1}:$B${_CHOICE_ROWS + 1}")
            elif choices:
                self._validate(position, choices)
        self._sheet.freeze_panes(_HEADER_ROW + 1, 2)
        self._sheet.repeat_rows(_HEADER_ROW)
        self._sheet.print_area(_TITLE_ROW, 0, last, len(self._schema.columns))
        if sum(map(_width, self._schema.columns)) > _ACROSS:
            self._sheet.fit_to_pages(2, 0)
            self._sheet.repeat_columns(0, 1)

    def _set_height(self, at: int, row: Mapping[str, str]) -> None:
        cells = [(row.get(column.name, ""), _width(column)) for column in self._schema.columns]
        self._sheet.set_row(at, height_of(cells))

    def _write_head(self) -> None:
        note = f"（{self._schema.note.rstrip('。')}）" if self._schema.note else ""
        self._sheet.write_string(_TITLE_ROW, 0, f"{self._schema.title}{note}", self._styles.title)
        self._sheet.write_string(_HEADER_ROW, 0, MARK, self._styles.header)
        self._sheet.write_string(_EXAMPLE_ROW, 0, EXAMPLE, self._styles.cell(_MARKED, example=True))
        self._sheet.set_column(0, 0, 6)
        notes = [(column.note, _width(column)) for column in self._schema.columns]
        self._sheet.set_row(_NOTE_ROW, height_of(notes))
        self._set_height(_EXAMPLE_ROW, {column.name: column.example for column in self._schema.columns})
        for position, column in enumerate(self._schema.columns, 1):
            self._sheet.set_column(position, position, _width(column))
            self._sheet.write_string(_NOTE_ROW, position, column.note, self._styles.note)
            self._sheet.write_string(_HEADER_ROW, position, header_of(column), self._styles.header)
            style = self._styles.cell(column, example=True)
            write_text(self._sheet, _EXAMPLE_ROW, position, column.example, column, style)

    def _validate(self, position: int, source: str | list[str]) -> None:
        rule = {"validate": "list", "source": source, "error_type": "warning", "error_message": "请从下拉列表中选择。"}
        self._sheet.data_validation(_FIRST_ROW, position, _CHOICE_ROWS, position, rule)


_MARKED: Final = Column("mark", MARK)


def height_of(cells: Iterable[tuple[str, float]]) -> float:
    """The height in points of a row whose cells, each with the width of its column, are to show all their lines."""
    return _LINE * max((sum(_lines(line, width) for line in text.split("\n")) for text, width in cells), default=1)


def _lines(line: str, width: float) -> int:
    across = sum(1 if sign.isascii() else 2 for sign in line)
    return max(1, -(-across // max(1, int(width) - 2)))


def _width(column: Column) -> float:
    return 26.0 if column.name in _WIDE else _WIDTHS.get(column.cell, 10.0 if column.name == "id" else 15.0)


def header_of(column: Column) -> str:
    """The header of a column: a star where it must be filled in, and the unit of amounts."""
    must = "" if column.blank or column.optional else "*"
    return f"{column.title}{must}{'（元）' if column.cell is Cell.MONEY else ''}"


def write_text(sheet: Worksheet, row: int, col: int, text: str, column: Column, style: Format) -> None:
    """A cell: a number where the workbook can hold it exactly, a day, or text; never a formula."""
    text = column.shown_for(text)
    if not text:
        sheet.write_blank(row, col, None, style)
    elif column.cell in _NUMBERS and _NUMBER.fullmatch(text) and len(text.lstrip("-0.").replace(".", "")) <= _DIGITS:
        sheet.write_number(row, col, float(text), style)
    elif column.cell is Cell.DAY and (day := _day(text)):
        sheet.write_datetime(row, col, day, style)
    else:
        sheet.write_string(row, col, text, style)


def _day(text: str) -> datetime | None:
    try:
        day = datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007  a day has no time zone
    except ValueError:
        return None
    return day if day.year > 1900 else None


def _set_up(sheet: Worksheet, title: str) -> None:
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer(f"&C{title}　第 &P 页，共 &N 页")
    sheet.set_row(_TITLE_ROW, 28)


def _write_project(sheet: Worksheet, styles: _Styles, filled: Filled) -> None:
    """The sheet 项目: titles one below the other, what to fill in beside them, help and an example."""
    row = next(iter(filled.get("project", ())), {})
    sheet.write_string(_TITLE_ROW, 0, f"项目（{PROJECT.note.rstrip('。')}，带 * 的必填）", styles.title)
    for position, (title, width) in enumerate((("栏目", 18), ("填写", 44), ("怎么填", 40), (EXAMPLE, 24))):
        sheet.set_column(position, position, width)
        sheet.write_string(1, position, title, styles.header)
    for at, column in enumerate(PROJECT.columns, 2):
        sheet.write_string(at, 0, header_of(column), styles.header)
        write_text(sheet, at, 1, row.get(column.name, ""), column, styles.cell(column))
        sheet.write_string(at, 2, column.note, styles.cell(_MARKED))
        write_text(sheet, at, 3, column.example, column, styles.cell(column, example=True))
        sheet.set_row(at, max(24, height_of([(row.get(column.name, ""), 44)])))
    sheet.print_area(0, 0, len(PROJECT.columns) + 1, 3)


def _write_help(sheet: Worksheet, styles: _Styles, measures: Mapping[str, str]) -> None:
    _set_up(sheet, HELP_SHEET)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    for at, (left, right) in enumerate(help_lines(measures)):
        sheet.write_string(at, 0, left, styles.cell(_MARKED) if right else styles.header)
        sheet.write_string(at, 1, right, styles.cell(_MARKED))
        sheet.set_row(at, height_of([(left, 28), (right, 90)]))
