"""Indicators that a report names in sentences, each with what was wanted and what became of it.

数量指标：甲≥6架，实际6架；乙目标值28次，实际完成40次；丙50000册，完成率100%。
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from jixiao.forms.found import Slots
from jixiao.forms.sentences import Sentence
from jixiao.model.layout import Cell
from jixiao.model.number import DIGITS
from jixiao.model.place import Place
from jixiao.model.terms import implied_level1

# How sure a row is that was found in a sentence.
STATED: Final = Decimal("0.70")
_OP: Final = r"(?:[≥≤≧≦<>=]=?|不低于|不少于|不小于|不高于|不超过|不大于|大于等于|小于等于|大于|小于|超过|达到|达)"
_QUANTITY: Final = rf"(?:{DIGITS}[^\d,，;；。:：、()]{{0,8}}(?:以上|以下|以内)?)"
_VALUE: Final = rf"(?:{_OP}?{_QUANTITY}|[^,;。:、]{{1,16}})"
_NAME: Final = r"(?P<level3>[^,;。:、≥≤<>=\d](?:[^,;。:≥≤<>=]{0,40}?[^,;。:、≥≤<>=])?)"
_IS: Final = r"[为是:]{0,2}"
_WANTED: Final = r"(?:绩效|年度|年初|预期|计划|设定)*(?:目标值|指标值|目标|计划值?|预期值?)"
_BECAME: Final = r"(?:年度|全年)?(?:实际(?:完成|达到|达|实现|值|为)*|完成|达到|达成|实现)(?:值|数|情况|率)*"
_DONE: Final = rf"(?:指标|目标)?(?:完成|达成|实现)(?:率|比例|程度){_IS}{DIGITS}%"
_BETTER: Final = (
    r"(?:(?:逐年|逐步|稳步|有效|明显|显著|持续|不断|进一步|大幅|较大|有所|得到|基本)*"
    r"(?:提升|提高|改善|增强|增加|下降|降低|减少|达标|合格|保障|完善|优化))"
)
_POINTS: Final = (
    rf"(?:[,、]?(?:分值|满分|权重|标准分){_IS}(?P<weight>{DIGITS})分?)?"
    rf"(?:[,、]?(?:自评|实际)?得分?{_IS}(?P<score>{DIGITS})分?)?"
)
_TAIL: Final = rf"(?:[,、]?(?:累计)?{_DONE})?{_POINTS}"
_ITEMS: Final = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_NAME}[,]?{_WANTED}{_IS}(?P<target>{_VALUE})[,、]{_BECAME}{_IS}(?P<actual>{_VALUE}){_TAIL}(?=[,;。)]|$)",
        rf"{_NAME}(?P<target>{_OP}{_QUANTITY})[,、]实际[^\d,;。]{{0,12}}(?P<actual>{_QUANTITY}){_TAIL}(?=[,;。]|$)",
        rf"{_NAME}(?:为|达到|达)?(?P<actual>{_OP}?{_QUANTITY}|{_BETTER})[,、]{_DONE}{_POINTS}(?=[,;。]|$)",
    )
)
# Words of which every item has one, found sooner than the item.
_TOLD: Final = ("实际", "完成", "达", "实现")
_LABEL: Final = re.compile(
    r"(?:^|(?<=[。;:)、.\d]))(?P<name>(?:(?:数量|质量|时效|(?:经济|社会|生态环境)?成本|(?:经济|社会|生态|环境)效益|可持续影响"
    r"|(?:社会公众或)?(?:服务对象|受益对象|公众)?满意度|产出|效益|效果)(?:指标|目标))"
    r"|(?:经济|社会|生态)效益|可持续影响)(?:\(\d{1,3}分\))?(?:完成)?(?:情况)?(?:分析)?(?=[:。]|$)",
    re.ASCII,
)
_FIRST: Final = ("产出", "效益", "效果", "满意度", "成本", "过程", "决策")
_NUMBERED: Final = re.compile(r"^(?:[(]?\d{1,2}[)、.]|指标\d{1,2}[:.、]?|[一二三四五六]是)", re.ASCII)
_LED: Final = re.compile(r"(?:的|绩效|年度|年初|\()+$")
_VALUES: Final = frozenset(("target", "actual"))
# Below no class, an indicator is known by all of these.
_WHOLE: Final = frozenset(("target", "actual", "score"))
_SHORTEST: Final = 2


def stated_rows(sentences: Iterable[Sentence]) -> Iterator[Slots]:
    """The indicators of sentences that stand below the name of a class, in order."""
    first: str | None = None
    second: str | None = None
    for sentence in sentences:
        text, at = sentence.text, 0
        for label in (*_LABEL.finditer(text), None):
            for item in items_in(text[at : label.start() if label else len(text)]):
                if first or second or item.keys() >= _WHOLE:
                    yield slots_of({"level1": first, "level2": second, **item}, sentence.place, STATED)
            if label:
                at = label.end()
                first, second = _classes(label["name"], first)


def slots_of(texts: Mapping[str, str | None], place: Place, sure: Decimal) -> Slots:
    """A row whose cells are words of a sentence."""
    return Slots({name: cell_of(text, place) for name, text in texts.items() if text is not None}, sure, place)


def cell_of(text: str, place: Place) -> Cell:
    """Words of a sentence as a cell."""
    return Cell(text, 0, 0, 1, 1, place, (text,))


def items_in(text: str) -> Iterator[dict[str, str]]:
    """The indicators of a text from left to right, each read in the manner that fits first: field → words."""
    if not any(word in text for word in _TOLD):
        return
    text = text.lstrip(":。、")
    runs = [pattern.finditer(text) for pattern in _ITEMS]
    ahead = [next(run, None) for run in runs]
    while hits := [match for match in ahead if match is not None]:
        match = min(hits, key=lambda one: one.start())
        item = {field: words for field, words in match.groupdict().items() if words}
        item["level3"] = _LED.sub("", _NUMBERED.sub("", item["level3"]))
        item |= {field: item[field].rstrip(")") for field in _VALUES & item.keys() if "(" not in item[field]}
        if len(item["level3"]) >= _SHORTEST:
            yield item
        for at, run in enumerate(runs):
            while (one := ahead[at]) is not None and one.start() < match.end():
                ahead[at] = next(run, None)


def _classes(label: str, first: str | None) -> tuple[str | None, str | None]:
    """The classes below a label: a first one ends the second; a second keeps the first that it belongs to."""
    if label[:-2] in _FIRST and not (label[:-2] == "成本" and first and first[:2] == "产出"):
        return label, None
    above = implied_level1(label)
    if above is None or label[:-2] == "成本" or (first and first[:2] == above.value[:2]):
        return first, label
    return above.value[:-2] + label[-2:] if label.endswith("目标") else above.value, label
