"""CX05: parts that the text lists add up to the whole that it names."""

import re
from decimal import Decimal
from typing import Final

from jixiao.checks.amounts import Figure, figures
from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation
from jixiao.model.number import tidy

_AMONG: Final = re.compile(r"其中[：:]?|分别为|分别是|包括[：:]?|即[：:]?")
_SENTENCE: Final = re.compile(r"[^。\n]+(?=。)")
# Beside parts, other figures of one unit may stand: what they add to is then not to be told.
_ELSE: Final = re.compile(
    r"调减|调增|追加|核减|结转|年初|上年|同比|增长|下降|实际|支出|支付|执行|完成|到位|每|人均|户均|平均|标准|已|余|达|占|共用|左右"
)
_BRACKETS: Final = re.compile(r"[（(][^（()）]*[）)]")
_FEWEST: Final = 2


@check("CX05", on=document, at="sections", severity=WARNING, basis=["jx-practice"])
def listed_parts_do_not_add_up(d: Evaluation) -> Answer:
    """“其中”各项相加不等于总数

    为什么要查：总数和各项写在同一句里，加不起来，至少有一个数是错的。
    怎么改：核对各项和总数；没有列全的，写“其中主要有”，或者补上其余各项。
    不适用于：没有写“其中”“分别为”的文件；各项单位不同的；句子里还有别的数的；没有写完的句子。按印出的位数留出舍入的余地，数个数、人数的不留。
    """
    faults: list[Fault] = []
    looked = False
    for field, place, text in passages(d):
        for sentence in _SENTENCE.finditer(text):
            found = _sum_of(_BRACKETS.sub(_blanked, sentence[0]))
            if found is None:
                continue
            looked = True
            whole, parts = found
            if _adds_up_early(whole, parts):
                continue
            total = sum((part.value for part in parts), Decimal(0))
            room = sum((one.rounding for one in (whole, *parts)), Decimal(0))
            if abs(total - whole.value) >= room and total != whole.value:
                facts = {
                    "whole": whole.words,
                    "parts": "、".join(part.words for part in parts),
                    "sum": _shown(total, whole),
                }
                at = sentence.start()
                faults.append(Fault(field, within(place, at + whole.start, at + parts[-1].end), facts))
    return faults if looked else NOT_APPLICABLE


def _adds_up_early(whole: Figure, parts: list[Figure]) -> bool:
    """Whether the first parts make the whole already; what follows is another way to divide it."""
    return any(sum((one.value for one in parts[:count]), Decimal(0)) == whole.value for count in range(2, len(parts)))


def _blanked(match: re.Match[str]) -> str:
    return "□" * len(match[0])


def _sum_of(text: str) -> tuple[Figure, list[Figure]] | None:
    """The whole and its parts; None where the sentence does not plainly say both."""
    match = _AMONG.search(text)
    if match is None:
        return None
    before = list(figures(text[: match.start()]))
    after = [one for one in figures(text) if one.start >= match.end()]
    if not before or len(after) < _FEWEST:
        return None
    whole = before[-1]
    if any(one.unit != whole.unit for one in after) or _ELSE.search(text[match.end() :]) or whole.unit in ("%", "分"):
        return None
    return whole, after


def _shown(total: Decimal, whole: Figure) -> str:
    """The sum in the unit of the whole."""
    for unit, places in (("亿元", -8), ("万元", -4)):
        if whole.words.endswith(unit):
            return f"{tidy(total.scaleb(places))}{unit}"
    return f"{tidy(total)}{whole.unit}"


def _report(text: str) -> Evaluation:
    return a_report(a_section("一、", "基本情况", text))


SAYS = "总数写 {whole}，各项 {parts} 相加是 {sum}。"
FIRES = {
    "少三个": _report("项目共49个，其中新建28个、改造4个、续建14个。"),
    "只差一户": _report("服务120户，分别为东片60户、西片61户。"),
    "金额": _report("预算90万元，其中设备60万元、软件20万元。"),
}
SILENT = {
    "加得起来": _report("项目共49个，其中新建28个、改造4个、续建17个。"),
    "舍入": _report("共1.5万元，其中甲0.75万元、乙0.74万元。"),
}
APART = {"没有其中": _report("项目共49个。"), "只有自评表": an_evaluation()}
