"""CX01: what the text says of an indicator is what the form says."""

import re
from typing import Final

from jixiao.checks.amounts import Figure, figures
from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.prose import has_text, sentences, within
from jixiao.checks.rows import judged, unread
from jixiao.checks.samples import a_report, a_section, an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.place import Place
from jixiao.model.terms import fold

_CLAUSE: Final = re.compile(r"[^，,、：:]+")
# The figure is a goal, of another time, or a part: not the actual value.
_ELSE: Final = re.compile(
    r"目标|计划|预期|应当|要求|上年|去年|同比|比上|其中|分值|得分|20[01]\d年|季度|每月|完成率|达标率|达成率"
)
# What may stand between the name and its figure.
_IS: Final = re.compile(r"(?:全年|年度|平均|实际|完成值?|达到|达|为|是|共|的|：|:|\s)*")
_SHORTEST: Final = 4


@check("CX01", on=document, at="sections", severity=WARNING, basis=["jx-practice"], weighty=True)
def indicator_told_differently_in_the_text(d: Evaluation) -> Answer:
    """同一个指标，正文写的数与表内不同

    为什么要查：正文和表说的是同一件事，两个数至少有一个不对。
    怎么改：以台账、统计表为准，两处改成一样；口径不同的，写明各是什么口径。
    不适用于：没有正文的文件；正文没有用指标的名称说数的。按印出的位数比较，98%与98.05%不算不同。
    """
    if not has_text(d) or not d.indicators:
        return NOT_APPLICABLE
    rows = [(fold(row.level3 or ""), row) for row in d.indicators]
    named = [(name, row) for name, row in rows if len(name) >= _SHORTEST and None not in (row.actual, row.target)]
    faults = []
    for one in sentences(d):
        for clause in _CLAUSE.finditer(one.text):
            words = clause[0]
            own = [(name, row) for name, row in named if name in words]
            if not own or _ELSE.search(words):
                continue
            name, row = max(own, key=lambda pair: len(pair[0]))
            after = words.find(name) + len(name)
            told = [
                figure
                for figure in figures(words)
                if figure.start >= after and _IS.fullmatch(words[after : figure.start])
            ]
            held = [*figures(row.actual or ""), *figures(row.target or "")]
            wrong = next((figure for figure in told if _differs(figure, held)), None)
            place = within(one.place, clause.start() + wrong.start, clause.start() + wrong.end) if wrong else None
            if wrong and not _is_claimed(d, place):
                faults.append(Fault(one.field, place, {"name": name, "said": wrong.words, "actual": row.actual or ""}))
    return judged(faults, unread(d, "level3", "actual", "target"))


def _is_claimed(d: Evaluation, place: Place | None) -> bool:
    """Whether the figure was read as the budget or the spending, which BG11 compares."""
    if place is None:
        return False
    ends = {(claim.place.line, claim.place.end) for claim in d.claims}
    return (place.line, place.end) in ends


def _differs(figure: Figure, held: list[Figure]) -> bool:
    """Whether the row has figures of this unit, and none that could be this one."""
    same = [one for one in held if one.unit == figure.unit]
    return bool(same) and not any(figure.meets(one) for one in same)


SAYS = "正文写“{name}”{said}，表内实际完成值是“{actual}”。"


def _report(text: str, actual: str | None = "98%") -> Evaluation:
    row = an_indicator(level3="视频在线率", target="≥95%", actual=actual)
    return a_report(a_section("（三）", "产出情况", text, level=2), indicators=(row,))


FIRES = {"两个数": _report("全年视频在线率96.5%。")}
SILENT = {"一样": _report("全年视频在线率98%。"), "位数不同": _report("全年视频在线率98.2%。")}
APART = {"没有正文": an_evaluation(an_indicator())}
UNSURE = {"完成值没读出来": _report("运行正常。", None)}
