"""CM19: every problem has its suggestion."""

import re
from functools import partial
from itertools import takewhile
from typing import Final

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.samples import a_report, a_section
from jixiao.model.evaluation import Evaluation, Section

_ITEM: Final = re.compile(
    r"(?:^|[。；;\n])\s*(?:[一二三四五六七八九十]是|第?[一二三四五六七八九十][,，、]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、](?!\d)|[①-⑩])",
    re.ASCII,
)
_SHORT: Final = 2  # one suggestion may answer two problems


@check("CM19", on=document, at="sections", severity=HINT, basis=["county-review-14"])
def fewer_suggestions_than_problems(d: Evaluation) -> Answer:
    """建议的条数比问题少

    为什么要查：问题和建议要对得上；问题列了几条、建议只有一两条，多半有问题没有人管。
    怎么改：逐条对应写建议；一条建议解决几个问题的，写明是哪几个。
    不适用于：没有分条写的；建议最多比问题少一条的。
    """
    problems = _items(d, ("问题",), ("建议", "需要说明"))
    advice = _items(d, ("建议", "改进措施", "下一步"), ("问题",))
    if problems is None or advice is None:
        return NOT_APPLICABLE
    (_, had), (at, given) = problems, advice
    if had < _SHORT or given < 1:
        return NOT_APPLICABLE
    return (
        [Fault(f"sections[{at}].heading", facts={"had": str(had), "given": str(given)})]
        if had - given >= _SHORT
        else []
    )


def _items(d: Evaluation, words: tuple[str, ...], without: tuple[str, ...]) -> tuple[int, int] | None:
    """The section of a part, and how many items it lists: headings one level below, else numbered sentences."""
    for at, section in enumerate(d.sections):
        title = section.title
        if not section.level or not any(word in title for word in words) or any(word in title for word in without):
            continue
        below = list(takewhile(partial(_is_below, section), d.sections[at + 1 :]))
        if below:
            top = min(one.level for one in below)
            return at, sum(one.level == top for one in below)
        return at, len(_ITEM.findall(section.text))
    return None


def _is_below(section: Section, other: Section) -> bool:
    return other.level > section.level


SAYS = "问题有 {had} 条，建议只有 {given} 条。"
four = a_section("五、", "存在的问题", "一是启动晚。二是合同迟。三是没有调查。四是台账不全。")
FIRES = {"四条对一条": a_report(four, a_section("六、", "有关建议", "一是加强管理。"))}
SILENT = {"四条对三条": a_report(four, a_section("六、", "有关建议", "一是提前启动。二是按期续签。三是组织调查。"))}
APART = {"没有分条": a_report(four, a_section("六、", "有关建议", "加强管理。")), "没有建议": a_report(four)}
