"""CX04: compliance is not claimed where a breach is admitted."""

import re
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.prose import has_text, sentences, within
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import fold

# What is claimed, and what admits the contrary.
_PAIRS: Final = (
    (
        re.compile(
            r"(?:过程|程序|手续|执行|支付|管理|使用)[^，。；]{0,6}(?:合规|合法|规范|严格)|严格(?:按照|执行|履行|遵守)|合理、?合规|合规、?合理|不存在违[规纪]"
        ),
        re.compile(
            r"合同[^，。；]{0,6}(?:签订|续签|签署)?[^，。；]{0,4}(?:不及时|滞后|晚|偏晚|未签|补签|倒签)|未(?:按|履行|执行)[^，。；]{0,10}(?:规定|程序|制度|合同)|存在[^，。；]{0,14}(?:不规范|不合规|不严格|违规|挪用|挤占|截留)|管理不规范|程序不完善|手续不全"
        ),
    ),
    (
        re.compile(r"不存在[^，。；]{0,12}(?:偏差|偏离|结余|滞后)|无偏差|资金(?:已)?全部(?:使用|支付|执行)完毕"),
        re.compile(
            r"(?:结余|未支付|未使用|未执行|未完成支付|剩余)[^，。；]{0,10}\d[\d.,]*\s?万?元|(?:结余|未使用)[^，。；]{0,4}\d[\d.]*[%％]|(?:执行|支付|使用)(?:进度|率)[^，。；]{0,4}(?:较低|偏低|滞后|缓慢)"
        ),
    ),
)
_NOT: Final = re.compile(r"不够|不是|有待|是否|应当|应|须|要求|进一步|今后|确保|加强|不|未")
_BEFORE: Final = 5


@check("CX04", on=document, at="sections", severity=WARNING, basis=["jx-practice"], weighty=True)
def compliance_claimed_and_breach_admitted(d: Evaluation) -> Answer:
    """前面说合规，后面承认有不合规

    为什么要查：同一份报告一处说过程合规、支付规范，另一处又写合同签晚了、程序不全，两句话不能都对。
    怎么改：前面的结论改成与事实相符的说法，例如“基本合规，个别合同签订偏晚（见第五部分）”。
    不适用于：没有分部分的文件。
    """
    if not has_text(d):
        return NOT_APPLICABLE
    spoken = list(sentences(d))
    faults = []
    for claims, admits in _PAIRS:
        claimed = [(one, match) for one in spoken if (match := _first(claims, one.text))]
        admitted = [match for one in spoken if (match := _first(admits, one.text))]
        if claimed and admitted:
            (said, words), breach = claimed[0], admitted[-1]
            place = within(said.place, words.start(), words.end())
            facts = {"claim": words[0], "breach": fold(breach[0])}
            faults.append(Fault(said.field, place, facts))
    return faults


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first claim that is not wished for or denied."""
    return next(
        (
            m
            for m in pattern.finditer(text)
            if "是否" not in m[0] and not _NOT.search(text[max(0, m.start() - _BEFORE) : m.start()])
        ),
        None,
    )


SAYS = "一处说“{claim}”，另一处写“{breach}”。"
claim = a_section("（二）", "过程情况", "支付履行了审批手续，过程合规、合理。", level=2)
FIRES = {
    "合同签晚": a_report(claim, a_section("五、", "存在的问题", "个别合同签订不及时。")),
    "有结余": a_report(
        a_section("（二）", "过程情况", "不存在预算执行偏差。", level=2), a_section("三、", "资金", "年末结余30万元。")
    ),
}
SILENT = {"没有承认": a_report(claim, a_section("五、", "存在的问题", "宣传不够。"))}
APART = {"只有自评表": an_evaluation()}
