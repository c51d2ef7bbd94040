"""EV07: the text admits that something else stood in for the survey."""

import re
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.prose import has_text, sentences, within
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation

_INSTEAD: Final = re.compile(
    r"(?:以|用|由|将)([^，。；以用由将]{2,24}?)(?:替代|代替|取代|作为)([^，。；]{0,16}?(?:满意度|问卷|测评|调查)(?:调查|测评)?)"
)
# Another way to ask people is a survey as well.
_ASKED: Final = re.compile(r"调查|问卷|测评|回访|访谈")
_NOT: Final = re.compile(r"(?:不得|不能|不再|避免|杜绝|未|没有|防止)[^，。；]{0,8}$")


@check("EV07", on=document, at="sections", severity=WARNING, basis=["county-review-14"], weighty=True)
def substitute_for_a_survey_admitted(d: Evaluation) -> Answer:
    """正文承认用别的结果替代了调查

    为什么要查：考核结果说的是承包方做得怎样，不是服务对象满不满意；替代得来的满意度不是满意度。
    怎么改：补做调查；来不及的，满意度如实写“未开展”，不得分，并写进问题和建议。
    不适用于：没有分部分的文件。
    """
    if not has_text(d):
        return NOT_APPLICABLE
    faults = []
    for one in sentences(d):
        for match in _INSTEAD.finditer(one.text):
            if not _NOT.search(one.text[: match.start()]) and not _ASKED.search(match[1]):
                facts = {"what": match[1], "for": match[2]}
                faults.append(Fault(one.field, within(one.place, match.start(), match.end()), facts))
    return faults


SAYS = "正文承认用“{what}”替代“{for}”。"
FIRES = {
    "考核代替调查": a_report(a_section("五、", "存在的问题", "以考核结果替代满意度调查。")),
    "评分代替问卷": a_report(a_section("五、", "存在的问题", "用主管单位评分代替问卷调查。")),
}
SILENT = {
    "另一种调查": a_report(a_section("五、", "存在的问题", "以电话回访代替问卷调查。")),
    "没有替代": a_report(a_section("五、", "存在的问题", "今后不得以考核结果替代满意度调查。")),
}
APART = {"只有自评表": an_evaluation()}
