"""CM14: a report states its total and its grade in the text."""

import re
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.outline import places_of_parts
from jixiao.checks.prose import breaks_off
from jixiao.checks.samples import a_claim, a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation

# The grade is told to be open, with why.
_OPEN: Final = re.compile(r"等级[^。；]{0,20}(?:之间|待定|再定)|(?:没有评定|未评定|暂不评定)等级")

# A heading that is the name of the total, and the total below it.
_TOTAL: Final = re.compile(r"(?:自评|评价|综合|最终)?(?:总分|得分)[：:]?\s*\d{1,3}(?:\.\d+)?\s*分", re.ASCII)


@check("CM14", on=document, at="sections", severity=WARNING, basis=["cz-2020-10"])
def conclusion_without_total_or_grade(d: Evaluation) -> Answer:
    """评价报告的正文没有写总分或等级

    为什么要查：评价结论就是“多少分、什么等级”，只在表里印总分，读正文的人看不到结论。
    怎么改：在“综合评价情况及评价结论”里写明总分和等级，与表内一致。
    不适用于：只有自评表、没有正文的文件；没有一个规定部分的文件（不是评价报告）。分值无法判断的，写明等级在哪两级之间、待定，也算写了。
    末尾断在半句话的文件可能不完整，答“无法判断”。
    """
    if set(places_of_parts(d)) == {None} and not any("结论" in section.title for section in d.sections):
        return NOT_APPLICABLE
    stated = {claim.about for claim in d.claims}
    if any(_TOTAL.match(f"{section.title}{section.text}") for section in d.sections):
        stated.add("total")
    lacking = [word for about, word in (("total", "总分"), ("grade", "评价等级")) if about not in stated]
    if "grade" not in stated and (d.total.grade or any(_OPEN.search(section.text) for section in d.sections)):
        lacking.remove("评价等级")
    place = next((n for n, section in enumerate(d.sections) if "结论" in section.title), None)
    field = "sections" if place is None else f"sections[{place}].heading"
    if lacking and place in (None, len(d.sections) - 1) and breaks_off(d):
        return Unsure(("sections",))
    return [Fault(field, facts={"what": "和".join(lacking)})] if lacking else []


SAYS = "评价报告的正文没有写{what}。"
conclusion = a_section("三、", "综合评价情况及评价结论", "自评得分96分，等级为优。")
both = (a_claim("total", "96", "分"), a_claim("grade", None, "", subject="优"))
FIRES = {"都没有写": a_report(conclusion), "没有写等级": a_report(conclusion, claims=both[:1])}
pending = a_section("三、", "综合评价情况及评价结论", "已得86分，另有10分无法判断；评价等级在良至优之间。")
SILENT = {
    "都写了": a_report(conclusion, claims=both),
    "总分在小标题下面": a_report(conclusion, a_section("（一）", "自评得分", "96分。", level=2), claims=both[1:]),
    "等级在表里": a_report(conclusion, claims=both[:1], grade="优"),
    "等级待定": a_report(pending, claims=both[:1]),
}
APART = {"只有自评表": an_evaluation()}
UNSURE = {"断在结论以前": a_report(a_section("一、", "基本情况", "本项目由区水务局组织实施，全年完成"))}
