"""Rows of a table, and which cell of a row stands below which header."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from jixiao.forms.alignment import shift_of
from jixiao.forms.found import Slots
from jixiao.forms.labels import bare, field_of, names
from jixiao.forms.notes import ALIGNED, GUESSED
from jixiao.model.layout import Cell, Paragraph, Table
from jixiao.model.place import Place


@dataclass(frozen=True)
class Row:
    """The cells that cover one line of a table, left to right; a cell merged downwards stands in each of its rows."""

    cells: tuple[Cell, ...]
    ragged: bool
    line: int

    @property
    def texts(self) -> list[str]:
        """The printed texts."""
        return [cell.text for cell in self.cells]

    @property
    def table(self) -> int | None:
        """The ordinal of the table it stands in; None for a paragraph."""
        return self.cells[0].place.table if self.cells else None

    @cached_property
    def own(self) -> "Row":
        """The row without the cells that began in a line above."""
        cells = tuple(cell for cell in self.cells if cell.row == self.line)
        return self if len(cells) == len(self.cells) else replace(self, cells=cells)

    @cached_property
    def printed(self) -> list[Cell]:
        """The cells that begin in this line and are not blank."""
        return [cell for cell in self.own.cells if cell.text.strip()]

    @cached_property
    def by_col(self) -> Mapping[int, Cell]:
        """First column → the cell that begins there."""
        return {cell.col: cell for cell in reversed(self.cells)}

    @property
    def first(self) -> Cell | None:
        """The first cell that is not blank."""
        return next((cell for cell in self.cells if cell.text.strip()), None)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a block: its header row, and field → position in it."""

    header: Row
    at: Mapping[str, int]

    def pick(self, row: Row) -> dict[str, Cell]:
        """Field → the row's cell in that column; a field without a cell is left out.

        In a grid the cell that shares most columns with the header's; in ragged text as the cells fit best.
        """
        if row.ragged:
            shift = shift_of(self.at, row.cells, len(self.header.cells))
            return {field: row.cells[at - shift] for field, at in self.at.items() if 0 <= at - shift < len(row.cells)}
        found = {field: below(self.header.cells[at], row) for field, at in self.at.items()}
        return {field: cell for field, cell in found.items() if cell}

    def slots(self, row: Row) -> Slots:
        """The cells of a row by field, with the columns for which it has none."""
        cells = self.pick(row)
        lost = {field: self.header.cells[at].text.strip() for field, at in self.at.items() if field not in cells}
        begins = next((cell for cell in row.cells if cell.row == row.line), row.cells[0])
        return Slots(cells, self.confidence(row), begins.place, lost)

    def confidence(self, row: Row) -> Decimal:
        """How sure the alignment of this row is."""
        return GUESSED if row.ragged and len(row.cells) != len(self.header.cells) else ALIGNED


def rows_of(table: Table | Paragraph) -> Iterator[Row]:
    """The rows of a table; rows of text that lost the break before an indicator header are parted.

    A paragraph is a row of one cell.
    """
    if isinstance(table, Paragraph):
        yield Row((Cell(table.text, 0, 0, 1, 1, Place(line=table.line), (table.text,)),), ragged=False, line=0)
        return
    lines: dict[int, list[Cell]] = {}
    for cell in table.cells:
        for line in range(cell.row, cell.row + cell.rowspan):
            lines.setdefault(line, []).append(cell)
    for line in sorted(lines):
        row = Row(tuple(sorted(lines[line], key=lambda cell: cell.col)), table.ragged, line)
        yield from _parted(row) if table.ragged else (row,)


def below(header: Cell, row: Row) -> Cell | None:
    """The cell that shares most columns with the header; None if none shares any."""
    same = row.by_col.get(header.col)
    if same is not None and same.colspan >= header.colspan:
        return same
    left, right = header.col, header.col + header.colspan
    best, most = None, 0
    for cell in row.cells:
        shared = min(right, cell.col + cell.colspan) - max(left, cell.col)
        if shared > most:
            best, most = cell, shared
    return best


def _parted(row: Row) -> Iterator[Row]:
    """A row in which 一级指标 follows cells that are no labels lost its break there: two rows.

    The label at the left of the second row then hangs as a last line in the cell before it
    (“全部完成” / “标” of 绩效指标).
    """
    start = next((at for at, text in enumerate(row.texts) if field_of("indicators", text) == "level1"), 0)
    before = row.cells[:start]
    if all(not cell.text.strip() or field_of("blocks", cell.text) for cell in before):
        yield row
        return
    *others, last = before
    label = last.lines[-1] if len(last.lines) > 1 and _ends_block_label(last.lines[-1]) else ""
    kept = last._replace(text=last.text.removesuffix(label).rstrip(), lines=last.lines[:-1]) if label else last
    hanging = last._replace(text=label.strip(), lines=(label,) if label else ())
    yield replace(row, cells=(*others, kept))
    yield replace(row, cells=(hanging, *row.cells[start:]))


def _ends_block_label(line: str) -> bool:
    end = bare(line)
    return end != "" and any(label.endswith(end) for label in names("blocks"))
