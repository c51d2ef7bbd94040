"""TM04: nothing happened after the report."""

import re
from datetime import date
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.moments import moments
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section, an_evaluation
from jixiao.model.evaluation import Evaluation

_FUTURE: Final = re.compile(r"将|拟|计划|预计|力争|前|底|至|到|下一步|今后|有效期|届满|目标|规划")


@check("TM04", on=document, at="sections", severity=WARNING, basis=["jx-practice"], weighty=True)
def done_after_the_report(d: Evaluation) -> Answer:
    """写成已经做了的事，日期在报告日期以后

    为什么要查：报告写成以后才发生的事，不能当作已经完成的依据；多半是日期写错，或者材料是后补的。
    怎么改：核对日期；后补的材料不能用来证明当年的完成情况。
    不适用于：没有报告日期的文件；写明是计划的。
    """
    day = d.report_date
    if day is None:
        return NOT_APPLICABLE
    faults = []
    for field, place, text in passages(d):
        for one in moments(text):
            near = text[max(0, one.start - 12) : one.end + 12]
            if one.first > day and one.end - one.start > len("2020年度") and not _FUTURE.search(near):
                facts = {"words": one.words, "day": f"{day.year}年{day.month}月{day.day}日"}
                faults.append(Fault(field, within(place, one.start, one.end), facts))
    return faults


def _report(text: str, day: date | None) -> Evaluation:
    return a_report(a_section("三、", "产出情况", text), report_date=day)


SAYS = "“{words}”在报告日期 {day} 以后。"
FIRES = {"后验收": _report("设备于2021年6月5日验收合格。", date(2021, 3, 20))}
SILENT = {"先验收": _report("设备于2020年6月5日验收合格。", date(2021, 3, 20))}
APART = {"没有日期": _report("设备于2021年6月5日验收合格。", None), "只有自评表": an_evaluation()}
