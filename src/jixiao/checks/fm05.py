"""FM05: spaces inside Chinese words or before punctuation."""

import re
from typing import Final

from jixiao.checks.base import HINT, Answer, Fault, check, document
from jixiao.checks.prose import passages, within
from jixiao.checks.samples import a_report, a_section
from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import Level1, Level2

# Offices that issue a paper together stand with spaces between them: 财政部 水利部关于印发.
_OFFICE: Final = "[部厅局委院署办会]"
_JOINT: Final = rf"(?<={_OFFICE})[ \u3000][\u4e00-\u9fff]{{1,12}}?{_OFFICE}(?:[ \u3000《]|关于)"
# What begins anew behind a space, as lines of a page that became one: 发布时间：, 四、.
_NEXT: Final = r"[ \u3000]{1,4}(?:[\u4e00-\u9fff]{2,6}[:：]|[一二三四五六七八九十]{1,3}、)"
_SPACE: Final = r"(?<=[\u4e00-\u9fff])[ \u3000]{1,4}(?=[\u4e00-\u9fff，。；：、])"
SPACE: Final = re.compile(_SPACE)
STRAY: Final = re.compile(rf"(?!{_JOINT}|{_NEXT}){_SPACE}")
MARKS: Final = re.compile("[，。；：、]")
# So many spaces part the cells of a table that became one line.
CELLS: Final = 3
# A row of a table that became one line begins with its class.
_CLASSES: Final = tuple(f"{one} " for one in (*Level1, *Level2) if one.endswith("指标"))


@check("FM05", on=document, at="sections", severity=HINT, basis=["jx-practice"])
def space_inside_a_word(d: Evaluation) -> Answer:
    """词语中间或标点前面有空格

    为什么要查：空格把一个词断开，查找不到，也是复制粘贴留下的痕迹。
    怎么改：删去空格。
    不适用于：为对齐而拉开的两字词（例如“总　分”）单独成行的；表格里的标签；一行里三处以上的，或者以指标类别开头的，
    那是几格并成了一行；联合发文的机关之间的空格；空格后面是“发布时间：”这样的标签或者“四、”这样的序号，那是几行并成了一行。
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
    if all(len(word) == 1 for word in words) or text.startswith(_CLASSES):
        return True
    return len(SPACE.findall(text)) >= CELLS or (
        not MARKS.search(text) and all(len(word) > 1 or word.isdigit() for word in words)
    )


SAYS = "“{near}”中间有多余的空格。"
FIRES = {
    "词中间": a_report(a_section("", "", "项 目支出绩效评价报告", level=0, heading="")),
    "句号前": a_report(a_section("（二）", "项目过程情况 。", level=2, heading="（二）项目过程情况 。")),
}
SILENT = {
    "拉开的两字词": a_report(a_section("", "", "目　录", level=0, heading="")),
    "几格并成一行": a_report(a_section("", "", "项目名称 村道养护", level=0, heading="")),
    "一行指标": a_report(a_section("", "", "时效指标 完成时限 1 5", level=0, heading="")),
    "联合发文的机关": a_report(
        a_section("一、", "基本情况", "按照《财政部 水利部 林草局关于印发办法的通知》，专款专用。")
    ),
    "几行并成一行": a_report(
        a_section("", "", "来源：示例区财政局 发布时间：2021年3月 四、评价结论", level=0, heading="")
    ),
    "没有空格": a_report(a_section("一、", "基本情况", "项目支出绩效评价，共 3 项。")),
}
