"""Labels of columns whose name is not known: by how they are put together, or with one character misread."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from jixiao.forms.labels import names, spoken

# A label without marks, and what it means: block and field.
Label = tuple[str, list[tuple[str, str]]]
# Labels of so many characters are known with one of them misread.
_MISREAD: Final = range(5, 9)
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_HEADED: Final = ("indicators", "funds", "fund_rows", "goals")


def unnamed(skeleton: str, blocks: Iterable[str], windows: Iterable[tuple[int, int]]) -> Mapping[int, Label]:
    """Where such labels begin within some windows of a text; the longest at each place."""
    found: dict[int, Label] = {}
    blocks = [block for block in blocks if spoken(block)]
    for start, end in windows:
        for block in blocks:
            for at, text, field in (*_spoken(skeleton, block, start, end), *_misread(skeleton, block, start, end)):
                label, meanings = found.get(at, ("", []))
                if len(text) > len(label):
                    found[at] = (text, [(block, field)])
                elif text == label and (block, field) not in meanings:
                    meanings.append((block, field))
    return found


def _spoken(skeleton: str, block: str, start: int, end: int) -> Iterator[tuple[int, str, str]]:
    for field, pattern in spoken(block):
        yield from ((match.start(), match[1], field) for match in pattern.finditer(skeleton, start, end))


def _misread(skeleton: str, block: str, first: int, last: int) -> Iterator[tuple[int, str, str]]:
    """Where a label of a header stands with one character that no label holds: 年初预匏数."""
    known = _alphabet()
    for at in (at for at in range(first, last) if _HAN.match(skeleton, at) and skeleton[at] not in known):
        for length in _MISREAD:
            for start in range(max(first, at - length + 1), at + 1):
                text = skeleton[start : start + length]
                field = _with_a_hole(block).get((text[: at - start], text[at - start + 1 :]))
                if field is not None and len(text) == length:
                    yield start, text, field


@cache
def _with_a_hole(block: str) -> Mapping[tuple[str, str], str]:
    """What stands before and behind a character of a label → its field."""
    return {
        (label[:at], label[at + 1 :]): field
        for label, field in names(block).items()
        if len(label) in _MISREAD
        for at in range(len(label))
    }


@cache
def _alphabet() -> frozenset[str]:
    return frozenset("".join(label for block in _HEADED for label in names(block)))
