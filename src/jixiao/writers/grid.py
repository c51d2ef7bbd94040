"""A table as every writer draws it: cells with spans on a grid of columns."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

# How a figure begins, and how long a sign for none is at most: 无法判断.
_FIGURE: Final = re.compile(r"[^\w]?\d")
_SIGN: Final = 4


class Align(StrEnum):
    """How the text of a cell is set."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Box:
    """A cell. row, col: of its top left corner, from 0.

    path: the field of the evaluation that it prints, or "". mark: the name under which figures elsewhere point to it.
    """

    row: int
    col: int
    text: str
    rowspan: int = 1
    colspan: int = 1
    align: Align = Align.CENTER
    bold: bool = False
    path: str = ""
    mark: str = ""

    def covers(self, row: int) -> bool:
        """Whether the cell reaches into a row."""
        return self.row <= row < self.row + self.rowspan


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that covers every position once.

    widths: shares of the columns, in tenths of a millimetre at full width. header: the row that is repeated at the top
    of each page; what stands above it is never repeated.
    """

    boxes: tuple[Box, ...]
    widths: tuple[int, ...]
    header: int = 0

    @property
    def rows(self) -> int:
        """How many rows."""
        return max((box.row + box.rowspan for box in self.boxes), default=0)

    def row(self, number: int) -> Iterator[Box]:
        """The cells that begin in a row, left to right."""
        return iter(sorted((box for box in self.boxes if box.row == number), key=lambda box: box.col))

    def part(self, start: int, end: int) -> "Grid":
        """The rows from `start` to before `end`, no cell of which may reach out of them; its first row is repeated."""
        boxes = (box for box in self.boxes if start <= box.row < end)
        return Grid(tuple(_shifted(box, start) for box in boxes), self.widths)


def _shifted(box: Box, rows: int) -> Box:
    return replace(box, row=box.row - rows)


def plain_grid(
    header: Iterable[str],
    rows: Iterable[Iterable[str]],
    widths: Iterable[int],
    aligns: Iterable[Align],
    marks: Mapping[int, str],
) -> Grid:
    """A table without spans below a header. marks: number of a row, from 0 → the name by which others point to it."""
    setting = tuple(aligns)
    boxes = [Box(0, col, text, bold=True) for col, text in enumerate(header)]
    for at, row in enumerate(rows):
        mark = marks.get(at, "")
        boxes += [
            Box(at + 1, col, text, align=_align(setting[col], text), mark="" if col else mark)
            for col, text in enumerate(row)
        ]
    return Grid(tuple(boxes), tuple(widths))


def _align(align: Align, text: str) -> Align:
    """In a column of figures words stand at the left, and a sign for none in the middle."""
    if align is not Align.RIGHT or _FIGURE.match(text):
        return align
    return Align.CENTER if len(text) <= _SIGN else Align.LEFT


def text_width(text: str) -> int:
    """The width of a text in half characters: a Chinese sign takes two."""
    return sum(1 if sign.isascii() else 2 for sign in text)


def lines_in(text: str, width: int) -> int:
    """How many lines of `width` half characters a text takes, at least one."""
    return sum(max(1, -(-text_width(line) // max(1, width))) for line in text.split("\n"))
