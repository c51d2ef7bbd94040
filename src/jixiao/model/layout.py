"""A document before it means anything: paragraphs and tables in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jixiao.model.place import Place


class Paragraph(NamedTuple):
    """One paragraph outside tables; `text` is as printed, `line` its Place.line."""

    text: str
    line: int


class Cell(NamedTuple):
    """One cell. row and col count from 0 in the resolved grid; a merged cell stands once, at its top left.

    text: as printed, line breaks joined. lines: the printed lines that are not blank.
    """

    text: str
    row: int
    col: int
    rowspan: int
    colspan: int
    place: Place
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of `rows` × `cols`.

    In a ragged table (text without spans) rows are shorter than `cols`. In a loose one even the columns are not to be
    trusted: merged cells are missing from their rows, blank ones stand for nothing.
    """

    ordinal: int
    rows: int
    cols: int
    cells: tuple[Cell, ...]
    ragged: bool = False
    loose: bool = False

    def grid(self) -> list[list[Cell | None]]:
        """Rows × cols; each cell stands at every position that it spans, None where nothing is."""
        grid: list[list[Cell | None]] = [[None] * self.cols for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rowspan):
                for col in range(cell.col, cell.col + cell.colspan):
                    grid[row][col] = cell
        return grid


class Face(NamedTuple):
    """How a paragraph outside tables is set; what the file does not say is "" or 0.

    line: the paragraph's Place.line. font: of Chinese characters. latin: of digits and letters. size: half-points.
    pitch: a fixed distance of lines, in twentieths of a point; 0 where it is not fixed.
    """

    line: int
    font: str
    latin: str
    size: int
    pitch: int
    centred: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of a document and its margins, in millimetres, rounded."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Layout:
    """What a reader makes of a file's bytes. `format` is what the content is (docx, txt …), whatever the suffix says.

    notes: what the reader left aside, in Chinese, one sentence each. faces, sheet: how the text is set, where the
    format says so.
    """

    file: str
    format: str
    blocks: tuple[Paragraph | Table, ...]
    notes: tuple[str, ...] = ()
    faces: tuple[Face, ...] = ()
    sheet: Sheet | None = None

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs outside tables, in order."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def tables(self) -> Iterator[Table]:
        """The tables, in order."""
        return (block for block in self.blocks if isinstance(block, Table))
