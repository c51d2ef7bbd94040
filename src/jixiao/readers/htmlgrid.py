"""Cells of an HTML table put on one grid, row by row, as the HTML standard §4.9.12 does it."""

from collections.abc import Iterable
from typing import Final

from jixiao.model.layout import Cell, Table
from jixiao.model.place import Place
from jixiao.readers.cells import MAX_COLS, MAX_ROWS, cell, check_size

_DIGITS: Final = 6


class HtmlGrid:
    """Takes a table's cells from left to right."""

    def __init__(self, file: str, ordinal: int) -> None:
        self._file = file
        self._ordinal = ordinal
        self._cells: list[Cell] = []
        self._row = -1
        self._col = self._cols = 0
        # By column, the row down to which a cell from above covers it; and the cells that the last row may cut short.
        self._covered: dict[int, int] = {}
        self._open: list[int] = []

    def start_row(self) -> None:
        """Begin the next row."""
        self._row += 1
        self._col = 0

    def add(self, lines: Iterable[str], colspan: str | None, rowspan: str | None) -> None:
        """Add a cell in the first free column; spans as written, "0" rows are all that follow.

        Raises:
            InputError: the table has become too big.
        """
        while self._covered.get(self._col, -1) >= self._row:
            self._col += 1
        width = min(_number(colspan) or 1, MAX_COLS + 1)
        free = next((col for col in range(self._col, self._col + width) if self._is_covered(col)), self._col + width)
        width = free - self._col
        height = 1 if rowspan is None else min(_number(rowspan), MAX_ROWS) or MAX_ROWS
        check_size(self._file, self._ordinal, self._row + 1, self._col + width)
        place = Place(table=self._ordinal, row=self._row + 1, col=self._col + 1)
        if height > 1:
            self._open.append(len(self._cells))
            self._covered.update(dict.fromkeys(range(self._col, self._col + width), self._row + height - 1))
        self._cells.append(cell(lines, self._row, self._col, place, height, width))
        self._col += width
        self._cols = max(self._cols, self._col)

    def table(self) -> Table:
        """What was added; no cell reaches below the last row."""
        rows = self._row + 1
        for index in self._open:
            one = self._cells[index]
            self._cells[index] = one._replace(rowspan=min(one.rowspan, rows - one.row))
        return Table(self._ordinal, rows, self._cols, tuple(self._cells))

    def _is_covered(self, col: int) -> bool:
        return self._covered.get(col, -1) >= self._row


def _number(text: str | None) -> int:
    """A span as written: leading digits count, anything else is 1."""
    digits = ""
    for sign in (text or "").strip()[:_DIGITS]:
        if not ("0" <= sign <= "9"):
            break
        digits += sign
    return int(digits) if digits else 1
