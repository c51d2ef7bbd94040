"""A document as it was read, with numbered marks on the words and cells that findings speak of."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from jixiao.model.finding import Severity
from jixiao.model.layout import Cell, Layout, Paragraph, Table
from jixiao.model.place import Place

# Where something stands: table, row and column; or the line of a paragraph.
Spot = tuple[int, ...]

_GRAVEST_FIRST: Final = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding's number in the document, its severity and message."""

    number: int
    severity: Severity
    message: str
    place: Place


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: the marks whose words end before it, its text, the gravest severity of its marks."""

    ended: Sequence[Mark]
    text: str
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. level: of the heading that it is, 0 for others; spot is None if an earlier one has the same."""

    spot: Spot | None
    level: int
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Box:
    """One cell as it is drawn. colspan: wider than the cell's own where a ragged row ends early."""

    spot: Spot | None
    cell: Cell
    colspan: int
    marks: Sequence[Mark]
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table, row by row; None is a position that no cell covers."""

    rows: Sequence[Sequence[Box | None]]


def spot(place: Place | None) -> Spot | None:
    """The cell or paragraph of a place; None if it is neither."""
    if place is None:
        return None
    if place.table is not None:
        return (place.table, place.row, place.col) if place.row is not None and place.col is not None else None
    return (place.line,) if place.line is not None else None


def spots(layout: Layout) -> frozenset[Spot]:
    """Every cell and paragraph of a document."""
    lines = {(paragraph.line,) for paragraph in layout.paragraphs}
    cells = (spot(cell.place) for table in layout.tables for cell in table.cells)
    return frozenset(lines.union(one for one in cells if one is not None))


def marked(layout: Layout, marks: Collection[Mark], levels: Mapping[int, int]) -> Iterator[Line | Sheet]:
    """The paragraphs and tables of a document in reading order.

    levels: by line, the level of the heading that stands there.
    """
    by_spot: dict[Spot | None, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_spot[spot(mark.place)].append(mark)
    shared = Counter(paragraph.line for paragraph in layout.paragraphs)
    seen: set[int] = set()
    for block in layout.blocks:
        if isinstance(block, Table):
            yield Sheet([list(_boxes(row, block, by_spot)) for row in _rows(block)])
        else:
            own = by_spot.get((block.line,), [])
            # Lines that share one number were one paragraph: which of them a finding means cannot be told.
            exact = own if shared[block.line] == 1 else [replace(mark, place=Place(line=block.line)) for mark in own]
            yield _line(block, exact, levels.get(block.line, 0), first=block.line not in seen)
            seen.add(block.line)


def pieces(text: str, marks: Collection[Mark]) -> list[Piece]:
    """A paragraph cut where marks begin and end; a mark without characters covers the whole."""
    begins: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        start, end = _span(mark.place, len(text))
        begins[start].append(mark)
        ends[end].append(mark)
    cuts = sorted({0, len(text), *begins, *ends})
    open_marks: Counter[Severity] = Counter()
    found = []
    for at, until in zip(cuts, [*cuts[1:], len(text)], strict=True):
        open_marks.update(mark.severity for mark in begins[at])
        open_marks.subtract(mark.severity for mark in ends[at])
        severity = next((one for one in _GRAVEST_FIRST if open_marks[one]), None)
        found.append(Piece(ends[at], text[at:until], severity))
    return found


def _line(paragraph: Paragraph, marks: Collection[Mark], level: int, *, first: bool) -> Line:
    return Line((paragraph.line,) if first else None, level, pieces(paragraph.text, marks))


def _span(place: Place, length: int) -> tuple[int, int]:
    if place.start is None or place.end is None:
        return 0, length
    start = min(place.start, length)
    return start, min(max(place.end, start), length)


def _rows(table: Table) -> Iterator[list[Cell | None]]:
    """Each cell in the row where it begins, and None where nothing is; a ragged row ends at its last cell."""
    for number, row in enumerate(table.grid()):
        yield [
            cell
            for col, cell in enumerate(row)
            if (cell is None and not table.ragged) or (cell is not None and (cell.row, cell.col) == (number, col))
        ]


def _boxes(row: list[Cell | None], table: Table, by_spot: Mapping[Spot | None, list[Mark]]) -> Iterator[Box | None]:
    for cell in row:
        if cell is None:
            yield None
            continue
        marks = by_spot.get(spot(cell.place), [])
        colspan = table.cols - cell.col if table.ragged and cell is row[-1] else cell.colspan
        severity = min((mark.severity for mark in marks), key=_GRAVEST_FIRST.index, default=None)
        yield Box(spot(cell.place), cell, colspan, marks, severity)
