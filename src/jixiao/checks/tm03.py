"""TM03: money of this year for service of another."""

import re
from datetime import date
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.moments import moments
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation, Project

_SENTENCE: Final = re.compile(r"[^。；;\n]+")
_PAID: Final = re.compile(
    r"(?:费用|款项|租金|服务费|尾款|欠款)[^。；，]{0,8}支付|支付[^。；，]{0,12}(?:费用|款项|租金|服务费|尾款|欠款)"
)
_TOLD: Final = re.compile(r"结转|预算安排|年度预算|上年结余")


@check("TM03", on=document, at="sections", severity=WARNING, basis=["fiscal-software"], weighty=True)
def service_of_another_year_paid(d: Evaluation) -> Answer:
    """本年度的钱付了上一年度的费用

    为什么要查：评的是本年度，付的却有以前年度的服务；本年的产出和花的钱就对不上。
    怎么改：写明付了哪一年、哪一段的费用、多少钱、依据哪份合同；属于历史欠款的单列出来。
    不适用于：没有读到年度的文件；没有写支付以前年度费用的；写明用结转资金的。
    """
    year = d.project.year
    if year is None:
        return NOT_APPLICABLE
    faults: list[Fault] = []
    for field, place, text in passages(d):
        for sentence in _SENTENCE.finditer(text):
            words = sentence[0]
            older = [one for one in moments(words) if one.last.year < year and one.end - one.start > len("2020年度")]
            if older and _PAID.search(words) and not _TOLD.search(words):
                one, start = older[0], sentence.start()
                facts = {"when": one.words, "year": str(year)}
                faults.append(Fault(field, within(place, start + one.start, start + one.end), facts))
    return faults


SAYS = "{year} 年度的项目，付了 {when} 的费用。"


def _report(text: str) -> Evaluation:
    return a_report(a_section("（二）", "过程情况", text, level=2))


FIRES = {"付上年的": _report("2019年第四季度的费用由本单位支付。")}
SILENT = {"付当年的": _report("2020年第四季度的费用由本单位支付。"), "没有付": _report("合同签于2019年5月。")}
APART = {"没有年度": an_evaluation(project=Project(), report_date=date(2021, 3, 20))}
