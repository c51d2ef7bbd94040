"""Forms in text that lost its tables: found by their labels, their cells cut out again.

Text goes in as a ribbon. Labels say where a form and its blocks begin; what stands between is cut into the columns of
its header by the search.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import Final

from jixiao.forms.flow_headers import Header, headers_of, in_headers, indicator_fields, is_indicator_run
from jixiao.forms.found import FoundForm
from jixiao.forms.labels import names, spoken
from jixiao.forms.marks import Mark, marks_of
from jixiao.forms.part import Part
from jixiao.forms.ribbon import Gap, Ribbon

_TITLE: Final = re.compile(r"自评表|目标表|申报表|批复表|监控表|评分表|指标表|自评报告表|填报表")
_TITLE_REACH: Final = 160


def may_hold_indicators(ribbon: Ribbon) -> bool:
    """Whether the column that names the indicators is headed anywhere on a ribbon."""
    headings = (label for label, field in names("indicators").items() if field == "level3")
    patterns = (pattern for field, pattern in spoken("indicators") if field == "level3")
    return any(label in ribbon.text for label in headings) or any(pattern.search(ribbon.text) for pattern in patterns)


def recover(ribbon: Ribbon) -> list[FoundForm]:
    """The forms of a ribbon, in order."""
    if not ribbon.text:
        return []
    marks = in_headers(ribbon, marks_of(ribbon))
    return [form for part in _parts(ribbon, marks) if (form := part.read()) is not None]


def _parts(ribbon: Ribbon, marks: list[Mark]) -> Iterator[Part]:
    """The stretches of a ribbon that may hold a form: from a name, or a header without one, to the next."""
    headers = [
        Header(tuple(run), indicator_fields(ribbon, run))
        for run in headers_of(ribbon, marks, "indicators")
        if is_indicator_run(run)
    ]
    starts = _starts(ribbon, marks, headers)
    if not starts or starts[0] > 0:
        yield Part(ribbon, marks, 0, starts[0] if starts else len(ribbon.text), None)
    for (start, end), header in zip_longest(pairwise([*starts, len(ribbon.text)]), headers):
        yield Part(ribbon, marks, start, end, header)


def _starts(ribbon: Ribbon, marks: list[Mark], headers: list[Header]) -> list[int]:
    """Where the form of each header begins, and one more where a name stands below the last header."""
    heads = [mark for mark in marks if mark.means("project") and _is_label(ribbon, mark)]
    places = [mark.start for mark in heads]
    starts: list[int] = []
    used = 0
    for header in headers:
        above = heads[bisect_left(places, used) : bisect_left(places, header.start)]
        names = [mark.start for mark in above if mark.means("project", "name")]
        starts.append(names[-1] if names else above[0].start if above else header.start)
        used = header.end
    starts += [mark.start for mark in heads if mark.start >= used and mark.means("project", "name")][:1]
    return [_with_title(ribbon, start, floor) for start, floor in zip(starts, [0, *starts], strict=False)]


def _with_title(ribbon: Ribbon, start: int, floor: int) -> int:
    titles = [match.start() for match in _TITLE.finditer(ribbon.text, max(floor, start - _TITLE_REACH), start)]
    at = titles[-1] if titles else start
    while at > floor and at > start - _TITLE_REACH and ribbon.gaps[at] < Gap.LINE:
        at -= 1
    return at if titles else start


def _is_label(ribbon: Ribbon, mark: Mark) -> bool:
    """Whether a mark is a label of a form, and no word of a sentence."""
    return mark.whole or ribbon.gaps[mark.start] >= Gap.LINE or ribbon.is_glued(ribbon.strip_of(mark.start))
