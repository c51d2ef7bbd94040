"""A document before it has a format: parts (a form each), in them paragraphs and tables."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True)
class Cell:
    """One cell as HTML has it; `inner` is a table inside it, `deleted` what a tracked change replaced by its text."""

    text: str = ""
    colspan: int = 1
    rowspan: int = 1
    inner: "Table | None" = None
    deleted: str = ""


@dataclass
class Table:
    """Rows of the cells that begin in them. widths: relative, one a column. head: (first, end) of rows to repeat."""

    widths: list[int]
    rows: list[list[Cell]] = field(default_factory=list)
    head: tuple[int, int] = (0, 0)
    hidden: set[int] = field(default_factory=set)

    def add(self, *cells: Cell) -> None:
        """One row."""
        self.rows.append(list(cells))

    def placed(self) -> list[tuple[int, int, Cell]]:
        """Every cell with its row and column in the grid, from 0."""
        taken: set[tuple[int, int]] = set()
        found = []
        for row, cells in enumerate(self.rows):
            column = 0
            for cell in cells:
                while (row, column) in taken:
                    column += 1
                found.append((row, column, cell))
                taken |= {(row + down, column + right) for down in range(cell.rowspan) for right in range(cell.colspan)}
                column += cell.colspan
        return found

    def check(self) -> "Table":
        """The table, if its cells cover its grid exactly."""
        covered = [
            (row + down, column + right)
            for row, column, cell in self.placed()
            for down in range(cell.rowspan)
            for right in range(cell.colspan)
        ]
        grid = {(row, column) for row in range(len(self.rows)) for column in range(len(self.widths))}
        if len(covered) != len(set(covered)) or set(covered) != grid:
            raise ValueError(f"cells do not cover the grid: {sorted(grid.symmetric_difference(covered))[:8]}")
        return self


@dataclass
class Part:
    """One form, or prose: a page of a document, a sheet of a workbook."""

    name: str
    blocks: list[str | Table]


def needs(texts: Iterable[str]) -> int:
    """How wide a column of these texts wants to be."""
    return max(min(max(map(len, text.split("\n"))), 18) for text in (*texts, "四个字宽"))


def spans(widths: list[int], wanted: list[int]) -> list[int]:
    """How many columns each of some cells takes, so that their widths come near to what they want."""
    ends, total = [0], sum(wanted)
    for at in range(1, len(wanted)):
        share = sum(wanted[:at]) * sum(widths)
        free = range(ends[-1] + 1, len(widths) - len(wanted) + at + 1)
        ends.append(min(free, key=lambda end: abs(sum(widths[:end]) * total - share)))
    ends.append(len(widths))
    return [end - start for start, end in pairwise(ends)]


def spread(widths: list[int], *texts: str) -> list[Cell]:
    """A row of cells that share some columns."""
    return [
        Cell(text, span) for text, span in zip(texts, spans(widths, [needs([text]) for text in texts]), strict=True)
    ]
