"""Who reports on what, where no form says so: from the title, the publisher, or words on what was evaluated."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from typing import Final

from jixiao.forms.notes import Notes
from jixiao.forms.titles import TITLED, Named, read_title
from jixiao.model.characters import narrow
from jixiao.model.evaluation import Project
from jixiao.model.layout import Paragraph
from jixiao.model.place import Place

_KIND_ALONE: Final = re.compile(r"(?:项目|财政)?(?:支出)?(?:部门|重点)?(?:绩效)?(?:自评|评价|自评价)(?:工作)?报告")
_PUBLISHER: Final = re.compile(
    r"(?:发布机构|发布单位|公开单位|信息来源|来源)[:：|\]\s]*(?P<unit>[\u4e00-\u9fff]{3,24}?(?:局|厅|委|办|室|院|馆|中心|[镇乡县区市]|街道|法院|校|学院?|会|部|站|所|队))"
    r"(?=$|[^\u4e00-\u9fff]|公开|发布|主题|文号|成文|索引)"
)
_EVALUATED: Final = re.compile(
    r"对(?P<name>[^,。;:]{4,60}?)(?:的)?(?:支出|使用|管理|资金|实施|绩效|完成|情况|效果)*(?:认真|全面)?(?:进行|开展)了?(?:全面|认真)?(?:的)?(?:绩效)?(?:自评|评价|自我评价)"
)
_OWN: Final = re.compile(r"^.{0,24}?(?:19|20)\d\d年度?", re.ASCII)
_PLACE: Final = "县市区省州旗"
_FIRST: Final = 40
_SHORTEST: Final = 4
_NO_NAME: Final = ("我", "本", "各", "全", "上述", "该", "部门整体", "项目支出", "财政支出", "预算")


def named_by_prose(project: Project, paragraphs: Sequence[Paragraph], notes: Notes) -> Project:
    """The project with the name, department and unit that its form leaves out and the prose gives."""
    for named in _names(paragraphs):
        if getattr(project, named.field) is None:
            notes.source(f"project.{named.field}", named.place, named.raw, TITLED)
            value = _whole(named.value, paragraphs) if named.field == "unit" else named.value
            project = _named(project, named.field, value)
    return project


def _named(project: Project, field: str, value: str) -> Project:
    if field == "name":
        return replace(project, name=value)
    return replace(project, department=value) if field == "department" else replace(project, unit=value)


def _names(paragraphs: Sequence[Paragraph]) -> Iterator[Named]:
    yield from read_title(paragraphs)
    first = list(islice(paragraphs, _FIRST))
    yield from read_title(
        Paragraph(above.text.strip() + below.text.strip(), above.line)
        for above, below in pairwise(first)
        if _KIND_ALONE.fullmatch(narrow(below.text))
    )
    yield from _said(first, _EVALUATED, "name")
    yield from _said(first, _PUBLISHER, "unit")


def _said(paragraphs: Sequence[Paragraph], pattern: re.Pattern[str], field: str) -> Iterator[Named]:
    for paragraph in paragraphs:
        text = narrow(paragraph.text) if field == "name" else paragraph.text
        for match in pattern.finditer(text):
            value = _OWN.sub("", match[field]) if field == "name" else match[field]
            if len(value) >= _SHORTEST and not value.startswith(_NO_NAME):
                yield Named(field, value, Place(line=paragraph.line), match[0])


def _whole(unit: str, paragraphs: Sequence[Paragraph]) -> str:
    """A unit with the name of its place, where a title left that out (县司法局) and the text prints it."""
    if unit[0] not in _PLACE:
        return unit
    pattern = re.compile(rf"[\u4e00-\u9fff]{{2,3}}{re.escape(unit)}")
    hits = (match[0] for one in paragraphs for match in pattern.finditer(narrow(one.text)))
    return next(hits, unit)
