"""Tables that are ruled by level lines alone: the column lines that their text leaves room for.

Lengths are hundredths of a point, y runs down.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from jixiao.readers.pdfpage import Rule, Run
from jixiao.readers.rulings import NEAR, cluster

# So many level lines of one length, and rows of at least two cells between them, make a table.
_FEWEST_LINES: Final = 4
_FEWEST_ROWS: Final = 3
# At most one row in so many is blank.
_FEW_BLANK: Final = 5
# Words that stand closer than four fifths of the height of their type are of one cell.
_WORD: Final = 4
_OF: Final = 5

_Span = tuple[int, int]


def column_lines(rules: Sequence[Rule], runs: Sequence[Run]) -> Iterator[Rule]:
    """Upright lines for the tables of a page that have none: through the room that the cells of their rows leave.

    The fewest lines that part the cells of every row; where a cell reaches over a line, it is not drawn.
    """
    for left, right, ys in _stacks(rules):
        rows = [
            (top, bottom, _cells([run for run in runs if top < run.middle < bottom and left <= run.left < right]))
            for top, bottom in pairwise(ys)
        ]
        parted = sum(len(cells) > 1 for _, _, cells in rows)
        blank = sum(not cells for _, _, cells in rows)
        if parted < max(_FEWEST_ROWS, len(rows) // 2) or blank * _FEW_BLANK > len(rows):
            continue  # a chart, or lines to write on
        yield from (Rule(x, ys[0], ys[-1], is_upright=True) for x in (left, right))
        for x in _parting(gap for _, _, cells in rows for gap in _gaps(cells)):
            for top, bottom, cells in rows:
                if not any(start < x < end for start, end in cells):
                    yield Rule(x, top, bottom, is_upright=True)


def _stacks(rules: Sequence[Rule]) -> Iterator[tuple[int, int, list[int]]]:
    """Left, right and the heights of level lines that have the same two ends, with no upright line between them."""
    uprights = [rule for rule in rules if rule.is_upright]
    levels: dict[int, _Span] = {}
    heights = cluster(rule.at for rule in rules if not rule.is_upright)
    for rule in rules:
        if not rule.is_upright:
            at = max(height for height in heights if height <= rule.at)
            start, end = levels.get(at, (rule.start, rule.end))
            levels[at] = (min(start, rule.start), max(end, rule.end))
    groups: list[tuple[_Span, list[int]]] = []
    for at in sorted(levels):
        (left, right), ys = groups[-1] if groups else ((0, 0), [])
        start, end = levels[at]
        if ys and left - NEAR <= start and end <= right + NEAR:
            ys.append(at)
        else:
            groups.append(((start, end), [at]))
    for (left, right), ys in groups:
        crossed = any(left <= line.at <= right and line.start < ys[-1] and ys[0] < line.end for line in uprights)
        if len(ys) >= _FEWEST_LINES and not crossed:
            yield left, right, ys


def _cells(runs: Iterable[Run]) -> list[_Span]:
    """What the text of a row takes from left to right, a span for each cell."""
    cells: list[_Span] = []
    for run in sorted(runs, key=lambda run: run.left):
        room = (run.bottom - run.top) * _WORD // _OF
        if cells and run.left - cells[-1][1] < room:
            cells[-1] = (cells[-1][0], max(cells[-1][1], run.right))
        else:
            cells.append((run.left, run.right))
    return cells


def _gaps(cells: Sequence[_Span]) -> Iterator[_Span]:
    return ((before[1], after[0]) for before, after in pairwise(cells))


def _parting(gaps: Iterable[_Span]) -> list[int]:
    """The fewest positions of which every gap has one, each in the middle of what its gaps share."""
    found: list[int] = []
    share: _Span | None = None
    for start, end in sorted(gaps, key=lambda gap: gap[1]):
        if share is not None and start < share[1]:
            share = (max(share[0], start), share[1])
            continue
        if share is not None:
            found.append(sum(share) // 2)
        share = (start, end)
    return [*found, sum(share) // 2] if share is not None else found
