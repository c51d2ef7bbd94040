"""What the title of a report says: who reports on which project, for which year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.model.layout import Paragraph
from jixiao.model.place import Place

_YEAR: Final = r"(?:19|20)\d\d\s?年(?:度)?"
_KIND: Final = (
    r"(?:支出|使用情况|管理使用)?(?:重点|部门|单位|项目支出|项目|财政)*(?:绩效)?(?:目标)?(?:完成情况)?"
    r"(?:(?:自评价?|评价|绩效)(?:工作)?(?:情况)?的?(?:总结)?报告|管理使用情况|使用管理情况"
    r"|目标完成情况表?|(?:自评|评价|评价指标|评价指标体系|目标|目标申报|目标自评|目标批复|目标填报|运行监控|目标执行监控)"
    r"(?:评分|得分|打分|复核|情况)?表?)"
)
_TITLE: Final = re.compile(rf"(?P<subject>.{{4,80}}?){_KIND}(?:\.\w+|[(（](?P<inner>[^()（）]{{4,40}})[)）]?)?$")
_UNIT: Final = re.compile(
    r"(?P<unit>[\u4e00-\u9fff]{2,30}?(?:局|厅|委员会|委|院|馆|办公室|办|中心|镇|乡|街道|法院|学校|大学|学院|集团|公司|总队|支队|站|所|协会|联合会|总工会|人民政府|部))"
    rf"(?=关于|{_YEAR})"
)
_QUOTED: Final = re.compile(r"[“《〈\"]([^”》〉\"]{4,60})[”》〉\"]")
_LINE: Final = re.compile(
    r"^(?P<label>项目名称|项目单位|项目主管部门|评价单位|预算单位|填报单位)\s*[:：]?\s{0,8}(?P<value>[^:：\s].{1,60}?)\s*$"
)
_FIELDS: Final = {"项目名称": "name", "项目主管部门": "department"}
# A heading, or words that name no project.
_GENERIC: Final = re.compile(
    r"[一二三四五六七八九十\d]+[、.]|[(（]|附件|项目支出|项目绩效|财政支出"
    r"|(?:部门|财政|预算|专项|项目|资金|支出|绩效|转移支付|单位|年度|本级|公开)+$"
)
# Behind the name of money or of a work, words that only say what the report is on.
_SAYS_NO_MORE: Final = re.compile(r"(?<=资金|益金|经费)(?:专项)?转移支付$|(?<=专项|工程)项目$|(?<=项目)资金$")
# What stands in the title of a form for a whole department, where others have the name of a project.
WHOLE: Final = re.compile("(?:部门[(（]?单位[)）]?|部门|单位)整体")
_DEPARTMENT: Final = re.compile(f"{WHOLE.pattern}(?:支出|绩效)?")
# How sure a name is that a title gives, among other words.
TITLED: Final = Decimal("0.75")
_MONEY: Final = ("资金", "经费", "费", "补助", "年", "年度", "支出", "单位")
# A title that its text follows in the same line.
_OPENED: Final = re.compile(r"[^。,，;；:：]{6,80}?报告(?=[一1](?:、|[.．]))")
_LONGEST: Final = 80
_FIRST: Final = 30
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A field of the project, its value and where that stands."""

    field: str
    value: str
    place: Place
    raw: str


def read_title(paragraphs: Iterable[Paragraph]) -> list[Named]:
    """Project and unit that the cover lines and the title of a report name; the first of each."""
    found: dict[str, Named] = {}
    for number, paragraph in enumerate(paragraphs):
        if number > _FIRST:
            break
        for named in (*_cover(paragraph), *_title(paragraph)):
            found.setdefault(named.field, named)
    return list(found.values())


def _cover(paragraph: Paragraph) -> list[Named]:
    match = _LINE.match(paragraph.text.strip())
    if match is None:
        return []
    if match["value"].startswith(("(", "（")):
        return []
    return [_named(_FIELDS.get(match["label"], "unit"), match["value"].strip(), paragraph)]


def _title(paragraph: Paragraph) -> list[Named]:
    text = "".join(paragraph.text.split())
    opened = _OPENED.match(text) if len(text) > _LONGEST else None
    match = _TITLE.match(opened[0] if opened else text)
    if match is None or "。" in match["subject"]:
        return []
    subject = match["subject"] + _project(match)
    unit = _UNIT.match(subject)
    found = []
    if unit:
        found.append(_named("unit", unit["unit"], paragraph))
        subject = subject[unit.end() :]
    quoted = _QUOTED.search(subject)
    name = quoted[1] if quoted else re.sub(rf"^(?:附[件表]\d*(?:-\d+)?[:：]?)?(?:关于)?(?:{_YEAR})?的?", "", subject)
    name = _SAYS_NO_MORE.sub("", re.sub(rf"{_YEAR}的?$", "", name))
    if match["inner"] and len(name) <= _SHORTEST:
        name = match["inner"]
    whole = _DEPARTMENT.search(match.string)
    if whole is not None:
        found.append(_named("name", whole[0], paragraph))
    elif len(name) > _SHORTEST and not _GENERIC.match(name):
        found.append(_named("name", name, paragraph))
    return found


def _project(match: re.Match[str]) -> str:
    """The word 项目 that ends the name of a project; behind money it only says what the report is on."""
    follows = match.string[match.end("subject") :].startswith("项目")
    return "项目" if follows and not match["subject"].endswith(_MONEY) else ""


def _named(field: str, value: str, paragraph: Paragraph) -> Named:
    return Named(field, value, Place(line=paragraph.line), paragraph.text)
