"""FM04: what a conversion left behind."""

import re
from itertools import pairwise
from typing import Final

from jixiao.checks.base import WARNING, Answer, Fault, check, document
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section
from jixiao.model.evaluation import Evaluation

RESIDUE: Final = (
    ("书签代码", re.compile(r"\[bookmark: ?[^\]\n]{0,40}\]")),
    ("引用出错的代码", re.compile(r"错误[!！] ?(未找到引用源|未定义书签)")),
    ("域代码", re.compile(r"\b(PAGEREF|HYPERLINK|TOC) [\\\\\"\w]")),
    ("孤立的页码", re.compile(r"\A\s*[-—]?\s*\d{1,3}\s*[-—]?\s*\Z")),
)
# The page where a text that has page numbers begins.
_FIRST: Final = 10
# Lines of figures one below the other are the scale of a chart or a column of a table, not pages.
FIGURES: Final = re.compile(r"[\d.,%\s-]+")


@check("FM04", on=document, at="sections", severity=WARNING, basis=["jx-practice"])
def residue_of_a_conversion(d: Evaluation) -> Answer:
    """残留的书签、代码或孤立的页码

    为什么要查：这些不是正文，是复制或转换留下的，公开出去很难看，也说明没有人通读过。
    怎么改：删去。
    不适用于：上下相连的几行数字，那是图的刻度或者一列数；单独成行的数不是从小到大的，那是表格的格子。
    """
    faults = []
    lines = [one for one in passages(d) if one[0].startswith("sections")]
    counted = _count_pages([text for _, _, text in lines])
    for at, (field, place, text) in enumerate(lines):
        beside = [one for _, _, one in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])]
        is_scale = any(FIGURES.fullmatch(one) for one in beside)
        for name, pattern in RESIDUE:
            match = pattern.search(text)
            if match and not (FIGURES.fullmatch(text) and (is_scale or not counted)):
                facts = {"kind": name, "text": match[0].strip()}
                faults.append(Fault(field, within(place, match.start(), match.end()), facts))
    return faults


def _count_pages(lines: list[str]) -> bool:
    """Whether the lines that are nothing but a number count pages: upwards, from one of the first."""
    alone = [int(digits) for line in lines if RESIDUE[-1][1].match(line) for digits in re.findall(r"\d+", line)]
    rising = all(one < other for one, other in pairwise(alone))
    return bool(alone) and rising and 0 < alone[0] < _FIRST


SAYS = "正文里有{kind}“{text}”。"
FIRES = {
    "书签": a_report(a_section("四、", "指标分析", "[bookmark: _GoBack]效益指标完成情况：良好。")),
    "页码": a_report(a_section("七、", "其他需要说明的问题", "无\n1")),
}
SILENT = {
    "表格的格子": a_report(a_section("二、", "指标", "产出数量\n5\n产出质量\n5\n得分率高。\n100")),
    "干净": a_report(a_section("四、", "指标分析", "效益指标完成情况：良好。共3项。")),
    "图的刻度": a_report(a_section("四、", "指标分析", "效益指标完成情况：良好。\n100\t96.26\n80\n60\n图1 得分率")),
}
