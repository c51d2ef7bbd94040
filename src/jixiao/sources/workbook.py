"""xlsx, xls and et → rows of text, with the rows that hold formulas.

A number in a workbook is binary; its 15 digits that office programs show are taken as the decimal meant. The value that
the office program stored for a formula is used.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Final

import polars as pl
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from jixiao.model.errors import InputError
from jixiao.model.number import plain
from jixiao.readers.package import Package
from jixiao.sources.schema import Schema
from jixiao.sources.sheet import HEADER_WITHIN, Sheet, header_row, known_headers

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROW: Final = re.compile(r"\d+")
_ZIP: Final = b"PK"
_MAX_CELLS: Final = 20_000_000
_WHOLE: Final = 10**15


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as text: rows from the first row of the sheet. formulas: the cells with a formula ("B7")."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    formulas: frozenset[str] = field(default_factory=frozenset)


def read_grids(data: bytes, file: str) -> tuple[Grid, ...]:
    """The sheets of a workbook, in order.

    Raises:
        InputError: it is damaged, has a password, or is too big.
    """
    formulas = _formulas(Package(data, file)) if data.startswith(_ZIP) else {}
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        return tuple(_grid(book, name, formulas, file) for name in book.sheet_names)
    except PasswordError as error:
        raise InputError(file, "文件设有打开密码", "请在 WPS 或 Excel 中取消打开密码，重新保存") from error
    except (CalamineError, OSError, ValueError) as error:
        raise InputError(file, "不是能读的电子表格，或文件已损坏", "请用 WPS 表格打开后另存为 .xlsx") from error


def read_workbook(data: bytes, schema: Schema, file: str) -> Sheet:
    """The table of one kind: the sheet whose header fits best.

    Raises:
        InputError: the workbook cannot be read or has no cell.
    """
    grids = [grid for grid in read_grids(data, file) if grid.rows]
    if not grids:
        raise InputError(file, "表格里没有内容", "确认拿到的是完整的文件")
    grid = max(grids, key=lambda one: max(known_headers(row, schema) for row in one.rows[:HEADER_WITHIN]))
    at = header_row(grid.rows, schema)
    width = len(grid.rows[at])
    columns = {str(col): [row[col] for row in grid.rows[at + 1 :]] for col in range(width)}
    numbers = pl.int_range(at + 2, len(grid.rows) + 1, dtype=pl.UInt32, eager=True)
    formulas = frozenset(int(match.group()) for cell in grid.formulas if (match := _ROW.search(cell)))
    return Sheet(grid.rows[at], pl.DataFrame(columns, dict.fromkeys(columns, pl.String)), numbers, formulas)


def column_letters(position: int) -> str:
    """The letters of a column counted from 0: A, B … Z, AA."""
    letters = ""
    position += 1
    while position:
        position, digit = divmod(position - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def _grid(book: CalamineWorkbook, name: str, formulas: Mapping[str, frozenset[str]], file: str) -> Grid:
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > _MAX_CELLS:
        raise InputError(file, f"工作表“{name}”过大", "删去空白的行和列，或把大表另存为 .csv")
    rows = tuple(tuple(map(_text, row)) for row in sheet.to_python(skip_empty_area=False))
    return Grid(name, rows, formulas.get(name, frozenset()))


def _text(value: object) -> str:
    match value:
        case bool():
            return "是" if value else "否"
        case float():
            number = Decimal(format(value, ".15g"))
            return plain(number.quantize(Decimal(1)) if number == int(number) and abs(number) < _WHOLE else number)
        case datetime():
            rounded = (value + timedelta(milliseconds=500)).replace(microsecond=0)
            return rounded.isoformat(" ").removesuffix(" 00:00:00")
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case _:
            return str(value)


def _formulas(package: Package) -> dict[str, frozenset[str]]:
    """Sheet name → cells with a formula."""
    part = package.related("", "officeDocument")
    book = package.xml(part) if part else None
    if part is None or book is None:
        return {}
    folder, name = posixpath.split(part)
    links = package.xml(f"{folder}/_rels/{name}.rels")
    targets = {link.get("Id"): link.get("Target", "") for link in links} if links is not None else {}
    parts = {
        sheet.get("name", ""): posixpath.normpath(posixpath.join("/", folder, targets.get(sheet.get(_LINK), "")))
        for sheet in book.iter(f"{_MAIN}sheet")
    }
    return {name: frozenset(_formula_cells(package, part.lstrip("/"))) for name, part in parts.items()}


def _formula_cells(package: Package, part: str) -> Iterator[str]:
    root = package.xml(part)
    for formula in root.iter(f"{_MAIN}f") if root is not None else ():
        cell = formula.getparent()
        if cell is not None:
            yield cell.get("r", "")
