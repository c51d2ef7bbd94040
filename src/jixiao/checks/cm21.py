"""CM21: no part that people write is left empty."""

from typing import Final

from jixiao.checks.base import ERROR, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.samples import a_report, a_section
from jixiao.model.evaluation import Evaluation

TO_FILL: Final = "〔待填〕"


@check("CM21", on=document, at="sections", severity=ERROR, basis=["cz-2020-10"])
def part_left_to_be_filled(d: Evaluation) -> Answer:
    """报告里还有“〔待填〕”

    为什么要查：背景、决策、过程、经验要由人来写；留着“〔待填〕”的报告没有写完，不能报送。
    怎么改：请编写的单位补写这一部分；用 jixiao 写的，在 narrative.md 的同名标题下写，再运行 jixiao evaluate。
    不适用于：没有分部分的文件。
    """
    if not any(section.level for section in d.sections):
        return NOT_APPLICABLE
    return [
        Fault(f"sections[{n}].text[{line}]", d.place(f"sections[{n}].text[{line}]"), {"title": section.title})
        for n, section in enumerate(d.sections)
        for line, text in enumerate(section.text.split("\n"))
        if TO_FILL in text
    ]


SAYS = "“{title}”还没有写。"
FIRES = {"待填": a_report(a_section("1.", "项目背景", "〔待填〕"))}
SILENT = {"写了": a_report(a_section("1.", "项目背景", "本项目为延续性运维项目。"))}
APART = {"没有正文": a_report()}
