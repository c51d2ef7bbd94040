"""FM02: each level of headings has its own style of number."""

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.numbering import STYLES, numbered
from jixiao.checks.samples import a_report, a_section
from jixiao.model.evaluation import Evaluation


@check("FM02", on=document, at="sections", severity=HINT, basis=["gbt-9704-2012"])
def heading_number_in_another_style(d: Evaluation) -> Answer:
    """标题序号的写法与层次不符

    为什么要查：公文的层次序数依次是“一、”“（一）”“1.”“（1）”，混用就分不清层次；多半是自动编号在转换时变了样。
    怎么改：按层次改成规定的写法。
    不适用于：没有编号标题的文件；第三层及以下，“1、”与“1.”不作区分。
    """
    headings = [one for one in numbered(d) if one.level in (1, 2)]
    if not headings:
        return NOT_APPLICABLE
    return [
        Fault(
            f"sections[{one.section}].heading",
            facts={"printed": d.sections[one.section].heading.strip(), "style": STYLES[one.level]},
        )
        for one in headings
        if one.style != STYLES[one.level]
    ]


SAYS = "“{printed}”这一层的序号应写成“{style}”的样子。"
FIRES = {
    "第一层用阿拉伯数字": a_report(a_section("一、", "基本情况"), a_section("2、", "综合评价情况")),
    "第二层用（2）": a_report(a_section("（2）", "项目绩效目标", level=2)),
}
SILENT = {"合规": a_report(a_section("一、", "基本情况"), a_section("（一）", "项目概况", level=2))}
APART = {"没有编号": a_report()}
