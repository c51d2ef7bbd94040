"""TM01: the year of targets, goals and title is the year evaluated."""

import re
from datetime import date
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.rows import unread
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation, Project
from jixiao.model.terms import Kind

_YEAR: Final = re.compile(r"(?<![\d〔\[（(])(20[0-3]\d)年(?!以来|来|起|至|-|—|～|~)", re.ASCII)
# A comparison with another year, a plan of several years, or the title of a document may name it.
_ELSEWHERE: Final = re.compile(
    r"比|较|上年|去年|基数|以来|五年|规划|结转|《|文|下达|第四季度|四季度|欠|尾款|累计|实际实现|实际完成"
)


@check("TM01", on=document, at="goals", severity=WARNING, basis=["fiscal-software"])
def target_names_another_year(d: Evaluation) -> Answer:
    """目标、指标值里写的是别的年份

    为什么要查：目标里的年份和评价年度不同，多半是照抄上一年的表，没有改。
    怎么改：改成本年度的目标；确实要跨年完成的，写明本年度完成到哪一步。
    不适用于：没有读到年度的表；与往年比较、引用文件标题、中长期规划里的年份。
    """
    year = d.project.year
    if year is None or d.kind is Kind.DEPARTMENT or not _is_labelled(d):
        return NOT_APPLICABLE
    cells = [
        (f"indicators[{n}].{name}", getattr(row, name))
        for n, row in enumerate(d.indicators)
        for name in ("level3", "target")
    ]
    cells += [(f"goals[{n}].expected", goal.expected) for n, goal in enumerate(d.goals)]
    faults = []
    for field, text in cells:
        years = {int(digits) for digits in _YEAR.findall(text or "")}
        if years and year not in years and not _ELSEWHERE.search(text or ""):
            facts = {"text": (text or "")[:30], "other": str(max(years)), "year": str(year)}
            faults.append(Fault(field, facts=facts))
    missing = unread(d, "level3", "target")
    return faults or (Unsure(missing) if missing else [])


def _is_labelled(d: Evaluation) -> bool:
    """Whether the year was printed at the head as a fiscal year (2020年度), not only counted among the dates."""
    source = d.sources.get("project.year")
    return source is None or ("年度" in source.raw and source.place.row in (None, 1, 2, 3))


SAYS = "“{text}”写的是 {other} 年，评价的是 {year} 年。"
FIRES = {"照抄上年": an_evaluation(an_indicator(target="2019年12月底前"))}
SILENT = {
    "本年": an_evaluation(an_indicator(target="2020年12月底前")),
    "与上年比": an_evaluation(an_indicator(target="较2019年提高5%")),
}
UNSURE = {"指标值没读出来": an_evaluation(an_indicator(target=None))}
APART = {
    "没有年度": an_evaluation(an_indicator(target="2019年12月底前"), project=Project(), report_date=date(2021, 3, 20))
}
