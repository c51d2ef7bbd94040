"""Where on the pages of a PDF what was read is printed. Lengths are hundredths of a point, y runs down."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on a page, counted from 1, as a reader sees the page."""

    page: int
    left: int
    top: int
    right: int
    bottom: int


class Stretch(NamedTuple):
    """A printed line of a paragraph: its first character in the paragraph's text, its text, the box around it."""

    start: int
    text: str
    box: Box


@dataclass(slots=True)
class PdfAnchors:
    """turns: quarter turns by page, see `pdfpage.point`. lines: Place.line → its printed lines.

    cells: (table, row, column) of a Place → the boxes around its printed lines; where it is blank, a bar in its middle.
    """

    turns: tuple[int, ...] = ()
    lines: dict[int, tuple[Stretch, ...]] = field(default_factory=dict)
    cells: dict[tuple[int, int, int], tuple[Box, ...]] = field(default_factory=dict)
