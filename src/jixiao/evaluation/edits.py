"""What was changed in the text of an exported file: paragraphs and rows beside the form."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from jixiao.evaluation.record import Line
from jixiao.model.layout import Cell, Layout, Table
from jixiao.model.terms import fold

_SHORT: Final = 60
_AROUND: Final = 8
_NEAR: Final = 0.5
ADDED: Final = "导出时没有的文字"
ADDED_ROW: Final = "导出时没有的一行"

_Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """Something that was changed after export: where, what it was, what it is now ("" for nothing)."""

    where: str
    was: str
    now: str


def edits_of_text(report: Sequence[Line], layout: Layout, form: Collection[int]) -> Iterator[Edit]:
    """Lines and rows that are gone, changed or new. form: the numbers of the tables that hold the form.

    In a PDF paragraphs may run into each other, and charts are text and rulings like everything else: there a line is
    looked for in the text as a whole, and what consists of figures only is not held to be new.
    """
    others = [table for table in layout.tables if table.ordinal not in form]
    texts = [paragraph.text for paragraph in layout.paragraphs if fold(paragraph.text)]
    texts += [cell.text for table in layout.tables for cell in table.cells if _is_line(cell, table) and fold(cell.text)]
    is_drawn = layout.format == "pdf"
    yield from _lines(report, texts, is_drawn=is_drawn)
    yield from _rows(report, others, is_drawn=is_drawn)


def _lines(report: Sequence[Line], texts: Sequence[str], *, is_drawn: bool) -> Iterator[Edit]:
    recorded = {fold(line.heading or line.text) for line in report} - {""}
    if is_drawn:
        whole = "".join(map(fold, texts))
        known = {text for text in recorded if text in whole}
        new = _unrecorded(whole, {*recorded, *(fold(label) for line in report for label in line.labels)})
    else:
        known = set(map(fold, texts))
        new = [text for text in texts if fold(text) not in recorded]
    heading = ""
    for line in report:
        heading = line.heading or heading
        text = line.heading or line.text
        if text and fold(text) not in known:
            near = get_close_matches(text, new, 1, _NEAR)
            new = [one for one in new if one not in near]
            yield Edit(_below(heading), *_difference(text, near[0] if near else ""))
    yield from (Edit(ADDED, "", text[:_SHORT]) for text in new)


def _unrecorded(whole: str, recorded: Collection[str]) -> list[str]:
    """What is left of a text without all that is recorded, figures aside."""
    for text in sorted(recorded, key=len, reverse=True):
        whole = whole.replace(text, "\n")
    return [text for text in whole.split("\n") if not text.isascii()]


def _rows(report: Sequence[Line], tables: Sequence[Table], *, is_drawn: bool) -> Iterator[Edit]:
    printed = [
        _filled(cell.text if cell else "" for cell in row)
        for table in tables
        for row in table.grid()
        if not (row[0] and _is_line(row[0], table))
    ]
    known = {_folded(row) for row in printed}
    recorded = {_folded(_filled(line.row)) for line in report}
    new = [row for row in printed if _folded(row) not in recorded and not (is_drawn and "".join(row).isascii())]
    heading = ""
    for line in report:
        heading, row = line.heading or heading, _filled(line.row)
        if not row or _folded(row) in known:
            continue
        near = max(new, key=lambda other, row=row: _alike(row, other), default=())  # type: ignore[misc]
        if _alike(row, near) * 2 < len(row):
            yield Edit(f"{_below(heading)}的表格", "　".join(row)[:_SHORT], "")
            continue
        new.remove(near)
        where = f"{_below(heading)}的表格“{row[0][:_SHORT]}”一行"
        pairs = zip(row, near, strict=True)
        yield from (Edit(where, *_difference(was, now)) for was, now in pairs if fold(was) != fold(now))
    yield from (Edit(ADDED_ROW, "", "　".join(row)[:_SHORT]) for row in new)


def _is_line(cell: Cell, table: Table) -> bool:
    """Whether a cell is as wide as its table: a title, or a note."""
    return table.cols > 1 and cell.colspan == table.cols


def _filled(row: Iterable[str]) -> _Row:
    """A row without the empty cells at its end."""
    cells = list(row)
    while cells and not fold(cells[-1]):
        cells.pop()
    return tuple(cells)


def _alike(row: _Row, other: _Row) -> int:
    """How many cells of two rows are the same; none where they are not as wide."""
    if len(row) != len(other):
        return 0
    return sum(fold(one) == fold(two) for one, two in zip(row, other, strict=True))


def _folded(row: _Row) -> _Row:
    return tuple(map(fold, row))


def _below(heading: str) -> str:
    return f"“{heading}”以下" if heading else "开头"


def _difference(was: str, now: str) -> tuple[str, str]:
    """Two texts without what they begin and end with in common, a few characters around."""
    if not now:
        return was[:_SHORT], ""
    start = next((at for at, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
    start = max(0, start - _AROUND)
    return was[start : start + _SHORT], now[start : start + _SHORT]
