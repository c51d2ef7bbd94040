"""TM02: service and payment do not begin before the contract."""

import re
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.moments import Moment, moments
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation
from jixiao.model.place import Place

_CLAUSE: Final = re.compile(r"[^。；;，,\n]+")
_SIGNED: Final = re.compile(r"签订|签署|达成|签定|续签")
_CONTRACT: Final = re.compile(r"合同|协议")
_BEGAN: Final = re.compile(r"启动|开始|开工|实施|进场|起运行|上线")
_PAID: Final = re.compile(r"支付|付款|拨付|付清")
_NOT: Final = re.compile(r"计划|拟|预计|应当|应于|要求")
_LONGEST: Final = 93  # days: a quarter, not a year

Dated = tuple[Moment, str, Place | None, str]


@check("TM02", on=document, at="sections", severity=WARNING, basis=["jx-practice"], weighty=True)
def begun_or_paid_before_the_contract(d: Evaluation) -> Answer:
    """先开工、先付款，后签合同

    为什么要查：合同、转让协议签订以前的服务没有依据，付款更没有依据；写出来的日期自己就说明了这一点。
    怎么改：写明签订以前由谁提供服务、依据哪份合同；日期写错的改正。
    不适用于：没有写签订日期，或没有写开始、付款日期的文件。只比较同一年度里写明的年月。
    """
    signed: list[Dated] = []
    later: list[tuple[str, Dated]] = []
    for field, place, text in passages(d):
        for clause in _CLAUSE.finditer(text):
            words = clause[0]
            moment = next((one for one in moments(words) if (one.last - one.first).days < _LONGEST), None)
            if moment is None or _NOT.search(words):
                continue
            at = within(place, clause.start() + moment.start, clause.start() + moment.end)
            dated = (moment, field, at, words)
            if _SIGNED.search(words) and _CONTRACT.search(text):
                signed.append(dated)
            elif _BEGAN.search(words):
                later.append(("开始", dated))
            elif _PAID.search(words):
                later.append(("付款", dated))
    if not signed or not later:
        return NOT_APPLICABLE
    last = max(signed, key=lambda one: one[0].first)
    before = [(what, one) for what, one in later if one[0].first < last[0].first and _same_year(one[0], last[0])]
    faults = {
        what: Fault(one[1], one[2], {"what": what, "when": one[0].words, "signed": last[0].words})
        for what, one in before
    }
    return list(faults.values())


def _same_year(one: Moment, other: Moment) -> bool:
    return one.first.year == other.first.year


SAYS = "{when}已经{what}，合同、协议到 {signed} 才签订。"
began = a_section("3.", "实施情况", "项目于2020年第二季度启动。", level=2)
FIRES = {"先开工": a_report(began, a_section("（二）", "过程", "2020年5月与运维公司签订合同。", level=2))}
SILENT = {"先签": a_report(began, a_section("（二）", "过程", "2020年3月与运维公司签订合同。", level=2))}
APART = {"没有写签订": a_report(began), "只有自评表": an_evaluation()}
