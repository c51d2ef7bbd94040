"""Where a run of text without cells may be cut."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from jixiao.forms.labels import words
from jixiao.forms.ribbon import Gap, Ribbon
from jixiao.forms.shapes import class_pattern

_SIGNS: Final = "≥≤≧≦⩾⩽><=═"
_RUN: Final = re.compile(r"\d[\d.,]*", re.ASCII)
_OPENING: Final = re.compile(
    rf"[{_SIGNS}]=?|不低于|不少于|不超过|大于等于|小于等于|等于|小于|大于|低于|超过|达到|其中|★|(?:指标|目标)\d{{1,2}}[:.、]?",
    re.ASCII,
)
# 一 between a number and words is a dash that was misread.
_DASH: Final = re.compile(r"(?<=\d)[一—―-](?=[^\d])", re.ASCII)
# The longest stretch that is one value, and how many cuts inside and after a stretch are tried.
_LONGEST: Final = 320
_TIGHT: Final = 12
_LOOSE: Final = 6
# A longer run of digits is a code, and no numbers that ran together.
_DIGITS: Final = 40
# A part that comes twice in a row is two cells; shorter ones are everywhere.
_TWICE: Final = range(2, 41)


class Cuts:
    """The places where a cell may end, between `start` and `end` of a ribbon."""

    def __init__(self, ribbon: Ribbon, start: int, end: int) -> None:
        text = ribbon.text
        self._text = text
        self._end = end
        self._loose = sorted({start, end, *(at for at in range(start, end) if ribbon.gaps[at] > Gap.NONE)})
        tight = {*self._loose, *_around_numbers(text, start, end), *_around_words(text, start, end)}
        self.all = sorted(tight | {twin for at in tight for twin in _twins(text, start, at)})
        # What is no number cannot end between two digits.
        self._outer = [
            at for at in self.all if at in (start, end) or not (text[at - 1].isdigit() and text[at].isdigit())
        ]

    def ends(self, start: int) -> Iterator[int]:
        """Ends of a cell that begins at `start`, nearest first."""
        limit = min(start + _LONGEST, self._end)
        sign = self._text[start]
        cuts = self.all if sign.isdigit() or sign in _SIGNS else self._outer
        first = bisect_right(cuts, start)
        near = cuts[first : first + _TIGHT]
        last = near[-1] if near else start
        at = bisect_right(self._loose, start)
        far = [end for end in self._loose[at : at + _LOOSE] if end > last]
        for end in (*near, *far):
            if end > limit:
                return
            yield end


def _around_numbers(text: str, start: int, end: int) -> Iterator[int]:
    """Before, within and after each number, and around the units beside it."""
    for match in _RUN.finditer(text, start, end):
        yield from match.span() if len(match[0]) > _DIGITS else range(match.start(), match.end() + 1)
        yield from _units_after(text, match.end(), end)
        yield from _units_before(text, match.start(), start)


def _around_words(text: str, start: int, end: int) -> Iterator[int]:
    """Before what opens a cell, and around classes and judgements."""
    yield from (match.start() for match in _OPENING.finditer(text, start, end))
    for pattern in (_DASH, class_pattern("level1"), class_pattern("level2"), _judgements()):
        for match in pattern.finditer(text, start, end):
            yield from match.span()


def _units_after(text: str, at: int, end: int) -> Iterator[int]:
    for length in range(1, 6):
        if at + length <= end and text[at : at + length] in words("units"):
            yield at + length
            for word in ("以上", "及以上", "以内", "以下"):
                if text.startswith(word, at + length):
                    yield at + length + len(word)


def _units_before(text: str, at: int, start: int) -> Iterator[int]:
    return (at - length for length in range(1, 5) if at - length > start and text[at - length : at] in words("units"))


def _twins(text: str, start: int, end: int) -> Iterator[int]:
    for length in _TWICE:
        if end - 2 * length < start:
            return
        if text[end - length : end] == text[end - 2 * length : end - length] and not text[end - length : end].isdigit():
            yield end - length
            yield end - 2 * length


def _judgements() -> re.Pattern[str]:
    return re.compile("|".join(sorted((word for word in words("judgements") if len(word) > 1), key=len, reverse=True)))
