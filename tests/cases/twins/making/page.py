"""A document before it has a format: parts (a form each), in them paragraphs and tables."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    """One cell as HTML has it; `inner` is a table inside it, `inserted` and `deleted` are tracked changes of its text."""

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
                taken |= {
                    (row + down, column + right) for down in range(cell.rowspan) for right in range(cell.colspan)
                }
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


def spread(columns: int, *texts: str) -> list[Cell]:
    """A row of cells that share a number of columns; the later ones are the wider ones."""
    base, rest = divmod(columns, len(texts))
    return [Cell(text, base + (at >= len(texts) - rest)) for at, text in enumerate(texts)]
