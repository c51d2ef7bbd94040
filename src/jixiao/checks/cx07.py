"""CX07: the name of another place's office in the text."""

import re
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.prose import has_text, passages, within
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation, Project
from jixiao.model.terms import fold

_AREA: Final = re.compile(r"[\u4e00-\u9fff]{2,3}?[省市区县旗州盟]")
_SHORTEST: Final = 3
# No place by itself: a kind of place, or this one.
_COMMON: Final = re.compile(r"自治[区州县旗]$|^[本我各全该所]|[城郊市辖]区$|[在由与和及向到为是经报按对将]")


@check("CX07", on=document, at="sections", severity=WARNING, basis=["county-review-14"])
def other_office_named_in_the_text(d: Evaluation) -> Answer:
    """正文里出现别的地方同名的单位

    为什么要查：同样的单位换了一个地名，多半是抄别人的报告没有改完；数字也可能是别人的。
    怎么改：改成本单位，并逐个核对这一段里的数字；确实在说别的单位的，写明是对比或者借鉴。
    不适用于：没有正文的文件；没有填实施单位，或单位名称里没有地名的。
    """
    unit = fold(d.project.unit or "")
    areas = list(_AREA.finditer(unit))
    tail = unit[areas[-1].end() :] if areas else ""
    if not has_text(d) or len(tail) < _SHORTEST:
        return NOT_APPLICABLE
    pattern = re.compile(rf"([\u4e00-\u9fff]{{2,3}}[市区县旗州盟]){re.escape(tail)}")
    faults = []
    for field, place, text in passages(d):
        for match in pattern.finditer(text):
            if _COMMON.search(match[1]):
                continue
            if match[1][-_SHORTEST:] not in unit and match[1][:-1] not in unit and match[1][-3:-1] not in unit:
                facts = {"other": match[0], "unit": unit}
                faults.append(Fault(field, within(place, match.start(), match.end()), facts))
    return faults


def _report(text: str) -> Evaluation:
    return a_report(a_section("一、", "基本情况", text), project=Project("示例项目", "", "示例市甲乙区文化馆", 2020))


SAYS = "正文出现“{other}”，本表的单位是“{unit}”。"
FIRES = {"没有改完": _report("丙丁区文化馆全年开放300天。")}
SILENT = {"上级": _report("自治区文化馆统一部署。"), "本单位": _report("甲乙区文化馆全年开放300天。")}
APART = {"只有自评表": an_evaluation()}
