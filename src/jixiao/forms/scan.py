"""Where the printed labels stand on a ribbon."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from jixiao.forms.labels import names
from jixiao.forms.ribbon import Gap, Ribbon

# What a label may hold or be followed by without being another: 全年预算数（A）, 转移支付（项目）名称.
_DROPPED: Final = re.compile(r"\([^()]{0,14}\)|[:,.;、。·★*/—_-]+|(?<=[\u4e00-\u9fff\)])[AB](?![A-Za-z0-9])")
# What stands after a label and still belongs to it.
_TAIL: Final = re.compile(r"(?:\([^()]{0,24}\)|[:;：])+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A label on the ribbon: the field of its block, and the characters that it covers with its brackets and colon.

    whole: it begins and ends where a cell, line or word does.
    """

    block: str
    field: str
    start: int
    end: int
    whole: bool


# 项目 before a label belongs to it after the name of an office, and to the name of a project otherwise.
_PROJECT: Final = "项目"
_OFFICES: Final = "局委厅院府心镇乡校部处科会司馆站所办道区县市"


# Labels are looked up by so many of their first characters.
_START: Final = 2
_STEM: Final = 3
_REACH: Final = 16


# A label without marks, and what it means: block and field.
_Label = tuple[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class _Labels:
    """The labels of some blocks.

    opening: matches a character that one begins with. by_start: by their first two characters or their only one, with
    the shorter that begin so too, longest first.
    """

    known: frozenset[str]
    opening: re.Pattern[str]
    by_start: Mapping[str, list[_Label]]

    def candidates(self, skeleton: str) -> Iterator[tuple[int, list[_Label]]]:
        """Each place where labels may begin, and these."""
        for match in self.opening.finditer(skeleton):
            at = match.start()
            found = self.by_start.get(skeleton[at : at + _START]) or self.by_start.get(match[0])
            if found:
                yield at, found


def scan(ribbon: Ribbon, blocks: Iterable[str]) -> list[Hit]:
    """The labels of some blocks of labels.toml in order; of those that overlap the first, of these the longest."""
    skeleton, origin = _skeleton(ribbon.text)
    labels = _labels(tuple(blocks))
    hits: list[Hit] = []
    free = 0
    for at, candidates in labels.candidates(skeleton):
        if at < free:
            continue
        begins = (one for one in candidates if skeleton.startswith(one[0], at))
        found = next((one for one in begins if _holds(ribbon, origin, at, one, labels.known)), None)
        if found is None:
            continue
        label, meanings = found
        start, last = origin[at], origin[at + len(label) - 1] + 1
        tail = _TAIL.match(ribbon.text, last)
        end = tail.end() if tail else last
        whole = _opens(ribbon, start) and (end > last or _closes(ribbon, end))
        hits += (Hit(block, field, start, end, whole) for block, field in meanings)
        free = at + len(label)
    return hits


def _holds(ribbon: Ribbon, origin: Sequence[int], at: int, label: _Label, known: frozenset[str]) -> bool:
    """Whether a label that runs over a gap is one, and not the end of one cell and the label in the next.

    It is two where another label begins at the gap, unless what stands before it begins a cell and is no label itself.
    """
    text = label[0]
    if text.startswith(_PROJECT) and not _opens(ribbon, origin[at]) and text.removeprefix(_PROJECT) in known:
        return ribbon.text[origin[at] - 1] in _OFFICES
    if _is_twofold(text) and not _repeats(ribbon, origin[at], text):
        return False
    for part in range(1, len(text)):
        parted = ribbon.gaps[origin[at + part]] > Gap.NONE or origin[at + part] - origin[at + part - 1] > 1
        if parted and text[part:] in known:
            return _opens(ribbon, origin[at]) and text[:part] not in known
    return True


def _is_twofold(text: str) -> bool:
    """Whether a label of the fund block is two labels of it, one after the other: 执行率得分."""
    funds = names("funds")
    return text in funds and any(text[:part] in funds and text[part:] in funds for part in range(1, len(text)))


def _repeats(ribbon: Ribbon, start: int, text: str) -> bool:
    """Whether the first of them stands before already, so that the second is told apart by it: 执行率 | 执行率得分."""
    return text[:_STEM] in ribbon.text[max(0, start - _REACH) : start]


def _opens(ribbon: Ribbon, start: int) -> bool:
    return ribbon.gaps[start] > Gap.NONE or not ribbon.text[start - 1].isalnum()


def _closes(ribbon: Ribbon, end: int) -> bool:
    return end >= len(ribbon.text) or ribbon.gaps[end] > Gap.NONE


def _skeleton(text: str) -> tuple[str, Sequence[int]]:
    """The text without what labels are compared without, and where each character stood."""
    kept: list[str] = []
    origin = array("L")
    at = 0
    for start, end in (*(match.span() for match in _DROPPED.finditer(text)), (len(text), len(text))):
        kept.append(text[at:start])
        origin.extend(range(at, start))
        at = end
    return "".join(kept), origin


@cache
def _labels(blocks: tuple[str, ...]) -> _Labels:
    meanings: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for block in blocks:
        for label, field in names(block).items():
            meanings[label].append((block, field))
    starts = {label[:_START] for label in meanings}
    longest = sorted(meanings.items(), key=lambda one: len(one[0]), reverse=True)
    by_start = {start: [one for one in longest if start.startswith(one[0][:_START])] for start in starts}
    opening = re.compile(f"[{re.escape(''.join(start[0] for start in starts))}]")
    return _Labels(frozenset(meanings), opening, by_start)
