"""What xlsx and xls share: worksheets of displayed texts → Layout, one table a sheet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from jixiao.model.layout import Cell, Layout, Paragraph, Table
from jixiao.model.place import Place
from jixiao.readers.cells import MAX_COLS, MAX_ROWS, cell

MAX_CELLS: Final = 200_000
_LETTERS: Final = 26


@dataclass(slots=True)
class Sheet:
    """A worksheet: (row, column) → displayed text, counted from 0; merged ranges as (top, left, bottom, right)."""

    name: str
    hidden: bool = False
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_cols: list[int] = field(default_factory=list)


def layout_of(sheets: Iterable[Sheet], file: str, form: str, notes: Iterable[str] = ()) -> Layout:
    """The sheets that hold text, as tables in their order; what is hidden is read and noted.

    A sheet larger than any form (a ledger, a list of vouchers) is left out and noted.
    """
    blocks: list[Paragraph | Table] = []
    found = list(notes)
    for sheet in sheets:
        texts = {at: text for at, text in sheet.texts.items() if text.strip()}
        if not texts:
            continue
        area = _Area.of(texts)
        if area.rows > MAX_ROWS or area.cols > MAX_COLS or area.rows * area.cols > MAX_CELLS:
            found.append(f"工作表“{sheet.name}”过大（{area.rows} 行 × {area.cols} 列），不像表单，未读取")
            continue
        found += _hidden(sheet, area)
        blocks.append(_table(sheet, area, texts, len(blocks) + 1))
    return Layout(file, form, tuple(blocks), tuple(found))


def column_name(col: int) -> str:
    """The letters of a column, counted from 0: A, B … Z, AA."""
    name = ""
    col += 1
    while col:
        col, letter = divmod(col - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name


@dataclass(frozen=True, slots=True)
class _Area:
    """The part of a sheet that holds text."""

    top: int
    left: int
    rows: int
    cols: int

    @classmethod
    def of(cls, texts: Iterable[tuple[int, int]]) -> "_Area":
        rows, cols = zip(*texts, strict=True)
        return cls(min(rows), min(cols), max(rows) - min(rows) + 1, max(cols) - min(cols) + 1)

    def clip(self, merged: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
        """A merged range as (row, column, rows, columns) within the area; None if nothing of it is."""
        top, left = max(merged[0] - self.top, 0), max(merged[1] - self.left, 0)
        bottom, right = min(merged[2] - self.top, self.rows - 1), min(merged[3] - self.left, self.cols - 1)
        return (top, left, bottom - top + 1, right - left + 1) if top <= bottom and left <= right else None


def _table(sheet: Sheet, area: _Area, texts: dict[tuple[int, int], str], ordinal: int) -> Table:
    spans, covered = _spans(sheet, area)
    cells: list[Cell] = []
    for row in range(area.rows):
        for col in range(area.cols):
            if (row, col) in covered:
                continue
            at = (row + area.top, col + area.left)
            name = f"{sheet.name}!{column_name(at[1])}{at[0] + 1}"
            place = Place(table=ordinal, row=row + 1, col=col + 1, cell=name)
            rows, cols = spans.get((row, col), (1, 1))
            cells.append(cell(texts.get(at, "").split("\n"), row, col, place, rows, cols))
    return Table(ordinal, area.rows, area.cols, tuple(cells))


def _spans(sheet: Sheet, area: _Area) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """By top left cell the rows and columns of merged ranges, and the cells that they cover; overlaps are dropped."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    taken: set[tuple[int, int]] = set()
    covered: set[tuple[int, int]] = set()
    budget = 2 * MAX_CELLS
    for merged in sheet.merged:
        clipped = area.clip(merged)
        if clipped is None:
            continue
        row, col, rows, cols = clipped
        budget -= rows * cols
        if budget < 0:
            break
        inside = {(row + down, col + right) for down in range(rows) for right in range(cols)}
        if inside.isdisjoint(taken):
            taken |= inside
            covered |= inside - {(row, col)}
            spans[row, col] = (rows, cols)
    return spans, covered


def _hidden(sheet: Sheet, area: _Area) -> Iterator[str]:
    if sheet.hidden:
        yield f"工作表“{sheet.name}”是隐藏的，已读取"
    rows = [row for row in sheet.hidden_rows if area.top <= row < area.top + area.rows]
    cols = [col for col in sheet.hidden_cols if area.left <= col < area.left + area.cols]
    if rows:
        yield f"工作表“{sheet.name}”有隐藏的行（第 {'、'.join(str(row + 1) for row in rows)} 行），已读取"
    if cols:
        yield f"工作表“{sheet.name}”有隐藏的列（{'、'.join(map(column_name, cols))} 列），已读取"
