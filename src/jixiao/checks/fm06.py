"""FM06: doubled words and words that are easily confused."""

import re
from collections.abc import Sequence
from typing import Final

from jixiao.checks.base import WARNING, Answer, Edit, Fault, check, document
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding

DOUBLED: Final = re.compile(
    r"(绩效|评价|指标|项目|资金|预算|管理|工作|情况|完成|目标|单位|部门|进行|提高|保障)\1(?!值|名称|内容|解释|性质)"
)
# Words that neither end nor begin the name of something: of 运维项目项目支出 both are needed.
_ALONE: Final = ("绩效", "情况", "进行", "提高")
# The wrong word in its surroundings, and the right one.
CONFUSED: Final = (
    (re.compile(r"(能够|充分|集中|得以|具体|很好地?)提现"), "体现"),
    (re.compile(r"(?<![视音高低射变工])频监控"), "视频监控"),
    (re.compile(r"(?<![视音])频会议"), "视频会议"),
    (re.compile(r"施行(独立)?(财务)?(核算|集中支付)(?!制度|办法)"), "实行"),
    (re.compile(r"截止(到)?\d{4}年"), "截至"),
    (re.compile(r"帐(目|户|务|簿|面)"), "账"),
)


@check("FM06", on=document, at="sections", severity=WARNING, basis=["jx-practice"])
def doubled_or_confused_words(d: Evaluation) -> Answer:
    """重复的词、容易写错的词

    为什么要查：错字和重复的词说明没有校对，公开后影响单位形象。
    怎么改：按提示改正；确实是这个词的，不用改。
    """
    faults = []
    for field, place, text in passages(d):
        for match in DOUBLED.finditer(text):
            facts = {"text": match[0], "right": match[1]}
            faults.append(Fault(field, within(place, match.start(), match.end()), facts))
        for pattern, right in CONFUSED:
            for match in pattern.finditer(text):
                facts = {"text": match[0], "right": right}
                faults.append(Fault(field, within(place, match.start(), match.end()), facts))
    return faults


def _once(d: Evaluation, finding: Finding) -> Sequence[Edit]:
    """A doubled word becomes one, where the second cannot begin the name of something else."""
    text, right = finding.facts["text"], finding.facts["right"]
    passage = next((text for field, _, text in passages(d) if field == finding.field), "")
    if text != right * 2 or finding.place is None:
        return ()
    if right not in _ALONE and re.search(rf"{text}[\u4e00-\u9fff]", passage):
        return ()
    return (Edit(finding.field, finding.place, text, right),)


SAYS = "“{text}”疑为“{right}”。"
REPAIR = _once
FIRES = {
    "重复": a_report(a_section("二、", "评价标准", "对绩效绩效指标进行比较。")),
    "漏字": a_report(a_section("一、", "总目标", "保障机房及频监控系统正常运行。")),
    "错字": a_report(a_section("四、", "绩效目标", "能够提现工作特点。")),
}
SILENT = {
    "没有错": a_report(a_section("一、", "总目标", "保障视频监控系统正常运行，能够体现工作特点；可提现金额为零。"))
}
