"""Cells of a Word table, each with its own width, put on one grid."""

from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.model.layout import Cell, Table
from jixiao.model.place import Place
from jixiao.readers.cells import cell, check_size


@dataclass(slots=True)
class _Placed:
    """A cell whose spans may still grow."""

    lines: Sequence[str]
    row: int
    col: int
    colspan: int
    rowspan: int = 1


class Grid:
    """Takes a table's cells from left to right, row by row."""

    def __init__(self, file: str, ordinal: int) -> None:
        self._file = file
        self._ordinal = ordinal
        self._cells: list[_Placed] = []
        self._row = -1
        self._col = self._cols = 0
        # By first column, the cell that is merged downwards, in the row above and in this one.
        self._above: dict[int, _Placed] = {}
        self._here: dict[int, _Placed] = {}

    def start_row(self, skipped: int) -> None:
        """Begin a row whose first cell stands `skipped` columns from the left."""
        self._row += 1
        self._col = skipped
        self._above, self._here = self._here, {}

    def add(self, lines: Sequence[str], span: int, merge: str) -> None:
        """Add a cell `span` columns wide.

        merge: "restart" lets it be prolonged downwards; "continue" prolongs the merged cell of the same width above,
        and what it holds is not printed; where no such cell is, it stands for itself. "" is a plain cell.

        Raises:
            InputError: the table has become too big.
        """
        one = self._above.get(self._col) if merge == "continue" else None
        if one is not None and one.colspan == span:
            one.rowspan += 1
        else:
            one = _Placed(lines, self._row, self._col, span)
            self._cells.append(one)
        if merge:
            self._here[self._col] = one
        self._advance(span)

    def widen(self, span: int) -> None:
        """Prolong the cell before by `span` columns (a cell merged to the left in the manner of old files).

        Raises:
            InputError: the table has become too big.
        """
        last = self._cells[-1] if self._cells else None
        if last is not None and last.row == self._row and last.col + last.colspan == self._col:
            last.colspan += span
        self._advance(span)

    def _advance(self, span: int) -> None:
        self._col += span
        self._cols = max(self._cols, self._col)
        check_size(self._file, self._ordinal, self._row + 1, self._cols)

    def table(self) -> Table:
        """What was added."""
        return Table(self._ordinal, self._row + 1, self._cols, tuple(map(self._cell, self._cells)))

    def _cell(self, one: _Placed) -> Cell:
        place = Place(None, self._ordinal, one.row + 1, one.col + 1)
        return cell(one.lines, one.row, one.col, place, one.rowspan, one.colspan)
