"""Whose project it is, where neither form nor title says so: the office or place that the text speaks for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from jixiao.forms.titles import Named
from jixiao.model.characters import narrow
from jixiao.model.layout import Paragraph
from jixiao.model.place import Place

# How sure a unit is that the text only speaks for.
SPOKEN: Final = Decimal("0.60")
_OFFICE: Final = r"(?:委员会|办公室|局|厅|委|院|馆|中心|办)"
# 关于下达…的通知, and the office that it is sent to.
_ADDRESSED: Final = re.compile(
    rf"^(?P<unit>[\u4e00-\u9fff]{{2,12}}[省市县区州旗镇乡][\u4e00-\u9fff]{{2,12}}{_OFFICE}):$"
)
_NOTICE: Final = re.compile(r"关于(?:提前)?(?:下达|拨付|安排|分配).{2,60}通知")
_TITLE: Final = re.compile(
    r"[《〈]?(?:(?:19|20)\d\d年度?)?(?P<place>[\u4e00-\u9fff]{1,6}?(?:自治[区县州]|[省市县区州旗镇乡]))"
    r"(?=.{4,60}(?:报告|自评|评价|目标))",
    re.ASCII,
)
_PUBLISHER: Final = re.compile(
    rf"(?:发布机构|发布单位|公开单位)[:：|\s]*(?P<office>[\u4e00-\u9fff]{{1,8}}{_OFFICE})(?![\u4e00-\u9fff])"
)
_DATED: Final = re.compile(r"[《〈]?[\u4e00-\u9fff]{2,9}(?:19|20)\d\d年", re.ASCII)
# The writer speaks for its place: 我县.
_OWN: Final = re.compile(r"(?:我|全)(?P<kind>[省市县区州旗镇乡])")
_NAME: Final = r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{2,3}}{kind}|(?P<loose>[\u4e00-\u9fff]{{2}}{kind})"
# What stands before 县 or 市 and is no name.
_NO_NAME: Final = re.compile(
    "[各本该的在为与和及向对于到等由从将是有级部涉]|[我全][省市县区州旗镇乡]$|[省市县区州旗乡镇].*[市县区州旗镇乡]$|地区|社区|园区|景区|辖区|片区|[一二三四五六七八九十两几]"
)
_OVERSEERS: Final = ("财政局", "财政厅", "审计局", "人民政府办公室", "财政部")
_FIRST: Final = 12
_FEWEST: Final = 2

_Text = tuple[str, Paragraph]


def unit_spoken_for(paragraphs: Sequence[Paragraph], *, report: bool) -> Named | None:
    """The unit that the text speaks for.

    Whom a notice is sent to; a published office, with the place of the title; of a report the one office of its
    place, else the place; of a form the place that its title begins with.
    """
    texts = [(narrow(one.text), one) for one in paragraphs]
    if any(_NOTICE.search(text) for text, _ in texts[:_FIRST]):
        sent = next(((match["unit"], one) for text, one in texts if (match := _ADDRESSED.match(text))), None)
        if sent is not None:
            return _named(*sent)
    titled = next(_titled(texts[:_FIRST]), None)
    office = _published(paragraphs)
    if titled is not None and office is not None:
        return _named(titled[0] + office[0].removeprefix(titled[0]), office[1])
    if not report:
        return _named(*titled) if titled and _DATED.match(narrow(titled[1].text)) else None
    own = _own(texts)
    place = titled or own
    if place is None:
        return None
    return _office(texts, place[0]) or (own and _named(*own))


def _titled(texts: Iterable[_Text]) -> Iterator[tuple[str, Paragraph]]:
    """The places that titles begin with, before or behind the year."""
    for text, paragraph in texts:
        match = _TITLE.match(text)
        if match is not None and not _NO_NAME.search(match["place"]):
            yield match["place"], paragraph


def _published(paragraphs: Sequence[Paragraph]) -> tuple[str, Paragraph] | None:
    """The office that published a page."""
    found = ((match["office"], one) for one in paragraphs[:_FIRST] if (match := _PUBLISHER.search(one.text)))
    return next(found, None)


def _office(texts: Sequence[_Text], place: str) -> Named | None:
    """The office of a place, if the text names one of it and no other but those that watch over money."""
    pattern = re.compile(rf"{place}(?P<office>[\u4e00-\u9fff]{{2,10}}?{_OFFICE})")
    where: dict[str, Paragraph] = {}
    for text, paragraph in texts:
        for match in pattern.finditer(text):
            if not match["office"].endswith(_OVERSEERS):
                where.setdefault(match[0], paragraph)
    return _named(*next(iter(where.items()))) if len(where) == 1 else None


def _own(texts: Sequence[_Text]) -> tuple[str, Paragraph] | None:
    """The place that the writer calls its own: of the names of that kind the one that the text names most."""
    kinds = Counter(match["kind"] for text, _ in texts for match in _OWN.finditer(text))
    if not kinds:
        return None
    pattern = re.compile(_NAME.format(kind=kinds.most_common(1)[0][0]))
    found: Counter[str] = Counter()
    where: dict[str, Paragraph] = {}
    for text, paragraph in texts:
        for match in pattern.finditer(text):
            if not _NO_NAME.search(match[0]):
                found[match[0]] += 1 if match[0] == match["loose"] else _FEWEST
                where.setdefault(match[0], paragraph)
    most = found.most_common(_FEWEST)
    if not most or (len(most) == _FEWEST and most[0][1] == most[1][1]):
        return None
    return most[0][0], where[most[0][0]]


def _named(unit: str, paragraph: Paragraph) -> Named:
    return Named("unit", unit, Place(line=paragraph.line), unit)
