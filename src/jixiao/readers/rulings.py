"""Ruling lines → grids: pure geometry, lengths in hundredths of a point, y running down."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from jixiao.readers.pdfpage import Rule

# Lines closer than this are one (double lines, the frames of input boxes): no row of text is so low.
NEAR: Final = 500
# Lines that come this close meet; dashes with such gaps are one line.
_TOUCH: Final = 350
_PADDING: Final = 800
_SHORTEST: Final = 600
_MAX_LINES: Final = 2_000


class Area(NamedTuple):
    """A cell of a grid in rows and columns."""

    row: int
    col: int
    rowspan: int
    colspan: int


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruled table: x of its column lines, y of its row lines, its cells, and for each field the index of its cell."""

    xs: Sequence[int]
    ys: Sequence[int]
    areas: Sequence[Area]
    owner: Sequence[Sequence[int]]

    def area_of(self, left: int, right: int, y: int) -> int | None:
        """The index of the cell that a run of text belongs to; None outside the table.

        Text that is wider than its cell begins at the left side of it, or has its middle in it.
        """
        start = self.area_at(left, y)
        if start is not None and start != self.area_at(right, y):
            side = self.xs[self.areas[start].col]
            if left - side <= _PADDING:
                return start
        return self.area_at((left + right) // 2, y)

    def area_at(self, x: int, y: int) -> int | None:
        """The index of the cell that a point is in; None outside the table."""
        col, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        inside = 0 <= col < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return self.owner[row][col] if inside else None


def ruled_tables(rules: Iterable[Rule]) -> list[Ruled]:
    """The tables that lines make, from small to large; a frame around text is none."""
    lines = [
        *_joined(rule for rule in rules if rule.is_upright),
        *_joined(rule for rule in rules if not rule.is_upright),
    ]
    if len(lines) > _MAX_LINES:
        return []
    tables = [table for group in _connected(lines) if (table := _table(group)) and len(table.areas) > 1]
    return sorted(tables, key=lambda table: (table.xs[-1] - table.xs[0]) * (table.ys[-1] - table.ys[0]))


def cluster(positions: Iterable[int]) -> list[int]:
    """Positions with those that are near each other made one, the first."""
    kept: list[int] = []
    for position in sorted(positions):
        if not kept or position - kept[-1] > NEAR:
            kept.append(position)
    return kept


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines of one direction with their pieces joined, and the shorter scraps dropped."""
    joined: list[Rule] = []
    ordered = sorted(rules, key=lambda rule: rule.at)
    at = 0
    while at < len(ordered):
        first = ordered[at]
        end = at
        while end < len(ordered) and ordered[end].at - first.at <= _TOUCH:
            end += 1
        for rule in sorted(ordered[at:end], key=lambda rule: rule.start):
            last = joined[-1] if joined else None
            if last is not None and last.at == first.at and rule.start - last.end <= _TOUCH:
                joined[-1] = Rule(last.at, last.start, max(last.end, rule.end), rule.is_upright)
            else:
                joined.append(Rule(first.at, rule.start, rule.end, rule.is_upright))
        at = end
    return [rule for rule in joined if rule.end - rule.start >= _SHORTEST]


def _connected(lines: Sequence[Rule]) -> list[list[Rule]]:
    """The lines by the figures that they make where they meet."""
    root = list(range(len(lines)))

    def find(one: int) -> int:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    uprights = [index for index, line in enumerate(lines) if line.is_upright]
    levels = [index for index, line in enumerate(lines) if not line.is_upright]
    for one in uprights:
        upright = lines[one]
        top, bottom, x = upright.start - _TOUCH, upright.end + _TOUCH, upright.at
        for other in levels:
            level = lines[other]
            if top <= level.at <= bottom and level.start - _TOUCH <= x <= level.end + _TOUCH:
                root[find(one)] = find(other)
    groups: dict[int, list[Rule]] = {}
    for index, line in enumerate(lines):
        groups.setdefault(find(index), []).append(line)
    return [group for group in groups.values() if len(group) > 2]


def _table(lines: Sequence[Rule]) -> Ruled | None:
    uprights = [line for line in lines if line.is_upright]
    levels = [line for line in lines if not line.is_upright]
    if not uprights or not levels:
        return None
    # The table reaches as far as its lines, whether or not its sides are drawn.
    xs = cluster([line.at for line in uprights] + [end for line in levels for end in (line.start, line.end)])
    ys = cluster([line.at for line in levels] + [end for line in uprights for end in (line.start, line.end)])
    rows, cols = len(ys) - 1, len(xs) - 1
    if rows < 1 or cols < 1 or _is_chart(uprights, xs, ys):
        return None
    walls = _edges(uprights, xs, ys)
    floors = _edges(levels, ys, xs)
    areas: list[Area] = []
    owner = [[-1] * cols for _ in range(rows)]
    for row in range(rows):
        for col in range(cols):
            if owner[row][col] < 0:
                area = _grow(row, col, owner, walls, floors)
                for down in range(row, row + area.rowspan):
                    owner[down][col : col + area.colspan] = [len(areas)] * area.colspan
                areas.append(area)
    return Ruled(xs, ys, areas, owner)


def _is_chart(uprights: Iterable[Rule], xs: Sequence[int], ys: Sequence[int]) -> bool:
    """Whether the lines are the scale of a chart: an axis at the left, nothing at the right, columns from the floor.

    A table without its right side has column lines from its top, or some that stop above its floor.
    """
    reach: dict[int, tuple[int, int]] = {}
    for line in uprights:
        at = bisect_right(xs, line.at) - 1
        top, bottom = reach.get(at, (line.start, line.end))
        reach[at] = (min(top, line.start), max(bottom, line.end))
    axis = reach.pop(0, None)
    if axis is None or len(xs) - 1 in reach or axis[0] > ys[0] + NEAR or axis[1] < ys[-1] - NEAR:
        return False
    stands = all(bottom >= ys[-1] - NEAR for _, bottom in reach.values())
    return stands and (not reach or any(top > ys[0] + NEAR for top, _ in reach.values()))


def _edges(lines: Iterable[Rule], across: Sequence[int], along: Sequence[int]) -> set[tuple[int, int]]:
    """(position, field) for each piece of a line that parts two fields of the grid."""
    found = set()
    for line in lines:
        at = bisect_right(across, line.at) - 1
        for field, (start, end) in enumerate(pairwise(along)):
            if line.start <= (start + end) // 2 <= line.end:
                found.add((at, field))
    return found


def _grow(
    row: int, col: int, owner: list[list[int]], walls: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> Area:
    """The cell that begins in a field: to the right as far as no line parts it, then down as far as none does."""
    rows, cols = len(owner), len(owner[0])
    right = col + 1
    while right < cols and (right, row) not in walls and owner[row][right] < 0:
        right += 1
    bottom = row + 1
    while bottom < rows and all(
        owner[bottom][field] < 0 and (bottom, field) not in floors and (field == col or (field, bottom) not in walls)
        for field in range(col, right)
    ):
        bottom += 1
    return Area(row, col, bottom - row, right - col)
