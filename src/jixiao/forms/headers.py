"""Headers of tables: which row, or which two or three together, names the columns of a block."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from jixiao.forms.labels import bare, field_of, resembling
from jixiao.forms.numbers import parse_number
from jixiao.forms.rows import Columns, Row
from jixiao.forms.shapes import is_class
from jixiao.model.characters import narrow
from jixiao.model.layout import Cell
from jixiao.model.number import known

AMOUNTS: Final = ("initial", "budget", "executed")
# A header names at least so many columns, and so many of them by a name that is known.
_FEWEST: Final = 3
_KNOWN: Final = 2
# A header takes at most so many rows, and none of its cells holds more characters.
_DEEPEST: Final = 3
_LONGEST: Final = 24
# Columns below which no second row of a header stands.
_NAMES: Final = frozenset(("level1", "level2", "level3", "initial", "budget", "expected"))
# Labels of the head, which stand in no header of a block.
_WHO: Final = frozenset(("name", "department", "unit"))
_CLASS_POINTS: Final = {"level1": "group1", "level2": "group2"}
# What stands below 年度指标值 or 实际完成值 for the value itself.
_PLAIN: Final = frozenset(("值", "数值", "指标值", "内容", "指标内容", "目标值", "完成值"))
# Reasons stand below these only where no other column is that of reasons.
_REMARKS: Final = frozenset(("备注", "说明"))
_PARENTS: Final = frozenset(("target", "actual"))
# A target for the year goes before one for the whole period.
_YEARLY: Final = "年度"
_PERIODS: Final = ("实施期", "中期", "长期", "总体")


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


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A column of a header: its own cell, and what stands above it, from the top."""

    cell: Cell
    above: tuple[Cell, ...]


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
    if any(field_of("project", cell.text) in _WHO for cell in last.own.cells):
        return False
    if len(stack) > 1 and (first.ragged or first.table != last.table):
        return False
    printed = [cell.text for cell in last.own.cells if cell.text.strip()]
    return len(stack) == 1 or (bool(printed) and all(_is_short(text) for text in printed))


def _is_short(text: str) -> bool:
    plain = narrow(text)
    return len(plain) <= _LONGEST and not is_class(plain) and known(parse_number(text)) is None


def _header(stack: Sequence[Row]) -> Header | None:
    leaves = [_Leaf(cell, ()) for cell in stack[0].own.cells] if len(stack) == 1 else list(_leaves(stack))
    cells = tuple(leaf.cell for leaf in leaves)
    row = replace(stack[-1], cells=cells)
    printed = tuple(cell for row in stack for cell in row.own.cells)
    for block, columns in (("indicators", _indicators), ("funds", _funds), ("goals", _goals)):
        fields = columns(leaves)
        if fields:
            return Header(block, Columns(row, fields), printed, len(stack))
    return None


def _leaves(stack: Sequence[Row]) -> Iterator[_Leaf]:
    """The columns of some rows: the cells of the last row, each with those that stand above it."""
    last = stack[-1].cells
    for cell in last:
        above: list[Cell] = []
        for row in stack[:-1]:
            over = _over(cell, row.cells, last)
            if over is not None and over not in above and over is not cell:
                above.append(over)
        if cell.text.strip() or not above:
            yield _Leaf(cell, tuple(above))
        else:
            yield _Leaf(replace(above[-1], col=cell.col, colspan=cell.colspan), tuple(above[:-1]))


def _over(cell: Cell, row: Sequence[Cell], last: Sequence[Cell]) -> Cell | None:
    """The printed cell of a row above a cell; a blank one is meant by the next to the left that heads columns too."""
    at = next((at for at, one in enumerate(row) if one.col <= cell.col < one.col + one.colspan), None)
    if at is None or row[at].text.strip() or not cell.text.strip():
        return row[at] if at is not None and row[at].text.strip() else None
    left = next((one for one in reversed(row[:at]) if one.text.strip()), None)
    heads = left is not None and any(one.col == left.col and one.text.strip() and one is not left for one in last)
    return left if heads else None


