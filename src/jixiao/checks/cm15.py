"""CM15: a report is dated and signed."""

from datetime import date

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.numbering import numbered
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import fold

_TAIL = 6
_LONGEST = 30
_PARTS = 5
_SIGNED = ("填报单位", "编制单位", "评价单位", "单位(公章)", "(盖章)", "(公章)", "评价机构", "评价组")


@check("CM15", on=document, at="sections", severity=WARNING, basis=["gbt-9704-2012"])
def report_without_signature_or_date(d: Evaluation) -> Answer:
    """评价报告没有落款单位或日期

    为什么要查：没有单位和日期，就不知道谁在什么时候对这些数负责，也定不了按哪一天的规定。
    怎么改：在文末写单位全称和年、月、日，盖章；封面已有的也要与文末一致。
    不适用于：只有自评表、没有分部分的文件；不是一级标题齐全的报告（少于五个部分）。
    """
    if len({one.value for one in numbered(d) if one.level == 1}) < _PARTS:
        return NOT_APPLICABLE
    lines = [fold(line) for section in d.sections for line in (section.heading, *section.text.split("\n")) if line]
    ends = [line for line in (*lines[:_TAIL], *lines[-_TAIL:]) if len(line) <= _LONGEST]
    unit = fold(d.project.unit or "")
    signed = any(mark in line for line in lines for mark in _SIGNED) or (
        bool(unit) and any(line.endswith(unit[-min(len(unit), 8) :]) for line in ends)
    )
    lacking = [name for name, there in (("落款单位", signed), ("日期", d.report_date is not None)) if not there]
    return [Fault(f"sections[{len(d.sections) - 1}].heading", facts={"what": "和".join(lacking)})] if lacking else []


SAYS = "报告没有{what}。"
parts = [a_section(f"{n}、", "某一部分", "内容。") for n in "一二三四"]


def _ends(*lines: str) -> Evaluation:
    day = date(2021, 3, 20) if len(lines) > 1 else None
    return a_report(*parts, a_section("五、", "其他", "\n".join(("无", *lines))), report_date=day)


FIRES = {"都没有": _ends(), "没有日期": _ends("示例单位")}
SILENT = {"都有": _ends("示例单位", "2021年3月20日")}
APART = {"只有自评表": an_evaluation()}
