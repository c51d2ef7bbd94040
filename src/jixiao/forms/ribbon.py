"""Text that lost its table, as one ribbon of characters that remembers what stood between them.

A label broken over lines, or set upright, is whole again on the ribbon; where a cell, a line or a word ended is still
known, as a gap.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate
from typing import Final

from jixiao.forms.pages import numbered_pieces
from jixiao.model.characters import narrow
from jixiao.model.layout import Cell, Paragraph, Table
from jixiao.model.place import Place


class Gap(IntEnum):
    """What stood before a character, weakest first."""

    NONE = 0
    SPACE = 1
    LINE = 2  # a line of the text, or a wide space
    CELL = 3
    ROW = 4


_WORD: Final = re.compile(r"[^\s\u200b]+")
# Spaces that separate no more than words.
_NARROW_SPACES: Final = (" ", "\xa0")
# Fewer gaps than one in so many characters: words have run together.
_SPARSE: Final = 20


@dataclass(frozen=True, slots=True)
class _Strip:
    """A printed line or cell; `first` is where it begins on the ribbon."""

    first: int
    text: str
    place: Place


class Ribbon:
    """Characters in reading order, without white space, in half width.

    text: the characters, for matching. gaps: what stood before each of them.
    """

    def __init__(self, blocks: Iterable[Paragraph | Table]) -> None:
        self.gaps: list[Gap] = []
        self._words: list[str] = []
        self._offsets = array("L")
        self._strips: list[_Strip] = []
        blocks = list(blocks)
        pieces = numbered_pieces(block for block in blocks if isinstance(block, Paragraph))
        for block in blocks:
            for printed, place, gap in _strips(block):
                number = pieces.get(place.line or 0, 0)
                self._strips.append(_Strip(len(self._offsets), printed, place))
                self._add(printed, Gap.NONE if number and self._words else gap, number)
        self.text = "".join(self._words)
        # How many gaps there are before each character.
        self._counted = array("L", accumulate(map(bool, self.gaps), initial=0))
        self._starts = [strip.first for strip in self._strips]

    def cell(self, start: int, end: int) -> Cell:
        """What was printed from `start` to `end`, as a cell whose place is where it begins; `start` < `end`."""
        at = bisect_right(self._starts, start) - 1
        lines: list[str] = []
        place = Place()
        while start < end:
            strip = self._strips[at]
            after = min(end, self._starts[at + 1] if at + 1 < len(self._starts) else end)
            if after > start:
                first, last = self._offsets[start], self._offsets[after - 1] + 1
                if not lines:
                    place = strip.place if strip.place.table else strip.place._replace(start=first, end=last)
                lines.append(strip.text[first:last])
            start, at = after, at + 1
        lines = [part for line in lines for part in line.split("\n")]
        return Cell("".join(lines), 0, 0, 1, 1, place, tuple(lines))

    def is_glued(self, span: range) -> bool:
        """Whether a stretch has so few gaps that its cells must have run together."""
        return (self._counted[span.stop] - self._counted[span.start]) * _SPARSE < len(span)

    def table_end(self, at: int) -> int:
        """The end of the table in which a character stands; the end of the ribbon if it stands in none."""
        strip = bisect_right(self._starts, at) - 1
        table = self._strips[strip].place.table
        if table is None:
            return len(self.text)
        after = (one.first for one in self._strips[strip:] if one.place.table is None)
        return next(after, len(self.text))

    def strip_of(self, at: int) -> range:
        """The line or cell in which a character stands."""
        strip = bisect_right(self._starts, at) - 1
        end = self._starts[strip + 1] if strip + 1 < len(self._starts) else len(self.text)
        return range(self._starts[strip], end)

    def _add(self, printed: str, gap: Gap, first: int) -> None:
        last = first
        for word in _WORD.finditer(printed, first):
            start, end = word.span()
            if last > first:
                gap = Gap.SPACE if printed[last:start] in _NARROW_SPACES else Gap.LINE
            self._words.append(narrow(word[0]))
            self.gaps += (gap, *(Gap.NONE,) * (end - start - 1))
            self._offsets.extend(range(start, end))
            gap, last = Gap.NONE, end


def _strips(block: Paragraph | Table) -> Iterator[tuple[str, Place, Gap]]:
    if isinstance(block, Paragraph):
        yield block.text, Place(line=block.line), Gap.LINE
        return
    row = -1
    wide = block.cols > 1
    for cell in sorted(block.cells, key=lambda one: (one.row, one.col)):
        gap = Gap.ROW if wide and cell.row != row else Gap.CELL
        row = cell.row
        for line in cell.lines or (cell.text,):
            yield line, cell.place, gap
            gap = Gap.SPACE