def _indicators(leaves: Sequence[_Leaf]) -> dict[str, int]:
    """Field → position in the header of an indicator table, {} if it is none.

    Points beside a class belong to the class: 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值.
    """
    exact = [_exact("indicators", leaf) for leaf in leaves]
    if len({field for field in exact if field not in (None, "other", "unit")}) < _KNOWN:
        return {}
    found: dict[str, int] = {}
    weak: dict[str, int] = {}
    remarks: dict[str, int] = {}
    before = None
    for position, (leaf, sure) in enumerate(zip(leaves, exact, strict=True)):
        field = sure or _likely(leaf, leaves)
        if field == "weight" and {"weight", "level2", "level3"} & set(exact[position + 1 :]):
            field = _CLASS_POINTS.get(before or "", field)
        if field is not None and (field != "target" or not _is_later(leaf, found.get(field), leaves)):
            kind = remarks if bare(leaf.cell.text) in _REMARKS else found if sure else weak
            kind.setdefault(field, position)
        elif field is not None:
            found[field] = position
        before = field
    found = {**remarks, **weak, **found}
    if {"level1", "level2", "level3"} & found.keys() == {"level2"}:
        found["level1"] = found.pop("level2")
    return dict(sorted(found.items(), key=lambda item: item[1])) if _names_indicators(found) else {}


def _is_later(leaf: _Leaf, before: int | None, leaves: Sequence[_Leaf]) -> bool:
    """Whether a second column of targets is the one for the year, and the first that for the whole period."""
    if before is None:
        return False
    first = "".join(cell.text for cell in (*leaves[before].above, leaves[before].cell))
    second = "".join(cell.text for cell in (*leaf.above, leaf.cell))
    return any(word in first for word in _PERIODS) and _YEARLY in second


def _names_indicators(found: dict[str, int]) -> bool:
    """Whether columns make an indicator table: a name and what is said of it, or the points of classes."""
    main = found.keys() - {"other", "unit", "sign", "direction", "review"}
    if len(main) < _FEWEST:
        return False
    levels = main & {"level1", "level2", "level3"}
    return "level3" in levels or ({"weight", "score"} <= main and bool(levels)) or len(levels) == _KNOWN


def _exact(block: str, leaf: _Leaf) -> str | None:
    """The field that a column surely means: by its whole label, by its lowest part, or by what stands above."""
    texts = [cell.text for cell in (*leaf.above, leaf.cell)]
    whole = field_of(block, "".join(texts)) if len(texts) > 1 else None
    last = field_of(block, texts[-1])
    above = next((field for text in texts[-2::-1] if (field := field_of(block, text))), None)
    if above in _PARENTS and bare(texts[-1]) in _PLAIN:
        return above
    return whole or last


def _likely(leaf: _Leaf, leaves: Sequence[_Leaf]) -> str | None:
    """The field that a column means by its words; the first of some columns below a label has what that means."""
    own = resembling("indicators", leaf.cell.text)
    if own is not None or not leaf.above:
        return own
    parent = leaf.above[-1]
    field = field_of("indicators", parent.text) or resembling("indicators", parent.text)
    below = [one.cell.text for one in leaves if parent in one.above]
    told = any(field in (field_of("indicators", text), resembling("indicators", text)) for text in below)
    return None if told else field


def _funds(leaves: Sequence[_Leaf]) -> dict[str, int]:
    """Field → position in the header of the amounts, {} if it is none; amounts beside their labels are no header."""
    texts = [leaf.cell.text for leaf in leaves]
    if any(known(parse_number(text)) is not None for text in texts[:-1]):
        return {}
    fields: dict[str, int] = {}
    exact = [_exact("funds", leaf) for leaf in leaves]
    for position, field in enumerate(exact):
        if field is not None:
            fields.setdefault(field, position)
    if not fields.keys() & set(AMOUNTS):
        return {}
    for position, (text, field) in enumerate(zip(texts, exact, strict=True)):
        likely = None if field else resembling("funds", text)
        if likely is not None:
            fields.setdefault(likely, position)
    if len(fields.keys() & set(AMOUNTS)) < _KNOWN:
        return {}
    return dict(sorted(fields.items(), key=lambda item: item[1]))


def _goals(leaves: Sequence[_Leaf]) -> dict[str, int]:
    """Field → position in the header of the goals, {} if it is none: what was expected, nearest before what was done."""
    printed = [(at, leaf.cell.text) for at, leaf in enumerate(leaves) if leaf.cell.text.strip()]
    fields = [(at, field_of("goals", text) or resembling("goals", text)) for at, text in printed]
    done = [at for at, field in fields if field == "achieved"]
    if len(printed) > _FEWEST + 1 or not done:
        return {}
    expected = [at for at, field in fields if field == "expected" and at < done[-1]]
    if not expected or any(expected[-1] < at < done[-1] for at, _ in printed):
        return {}
    return {"expected": expected[-1], "achieved": done[-1]}
