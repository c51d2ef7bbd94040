"""AC07: a rate that the counts beside it cannot give."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section
from jixiao.model.characters import narrow
from jixiao.model.evaluation import Evaluation
from jixiao.model.number import decimal, step, tidy
from jixiao.model.place import Place

# 有效问卷40份……满意率97%: what was counted, perhaps how many of them, and the rate, in one sentence.
_VALID: Final = re.compile(
    r"(?:有效(?:问卷|样本|票)?|收回(?:有效)?(?:问卷)?|回收(?:有效)?(?:问卷)?)\D{0,4}?(\d{1,6})\s?[份张票人]", re.ASCII
)
_PLEASED: Final = re.compile(
    r"(?:满意|表示满意|评价满意)(?:的|以上的)?(?:有|共|为|人数)?\D{0,2}?(\d{1,6})\s?[份张票人]", re.ASCII
)
_RATE: Final = re.compile(r"满意[率度]\D{0,6}?(\d{1,3}(?:\.\d{1,4})?)\s?%", re.ASCII)
_SENTENCE: Final = re.compile(r"[^。；;\n]+")


@check("AC07", on=document, at="sections", severity=WARNING, basis=["jx-practice"])
def rate_that_the_counts_cannot_give(d: Evaluation) -> Answer:
    """满意率与问卷的份数对不上

    为什么要查：满意率是满意的份数除以有效份数；份数是整数，算不出来的率一定有一个数不对。
    怎么改：按问卷汇总表重算；用加权平均的，写明各档的份数和权数。
    不适用于：没有在一句话里同时写有效份数和满意率的文件。
    """
    found = list(_claims(d))
    if not found:
        return NOT_APPLICABLE
    return [
        Fault(field, place, {"valid": str(valid), "pleased": _said(pleased), "rate": tidy(rate)})
        for field, place, valid, pleased, rate in found
        if not _possible(valid, pleased, rate)
    ]


def _claims(d: Evaluation) -> Iterator[tuple[str, Place | None, int, int | None, Decimal]]:
    for field, place, text in passages(d):
        for sentence in _SENTENCE.finditer(narrow(text)):
            valid, rate = _VALID.search(sentence[0]), _RATE.search(sentence[0])
            if valid and rate and int(valid[1]):
                pleased = _PLEASED.search(sentence[0])
                where = within(place, sentence.start(), sentence.end())
                yield field, where, int(valid[1]), int(pleased[1]) if pleased else None, decimal(rate[1])


def _possible(valid: int, pleased: int | None, rate: Decimal) -> bool:
    """Whether a whole number of answers (the one stated, if any) rounds or is cut to the printed rate."""
    place = step(rate)
    if pleased is not None:
        return abs(rate * valid - 100 * pleased) < place * valid
    nearest = int((rate * valid / 100).to_integral_value())
    return any(abs(rate * valid - 100 * count) < place * valid for count in (nearest - 1, nearest, nearest + 1))


def _said(pleased: int | None) -> str:
    return "" if pleased is None else f"，满意 {pleased} 份"


SAYS = "有效 {valid} 份{pleased}，满意率写的是 {rate}%，整数份算不出来。"
FIRES = {
    "份数除不出": a_report(a_section("三、", "满意度", "发放问卷50份，收回有效问卷30份，满意率98.5%。")),
    "与满意份数不符": a_report(a_section("三、", "满意度", "有效问卷40份，满意36份，满意率为95%。")),
}
SILENT = {
    "除得出": a_report(a_section("三、", "满意度", "有效问卷40份，满意38份，满意率为95%。")),
    "四舍五入": a_report(a_section("三、", "满意度", "收回有效问卷30份，满意率96.67%。")),
}
APART = {"没有份数": a_report(a_section("三、", "满意度", "满意率98.5%。"))}
