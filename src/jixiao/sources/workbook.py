"""xlsx → rows of text as they are stored, with the cells that hold formulas.

A form is read as it is displayed (`jixiao.readers`); a ledger is read as it is stored, to its last digit: numbers go
from the file's decimal digits to Decimal without a binary float between. Of those digits 15 count, as office programs
show them. For a formula the value counts that the office program stored.

Source of the format: ECMA-376 part 1, §18.2 (workbook), §18.3 (sheets), §18.4 (shared strings), §18.8 (styles).
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Context, InvalidOperation
from typing import Final

import polars as pl
from lxml import etree

from jixiao.model.errors import InputError
from jixiao.model.number import tidy
from jixiao.readers.package import Package
from jixiao.sources.schema import Schema
from jixiao.sources.serials import date_styles, moment_of
from jixiao.sources.sheet import HEADER_WITHIN, Sheet, header_row, known_headers

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

_LINK: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_ESCAPED: Final = re.compile(r"_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")  # surrogates are no characters
_ROW: Final = re.compile(r"\d+")
_MAX_ROWS: Final = 1 << 20
_MAX_CELLS: Final = 5_000_000
_STORED: Final = Context(prec=15)
_WIDEST: Final = 30  # digits before or after the point
_NOT_A_BOOK: Final = ("不是能读的电子表格", "请用 WPS 表格或 Excel 打开，另存为 .xlsx")


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as text, from its first row and column, all rows of one width. formulas: cells with a formula ("B7")."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    formulas: frozenset[str] = field(default_factory=frozenset)


def read_grids(data: bytes, file: str) -> tuple[Grid, ...]:
    """The sheets of a workbook, in order.

    Raises:
        InputError: it is no xlsx, is damaged, has a password, or is too big.
    """
    package = Package(data, file)
    part = package.related("", "officeDocument")
    root = package.xml(part) if part else None
    if part is None or root is None or root.tag != f"{MAIN}workbook":
        raise InputError(file, *_NOT_A_BOOK)
    book = _Book(package, part, root)
    return tuple(_grid(name, sheet, book, file) for name, sheet in book.sheets())


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
    columns = {str(col): [row[col] for row in grid.rows[at + 1 :]] for col in range(len(grid.rows[at]))}
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


class _Book:
    """The parts of a workbook that its sheets share."""

    def __init__(self, package: Package, part: str, root: etree._Element) -> None:
        self._package = package
        self._part = part
        self._root = root
        strings, styles = (package.related(part, kind) for kind in ("sharedStrings", "styles"))
        shared = package.xml(strings) if strings else None
        self._strings = [_rich(item) for item in shared.iter(f"{MAIN}si")] if shared is not None else []
        self._dates = date_styles(package.xml(styles) if styles else None, MAIN)
        properties = root.find(f"{MAIN}workbookPr")
        self._since_1904 = properties is not None and properties.get("date1904") in ("1", "true")

    def sheets(self) -> Iterator[tuple[str, etree._Element]]:
        """Name and root of each worksheet."""
        folder, name = posixpath.split(self._part)
        links = self._package.xml(f"{folder}/_rels/{name}.rels")
        targets = {link.get("Id"): link.get("Target", "") for link in links} if links is not None else {}
        for entry in self._root.iter(f"{MAIN}sheet"):
            path = posixpath.normpath(posixpath.join("/", folder, targets.get(entry.get(_LINK), "")))
            root = self._package.xml(path.lstrip("/"))
            if root is not None and root.tag == f"{MAIN}worksheet":
                yield entry.get("name", ""), root

    def text(self, cell: etree._Element) -> str:
        """What a cell holds."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(map(_rich, cell.iter(f"{MAIN}is")))
        stored = cell.findtext(f"{MAIN}v") or ""
        match kind:
            case "s":
                at = int(stored) if stored.isascii() and stored.isdigit() and len(stored) < 10 else len(self._strings)
                return self._strings[at] if at < len(self._strings) else ""
            case "b":
                return "是" if stored.strip() == "1" else "否"
            case "n":
                return self._number(stored.strip(), cell.get("s", "0"))
            case _:
                return _unescaped(stored)

    def _number(self, stored: str, style: str) -> str:
        try:
            value = _STORED.create_decimal(stored)
        except InvalidOperation:
            return stored
        if not value.is_finite() or abs(value.adjusted()) > _WIDEST:
            return stored
        moment = moment_of(value, since_1904=self._since_1904) if style in self._dates else None
        return moment or tidy(value)


def _grid(name: str, root: etree._Element, book: _Book, file: str) -> Grid:
    texts: dict[tuple[int, int], str] = {}
    formulas = set()
    row = -1
    for line in root.iter(f"{MAIN}row"):
        row = _row_index(line.get("r", ""), row + 1)
        col = -1
        for cell in line.iter(f"{MAIN}c"):
            address = _ADDRESS.fullmatch(cell.get("r", ""))
            col = _column_index(address[1]) if address else col + 1
            text = book.text(cell)
            if text:
                texts[row, col] = text
            if cell.find(f"{MAIN}f") is not None:
                formulas.add(f"{column_letters(col)}{row + 1}")
    return Grid(name, _rows(texts, name, file), frozenset(formulas))


def _rows(texts: Mapping[tuple[int, int], str], name: str, file: str) -> tuple[tuple[str, ...], ...]:
    height = max((row for row, _ in texts), default=-1) + 1
    width = max((col for _, col in texts), default=-1) + 1
    if height > _MAX_ROWS or height * width > _MAX_CELLS:
        cause = f"工作表“{name}”过大（{height} 行 × {width} 列）"
        raise InputError(file, cause, "删去空白的行和列，或把大表另存为 .csv")
    return tuple(tuple(texts.get((row, col), "") for col in range(width)) for row in range(height))


def _row_index(printed: str, otherwise: int) -> int:
    return int(printed) - 1 if printed.isascii() and printed.isdigit() and 0 < len(printed) < 8 else otherwise


def _column_index(letters: str) -> int:
    position = 0
    for letter in letters:
        position = position * 26 + ord(letter) - ord("A") + 1
    return position - 1


def _rich(parent: etree._Element) -> str:
    """The text of a string, in one run or several; reading aids (rPh) are left out."""
    runs = [parent, *parent.findall(f"{MAIN}r")]
    return _unescaped("".join(run.findtext(f"{MAIN}t") or "" for run in runs))


def _unescaped(text: str) -> str:
    """_x000D_ and its like stand for characters that XML cannot hold (§22.9.2.19)."""
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
    return text.replace("\r\n", "\n").replace("\r", "\n")
