"""Headers of tables: which row, or which two or three together, names the columns of a block."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from jixiao.forms.header_columns import AMOUNTS, Leaf, fund_columns, goal_columns, indicator_columns
from jixiao.forms.labels import bare, field_of
from jixiao.forms.numbers import parse_number
from jixiao.forms.rows import Columns, Row
from jixiao.forms.shapes import is_class
from jixiao.model.characters import narrow
from jixiao.model.layout import Cell
from jixiao.model.number import known

_BLOCKS: Final = (("indicators", indicator_columns), ("funds", fund_columns), ("goals", goal_columns))
# A header takes at most so many rows, and none of its cells holds more characters.
_DEEPEST: Final = 3
_LONGEST: Final = 24
# Columns below which no second row of a header stands.
_NAMES: Final = frozenset(("level1", "level2", "level3", "initial", "budget", "expected"))
# Labels of the head, which stand in no header of a block.
_WHO: Final = frozenset(("name", "department", "unit"))


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a block: its columns, the cells that print them, and how many rows it takes."""

    block: str
    columns: Columns
    cells: tuple[Cell, ...]
    rows: int

    @property
    def texts(self) -> tuple[str, ...]:
        """What it prints, for telling whether it comes again."""
        return tuple(bare(cell.text) for cell in self.cells)


def header_at(rows: Sequence[Row], at: int) -> Header | None:
    """The header that begins in a row, of the fewest rows that name most columns; None if there is none."""
    best: Header | None = None
    for depth in range(1, _DEEPEST + 1):
        stack = rows[at : at + depth]
        if len(stack) < depth or not _may_be_header(stack):
            break
        found = _header(stack)
        if found is None or not _adds(found, best, stack):
            continue
        alone = _header(stack[1:]) if depth > 1 else None
        if alone is not None and _columns(alone) >= _columns(found):
            break
        best = found
    return best and _with_its_rows(best, rows, at)


def _columns(header: Header) -> int:
    return len(header.columns.at)


def _adds(found: Header, best: Header | None, stack: Sequence[Row]) -> bool:
    """Whether one row more names more columns, or parts those that were named, below no column of names."""
    if best is None or _columns(found) > _columns(best):
        return True
    if found.block != best.block or _columns(found) < _columns(best):
        return False
    names = best.columns.pick(stack[-1])
    return all(cell.row < stack[-1].line or not cell.text.strip() for name, cell in names.items() if name in _NAMES)


def _with_its_rows(header: Header, rows: Sequence[Row], at: int) -> Header:
    """A header whose cells are merged over rows that add nothing takes these too."""
    end = header.rows
    while end < _DEEPEST and at + end < len(rows) and _only_blank(rows[at + end], rows[at]):
        end += 1
    return replace(header, rows=end)


def _only_blank(row: Row, first: Row) -> bool:
    merged = any(cell.row == first.line and cell.row + cell.rowspan > row.line for cell in first.own.cells)
    return merged and not row.ragged and not any(cell.text.strip() for cell in row.own.cells)


def _may_be_header(stack: Sequence[Row]) -> bool:
    """Whether rows hold labels of columns only, and stand below each other in one table."""
    first, last = stack[0], stack[-1]
    if any(field_of("project", cell.text) in _WHO for cell in last.own.cells) and not _are_amounts(last):
        return False
    if len(stack) > 1 and (first.table != last.table or (last.ragged and last.texts[0].strip())):
        return False
    return len(stack) == 1 or (bool(last.printed) and all(_is_short(cell.text) for cell in last.printed))


def _are_amounts(row: Row) -> bool:
    """Whether a row names amounts, so that a label in it (资金名称) heads the names of their sources."""
    return len({field for cell in row.own.cells if (field := field_of("funds", cell.text)) in AMOUNTS}) > 1


def _is_short(text: str) -> bool:
    plain = narrow(text)
    return len(plain) <= _LONGEST and not is_class(plain) and known(parse_number(text)) is None


def _header(stack: Sequence[Row]) -> Header | None:
    leaves = [Leaf(cell, ()) for cell in stack[0].own.cells] if len(stack) == 1 else list(_leaves(stack))
    for block, columns in _BLOCKS:
        fields = columns(leaves)
        if fields:
            row = replace(stack[-1], cells=tuple(leaf.cell for leaf in leaves))
            printed = tuple(cell for row in stack for cell in row.own.cells)
            return Header(block, Columns(row, fields), printed, len(stack))
    return None


def _leaves(stack: Sequence[Row]) -> Iterator[Leaf]:
    """The columns of some rows: the cells of the last row, each with those that stand above it."""
    stack = [_padded(row, max(len(row.cells) for row in stack)) for row in stack]
    last = stack[-1].cells
    for cell in last:
        above: list[Cell] = []
        for row in stack[:-1]:
            over = _over(cell, row.cells, last)
            if over is not None and over not in above and over is not cell:
                above.append(over)
        if cell.text.strip() or not above:
            yield Leaf(cell, tuple(above))
        else:
            yield Leaf(above[-1]._replace(col=cell.col, colspan=cell.colspan), tuple(above[:-1]))


def _padded(row: Row, width: int) -> Row:
    """A ragged row with blank cells where its last ones are missing; any other row as it is."""
    missing = range(len(row.cells), width if row.ragged else 0)
    if not missing:
        return row
    last = row.cells[-1]
    return replace(row, cells=(*row.cells, *(last._replace(text="", lines=(), col=at) for at in missing)))


def _over(cell: Cell, row: Sequence[Cell], last: Sequence[Cell]) -> Cell | None:
    """The printed cell of a row above a cell; a blank one is meant by the next to the left that heads columns too."""
    at = bisect_right(row, cell.col, key=lambda one: one.col) - 1
    if at < 0 or cell.col >= row[at].col + row[at].colspan:
        return None
    if row[at].text.strip() or not cell.text.strip():
        return row[at] if row[at].text.strip() else None
    left = next((one for one in reversed(row[:at]) if one.text.strip()), None)
    heads = left is not None and any(one.col == left.col and one.text.strip() and one is not left for one in last)
    return left if heads else None
