"""FM01: headings count without gap or repetition."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Edit, Fault, check, document
from jixiao.checks.numbering import Numbered, numbered, renumbered
from jixiao.checks.prose import WHOLE
from jixiao.checks.samples import a_report, a_section
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding

# The text points at a part by its number.
_REFERENCE: Final = re.compile(
    r"第[一二三四五六七八九十]{1,3}(?:部分|章|节)|[见如]本?(?:文|报告)?[（(]?[一二三四五六七八九十]{1,3}[）)、]"
)


@check("FM01", on=document, at="sections", severity=WARNING, basis=["gbt-9704-2012"])
def heading_numbers_skip_or_repeat(d: Evaluation) -> Answer:
    """标题序号重复或跳号

    为什么要查：序号乱了，引用“第四部分”就不知道指哪一部分；多半是自动编号在转换时丢了。
    怎么改：按层次从一开始重排。
    不适用于：没有编号标题的文件。目录、各章重新从一数起的，从那里另算。
        网页、文本里开头的几个标题没有读到的，从读到的第一个数起。
    """
    headings = [one for one in numbered(d) if one.level in (1, 2)]
    if not headings:
        return NOT_APPLICABLE
    faults, last = [], {1: 0, 2: 0}
    for at, heading in enumerate(headings):
        if _starts_anew(headings, at):
            last[heading.level] = 0
        if last[heading.level] == 0 and heading.value > 1 and not _is_whole(d):
            last[heading.level] = heading.value
            continue
        wanted = last[heading.level] + 1
        if heading.value != wanted:
            facts = {"printed": d.sections[heading.section].heading.strip(), "wanted": str(wanted)}
            faults.append(Fault(f"sections[{heading.section}].heading", facts=facts))
        # One gap is one fault: what follows a jump upwards is counted on from it.
        last[heading.level] = max(wanted, heading.value)
        if heading.level == 1:
            last[2] = 0
    return faults


def _is_whole(d: Evaluation) -> bool:
    """Whether the text comes from a file that keeps its paragraphs; of others the first headings may be lost."""
    return d.layout is None or d.layout.format in WHOLE


def _starts_anew(headings: list[Numbered], at: int) -> bool:
    """Whether the headings of a level count from one again, as after a table of contents or in each chapter."""
    own = headings[at]
    after = next((one for one in islice(headings, at + 1, None) if one.level <= own.level), None)
    return own.value == 1 and after is not None and (after.level, after.value) == (own.level, 2)


@dataclass(slots=True)
class _Row:
    """Headings of one level under one heading: the numbered ones; sure: whether all are numbered."""

    level: int
    headings: list[Numbered] = field(default_factory=list)
    sure: bool = True


def _rows(d: Evaluation) -> Iterator[_Row]:
    """The rows of headings that count from one: the whole of level 1, those of level 2 under each of level 1."""
    by_section = {one.section: one for one in numbered(d)}
    upper, lower = _Row(1), _Row(2)
    for at, section in enumerate(d.sections):
        if section.level == 1:
            yield lower
            lower = _Row(2)
        if section.level in (1, 2):
            row = upper if section.level == 1 else lower
            if at in by_section:
                row.headings.append(by_section[at])
            else:
                row.sure = False
    yield from (lower, upper)


def _renumbered(d: Evaluation, finding: Finding) -> Sequence[Edit]:
    """Counts the row of headings anew; not where a contents list repeats it, or the text points at a number."""
    row = next((row for row in _rows(d) if any(_field(one) == finding.field for one in row.headings)), None)
    if row is None or not row.sure or sum(one.value == 1 for one in row.headings) > 1:
        return ()
    titles = [section.title for section in d.sections if section.level == row.level]
    pointing = any(_REFERENCE.search(section.text) for section in d.sections)
    if pointing or (row.level == 1 and len(set(titles)) < len(titles)):
        return ()
    edits = []
    for wanted, one in enumerate(row.headings, 1):
        place, heading = d.place(_field(one)), d.sections[one.section].heading
        if place is not None and one.value != wanted:
            edits.append(
                Edit(_field(one), place, heading, renumbered(one.printed, wanted) + heading[len(one.printed) :])
            )
    return edits


def _field(one: Numbered) -> str:
    return f"sections[{one.section}].heading"


SAYS = "“{printed}”按顺序应是第 {wanted}。"


def _titles(*numbers: str) -> Evaluation:
    return a_report(*(a_section(number, "某一部分", level=2 if number[0] in "（(" else 1) for number in numbers))


REPAIR = _renumbered
FIRES = {
    "四用了两次": _titles("一、", "二、", "三、", "四、", "四、"),
    "跳了（二）": _titles("一、", "（一）", "（三）"),
}
SILENT = {
    "目录以后重新数": _titles("一、", "二、", "三、", "一、", "二、", "三、"),
    "连续": _titles("一、", "（一）", "（二）", "二、", "（一）"),
}
APART = {"没有编号": a_report()}
