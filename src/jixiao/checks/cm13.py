"""CM13: a report has the seven parts of the official outline, in order."""

from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.outline import OUTLINE, places_of_parts
from jixiao.checks.prose import breaks_off
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation

FEWEST: Final = 3  # headings that make a report


@check("CM13", on=document, at="sections", severity=WARNING, basis=["cz-2020-10"])
def report_lacks_a_part(d: Evaluation) -> Answer:
    """评价报告的七个部分不全，或顺序不对

    为什么要查：评价报告有规定的提纲，缺了一部分，读的人就找不到结论、问题或建议。
    怎么改：按提纲补上；这一部分确实没有内容的，保留标题并写明“无”及理由。
    不适用于：没有分部分的文件；只有自评表的文件；一个规定的部分也没有的文件（不是评价报告）。末尾断在半句话的文件可能不完整，缺的部分答“无法判断”。
    """
    places = places_of_parts(d)
    if sum(section.level == 1 for section in d.sections) < FEWEST or set(places) == {None}:
        return NOT_APPLICABLE
    absent = [name for (name, _), place in zip(OUTLINE, places, strict=True) if place is None]
    found = [place for place in places if place is not None]
    if found != sorted(found):
        return [*_lacking(absent), Fault("sections", facts={"what": "各部分的先后与提纲不同"})]
    return Unsure(("sections",)) if absent and breaks_off(d) else _lacking(absent)


def _lacking(absent: list[str]) -> list[Fault]:
    return [Fault("sections", facts={"what": f"缺“{name}”这一部分"}) for name in absent]


SAYS = "评价报告{what}。"
whole = [a_section(f"{number}、", name) for number, (name, _) in zip("一二三四五六七", OUTLINE, strict=True)]
FIRES = {"没有建议": a_report(*whole[:5], whole[6]), "先后颠倒": a_report(*whole[:3], whole[4], whole[3], *whole[5:])}
SILENT = {"七部分齐全": a_report(*whole)}
APART = {"只有自评表": an_evaluation()}
UNSURE = {"断在半句话": a_report(*whole[:3], a_section("四、", "绩效评价指标分析", "项目按合同支付，截至年底已经支付"))}
