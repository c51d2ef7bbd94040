"""Who reports on what, where no form says so: from the title, the publisher, or words on what was evaluated."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from typing import Final

from jixiao.forms.notes import Notes
from jixiao.forms.prose_units import SPOKEN, unit_spoken_for
from jixiao.forms.titles import TITLED, WHOLE, Named, read_title
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
_CARRIED_OUT: Final = re.compile(
    r"(?:完成|开展|组织|做好|对)了?(?:(?:19|20)\d\d年度?)?(?P<name>[^,。;:、]{4,40}?)(?:项目)?(?:支出)?绩效(?:自评|评价)(?:工作|情况)",
    re.ASCII,
)
# 关于“…”, and what is published of it in the next line.
_NAMED: Final = re.compile(r"关于[“\"《](?P<name>[^“”\"《》]{4,60})[”\"》]$")
_COVER: Final = re.compile(
    r"(?:项目单位|实施单位|被评价单位|填报单位|预算单位)[:：](?P<unit>[\u4e00-\u9fff]{3,24}?(?:局|厅|委员会|办公室|院|馆|中心|镇|乡|街道|学校|大学))"
    r"(?=$|[^\u4e00-\u9fff]|委托|评价|主管|项目|填报)"
)
# The title of a file, as sharing sites print it above its text.
_FILE: Final = re.compile(r"《(?P<title>[^《》]{6,80}\.(?:docx?|xlsx?|pdf|wps))》")
_PLACE_FIRST: Final = re.compile(
    r"(?P<unit>[\u4e00-\u9fff]{2,8}?(?:自治县|[省市县区州旗]))(?=(?:19|20)\d\d年)", re.ASCII
)
# 某省省级…: the place says no more than the level.
_LEVEL_FIRST: Final = re.compile(r"[\u4e00-\u9fff]{1,6}([省市县区州])(?=\1级)")
_OWN: Final = re.compile(r"^.{0,24}?(?:19|20)\d\d年度?", re.ASCII)
_REGION: Final = "自治区"
_PLACES: Final = (*"县市区省州旗", _REGION)
_SHORT: Final = 3
_LONG: Final = 4
_FIRST: Final = 40
_SHORTEST: Final = 4
_NO_NAME: Final = (
    "我",
    "本",
    "各",
    "全",
    "上述",
    "该",
    "部门整体",
    "部门单位整体",
    "部门(单位)整体",
    "部门（单位）整体",
    "项目支出",
    "财政支出",
    "预算",
)


def named_by_prose(project: Project, paragraphs: Sequence[Paragraph], notes: Notes, *, form: bool) -> Project:
    """The project with the name, department and unit that its form leaves out and the prose gives.

    form: there is a form; one for a whole department has no name of a project.
    """
    for named in _names(paragraphs):
        if getattr(project, named.field) is None and not (form and WHOLE.match(named.value)):
            notes.source(f"project.{named.field}", named.place, named.raw, TITLED)
            value = _whole(named.value, paragraphs) if named.field == "unit" else _without_place(named.value)
            project = _named(project, named.field, value)
    spoken = unit_spoken_for(paragraphs, report=not form) if project.unit is None else None
    if spoken is not None:
        notes.source("project.unit", spoken.place, spoken.raw, SPOKEN)
        project = replace(project, unit=spoken.value)
    return project


def _without_place(name: str) -> str:
    """The name of a project without the place that a title puts before it."""
    place = _PLACE_FIRST.match(name)
    name = name[place.end() :] if place else name
    level = _LEVEL_FIRST.match(name)
    return name[level.end() :] if level else name


def _named(project: Project, field: str, value: str) -> Project:
    if field == "name":
        return replace(project, name=value)
    return replace(project, department=value) if field == "department" else replace(project, unit=value)


def _names(paragraphs: Sequence[Paragraph]) -> Iterator[Named]:
    yield from read_title(paragraphs)
    first = list(islice(paragraphs, _FIRST))
    files = ((match["title"], one.line) for one in first for match in _FILE.finditer(one.text))
    yield from read_title(Paragraph(*title) for title in files)
    yield from read_title(
        Paragraph(above.text.strip() + below.text.strip(), above.line)
        for above, below in pairwise(first)
        if _KIND_ALONE.fullmatch(narrow(below.text))
    )
    yield from _said(first, _NAMED, "name")
    yield from _said(first, _EVALUATED, "name")
    yield from _said(first, _CARRIED_OUT, "name")
    yield from _said(first, _COVER, "unit")
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
    texts = [narrow(one.text) for one in paragraphs]
    published = (match["unit"] for text in texts for match in _PUBLISHER.finditer(text))
    longer = next((one for one in published if one.endswith(unit)), unit)
    if longer != unit or not unit.startswith(_PLACES):
        return longer
    pattern = re.compile(rf"[\u4e00-\u9fff]{{2,{_LONG if unit.startswith(_REGION) else _SHORT}}}{re.escape(unit)}")
    return next((match[0] for text in texts for match in pattern.finditer(text)), unit)
