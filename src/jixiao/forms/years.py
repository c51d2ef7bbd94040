"""The fiscal year of a form: from its own title and head, else from the title of the document, else counted."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Final

from jixiao.forms.found import FoundForm
from jixiao.forms.notes import Notes
from jixiao.model.characters import narrow
from jixiao.model.layout import Layout, Table
from jixiao.model.place import Place

# 2020年度 says more than 2020年, so it is looked for first; a day says nothing of the year that is evaluated.
_YEARS: Final = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)年度", re.ASCII),
    re.compile(r"(?<!\d)((?:19|20)\d\d)年(?!\d{1,2}月)", re.ASCII),
    re.compile(r"(?<!\d)((?:19|20)\d\d)年", re.ASCII),
)
# A list of many projects is no form.
_REPORT: Final = re.compile(r"(?:绩效|评价|自评).{0,12}(?:报告|(?<!汇总)(?<!一览)(?<!统计)(?<!明细)(?<!分配)表)")
# How sure a year is that a title prints, and one that was counted.
TITLED: Final = Decimal("0.90")
COUNTED: Final = Decimal("0.88")
_FIRST: Final = 12
_LONGEST_TITLE: Final = 80

_Said = tuple[str, Place]


def read_year(layout: Layout, form: FoundForm | None, notes: Notes, *, alone: bool = True) -> int | None:
    """The year: the one that the title names, or the first of those that the document names most often.

    alone: no other form of the document may be meant; else rows without a head have the year that they name.
    """
    texts = [(narrow(text), place) for text, place in texts_of(layout)]
    year = _only(_heads(form), notes) if form else None
    if year is None and form is not None and not alone and not form.head and not form.title:
        return None
    if year is None:
        titles = [(text, place) for text, place in islice(texts, _FIRST) if _is_title(text)]
        year = _only(titles, notes)
    return year or _most(texts, notes)


def is_titled(layout: Layout) -> bool:
    """Whether one of the first lines is the title of a report or form."""
    return any(_is_title(narrow(text)) for text, _ in islice(texts_of(layout), _FIRST))


def _only(texts: Iterable[_Said], notes: Notes) -> int | None:
    """The year that titles name, if it is one."""
    texts = list(texts)
    for pattern in _YEARS[:2]:
        hits = [(match[1], place, match[0]) for text, place in texts for match in pattern.finditer(text)]
        if len({year for year, _, _ in hits}) == 1:
            year, place, raw = hits[0]
            notes.source("project.year", place, raw, TITLED)
            return int(year)
    return None


def _most(texts: Iterable[_Said], notes: Notes) -> int | None:
    texts = list(texts)
    for pattern in _YEARS:
        hits = [(match[1], place, match[0]) for text, place in texts for match in pattern.finditer(text)]
        if hits:
            year = Counter(year for year, _, _ in hits).most_common(1)[0][0]
            place, raw = next((place, raw) for hit, place, raw in hits if hit == year)
            notes.source("project.year", place, raw, COUNTED)
            return int(year)
    return None


def _heads(form: FoundForm) -> Iterator[_Said]:
    if form.titles:
        yield from ((narrow(cell.text), cell.place) for cell in form.titles)
    else:
        yield narrow(form.title), next((cell.place for cell in form.head.values()), Place())


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and "。" not in text and _REPORT.search(text) is not None


def texts_of(layout: Layout) -> Iterator[_Said]:
    """What a layout prints, cell by cell and paragraph by paragraph, with places."""
    for block in layout.blocks:
        if isinstance(block, Table):
            yield from ((cell.text, cell.place) for cell in block.cells)
        else:
            yield block.text, Place(line=block.line)
