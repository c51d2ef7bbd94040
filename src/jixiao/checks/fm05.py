"""FM05: spaces inside Chinese words or before punctuation."""

import re
from typing import Final

from jixiao.checks.base import HINT, Answer, Fault, check, document
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section
from jixiao.model.evaluation import Evaluation

STRAY: Final = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000]{1,4}(?=[\u4e00-\u9fff，。；：、])")
MARKS: Final = re.compile("[，。；：、]")
# So many spaces part the cells of a table that became one line.
CELLS: Final = 3


@check("FM05", on=document, at="sections", severity=HINT, basis=["jx-practice"])
def space_inside_a_word(d: Evaluation) -> Answer:
    """词语中间或标点前面有空格

    为什么要查：空格把一个词断开，查找不到，也是复制粘贴留下的痕迹。
    怎么改：删去空格。
    不适用于：为对齐而拉开的两字词（例如“总　分”）单独成行的；表格里的标签；一行里三处以上的，那是几格并成了一行。
    """
    faults = []
    for field, place, text in passages(d):
        if not field.startswith("sections"):
            continue
        match = STRAY.search(text.strip())
        if match and (field.endswith(".heading") or not _is_cells(text.strip())):
            start = text.index(text.strip()) + match.start()
            near = text[max(0, start - 3) : start + len(match[0]) + 3]
            faults.append(Fault(field, within(place, start, start + len(match[0])), {"near": near}))
    return faults


def _is_cells(text: str) -> bool:
    """Whether the spaces part the cells of a row that became one line, or spread one word over its line."""
    words = text.split()
    if all(len(word) == 1 for word in words):
        return True
    return len(STRAY.findall(text)) >= CELLS or (not MARKS.search(text) and all(len(word) > 1 for word in words))


SAYS = "“{near}”中间有多余的空格。"
FIRES = {
    "词中间": a_report(a_section("", "", "项 目支出绩效评价报告", level=0, heading="")),
    "句号前": a_report(a_section("（二）", "项目过程情况 。", level=2, heading="（二）项目过程情况 。")),
}
SILENT = {
    "拉开的两字词": a_report(a_section("", "", "目　录", level=0, heading="")),
    "几格并成一行": a_report(a_section("", "", "项目名称 村道养护", level=0, heading="")),
    "没有空格": a_report(a_section("一、", "基本情况", "项目支出绩效评价，共 3 项。")),
}
