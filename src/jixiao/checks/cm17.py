"""CM17: what the text calls attached is attached."""

import re
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.prose import has_text, passages, within
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation

_CITED: Final = re.compile(
    r"(?:详见|见|参见|附)附[件表]\s?[\d一二三四五六七八九十]{0,2}|附表说明|[（(]附[^（()）]{0,12}[表件][）)]"
)
_ATTACHED: Final = re.compile(r"\s*附\s?[件表]\s?(?:[\d一二三四五六七八九十]{1,2})?\s?(?:[：:.．、 ]|$)")
_BELOW: Final = re.compile(r"如下|下表")


@check("CM17", on=document, at="sections", severity=WARNING, basis=["county-review-14"])
def attachment_cited_and_not_there(d: Evaluation) -> Answer:
    """文中说有附件、附表，文末没有

    为什么要查：评分表、问卷、明细表是结论的依据；说了“见附件”而没有附，等于没有依据。
    怎么改：补上附件，并在文末列出附件名称；已经写在正文里的，把“附表”改成“下表”。
    不适用于：没有分部分的文件；没有提到附件的文件。只看文件里有没有附件的标题，单独成文的附件请一并报送。
    """
    if not has_text(d):
        return NOT_APPLICABLE
    cited: list[Fault] = []
    for field, place, text in passages(d):
        if not field.startswith("sections"):
            continue
        if _ATTACHED.match(text):
            return [] if cited else NOT_APPLICABLE
        match = _CITED.search(text)
        if match and not _BELOW.search(text):
            cited.append(Fault(field, within(place, match.start(), match.end()), {"text": match[0].strip("（()）")}))
    return cited or NOT_APPLICABLE


SAYS = "文中写“{text}”，文末没有附件、附表。"
said = a_section("三、", "综合评价情况", "评分明细见附件1。")
FIRES = {"没有附": a_report(said)}
SILENT = {"附了": a_report(said, a_section("七、", "其他需要说明的问题", "无\n附件1：评分明细表"))}
APART = {"没有提到": a_report(a_section("一、", "基本情况", "略。")), "只有自评表": an_evaluation()}
