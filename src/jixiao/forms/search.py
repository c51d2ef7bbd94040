"""The likeliest rows of a run of text that lost its cells: the cheapest way to cut it into the columns of its header.

A beam search from left to right. Every cell, every missing one and every row has a price; what they are worth is said
by a `Grammar`, the search knows no form.
"""

from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final, NamedTuple, Protocol

from jixiao.forms import shapes
from jixiao.forms.cuts import Cuts
from jixiao.forms.ribbon import Gap, Ribbon

Span = tuple[int, int]
Row = Mapping[str, Span]

# States kept at a place, and how much dearer than the cheapest one may be.
_BEAM: Final = 14
_BEAM_GLUED: Final = 24
_BEAM_LENGTH: Final = 4_000
_BEAM_LEAST: Final = 8
_WIDER: Final = 2
_SLACK: Final = 50
# What it costs to begin a cell after a gap, and to run over one inside a cell.
_BEGIN: Final = {Gap.NONE: 30, Gap.SPACE: 2, Gap.LINE: 0, Gap.CELL: 0, Gap.ROW: 0}
_BEGIN_GLUED: Final = {**_BEGIN, Gap.NONE: 2}
_CROSS: Final = {Gap.NONE: 0, Gap.SPACE: 7, Gap.LINE: 16, Gap.CELL: 45, Gap.ROW: 200}
# A cell that begins in the middle of a sentence, or holds half a pair of brackets.
_BROKEN: Final = 15
# A cell that begins between two digits.
_TORN: Final = 6
# A cell that begins with the unit of the number before it, or with the dash behind it.
_SEVERED: Final = 20
# A row that holds no more than a heading.
_HEADING: Final = 12
# Dearer than anything.
_NEVER: Final = 1_000_000
# A row that begins in mid-line where rows have lines of their own, or goes on in the next line.
_ASTRAY: Final = 40


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that may be a cell.

    crossed: the price of the gaps inside. bounded: gaps stand on both sides. torn: it begins between two digits.
    """

    text: str
    crossed: int = 0
    bounded: bool = True
    torn: bool = False


class Grammar(Protocol):
    """What a run of text is expected to hold: columns from left to right, and the prices of what is found."""

    columns: Sequence[str]
    # The lowest price of a row whose cells agree as well as they can.
    agreed: int

    def cell(self, column: int, stretch: Stretch) -> int | None:
        """The price of a stretch in a column, with that of the gaps inside; None if it cannot stand there."""

    def aside(self, stretch: Stretch) -> int:
        """The price of leaving a stretch aside."""

    def missing(self, column: int, row: Mapping[int, str]) -> int:
        """The price of a column without a cell in a row whose other cells are known."""

    def row(self, row: Mapping[int, str]) -> int:
        """The price of a row as a whole; below 0 where its cells agree."""

    def first(self, column: int) -> bool:
        """Whether a row may begin with a column."""

    def heading(self, row: Mapping[int, str]) -> bool:
        """Whether a row may end though most of its columns are missing."""


class _State(NamedTuple):
    cost: int
    column: int
    cells: tuple[tuple[int, int, int], ...]  # column, start, end of the row being read
    above: "_State | None"  # the last state of the row above


# Where a cell may end, its columns with their prices, and the price of leaving it aside.
_End = tuple[int, list[tuple[int, int]], int]


def read_rows(ribbon: Ribbon, span: Span, grammar: Grammar, *, glued: bool, cut: bool = False) -> list[Row]:
    """The rows of a stretch of a ribbon: column → characters. What fits nowhere is left aside.

    glued: its cells stand together without any gap. cut: the text ends in the middle of its last row.
    """
    return _Search(ribbon, span, grammar, glued=glued).run(cut=cut)


def _beam(length: int) -> int:
    """The states kept at a place of text without gaps: fewer of longer text, so that its work stays in bounds."""
    return max(_BEAM_LEAST, _BEAM_GLUED * _BEAM_LENGTH // max(length, _BEAM_LENGTH))


class _Search:
    def __init__(self, ribbon: Ribbon, span: Span, grammar: Grammar, *, glued: bool) -> None:
        self._ribbon = ribbon
        self._glued = glued
        self._beam = _beam(span[1] - span[0]) if glued else _BEAM
        self._begin = _BEGIN_GLUED if glued else _BEGIN
        self._span = span
        self._grammar = grammar
        self._lined = any(gap is Gap.ROW for gap in ribbon.gaps[span[0] + 1 : span[1]])
        self._agreed: dict[tuple[tuple[int, int, int], ...], int] = {}
        self._charged: dict[tuple[tuple[tuple[int, int, int], ...], int], int] = {}
        # The columns that a row may begin with, and what those before them cost that are then missing.
        self._leading = {
            column: self._missing((), column) for column in range(len(grammar.columns)) if grammar.first(column)
        }

    def run(self, *, cut: bool) -> list[Row]:
        start, end = self._span
        if start >= end:
            return []
        cuts = Cuts(self._ribbon, start, end)
        states: dict[int, list[_State]] = {start: [_State(0, -1, (), None)]}
        floor: dict[int, int] = {}
        for at in cuts.all:
            here = states.pop(at, None)
            if not here:
                continue
            if at == end:
                return self._rows(min(here, key=lambda state: state.cost + self._ending(state, cut=cut)))
            ends = [(stop, *self._prices(at, stop)) for stop in cuts.ends(at)]
            best = self._best(here, at)
            self._begin_row(best, at, ends, states, floor)
            for state in best:
                self._go_on(state, at, ends, states, floor)
        return []

    def _ending(self, state: _State, *, cut: bool) -> int:
        """The price of ending with a state: a row that the end of the text cuts misses nothing."""
        whole = self._missing(state.cells, len(self._grammar.columns))
        return min(whole, 0) if cut else whole

    def _begin_row(
        self,
        best: Sequence[_State],
        start: int,
        ends: Sequence[_End],
        states: dict[int, list[_State]],
        floor: dict[int, int],
    ) -> None:
        """Add the first cells of a new row, after the state that makes them cheapest: they are the same after all."""
        whole = [(self._new_row(state, start), state) for state in best if not self._tears(state, start)]
        if not whole:
            return
        new_row, state = min(whole, key=itemgetter(0))
        above = state if state.cells else state.above
        for stop, prices, aside in ends:
            there = states.setdefault(stop, [])
            low = floor.get(stop, state.cost + aside)
            for column, price in prices:
                cost = new_row + self._leading.get(column, _NEVER) + price
                if cost <= low + _SLACK:
                    low = min(low, cost)
                    there.append(_State(cost, column, ((column, start, stop),), above))
            floor[stop] = low

    def _go_on(
        self, state: _State, start: int, ends: Sequence[_End], states: dict[int, list[_State]], floor: dict[int, int]
    ) -> None:
        """Add what may follow a state in its row: a cell, or a stretch left aside."""
        cells = state.cells
        going = self._going(state, start)
        torn = self._tears(state, start)
        for stop, prices, aside in ends:
            there = states.setdefault(stop, [])
            low = floor.get(stop, state.cost + aside)
            for column, price in () if torn else prices:
                cost = going.get(column, _NEVER) + price
                if cost <= low + _SLACK:
                    low = min(low, cost)
                    there.append(_State(cost, column, (*cells, (column, start, stop)), state.above))
            cost = state.cost + aside
            if cost <= low + _SLACK:
                low = min(low, cost)
                there.append(_State(cost, state.column, cells, state.above))
            floor[stop] = low

    def _tears(self, state: _State, start: int) -> bool:
        """Whether a cell that begins here would tear a number that is none of the cells before it."""
        cells = state.cells
        return self._torn(start) and not (self._glued and cells and self._is_number(*cells[-1][1:], start))

    def _going(self, state: _State, start: int) -> dict[int, int]:
        """Column → what it costs that the row of a state goes on there: the columns between are missing."""
        if not state.cells:
            return {}
        grammar = self._grammar
        row = {column: self._ribbon.text[begin:end] for column, begin, end in state.cells}
        cost = state.cost + (_ASTRAY if self._ribbon.gaps[start] is Gap.ROW else 0)
        going: dict[int, int] = {}
        for column in range(state.cells[-1][0] + 1, len(grammar.columns)):
            going[column] = cost
            cost += grammar.missing(column, row)
        return going

    def _new_row(self, state: _State, start: int) -> int:
        """What it costs that a new row begins after a state."""
        astray = self._lined and self._ribbon.gaps[start] is not Gap.ROW and state.cells
        return state.cost + (_ASTRAY if astray else 0) + self._missing(state.cells, len(self._grammar.columns))

    def _best(self, states: list[_State], at: int) -> list[_State]:
        """The states that are worth going on with: within a number more of them than elsewhere."""
        beam = self._beam * (_WIDER if self._torn(at) else 1)
        best: dict[object, _State] = {}
        cheapest = None
        for cost, state in sorted(self._likeliest(states, beam), key=itemgetter(0)):
            cheapest = cost if cheapest is None else cheapest
            if len(best) >= beam or cost > cheapest + _SLACK:
                break
            best.setdefault((state.column, state.cells[:1], state.cells[-2:]), state)
        return list(best.values())

    def _likeliest(self, states: list[_State], beam: int) -> Iterator[tuple[int, _State]]:
        """The states with their outlook, without those that so many others go before however well their cells agree."""
        found: dict[object, int] = {}
        highest: list[int] = []
        agreed = self._grammar.agreed
        for state in sorted(states, key=itemgetter(0)):
            if len(highest) >= beam and highest[beam - 1] < state.cost + agreed:
                return
            outlook = self._outlook(state)
            key = (state.column, state.cells[:1], state.cells[-2:])
            if key not in found:
                found[key] = outlook
                insort(highest, outlook)
            yield outlook, state

    def _outlook(self, state: _State) -> int:
        """What a state has cost, and how well the cells of its last row agree so far."""
        cells = state.cells
        agreed = self._agreed.get(cells)
        if agreed is None:
            text = self._ribbon.text
            agreed = self._grammar.row({column: text[start:end] for column, start, end in cells}) if cells else 0
            self._agreed[cells] = agreed
        return state.cost + agreed

    def _prices(self, start: int, end: int) -> tuple[list[tuple[int, int]], int]:
        """The columns that the characters may stand in, with their prices, and the price of leaving them aside."""
        gaps = self._ribbon.gaps
        after = gaps[end] if end < self._span[1] else Gap.ROW
        crossed = sum(_CROSS[gap] for gap in gaps[start + 1 : end])
        bounded = gaps[start] > Gap.NONE and after > Gap.NONE
        stretch = Stretch(self._ribbon.text[start:end], crossed, bounded, self._torn(start))
        begin = self._opening(start, stretch)
        found = ((column, self._grammar.cell(column, stretch)) for column in range(len(self._grammar.columns)))
        prices = [(column, price + begin) for column, price in found if price is not None]
        return prices, begin + self._grammar.aside(stretch)

    def _opening(self, start: int, stretch: Stretch) -> int:
        """The price of beginning a cell at a place."""
        ribbon = self._ribbon
        price = self._begin[ribbon.gaps[start]] if start > self._span[0] else 0
        price += (_TORN if stretch.torn else 0) + (_BROKEN if shapes.is_broken(stretch.text) else 0)
        behind = start > 0 and ribbon.gaps[start] is Gap.NONE and ribbon.text[start - 1].isdigit()
        severed = shapes.begins_with_unit(stretch.text) or shapes.begins_with_dash(stretch.text)
        severed = severed or (stretch.torn and shapes.begins_in_year(stretch.text))
        return price + (_SEVERED if behind and severed else 0)

    def _torn(self, at: int) -> bool:
        text = self._ribbon.text
        inside = at > 0 and self._ribbon.gaps[at] is Gap.NONE and text[at].isdigit()
        return inside and (text[at - 1].isdigit() or (text[at - 1] == "." and at > 1 and text[at - 2].isdigit()))

    def _is_number(self, start: int, end: int, at: int) -> bool:
        return end == at and self._ribbon.text[start:end].replace(".", "", 1).isdigit()

    def _missing(self, cells: tuple[tuple[int, int, int], ...], until: int) -> int:
        """The price of the columns between the last cell of a row and column `until`; of the whole row at its end."""
        if (cells, until) not in self._charged:
            grammar = self._grammar
            row = {column: self._ribbon.text[start:end] for column, start, end in cells}
            last = cells[-1][0] if cells else -1
            ended = cells and until == len(grammar.columns)
            price = grammar.row(row) if ended else 0
            if ended and grammar.heading(row):
                price += _HEADING
            elif cells or until < len(grammar.columns):
                price += sum(grammar.missing(column, row) for column in range(last + 1, until))
            self._charged[cells, until] = price
        return self._charged[cells, until]

    def _rows(self, state: _State) -> list[Row]:
        rows: list[Row] = []
        at: _State | None = state
        while at is not None:
            if at.cells:
                rows.append({self._grammar.columns[column]: (start, end) for column, start, end in at.cells})
            at = at.above
        return rows[::-1]
