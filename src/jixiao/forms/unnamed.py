"""Labels of columns whose name is not known: by how they are put together, or with one character misread."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from jixiao.forms.labels import names, spoken

# A label without marks, and what it means: block and field.
Label = tuple[str, list[tuple[str, str]]]
_Found = tuple[int, str, tuple[str, str]]
# Labels of so many characters are known with one of them misread.
_MISREAD: Final = range(5, 9)
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_HEADED: Final = ("indicators", "funds", "fund_rows", "goals")


def unnamed(skeleton: str, blocks: Iterable[str], windows: Iterable[tuple[int, int]]) -> Mapping[int, Label]:
    """Where such labels begin within some windows of a text; the longest at each place."""
    found: dict[int, Label] = {}
    asked = tuple(block for block in blocks if spoken(block))
    for start, end in windows:
        for at, text, meaning in (*_spoken(skeleton, asked, start, end), *_misread(skeleton, asked, start, end)):
            label, meanings = found.get(at, ("", []))
            if len(text) > len(label):
                found[at] = (text, [meaning])
            elif text == label and meaning not in meanings:
                meanings.append(meaning)
    return found


def _spoken(skeleton: str, blocks: Iterable[str], start: int, end: int) -> Iterator[_Found]:
    for block in blocks:
        for field, pattern in spoken(block):
            yield from ((match.start(), match[1], (block, field)) for match in pattern.finditer(skeleton, start, end))


def _misread(skeleton: str, blocks: tuple[str, ...], first: int, last: int) -> Iterator[_Found]:
    """Where a label of a header stands with one character that no label holds: 年初预匏数."""
    known, labels = _alphabet(), _with_a_hole(blocks)
    since = first
    for at in (at for at in range(first, last) if skeleton[at] not in known):
        # Around it, as far as characters are those of labels, stands what may be one.
        ahead = skeleton[at + 1 : at + _MISREAD.stop - 1]
        until = at + 1 + next((far for far, sign in enumerate(ahead) if sign not in known), len(ahead))
        if until - since >= _MISREAD.start and _HAN.match(skeleton, at):
            for length in _MISREAD:
                for start in range(max(since, at - length + 1), min(at, until - length) + 1):
                    text = skeleton[start : start + length]
                    meanings = labels.get((text[: at - start], text[at - start + 1 :]), ())
                    yield from ((start, text, meaning) for meaning in meanings)
        since = at + 1


@cache
def _with_a_hole(blocks: tuple[str, ...]) -> Mapping[tuple[str, str], Sequence[tuple[str, str]]]:
    """What stands before and behind a character of a label → what it means: the last label of each block."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for block in blocks:
        for label, field in names(block).items():
            for at in range(len(label) if len(label) in _MISREAD else 0):
                found[label[:at], label[at + 1 :]][block] = field
    return {parts: tuple(meanings.items()) for parts, meanings in found.items()}


@cache
def _alphabet() -> frozenset[str]:
    return frozenset("".join(label for block in _HEADED for label in names(block)))
