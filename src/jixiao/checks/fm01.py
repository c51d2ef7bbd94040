"""FM01: headings count without gap or repetition."""

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.numbering import numbered
from jixiao.checks.samples import a_report, a_section
from jixiao.model.evaluation import Evaluation


@check("FM01", on=document, at="sections", severity=WARNING, basis=["gbt-9704-2012"])
def heading_numbers_skip_or_repeat(d: Evaluation) -> Answer:
    """标题序号重复或跳号

    为什么要查：序号乱了，引用“第四部分”就不知道指哪一部分；多半是自动编号在转换时丢了。
    怎么改：按层次从一开始重排。
    不适用于：没有编号标题的文件。
    """
    headings = [one for one in numbered(d) if one.level in (1, 2)]
    if not headings:
        return NOT_APPLICABLE
    faults, last = [], {1: 0, 2: 0}
    for heading in headings:
        wanted = last[heading.level] + 1
        if heading.value != wanted:
            facts = {"printed": d.sections[heading.section].heading.strip(), "wanted": str(wanted)}
            faults.append(Fault(f"sections[{heading.section}].heading", facts=facts))
        # One gap is one fault: what follows a jump upwards is counted on from it.
        last[heading.level] = max(wanted, heading.value)
        if heading.level == 1:
            last[2] = 0
    return faults


SAYS = "“{printed}”按顺序应是第 {wanted}。"


def _titles(*numbers: str) -> Evaluation:
    return a_report(*(a_section(number, "某一部分", level=2 if number[0] in "（(" else 1) for number in numbers))


FIRES = {
    "四用了两次": _titles("一、", "二、", "三、", "四、", "四、"),
    "跳了（二）": _titles("一、", "（一）", "（三）"),
}
SILENT = {"连续": _titles("一、", "（一）", "（二）", "二、", "（一）")}
APART = {"没有编号": a_report()}
