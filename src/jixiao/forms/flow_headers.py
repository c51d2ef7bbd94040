"""Headers on a ribbon: runs of labels of one block, and the columns that they name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from jixiao.forms import shapes
from jixiao.forms.labels import resembling
from jixiao.forms.marks import Mark
from jixiao.forms.ribbon import Gap, Ribbon

# A header names at least so many columns.
_FEWEST: Final = 3
# What stands between the labels of a sentence, never of a header.
_SENTENCE: Final = frozenset(",，、;；。的和")
# The letter of a column, its brackets misread.
_LETTER: Final = re.compile(r"^[,(、]?[A-E][,)、]?$")
# Between two labels of one header: a stray number or sign, or an unknown label.
_NEAR: Final = 4
_UNKNOWN: Final = 9
# Unknown labels with gaps between them, two at most.
_CELLS: Final = 24
_MANY: Final = 2
# What a block is worth, printed where its points should be headed.
_POINTS_PRINTED: Final = re.compile(r"\d{1,2}(?!\d)分?", re.ASCII)
_POINTS: Final = {"level1": "group1", "level2": "group2"}
# What stands below a target that is parted into sign, value and unit.
_PARTED: Final = ("sign", "unit")


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


def in_headers(ribbon: Ribbon, marks: Sequence[Mark]) -> list[Mark]:
    """The marks without labels that are known only by how they are put together and stand in no header."""
    headed = {
        mark.start
        for block in ("indicators", "funds")
        for run in _runs(ribbon, marks, block)
        if len(run) >= _FEWEST and any(mark.known for mark in run)
        for mark in run
    }
    return [mark for mark in marks if mark.known or mark.start in headed]


def headers_of(ribbon: Ribbon, marks: Sequence[Mark], block: str) -> Iterator[list[Mark]]:
    """Runs of labels of a block with nothing or little between them.

    A label that is known only by how it is put together counts beside known ones. What stands in cells of its own
    between or behind labels of a header is a label too: by the words that it holds, or of a column that is not read.
    """
    for run in _runs(ribbon, marks, block):
        if any(mark.known for mark in run):
            yield _with_unknown(ribbon, run, block)


def _runs(ribbon: Ribbon, marks: Sequence[Mark], block: str) -> Iterator[list[Mark]]:
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
    between = _LETTER.sub("", ribbon.text[before.end : mark.start])
    if any(sign.isdigit() or sign in _SENTENCE for sign in between):
        return False
    if len(between) <= _NEAR:
        return True
    gaps = ribbon.gaps
    bounded = gaps[before.end] > Gap.NONE and gaps[mark.start] > Gap.NONE
    return bounded and len(between) <= (_UNKNOWN if len(_cells(ribbon, before.end, mark.start)) == 1 else _CELLS)


def _cells(ribbon: Ribbon, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [at for at in range(start + 1, end) if ribbon.gaps[at] > Gap.NONE]
    return list(zip([start, *cuts], [*cuts, end], strict=True))


def _with_unknown(ribbon: Ribbon, run: list[Mark], block: str) -> list[Mark]:
    if len(run) < _FEWEST:
        return run
    whole = [run[0]]
    for mark in run[1:]:
        whole += _unknown(ribbon, whole[-1].end, mark.start, block)
        whole.append(mark)
    return whole + list(_behind(ribbon, run[-1].end, block))


def _unknown(ribbon: Ribbon, start: int, end: int, block: str) -> Iterator[Mark]:
    """The labels between two that are known, each in a cell of its own."""
    if end - start < _MANY or ribbon.gaps[start] is Gap.NONE or ribbon.gaps[end] is Gap.NONE:
        return
    cells = _cells(ribbon, start, end)
    for first, last in cells if len(cells) <= _MANY else ():
        text = ribbon.text[first:last]
        yield Mark(first, last, whole=True, meanings={block: resembling(block, text) or "other"}, known=False)


def _behind(ribbon: Ribbon, start: int, block: str) -> Iterator[Mark]:
    """The labels behind the last one that is known, as long as the words of a cell say what it is."""
    while start < len(ribbon.text) and ribbon.gaps[start] > Gap.NONE:
        limit = min(start + _UNKNOWN * 2, len(ribbon.text))
        end = next((at for at in range(start + 1, limit) if ribbon.gaps[at] > Gap.NONE), start)
        text = ribbon.text[start:end]
        field = resembling(block, text)
        if field is None or shapes.is_class(text) or any(sign.isdigit() or sign in _SENTENCE for sign in text):
            return
        yield Mark(start, end, whole=True, meanings={block: field}, known=False)
        start = end


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
    return tuple(_with_points(_in_one_line(fields), ribbon.text, run[-1].end))


def _in_one_line(fields: list[str]) -> list[str]:
    """The columns of a header of two lines: sign, value and unit below a target stand in its place."""
    if not {"target", *_PARTED} <= set(fields):
        return fields
    at, sign, unit = (fields.index(name) for name in ("target", *_PARTED))
    if not at + 1 < sign < unit:
        return fields
    return [*fields[:at], "sign", "target", "unit", *fields[at + 1 : sign], *fields[unit + 1 :]]


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
