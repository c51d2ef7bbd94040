"""Cells of a Word table, each with its own width, put on one grid."""

from collections.abc import Iterable

from jixiao.model.layout import Cell, Table
from jixiao.model.place import Place
from jixiao.readers.cells import cell, check_size


class Grid:
    """Takes a table's cells from left to right, row by row."""

    def __init__(self, file: str, ordinal: int) -> None:
        self._file = file
        self._ordinal = ordinal
        self._cells: list[Cell] = []
        self._row = -1
        self._col = self._cols = 0
        # By first column, the index of the cell that is merged downwards, in the row above and in this one.
        self._above: dict[int, int] = {}
        self._here: dict[int, int] = {}

    def start_row(self, skipped: int) -> None:
        """Begin a row whose first cell stands `skipped` columns from the left.

        Raises:
            InputError: the table has become too big.
        """
        self._row += 1
        check_size(self._file, self._ordinal, self._row + 1, self._cols)
        self._col = skipped
        self._above, self._here = self._here, {}

    def add(self, lines: Iterable[str], span: int, merge: str) -> tuple[int, int, int] | None:
        """Add a cell `span` columns wide; gives table, row and column of its place, None if it only prolongs another.

        merge: "restart" lets it be prolonged downwards; "continue" prolongs the merged cell of the same width above,
        and what it holds is not printed; where no such cell is, it stands for itself. "" is a plain cell.

        Raises:
            InputError: the table has become too big.
        """
        end = self._col + span
        at = None
        if end > self._cols:
            check_size(self._file, self._ordinal, self._row + 1, end)
            self._cols = end
        index = self._above.get(self._col) if merge == "continue" else None
        if index is not None and self._cells[index].colspan == span:
            self._cells[index] = self._cells[index]._replace(rowspan=self._cells[index].rowspan + 1)
        else:
            index = len(self._cells)
            at = (self._ordinal, self._row + 1, self._col + 1)
            self._cells.append(cell(lines, self._row, self._col, Place(None, *at), 1, span))
        if merge:
            self._here[self._col] = index
        self._col = end
        return at

    def widen(self, span: int) -> None:
        """Prolong the cell before by `span` columns (a cell merged to the left in the manner of old files).

        Raises:
            InputError: the table has become too big.
        """
        check_size(self._file, self._ordinal, self._row + 1, self._col + span)
        last = self._cells[-1] if self._cells else None
        if last is not None and last.row == self._row and last.col + last.colspan == self._col:
            self._cells[-1] = last._replace(colspan=last.colspan + span)
        self._col += span
        self._cols = max(self._cols, self._col)

    def table(self) -> Table:
        """What was added."""
        return Table(self._ordinal, self._row + 1, self._cols, tuple(self._cells))
