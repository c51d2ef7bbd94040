"""Forms in text that lost its tables: found by their labels, their cells cut out again.

Text goes in as a ribbon. Labels say where a form and its blocks begin; what stands between is cut into the columns of
its header by the search.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from jixiao.forms.found import FoundForm
from jixiao.forms.marks import Header, Mark, headers_of, indicator_fields, is_indicator_run, marks_of
from jixiao.forms.part import Part
from jixiao.forms.ribbon import Gap, Ribbon

_TITLE: Final = re.compile(r"自评表|目标表|申报表|批复表|监控表|评分表|指标表|自评报告表|填报表")
_TITLE_REACH: Final = 160


def recover(ribbon: Ribbon) -> list[FoundForm]:
    """The forms of a ribbon, in order."""
    if not ribbon.text:
        return []
    marks = marks_of(ribbon)
    return [form for part in _parts(ribbon, marks) if (form := part.read()) is not None]


def _parts(ribbon: Ribbon, marks: list[Mark]) -> Iterator[Part]:
    """The stretches of a ribbon that may hold a form: from a name, or a header without one, to the next."""
    headers = [
        Header(tuple(run), indicator_fields(ribbon, run))
        for run in headers_of(ribbon, marks, "indicators")
        if is_indicator_run(run)
    ]
    names = [
        mark
        for mark in marks
        if mark.means("project", "name") and (mark.whole or ribbon.is_glued(ribbon.strip_of(mark.start)))
    ]
    starts: list[int] = []
    used = 0
    for header in headers:
        before = [name.start for name in names if used <= name.start < header.start]
        starts.append(before[-1] if before else header.start)
        used = header.end
    last = [name.start for name in names if name.start >= used]
    starts += last[:1]
    starts = [_with_title(ribbon, start, floor) for start, floor in zip(starts, [0, *starts], strict=False)]
    if not starts or starts[0] > 0:
        yield Part(ribbon, marks, 0, starts[0] if starts else len(ribbon.text), None)
    for start, end in pairwise([*starts, len(ribbon.text)]):
        inside = next((one for one in headers if start <= one.start < end), None)
        yield Part(ribbon, marks, start, end, inside)


def _with_title(ribbon: Ribbon, start: int, floor: int) -> int:
    titles = [match.start() for match in _TITLE.finditer(ribbon.text, max(floor, start - _TITLE_REACH), start)]
    at = titles[-1] if titles else start
    while at > floor and at > start - _TITLE_REACH and ribbon.gaps[at] < Gap.LINE:
        at -= 1
    return at if titles else start
