"""Ruled tables of PDF pages, with their text; a table that goes on over pages made one.

A page break leaves its marks: the header row comes again, a merged label is empty on the second page, a row may be cut
in two. Lengths are hundredths of a point.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from jixiao.model.layout import Cell, Table
from jixiao.model.place import Place
from jixiao.readers.cells import cell, check_size
from jixiao.readers.pdfanchors import Box
from jixiao.readers.pdfpage import Run
from jixiao.readers.pdftext import Line, lines_of
from jixiao.readers.rulings import NEAR, Ruled, cluster

# How far from the right side of its cell a line may end that was broken for want of room: 8 pt, and one character.
_MARGIN: Final = 800
# Half the height of the bar that stands for a blank cell, and how far it keeps from the sides.
_INSET: Final = 400


class Piece(NamedTuple):
    """A cell of a table on one page: grid position from 0, printed lines, page from 1.

    is_full: its last line reaches its right side, so its text may go on after a page break. boxes: around its lines;
    where it is blank, a bar in its middle.
    """

    row: int
    col: int
    rowspan: int
    colspan: int
    lines: tuple[str, ...]
    page: int
    is_full: bool
    boxes: tuple[Box, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed in it."""
        return not self.lines


@dataclass(frozen=True, slots=True)
class Part:
    """A table, or what of it stands on one page: the x of its column lines, its number of rows, its cells in order."""

    xs: tuple[int, ...]
    rows: int
    pieces: tuple[Piece, ...]

    def row(self, number: int) -> list[Piece]:
        """The cells that begin in a row."""
        return [piece for piece in self.pieces if piece.row == number]

    def ending(self) -> dict[tuple[int, int], Piece]:
        """By column and width, the cells that reach down to the last row."""
        return {(piece.col, piece.colspan): piece for piece in self.pieces if piece.row + piece.rowspan == self.rows}


def part_of(ruled: Ruled, inside: Mapping[int, Sequence[Run]], page: int) -> Part:
    """A ruled table with the text that stands in each of its cells, by index."""
    pieces = (_piece(ruled, index, lines_of(inside.get(index, ())), page) for index in range(len(ruled.areas)))
    return Part(tuple(ruled.xs), len(ruled.ys) - 1, tuple(pieces))


def _piece(ruled: Ruled, index: int, lines: Sequence[Line], page: int) -> Piece:
    area = ruled.areas[index]
    side = ruled.xs[area.col + area.colspan] - _MARGIN
    is_full = bool(lines) and lines[-1].right + lines[-1].size >= side
    printed = tuple(line.text.replace("\t", " ") for line in lines)
    left, right = ruled.xs[area.col], ruled.xs[area.col + area.colspan]
    middle = (ruled.ys[area.row] + ruled.ys[area.row + area.rowspan]) // 2
    blank = Box(page, left + _INSET, middle - _INSET, right - _INSET, middle + _INSET)
    boxes = tuple(line._replace(page=page).box for line in lines) or (blank,)
    return Piece(area.row, area.col, area.rowspan, area.colspan, printed, page, is_full, boxes)


def goes_on(above: Part, below: Part) -> bool:
    """Whether a table at the top of a page continues the one at the bottom of the page before.

    Both have the same two sides; and below the rows that come again, the labels are not those of the start again,
    as they are in the next form of the same kind.
    """
    if abs(above.xs[0] - below.xs[0]) > NEAR or abs(above.xs[-1] - below.xs[-1]) > NEAR:
        return False
    same = 0
    while same < min(above.rows, below.rows) and _texts(above.row(same)) == _texts(below.row(same)):
        same += 1
    if same == min(above.rows, below.rows):
        return True
    upper, lower = (next(iter(_texts(part.row(same))), ()) for part in (above, below))
    return not lower or upper != lower


