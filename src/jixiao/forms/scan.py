"""Where the printed labels stand on a ribbon."""

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from jixiao.forms.labels import names
from jixiao.forms.ribbon import Gap, Ribbon
from jixiao.forms.unnamed import Label, unnamed

# What a label may hold or be followed by without being another: 全年预算数（A）, 转移支付（项目）名称.
_DROPPED: Final = re.compile(r"\([^()]{0,14}\)|[:,.;、。·★*/—_-]+|(?<=[\u4e00-\u9fff\)])[AB](?![A-Za-z0-9])")
# What stands after a label and still belongs to it.
_TAIL: Final = re.compile(r"(?:\([^()]{0,24}\)|[:;：])+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A label on the ribbon: the field of its block, and the characters that it covers with its brackets and colon.

    whole: it begins and ends where a cell, line or word does. known: by its name, and not by how it is put together.
    """

    block: str
    field: str
    start: int
    end: int
    whole: bool
    known: bool = True


# 项目 before a label belongs to it after the name of an office, and to the name of a project otherwise.
_PROJECT: Final = "项目"
_OFFICES: Final = "局委厅院府心镇乡校部处科会司馆站所办道区县市"


# Labels are looked up by so many of their first characters.
_START: Final = 2
_STEM: Final = 3
_REACH: Final = 16


# Labels so near each other may be those of a header, with others between and around them.
_HEADED: Final = frozenset(("indicators", "funds"))
_AROUND: Final = 40

_NONE: Final[tuple[tuple[str, ...], list[Label]]] = ((), [])


@dataclass(frozen=True, slots=True)
class _Labels:
    """The labels of some blocks.

    opening: matches a character that one begins with. by_start: by their first two characters or their only one, with
    the shorter that begin so too, longest first: their texts, and they themselves.
    """

    known: frozenset[str]
    opening: re.Pattern[str]
    by_start: Mapping[str, tuple[tuple[str, ...], list[Label]]]

    def candidates(self, skeleton: str) -> Iterator[tuple[int, list[Label]]]:
        """Each place where labels begin, and these."""
        for match in self.opening.finditer(skeleton):
            at = match.start()
            texts, labels = self.by_start.get(skeleton[at : at + _START]) or self.by_start.get(match[0], _NONE)
            if skeleton.startswith(texts, at):
                yield at, [one for one in labels if skeleton.startswith(one[0], at)]


def scan(ribbon: Ribbon, blocks: Iterable[str]) -> list[Hit]:
    """The labels of some blocks of labels.toml in order; of those that overlap the first, of these the longest.

    Where labels of columns stand near each other, those whose name is not known are looked for too.
    """
    skeleton, origin = _skeleton(ribbon.text)
    labels = _labels(tuple(blocks))
    hits = list(_hits(ribbon, skeleton, origin, labels, {}))
    windows = list(_windows(hits, origin))
    others = unnamed(skeleton, blocks, windows) if windows else {}
    return list(_hits(ribbon, skeleton, origin, labels, others)) if others else hits


def _hits(
    ribbon: Ribbon, skeleton: str, origin: Sequence[int], labels: _Labels, others: Mapping[int, Label]
) -> Iterator[Hit]:
    free = 0
    places: Iterable[tuple[int, list[Label]]] = labels.candidates(skeleton)
    if others:
        named = dict(places)
        places = sorted((at, named.get(at, [])) for at in named.keys() | others.keys())
    for at, candidates in places:
        if at < free:
            continue
        found = next((one for one in candidates if _holds(ribbon, origin, at, one, labels.known)), None)
        other = others.get(at)
        longer = other is not None and (found is None or len(other[0]) > len(found[0]))
        known = not (longer and other is not None and _holds(ribbon, origin, at, other, labels.known))
        if not known:
            found = other
        if found is None:
            continue
        label, meanings = found
        if known and other is not None and other[0] == label and meanings[0][0] == "stops":
            meanings = [*meanings, *other[1]]  # 评价得分 is a label of the head, and one of a column
        start, last = origin[at], origin[at + len(label) - 1] + 1
        tail = _TAIL.match(ribbon.text, last)
        end = tail.end() if tail else last
        whole = _opens(ribbon, start) and (end > last or _closes(ribbon, end))
        yield from (Hit(block, field, start, end, whole, known) for block, field in meanings)
        free = at + len(label)


def _windows(hits: Iterable[Hit], origin: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of the skeleton around two or more labels of columns that stand near each other."""
    run: list[Hit] = []
    for hit in (*(one for one in hits if one.block in _HEADED), None):
        if hit is not None and run and hit.start - run[-1].end <= _AROUND:
            run.append(hit)
            continue
        if len({one.start for one in run}) > 1:
            first, last = (bisect_left(origin, at) for at in (run[0].start, run[-1].end))
            yield max(0, first - _AROUND), min(last + _AROUND, len(origin))
        run = [hit] if hit is not None else []


def _holds(ribbon: Ribbon, origin: Sequence[int], at: int, label: Label, known: frozenset[str]) -> bool:
    """Whether a label that runs over a gap is one, and not the end of one cell and the label in the next.

    It is two where another label begins at the gap, unless what stands before it begins a cell and is no label itself.
    """
    text = label[0]
    if text.startswith(_PROJECT) and not _opens(ribbon, origin[at]) and text.removeprefix(_PROJECT) in known:
        before = ribbon.text[max(0, origin[at] - len(_PROJECT)) : origin[at]]
        return before == _PROJECT or before[-1:] in tuple(_OFFICES)
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
    by_start = {}
    for start in starts:
        begin_so = [one for one in longest if start.startswith(one[0][:_START])]
        by_start[start] = (tuple(text for text, _ in begin_so), begin_so)
    opening = re.compile(f"[{re.escape(''.join(start[0] for start in starts))}]")
    return _Labels(frozenset(meanings), opening, by_start)
