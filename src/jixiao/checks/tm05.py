"""TM05: contracts follow the award in time and do not run for more than three years."""

import re
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.moments import moments
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation
from jixiao.model.numerals import arabic

_TERM: Final = re.compile(
    r"(?:合同期限?|服务期限?|租期|租赁期限?|运维期|承包期)[^，。；]{0,6}?(\d{1,2})\s?年", re.ASCII
)
_PURCHASED: Final = re.compile(r"政府采购|招标|中标|磋商|比选|采购")
_AWARD: Final = re.compile(r"中标通知|成交通知|中标结果|中标公告")
_SIGNED: Final = re.compile(r"签订|签署|签定")
_YEARS: Final = 3
_DAYS: Final = 30


@check("TM05", on=document, at="sections", severity=WARNING, basis=["procurement-law"])
def contract_late_or_too_long(d: Evaluation) -> Answer:
    """采购合同签得晚，或者一签超过三年

    为什么要查：中标、成交通知书发出后超过 30 日才签合同，或者政府购买服务一次签了三年以上，复核时通常要说明理由。
    怎么改：写明延期的原因和批准情况；服务合同改为一年一签，或分年履约考核。
    不适用于：没有写合同期限，也没有同时写中标和签订日期的文件。条款待核，先按建议核实处理。
    """
    faults: list[Fault] = []
    looked = False
    for field, place, text in passages(d):
        award = [one for one in moments(text) if one.is_day and _AWARD.search(text[one.start : one.end + 20])]
        signed = [one for one in moments(text) if one.is_day and _SIGNED.search(text[one.start : one.end + 20])]
        signed = [one for one in signed if one not in award]
        looked = looked or bool(award and signed)
        if award and signed and (signed[0].first - award[0].first).days > _DAYS:
            days = (signed[0].first - award[0].first).days
            facts = {"what": f"中标（成交）通知书发出 {days} 天后才签合同"}
            faults.append(Fault(field, within(place, signed[0].start, signed[0].end), facts))
        for match in _TERM.finditer(arabic(text)) if _PURCHASED.search(text) else ():
            looked = True
            if int(match[1]) > _YEARS:
                faults.append(Fault(field, place, {"what": f"采购合同一次签了 {match[1]} 年"}))
    return faults if looked else NOT_APPLICABLE


def _report(text: str) -> Evaluation:
    return a_report(a_section("（二）", "过程情况", text, level=2))


SAYS = "{what}。"
FIRES = {
    "签得晚": _report("2020年3月2日发出中标通知书，2020年5月8日签订合同。"),
    "五年": _report("经公开招标确定运维单位，服务期5年。"),
}
SILENT = {"按期": _report("2020年3月2日发出中标通知书，2020年3月20日签订合同，服务期1年。")}
APART = {"没有写": _report("按合同支付。"), "只有自评表": an_evaluation()}
