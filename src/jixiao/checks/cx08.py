"""CX08: the goal in the text is the goal in the form."""

import re
from collections.abc import Iterator
from typing import Final

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.prose import has_text
from jixiao.checks.samples import a_report, a_section, an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import fold

_PIECE: Final = re.compile(r"[。；;，,\n]|(?<!\d)\d{1,2}[.．、](?!\d)")
_LIKE: Final = 3  # characters in a row that two pieces share when they speak of one thing
_SHORTEST: Final = 6
_OVERALL: Final = ("总目标", "总体目标", "年度总体目标")


@check("CX08", on=document, at="goals", severity=HINT, basis=["jx-practice"])
def goal_of_the_form_absent_from_the_text(d: Evaluation) -> Answer:
    """正文的总目标和表内的总体目标不是同一套

    为什么要查：正文的总目标和表内的预期目标应当是同一套；一处多出一条，不知道批下来的是哪一套。
    怎么改：按批复的目标申报表改成一样。
    不适用于：正文没有“目标”一节，或表内没有预期目标的文件。按词句相同比较，换了说法的也会列出来，请自行判断。
    """
    said = fold("".join(_goal_texts(d)))
    goals = [(n, goal) for n, goal in enumerate(d.goals) if goal.expected]
    if not has_text(d) or not said or not goals:
        return NOT_APPLICABLE
    faults = []
    for n, goal in goals:
        pieces = [fold(piece) for piece in _PIECE.split(goal.expected or "")]
        alone = [piece for piece in pieces if len(piece) >= _SHORTEST and not _is_said(piece, said)]
        if alone:
            facts = {"here": "表内", "there": "正文", "pieces": "；".join(alone)}
            faults.append(Fault(f"goals[{n}].expected", facts=facts))
    printed = fold("".join(goal.expected or "" for _, goal in goals))
    return [*faults, *_only_in_the_text(d, printed)]


def _only_in_the_text(d: Evaluation, printed: str) -> Iterator[Fault]:
    """What the overall goal of the text promises and the form does not."""
    for at, section in enumerate(d.sections):
        if fold(section.title).startswith(_OVERALL) and section.text:
            pieces = [fold(piece) for piece in _PIECE.split(section.text)]
            alone = [piece for piece in pieces if len(piece) >= _SHORTEST and not _is_said(piece, printed)]
            if alone:
                facts = {"here": "正文", "there": "表内", "pieces": "；".join(alone)}
                yield Fault(f"sections[{at}].text[0]", facts=facts)


def _goal_texts(d: Evaluation) -> Iterator[str]:
    """The text of headings on goals, and of the headings below them; not of the analysis of their quality."""
    level = 0
    for section in d.sections:
        if level and section.level > level:
            yield f"{section.title}。{section.text}"
            continue
        level = (
            section.level if "目标" in section.title and "情况" not in section.title and section.level in (1, 2) else 0
        )
        if level:
            yield section.text


def _is_said(piece: str, said: str) -> bool:
    """Whether half of a piece's runs of characters stand in the text."""
    runs = [piece[at : at + _LIKE] for at in range(len(piece) - _LIKE + 1)]
    return 3 * sum(run in said for run in runs) >= len(runs)


SAYS = "{here}目标的这几处，{there}目标里没有：{pieces}。"
told = a_section("（二）", "项目绩效目标", "保障机房安全运行，光纤畅通。", level=2)


def _report(expected: str) -> Evaluation:
    return a_report(told, indicators=(an_indicator(),), goals={expected: "已完成机房保障"})


FIRES = {"多出一条": _report("保障机房安全运行；如期建成数据湖项目")}
listed = a_section("1.", "如期建成数据湖项目。", "", level=3)
SILENT = {
    "一样": _report("保障机房安全运行"),
    "正文分条写": a_report(told, listed, indicators=(an_indicator(),), goals={"如期建成数据湖项目": "已建成"}),
}
APART = {"没有正文": an_evaluation(an_indicator())}
