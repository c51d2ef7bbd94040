"""CX06: a rate in the text is the rate of the two figures beside it."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from jixiao.checks.amounts import Figure, figures
from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation
from jixiao.model.number import step, tidy

_SENTENCE: Final = re.compile(r"[^。；;\n]+")
_RATE: Final = re.compile(
    r"(?:执行率|完成率|支付率|支出率|使用率|到位率|拨付率|发放率|占[^，。；%\d]{0,10})[^，。；%\d]{0,4}$"
)
_DIGITS: Final = re.compile(r"\d[\d,.]*", re.ASCII)
_DATE: Final = re.compile(r"20\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?", re.ASCII)
_MOST: Final = 400  # percent; what is above is no share
_TWO: Final = 2


@check("CX06", on=document, at="sections", severity=WARNING, basis=["jx-practice"])
def rate_does_not_follow_from_its_figures(d: Evaluation) -> Answer:
    """同一句里的比率与两个数算出来的不同

    为什么要查：一句话里写了总数、完成数和比率，三个数对不上，至少有一个是错的。
    怎么改：重新计算比率；口径不同的，写明分子和分母各是什么。
    不适用于：比率前面没有恰好两个同样单位的数；句子里还有看不出单位的数；增长率一类的比率。按印出的位数留出舍入的余地。
    """
    faults: list[Fault] = []
    looked = False
    for field, place, text in passages(d):
        for sentence in _SENTENCE.finditer(text):
            found = _rate_of(sentence[0])
            if found is None:
                continue
            looked = True
            one, other, rate = found
            low, high = sorted((one.value, other.value))
            due = low * 100 / high if high else Decimal(0)
            if not _meets(due, rate) and not (low and _meets(high * 100 / low, rate)):
                facts = {"one": one.words, "other": other.words, "rate": rate.words, "due": _shown(due)}
                at = sentence.start()
                faults.append(Fault(field, within(place, at + one.start, at + rate.end), facts))
    return faults if looked else NOT_APPLICABLE


def _rate_of(text: str) -> tuple[Figure, Figure, Figure] | None:
    """Two figures of one unit and the rate that follows them; None where there are others beside them."""
    found = list(figures(text))
    if len(_DIGITS.findall(_DATE.sub("", text))) != len(found):
        return None
    for at, rate in enumerate(found):
        before = [one for one in found[:at] if one.unit != "%"]
        if rate.unit == "%" and rate.value <= _MOST and _RATE.search(text[: rate.start]) and before:
            own = [one for one in before if one.unit == before[-1].unit]
            return (own[0], own[1], rate) if len(own) == _TWO and at == len(before) else None
    return None


def _meets(due: Decimal, rate: Figure) -> bool:
    """Whether the rate is what is due, rounded or cut to its printed places."""
    return abs(due - rate.value) < step(rate.value)


def _shown(due: Decimal) -> str:
    return f"{tidy(due.quantize(Decimal('0.01'), ROUND_HALF_UP))}%"


def _report(text: str) -> Evaluation:
    return a_report(a_section("一、", "资金情况", text))


SAYS = "{one}与{other}算出来是 {due}，写的是 {rate}。"
FIRES = {"算错": _report("预算安排173万元，实际支出61.99万元，执行率58.3%。")}
SILENT = {
    "对": _report("预算安排173万元，实际支出61.99万元，执行率35.83%。"),
    "取整": _report("计划200户，完成133户，完成率66.5%。"),
}
APART = {"没有比率": _report("预算安排173万元。"), "只有自评表": an_evaluation()}
