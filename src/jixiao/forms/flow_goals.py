"""The goals of a form on a ribbon: one text, or what was expected and what became of it side by side."""

import re
from collections.abc import Container, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import Final

from jixiao.forms.flow_headers import headers_of
from jixiao.forms.found import FoundForm, Slots
from jixiao.forms.marks import Mark
from jixiao.forms.ribbon import Gap, Ribbon

Span = tuple[int, int]

_SURE: Final = Decimal("0.92")
_GUESSED: Final = Decimal("0.75")
_FIRST: Final = re.compile(r"(?:目标)?[1一][:.、)]")
_ITEM: Final = re.compile(r"(?:目标)?(?<![\d.])(\d{1,2})[:.、)](?!\d)", re.ASCII)
# Two texts that begin alike, or the second of which ends the first, are a goal and its outcome.
_ALIKE: Final = 4
_TAIL: Final = 8
_SHORT: Final = 2
# Between two labels of goals that follow each other.
_NEAR: Final = 4
# What is left of the number before the next label.
_NUMBERING: Final = re.compile(r"(?<![\d.])\d{1,2}[.、]$", re.ASCII)


def read_goal_lines(form: FoundForm, ribbon: Ribbon, marks: Sequence[Mark], until: int) -> None:
    """Add the goal above `until`, if there is one."""
    scope = next((mark for mark in marks if mark.means("goal_scopes")), None)
    form.scope = scope.meanings["goal_scopes"] if scope else "annual"
    funds = {run[0].start for run in headers_of(ribbon, marks, "funds")}
    runs = list(headers_of(ribbon, marks, "goals"))
    for run, after in zip_longest(runs, runs[1:]):
        fields = {mark.meanings["goals"] for mark in run}
        end = next((mark.start for mark in marks if mark.start >= run[-1].end and _ends(mark, funds)), until)
        if end - run[-1].end < _SHORT:
            continue
        if fields == {"expected", "achieved"}:
            form.headers["goals"] = [ribbon.cell(mark.start, mark.end) for mark in run]
            _add_pair(form, ribbon, run[-1].end, end)
            return
        if fields == {"expected"} and run[-1].whole:
            form.headers["goals"] = [ribbon.cell(run[-1].start, run[-1].end)]
            if any(run[-1].end <= mark.start <= run[-1].end + _NEAR and _is_goal(mark) for mark in marks):
                form.left.append(ribbon.cell(run[-1].end, end))  # labels of goals with their values behind them all
                return
            form.goals.append(_beside(ribbon, run[-1].end, end, after))
            return


def _is_goal(mark: Mark) -> bool:
    return mark.means("goals", "expected") or mark.means("goal_scopes")


def _ends(mark: Mark, funds: Container[int]) -> bool:
    ends = any(mark.means(block) for block in ("blocks", "indicators", "stops"))
    return mark.start in funds or (mark.whole and ends and not mark.means("goals"))


def _beside(ribbon: Ribbon, start: int, end: int, after: Sequence[Mark] | None) -> Slots:
    """The goal behind its label, and the outcome behind that of its own, if there is one before the end."""
    cells = {"expected": (start, end)}
    if after and after[0].whole and after[0].means("goals", "achieved") and start < after[0].start < after[0].end < end:
        cells = {"expected": (start, after[0].start), "achieved": (after[0].end, end)}
    texts = {name: ribbon.cell(*span) for name, span in cells.items()}
    return Slots(texts, _SURE, texts["expected"].place)


def _add_pair(form: FoundForm, ribbon: Ribbon, start: int, end: int) -> None:
    """Add a goal and its outcome; where one does not end surely, both are left over."""
    number = _NUMBERING.search(ribbon.text[start:end])
    if number is not None and number.start():
        end = start + number.start()
    pieces = _pieces(ribbon, start, end)
    split = _split(ribbon, pieces)
    if split is None or not _alike(ribbon.text[start:split], ribbon.text[split:end]):
        form.left.append(ribbon.cell(start, end))
        return
    sure = _SURE if len(pieces) == _SHORT else _GUESSED
    expected, achieved = ribbon.cell(start, split), ribbon.cell(split, end)
    form.goals.append(Slots({"expected": expected, "achieved": achieved}, sure, expected.place))


def _alike(expected: str, achieved: str) -> bool:
    """Whether neither text holds a number of the other's list twice, as where their lines stand by turns."""
    return all(len(set(found)) == len(found) for found in (_ITEM.findall(expected), _ITEM.findall(achieved)))


def _pieces(ribbon: Ribbon, start: int, end: int) -> list[Span]:
    """The lines or cells of a stretch; its words where it has no lines."""
    for gap in (Gap.LINE, Gap.SPACE):
        cuts = [at for at in range(start + 1, end) if ribbon.gaps[at] >= gap]
        if cuts:
            return list(zip([start, *cuts], [*cuts, end], strict=True))
    return [(start, end)]


def _split(ribbon: Ribbon, pieces: Sequence[Span]) -> int | None:
    """Where the outcome begins."""
    text = ribbon.text
    start, end = pieces[0][0], pieces[-1][1]
    if len(pieces) == _SHORT:
        return pieces[1][0]
    begins = [begin for begin, _ in pieces[1:]]
    again = [at for at in begins if _FIRST.match(text, at) and _FIRST.match(text, start)]
    alike = [at for at in begins if text[at : at + _ALIKE] == text[start : start + _ALIKE]]
    tails = [at for at in range(start + _TAIL, end - _TAIL) if text[start:at].endswith(text[at:end])]
    return next(iter([*again, *alike, *tails]), None)
