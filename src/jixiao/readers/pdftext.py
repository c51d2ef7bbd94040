"""Runs of text of a PDF → lines and paragraphs. Lengths are hundredths of a point, y runs down."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from jixiao.readers.pdfanchors import Box, Stretch
from jixiao.readers.pdfpage import Run

# Fonts of WPS and Word put radicals for characters: those of Kangxi by NFKC, the simplified ones by this list.
_SIMPLIFIED: Final = dict(
    zip(
        "⺌⺝⺠⺬⺮⻁⻄⻅⻆⻉⻋⻌⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "小月民示竹虎西见角贝车辶长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
        strict=True,
    )
)
_middle: Final = attrgetter("middle")
_left: Final = attrgetter("left")
_RADICAL: Final = re.compile("[⺀-⿕]")
_NUMBERED: Final = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
_PAGE_NUMBER: Final = re.compile(r"[-—–·\s]*(?:\d{1,4}|第\s*\d+\s*页.{0,12}|\d+\s*/\s*\d+)[-—–·\s]*")
# Right edges within 10 pt are one; three lines of more than 15 characters make a column of text.
_COLUMN: Final = 1_000
_FULL_LINES: Final = 3
_WIDE: Final = 15


class Line(NamedTuple):
    """A printed line, the box around it, the size of its type (the width of a Chinese character, else 0), its page."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    size: int
    page: int = 0

    @property
    def box(self) -> Box:
        """The box around it, on its page."""
        return Box(self.page, self.left, self.top, self.right, self.bottom)


def lines_of(runs: Iterable[Run]) -> list[Line]:
    """The lines that runs stand on, from top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=_middle):
        if rows and _is_level(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_line(sorted(row, key=_left)) for row in rows]


def paragraphs_of(lines: Sequence[Line], right: int) -> Iterator[tuple[str, list[Stretch]]]:
    """The lines joined to paragraphs, each with its lines. right: the right edge of the text column.

    A paragraph ends where a line stops short of that edge, or the next one is numbered, indented or set apart.
    """
    em = Counter(line.size or line.bottom - line.top for line in lines).most_common(1)[0][0] or 1
    left = min(line.left for line in lines)
    pitch = _apart(lines, em)
    text = ""
    stretches: list[Stretch] = []
    before: Line | None = None
    for line in lines:
        if before is not None and (
            before.right < right - 2 * em
            or line.left > left + em
            or line.top - before.top > pitch
            or (line.size and before.size and abs(line.size - before.size) * 4 > em)
            or _NUMBERED.match(line.text)
        ):
            yield text, stretches
            text, stretches = "", []
        text += _gap(text[-1:], line.text[:1])
        stretches.append(Stretch(len(text), line.text, line.box))
        text += line.text
        before = line
    yield text, stretches


def right_edge(lines: Sequence[Line]) -> int:
    """Where lines are broken: the edge that most lines reach, if at least three do; else beyond all of them."""
    edges = Counter(line.right // _COLUMN for line in lines if line.right - line.left > _WIDE * line.size)
    reached = [(count, edge) for edge, count in edges.items() if count >= _FULL_LINES]
    return max(reached)[1] * _COLUMN if reached else max((line.right for line in lines), default=0) * 2


def is_page_number(line: Line) -> bool:
    """Whether a line says nothing but which page it is on."""
    return _PAGE_NUMBER.fullmatch(line.text) is not None


def _apart(lines: Sequence[Line], em: int) -> int:
    """From which distance on, top to top, a line is set apart from the one before: half as much again as usual."""
    steps = Counter((line.top - before.top) // em for before, line in pairwise(lines) if line.top > before.top)
    return (steps.most_common(1)[0][0] + 1) * em * 3 // 2 if steps else 0


def _is_level(first: Run, run: Run) -> bool:
    height = max(first.bottom - first.top, run.bottom - run.top)
    return run.middle - first.middle < height // 2 and run.middle < first.bottom


def _line(row: Sequence[Run]) -> Line:
    top, bottom = min(run.top for run in row), max(run.bottom for run in row)
    em = max(run.bottom - run.top for run in row)
    text = row[0].text
    for before, run in pairwise(row):
        space = run.left - before.right
        if space > 2 * em:
            text += "\t"
        elif space * 4 > em * 3 or (space * 6 > em and run.text[0].isascii() and before.text[-1].isascii()):
            text += " "
        text += run.text
    right, size = max(run.right for run in row), max(run.size for run in row)
    return Line(_unified(text), row[0].left, top, right, bottom, size)


def _gap(before: str, after: str) -> str:
    return " " if before.isascii() and before.isalpha() and after.isascii() and after.isalpha() else ""


def _unified(text: str) -> str:
    """Radicals as the characters that they stand for."""
    return _RADICAL.sub(lambda match: _SIMPLIFIED.get(match[0]) or unicodedata.normalize("NFKC", match[0]), text)
