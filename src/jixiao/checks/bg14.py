"""BG14: amounts listed after "of which" add up to the amount before it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.prose import within
from jixiao.checks.samples import a_report, a_section
from jixiao.model.characters import narrow
from jixiao.model.evaluation import Evaluation
from jixiao.model.number import DIGITS, decimal, in_yuan, plain, step, tidy
from jixiao.model.place import Place

_AMOUNT: Final = rf"({DIGITS})\s?(万元|亿元|元)"
_WHOLE: Final = re.compile(rf"{_AMOUNT}[，,。;；:：(（]{{0,2}}其中[:：,，]?(.+)", re.ASCII)
# A part is a name and an amount, parted from the next by a comma; anything else, and the list is no plain breakdown.
_PART: Final = re.compile(rf"[^\d，,、;；]{{1,30}}{_AMOUNT}[)）]?", re.ASCII)
_PARTING: Final = re.compile(r"[，,、;；]")
_SENTENCE: Final = re.compile(r"[^。\n]+")
_LOOSE: Final = (
    "等",
    "约",
    "余元",
    "上年",
    "去年",
    "同比",
    "其中",
    "增长",
    "减少",
    "执行",
    "支出",
    "完成",
    "使用",
    "结余",
    "剩余",
)

Sum = tuple[str, Place | None, str, Decimal, Decimal, Decimal]


@check("BG14", on=document, at="sections", severity=WARNING, basis=["jx-practice"])
def listed_amounts_do_not_add_up(d: Evaluation) -> Answer:
    """正文里“其中”列的各项金额，相加不等于前面的总数

    为什么要查：总数和各项印在同一句话里，一加就知道；差一截，就有一项写错、漏写。
    怎么改：按账面数核对各项和总数。
    不适用于：没有列明各项的文件；各项没有列全（写着“等”“约”）、或者一项里又分几项的句子。
    """
    found = list(_sums(d))
    if not found:
        return NOT_APPLICABLE
    return [
        Fault(field, place, {"whole": whole, "parts": f"{tidy(parts.scaleb(-4))}万元"})
        for field, place, whole, said, parts, room in found
        if 2 * abs(said - parts) >= room
    ]


def _sums(d: Evaluation) -> Iterator[Sum]:
    for at, section in enumerate(d.sections):
        for line, text in enumerate(section.text.split("\n") if section.text else ()):
            field = f"sections[{at}].text[{line}]"
            for sentence in _SENTENCE.finditer(narrow(text)):
                if one := _sum(sentence[0]):
                    yield field, within(d.place(field), sentence.start(), sentence.end()), *one


def _sum(sentence: str) -> tuple[str, Decimal, Decimal, Decimal] | None:
    """The whole as printed, the whole and the parts in 元, and how far printing in few places may set them apart."""
    match = _WHOLE.search(sentence)
    if match is None or any(word in match[3] for word in _LOOSE):
        return None
    pieces = [piece for piece in _PARTING.split(match[3]) if piece.strip()]
    parts = [_PART.fullmatch(piece.strip()) for piece in pieces]
    if len(parts) < 2 or not all(parts):
        return None
    whole = in_yuan(decimal(match[1]), match[2])
    amounts = [in_yuan(decimal(part[1]), part[2]) for part in parts if part]
    room = sum(map(step, amounts), step(whole))
    return f"{plain(decimal(match[1]))}{match[2]}", whole, sum(amounts, Decimal(0)), room


SAYS = "正文写 {whole}，其中各项相加是 {parts}。"


def _told(text: str) -> Evaluation:
    return a_report(a_section("一、", "基本情况", text))


FIRES = {"差四万": _told("特别扶助资金318.25万元，其中：中央166万元，市级136万元，区级20.25万元。")}
SILENT = {
    "相等": _told("特别扶助资金322.25万元，其中：中央166万元，市级136万元，区级20.25万元。"),
    "单位不同": _told("项目资金共100万元，其中中央60万元、区级400000元。"),
}
APART = {
    "没有列": _told("项目资金100万元，全部为区级资金。"),
    "没有列全": _told("项目资金100万元，其中设备60万元、培训20万元等。"),
}