def stitched(above: Part, below: Part) -> Part:
    """Two parts as one table."""
    xs = tuple(cluster((*above.xs, *below.xs)))
    above = _on(xs, above)
    below = _without_header(above, _on(xs, below))
    if not below.rows:
        return above
    is_cut = _is_cut(above, below)
    ending = above.ending()
    shift = above.rows - 1 if is_cut else above.rows
    joined = {id(piece): piece for piece in above.pieces}
    added: list[Piece] = []
    is_leading = True
    for piece in below.pieces:
        upper = ending.get((piece.col, piece.colspan)) if piece.row == 0 else None
        if piece.row == 0 and not piece.is_blank:
            is_leading = False
        is_label = upper is not None and not upper.is_blank and piece.is_blank and (is_leading or piece.rowspan > 1)
        if upper is not None and (is_cut or is_label):
            longer = upper.rowspan + piece.rowspan - is_cut
            boxes = upper.boxes if piece.is_blank else (*(() if upper.is_blank else upper.boxes), *piece.boxes)
            joined[id(upper)] = upper._replace(
                rowspan=longer, lines=upper.lines + piece.lines, is_full=piece.is_full, boxes=boxes
            )
        else:
            added.append(piece._replace(row=piece.row + shift))
    return Part(xs, shift + below.rows, (*joined.values(), *added))


def table_of(part: Part, ordinal: int, file: str) -> Table:
    """The table of a layout.

    Raises:
        InputError: it is too big.
    """
    check_size(file, ordinal, part.rows, len(part.xs) - 1)
    return Table(ordinal, part.rows, len(part.xs) - 1, tuple(_cells(part, ordinal)))


def _cells(part: Part, ordinal: int) -> Iterator[Cell]:
    for piece in part.pieces:
        place = Place(page=piece.page, table=ordinal, row=piece.row + 1, col=piece.col + 1)
        yield cell(piece.lines, piece.row, piece.col, place, piece.rowspan, piece.colspan)


def _on(xs: tuple[int, ...], part: Part) -> Part:
    """A part with its columns counted by the column lines of the whole table."""
    at = [min(range(len(xs)), key=lambda index: abs(xs[index] - x)) for x in part.xs]
    pieces = (
        piece._replace(col=at[piece.col], colspan=at[piece.col + piece.colspan] - at[piece.col])
        for piece in part.pieces
    )
    return Part(xs, part.rows, tuple(piece for piece in pieces if piece.colspan))


def _without_header(above: Part, below: Part) -> Part:
    """The lower part without the rows that repeat the first rows of the upper one."""
    same = 0
    while same < below.rows - 1 and same < above.rows and _looks(above.row(same)) == _looks(below.row(same)):
        same += 1
    ends = {piece.row + piece.rowspan for piece in below.pieces if piece.row < same}
    if not same or max(ends) > same or not any(piece.lines for piece in below.pieces if piece.row < same):
        return below
    kept = (piece._replace(row=piece.row - same) for piece in below.pieces if piece.row >= same)
    return Part(below.xs, below.rows - same, tuple(kept))


def _texts(pieces: Iterable[Piece]) -> list[tuple[str, ...]]:
    return [piece.lines for piece in pieces]


def _looks(pieces: Iterable[Piece]) -> list[tuple[int, int, int, tuple[str, ...]]]:
    return [(piece.col, piece.rowspan, piece.colspan, piece.lines) for piece in pieces]


def _is_cut(above: Part, below: Part) -> bool:
    """Whether the first row below is the rest of the last row above.

    Its first cell is empty where the one above is not, and what goes on had no room left above.
    """
    ending = above.ending()
    last = sorted((piece for piece in ending.values() if piece.row == above.rows - 1 and piece.lines), key=_column)
    first = {_column(piece): piece for piece in below.row(0)}
    going_on = [column for column, piece in first.items() if piece.lines]
    if not last or not going_on or not all(column in ending for column in first):
        return False
    start = first.get(_column(last[0]))
    return start is not None and start.is_blank and all(ending[column].is_full for column in going_on)


def _column(piece: Piece) -> tuple[int, int]:
    return (piece.col, piece.colspan)
