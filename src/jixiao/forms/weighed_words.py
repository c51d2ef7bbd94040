"""Rows of a page whose words stand in order of height: name, weight and score, between words of other columns.

项目管理 13 分 stands in the middle of its rows; which rows belong to it follows from their sum.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from jixiao.forms.found import Slots
from jixiao.forms.ribbon import Gap, Ribbon

# How sure rows are whose weights make those of their classes.
SUMMED: Final = Decimal("0.80")
_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2,10}")
_POINTS: Final = re.compile(r"\d{1,3}(?:\.\d{1,2})?", re.ASCII)
_CLASS: Final = re.compile(r"项目[\u4e00-\u9fff]{2,4}")
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A name or class with what it is worth; score: of a name."""

    name: _Word
    weight: _Word
    score: _Word | None = None

    @property
    def worth(self) -> Decimal:
        return Decimal(self.weight.text)


def weighed_words(ribbon: Ribbon, start: int, end: int) -> list[Slots]:
    """The rows of a stretch whose weights make those of the classes in order; none if they do not."""
    words = list(_words(ribbon, start, end))
    classes = list(_classes(words))
    taken = {id(word) for one in classes for word in (one.name, one.weight)}
    names = list(_names([word for word in words if id(word) not in taken and word.text != "分"]))
    if len(names) < _FEWEST or sum(one.worth for one in names) != sum(one.worth for one in classes):
        return []
    rows: list[Slots] = []
    left = list(names)
    for one in classes:
        rest = one.worth
        while left and rest > 0:
            row = left.pop(0)
            rest -= row.worth
            rows.append(_slots(ribbon, one, row))
        if rest:
            return []
    return rows


def _words(ribbon: Ribbon, start: int, end: int) -> Iterator[_Word]:
    cuts = [start, *(at for at in range(start + 1, end) if ribbon.gaps[at] > Gap.NONE), end]
    yield from (_Word(ribbon.text[a:b], a, b) for a, b in pairwise(cuts) if a < b)


def _classes(words: Sequence[_Word]) -> Iterator[_Weighed]:
    """项目管理 13 分."""
    for name, weight, unit in zip(words, words[1:], words[2:], strict=False):
        if _CLASS.fullmatch(name.text) and _POINTS.fullmatch(weight.text) and unit.text == "分":
            yield _Weighed(name, weight)


def _names(words: Sequence[_Word]) -> Iterator[_Weighed]:
    """财务制度 3 3: the score at most the weight."""
    for name, weight, score in zip(words, words[1:], words[2:], strict=False):
        if (
            _NAME.fullmatch(name.text)
            and _POINTS.fullmatch(weight.text)
            and _POINTS.fullmatch(score.text)
            and Decimal(score.text) <= Decimal(weight.text)
        ):
            yield _Weighed(name, weight, score)


def _slots(ribbon: Ribbon, above: _Weighed, row: _Weighed) -> Slots:
    words = {"level1": above.name, "level2": row.name, "level3": row.name, "weight": row.weight, "score": row.score}
    cells = {name: ribbon.cell(word.start, word.end) for name, word in words.items() if word}
    return Slots(cells, SUMMED, cells["level3"].place)
