"""The labels of a ribbon by place, and runs of them that make a header."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from jixiao.forms.ribbon import Gap, Ribbon
from jixiao.forms.scan import scan

BLOCKS: Final = (
    "project",
    "funds",
    "fund_rows",
    "goals",
    "goal_scopes",
    "indicators",
    "blocks",
    "rows",
    "stops",
)
# A header names at least so many columns.
_FEWEST: Final = 3
# What stands between the labels of a sentence, never of a header.
_SENTENCE: Final = frozenset(",，、;；。的和")
# Between two labels of one header: a stray number or sign, or an unknown label.
# A shorter name of a source is too common a word to be one in mid-sentence.
_PLAIN: Final = 4
_NEAR: Final = 4
_UNKNOWN: Final = 9
# What a block is worth, printed where its points should be headed.
_POINTS_PRINTED: Final = re.compile(r"\d{1,2}(?!\d)分?", re.ASCII)
_POINTS: Final = {"level1": "group1", "level2": "group2"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A label, with what it means in each block that knows it."""

    start: int
    end: int
    whole: bool
    meanings: dict[str, str]

    def means(self, block: str, *fields: str) -> bool:
        """Whether it means one of the fields of a block, or, without fields, anything there."""
        return block in self.meanings and (not fields or self.meanings[block] in fields)


@dataclass(frozen=True, slots=True)
class Header:
    """Adjacent labels of one block: fields from left to right, and the characters that they cover."""

    marks: tuple[Mark, ...]
    fields: tuple[str, ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.marks[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.marks[-1].end


def marks_of(ribbon: Ribbon) -> list[Mark]:
    """The labels of a ribbon in order."""
    hits = [
        hit for hit in scan(ribbon, BLOCKS) if hit.whole or hit.block != "fund_rows" or hit.end - hit.start >= _PLAIN
    ]
    return [
        Mark(start, end, whole, {hit.block: hit.field for hit in group})
        for (start, end, whole), group in (
            (key, list(hits)) for key, hits in groupby(hits, key=lambda hit: (hit.start, hit.end, hit.whole))
        )
    ]


def headers_of(ribbon: Ribbon, marks: Sequence[Mark], block: str) -> Iterator[list[Mark]]:
    """Runs of labels of a block with nothing or little between them."""
    run: list[Mark] = []
    for mark in marks:
        if run and not _follows(ribbon, run[-1], mark):
            yield run
            run = []
        if mark.means(block):
            run.append(mark)
        elif run and not mark.means("blocks"):
            yield run
            run = []
    if run:
        yield run


def _follows(ribbon: Ribbon, before: Mark, mark: Mark) -> bool:
    between = ribbon.text[before.end : mark.start]
    if any(sign.isdigit() or sign in _SENTENCE for sign in between):
        return False
    gaps = ribbon.gaps
    bounded = gaps[before.end] > Gap.NONE and gaps[mark.start] > Gap.NONE
    return len(between) <= (_UNKNOWN if bounded else _NEAR)


def indicator_fields(ribbon: Ribbon, run: Sequence[Mark]) -> tuple[str, ...]:
    """The columns of an indicator header; points beside a class are its own, a label that comes again is not counted.

    An unknown label among the others is a column that is not read, or, where points are given but no weights, theirs.
    """
    fields: list[str] = []
    for before, mark in zip([None, *run], run, strict=False):
        name = mark.meanings["indicators"]
        if name == "level1":
            fields = []
        if before and mark.start - before.end > 1 and fields:
            fields.append("other")
        if name == "weight" and fields and fields[-1] in _POINTS:
            name = _POINTS[fields[-1]]
        if name == "other" or name not in fields:
            fields.append(name)
    if "level2" in fields and "level1" not in fields:
        fields.insert(fields.index("level2"), "level1")
    return tuple(_with_points(fields, ribbon.text, run[-1].end))


def _with_points(fields: list[str], text: str, end: int) -> list[str]:
    """The columns with those of points that no label names."""
    if "score" in fields and "weight" not in fields and fields[: fields.index("score")].count("other") == 1:
        return ["weight" if name == "other" else name for name in fields]
    nameless = not {"weight", "score"} & set(fields) and _POINTS_PRINTED.match(text, end)
    return [*fields, "score"] if nameless else fields


def is_indicator_run(run: Sequence[Mark]) -> bool:
    """Whether labels can be the header of an indicator table."""
    fields = {mark.meanings["indicators"] for mark in run}
    return len(fields) >= _FEWEST and "level3" in fields and bool(fields & {"level1", "level2", "target"})
