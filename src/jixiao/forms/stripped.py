"""Rows of text that lost its cells and all its digits.

Names can still be told by the classes above them and by how they end, values only where they are words.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from jixiao.forms.labels import words
from jixiao.forms.ribbon import Ribbon
from jixiao.forms.search import Row
from jixiao.forms.shapes import class_pattern

# How names of indicators end that are told apart by it, and what may not follow: 数 of 数据.
_ENDING: Final = re.compile(
    r"(?:人次|人数|户数|个数|次数|件数|场次|天数|数量|数(?![量据字码额目学])|率(?!先|领)|金额|程度|满意度|知晓度|面积|里程|长度|时间|时限|年限|造价"
    r"|能力|机制)(?=[\u4e00-\u9fff]{2}|$)|(?:比例|标准|成本|费用|控制|情况)$"
)
# What is left of a value without its digits, and other signs between cells.
_SIGNS: Final = r"[≥≤≧≦⩾⩽><=═%‰.,;:、。/—―─-]+"
_ORDINAL: Final = r"(?:指标|目标)(?=[:.、])"
# The word behind points that lost their number begins no name; 分配 and the like do.
_POINTS: Final = re.compile(r"分(?![配类级析布流管区开])|标(?=$)")
_QUESTION: Final = re.compile(r"是否|有无|能否")
# Words that end names which belong together: of a name, those that another name of the same class ends in too.
_SHARED: Final = 4
# Words that come so often are those of another column.
_OFTEN: Final = 3
_KINDS: Final = {"level1": "level1", "level2": "level2", "bare": "level2"}
_NAME: Final = range(3, 31)


def is_stripped(text: str) -> bool:
    """Whether a run of text lost its digits: it is long enough to have some."""
    return len(text) >= _NAME.stop and not any(sign.isdigit() for sign in text)


def stripped_rows(ribbon: Ribbon, start: int, end: int) -> Iterator[Row]:
    """The rows of a stretch: classes, names and values that are words. What is no name for certain is in no row."""
    text = ribbon.text
    level1 = level2 = None
    headed = False
    for kind, first, last in _tokens(text, start, end):
        if kind == "level1":
            level1, level2 = (first, last), None
        elif kind == "level2":
            level2 = (first, last)
        else:
            for row in _named(text, first, last, headed=headed):
                classes = {"level1": level1, "level2": level2}
                if text.count(text[slice(*row["level3"])], start, end) < _OFTEN:
                    yield {**{name: span for name, span in classes.items() if span}, **row}
        headed = kind != "run"


def _tokens(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Classes, and the runs of characters between them, brackets and leftovers of values."""
    at = start
    for match in _scanner().finditer(text, start, end):
        if match.start() > at:
            yield "run", at, match.start()
        at = match.end()
        kind = _KINDS.get(match.lastgroup or "")
        if kind:
            yield kind, *match.span(match.lastgroup or 0)
    if at < end:
        yield "run", at, end


def _named(text: str, start: int, end: int, *, headed: bool) -> Iterator[Row]:
    """The names of a run, each with the words that stand for its values where they are printed twice.

    headed: a class stands before it, so that its first words are a name however they end.
    """
    points = _POINTS.match(text, start, end)
    start = points.end() if points else start
    end -= text.endswith("分", start, end)
    value = _twin(text, start, end)
    stop = value[0] if value else end
    names = list(_apart(text, start, stop, headed=headed))
    for at, (begin, last) in enumerate(names):
        cut = _POINTS.match(text, begin, last)
        first = cut.end() if cut else begin
        if last - first not in _NAME or any(sign in text[first:last] for sign in ",。;"):
            continue
        values = value and at + 1 == len(names) and {"target": value[:2], "actual": value[1:]}
        yield {"level3": (first, last), **(values or {})}


def _apart(text: str, start: int, end: int, *, headed: bool) -> Iterator[tuple[int, int]]:
    """Names that ran together, cut behind what names end in; what follows the last ending is a name by a question."""
    ends = sorted({match.end() for match in _ENDING.finditer(text[:end], start)} | set(_shared(text, start, end)))
    at = start
    for stop in ends:
        if stop - at >= _NAME.start:
            yield at, stop
            at = stop
    if at < end and (_QUESTION.search(text, at, end) or (headed and not ends)):
        yield at, end


def _shared(text: str, start: int, end: int) -> Iterator[int]:
    """Where words end that come again and that the run ends in: …人均资助…人均资助."""
    run = text[start:end]
    for length in range(len(run) // 2, _SHARED - 1, -1):
        if run[:-length].count(run[-length:]):
            yield from (start + match.end() for match in re.finditer(re.escape(run[-length:]), run))
            return


def _twin(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Where a judgement is printed twice at the end of a run: 是是."""
    for length in range(1, (end - start) // 2):
        middle, first = end - length, end - 2 * length
        if text[first:middle] == text[middle:end] and text[middle:end] in words("judgements"):
            return first, middle, end
    return None


@cache
def _scanner() -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, words("units")), key=len, reverse=True))
    level1, level2 = class_pattern("level1").pattern, class_pattern("level2").pattern
    empty = r"(?:[(][^()]{0,60}[)])?"
    return re.compile(
        rf"(?P<level2>{level2}(?<=指标|目标)){empty}|(?P<level1>(?:{level1})(?<=指标|目标)){empty}"
        rf"|(?<=指标)(?P<bare>数量|质量|时效|成本)(?=[\u4e00-\u9fff]{{3}})"
        rf"|[(][^()]*[)]|{_ORDINAL}[:.、]|{_SIGNS}(?:{units})?(?:{units})?(?=$|[\u4e00-\u9fff])|(?P<unit>{units})(?P=unit)|定[性量]",
        re.ASCII,
    )
