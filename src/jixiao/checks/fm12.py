"""FM12: the year of a document's number stands in 〔 〕."""

import re
from typing import Final

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation

_NUMBER: Final = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?P<open>[\[［（(【〔﹝])(?P<year>(?:19|20)\d\d)(?P<close>[\]］）)】〕﹞])第?\d{1,4}号",
    re.ASCII,
)


@check("FM12", on=document, at="sections", severity=HINT, basis=["gbt-9704-2012"])
def number_of_a_document_in_wrong_brackets(d: Evaluation) -> Answer:
    """文号的年份没有用六角括号

    为什么要查：发文字号的年份用“〔 〕”，用方括号、圆括号的查不到，也是转抄来的痕迹。
    怎么改：改成“〔2020〕”的样子，年份写全，序号前不写“第”。
    不适用于：没有引用文号的文件。同一份文件里合在一起报。
    """
    found = [(field, place, match) for field, place, text in passages(d) for match in _NUMBER.finditer(text)]
    if not found:
        return NOT_APPLICABLE
    wrong = [one for one in found if (one[2]["open"], one[2]["close"]) not in (("〔", "〕"), ("﹝", "﹞"))]
    if not wrong:
        return []
    field, place, match = wrong[0]
    return [Fault(field, within(place, match.start(), match.end()), {"text": match[0], "count": str(len(wrong))})]


SAYS = "“{text}”的年份没有用“〔 〕”，全文 {count} 处。"
FIRES = {"方括号": a_report(a_section("一、", "依据", "依据示财绩[2021]3号文件。"))}
SILENT = {"六角括号": a_report(a_section("一、", "依据", "依据示财绩〔2021〕3号文件。"))}
APART = {"没有文号": a_report(a_section("一、", "依据", "依据有关文件。")), "只有自评表": an_evaluation()}
