"""Numbered names whose values stand column by column, as words of a page do that a viewer took column by column.

指标1：甲 12人 指标2：乙 3次 … 11人 5 5 3次 2 2: names with targets first, then an actual value and points for each.
Which belong together follows from the numbers of the names and from the counts; else nothing is read so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from jixiao.forms import shapes
from jixiao.forms.labels import field_of
from jixiao.forms.ribbon import Gap, Ribbon
from jixiao.forms.search import Row, Span

# Columns of values and of points, in this order.
COLUMNS: Final = ("target", "actual", "weight", "score")
_NUMBER: Final = re.compile(r"(?:指标|目标)(\d{1,2})[:.、]", re.ASCII)
_OPERATED: Final = re.compile(r"(?:不[低少高大小超][于过]|[≥≤≧≦><=])+\d[\d.,]*", re.ASCII)
_EACH: Final = 2
# A name that goes on in another line goes on in few characters.
_REST: Final = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch and its rows."""

    start: int
    end: int
    rows: list[Row]


@dataclass(slots=True)
class _Item:
    kind: str  # name, value, points, other
    span: Span
    number: int = 0


def numbered_blocks(ribbon: Ribbon, start: int, end: int) -> Iterator[Block]:
    """The stretches whose rows do not stand one after the other, but whose counts agree."""
    items = list(_items(ribbon, start, end))
    names = [at for at, item in enumerate(items) if item.kind == "name"]
    at = 0
    while at < len(names):
        last = next((to for to in range(at + 1, len(names) + 1) if _agree(items, names, at, to)), None)
        if last is None:
            at += 1
            continue
        stop = names[last] if last < len(names) else len(items)
        within = items[names[at] : stop]
        rows = _rows(within, _many(items, names, at, last)) if last > at + 1 else []
        if rows:
            last_figure = max(span[1] for row in rows for span in row.values())
            yield Block(within[0].span[0], last_figure, rows)
        at = last


def _many(items: Sequence[_Item], names: Sequence[int], at: int, to: int) -> int:
    """How many rows there are from one name up to another, by their numbers."""
    first = items[names[at]].number
    after = items[names[to]].number if to < len(names) else 0
    return after - first if after > first else items[names[to - 1]].number - first + 1


def _agree(items: Sequence[_Item], names: Sequence[int], at: int, to: int) -> bool:
    """Whether there are two values and two points for each row from one name up to another."""
    within = items[names[at] : names[to] if to < len(names) else len(items)]
    many = _many(items, names, at, to) * _EACH
    return many > 0 and all(sum(item.kind == kind for item in within) == many for kind in ("value", "points"))


def _rows(within: Sequence[_Item], many: int) -> list[Row]:
    figures = [item for item in within if item.kind in ("value", "points")]
    kinds = "".join(item.kind[0] for item in figures)
    values = [item.span for item in figures if item.kind == "value"]
    points = [item.span for item in figures if item.kind == "points"]
    if kinds == "v" * many + "vpp" * many:
        pairs = list(zip(values[:many], values[many:], strict=True))
    elif kinds == "vvpp" * many:
        pairs = list(zip(values[::_EACH], values[1::_EACH], strict=True))
    else:
        return []
    first = within[0].number
    names = {item.number - first: item.span for item in within if item.kind == "name"}
    return [
        {
            **({"level3": names[row]} if row in names else {}),
            "target": pairs[row][0],
            "actual": pairs[row][1],
            "weight": points[_EACH * row],
            "score": points[_EACH * row + 1],
        }
        for row in range(many)
    ]


def _items(ribbon: Ribbon, start: int, end: int) -> Iterator[_Item]:
    """The words of a stretch; a unit goes with the number before it, the rest of a name with the name."""
    held: _Item | None = None
    for first, last in _words(ribbon, start, end):
        text = ribbon.text[first:last]
        if held is not None and _goes_on(ribbon.text[slice(*held.span)], text, held.kind):
            held.span = (held.span[0], last)
            held.kind = "value" if held.kind == "points" else held.kind
            continue
        if held is not None:
            yield held
        number = _NUMBER.match(text)
        if number is not None:
            held = _Item("name", (first, last), int(number[1]))
        else:
            held = _Item("points" if shapes.is_points(text) else "value" if _is_value(text) else "other", (first, last))
    if held is not None:
        yield held


def _is_value(text: str) -> bool:
    return shapes.unit_of(text) is not None or shapes.is_day(text) or shapes.is_judgement(text)


def _goes_on(before: str, text: str, kind: str) -> bool:
    if kind == "value" and _OPERATED.fullmatch(before):
        return shapes.is_unit(text)
    rest = shapes.han(text) == len(text) <= _REST and not _is_value(text)
    return kind == "name" and rest and field_of("indicators", text) is None


def _words(ribbon: Ribbon, start: int, end: int) -> Iterator[Span]:
    at = start
    for stop in (*(at for at in range(start + 1, end) if ribbon.gaps[at] > Gap.NONE), end):
        yield at, stop
        at = stop
