"""CX02: figures of the text that stand nowhere in the form."""

import re
from typing import Final

from jixiao.checks.amounts import figures, printed_in_form
from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, Unsure, check, document
from jixiao.checks.prose import has_text, sentences, within
from jixiao.checks.rows import unread
from jixiao.checks.samples import a_report, a_section, an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.number import known
from jixiao.model.terms import fold

_PARTS: Final = ("资金", "产出", "效益", "综合评价", "评价结论", "目标")
_SHOWN: Final = 5
_RECKONED: Final = re.compile(r"÷.*[=＝]")
_FEWEST: Final = 2  # one figure alone is a manner of speaking


@check("CX02", on=document, at="sections", severity=HINT, basis=["jx-practice"])
def figures_of_the_text_not_in_the_form(d: Evaluation) -> Answer:
    """正文写的数，表内找不到

    为什么要查：资金、目标、产出、效益各部分的数应当从表里来；找不到的，要么另有出处，要么改了一处没有改另一处。
    怎么改：逐个核对；另有出处的写明来源，表里该有的补进表里。
    不适用于：只有自评表或只有正文的文件；只有一个数的；背景、依据等部分；金额另行核对（BG11）；完成率由得分算出（SC08）；
    写成算式的句子，算式就是出处。
    """
    if not has_text(d) or not d.indicators:
        return NOT_APPLICABLE
    missing = unread(d, "level3", "target", "actual", "weight", "score", "reason")
    missing += tuple(f"goals[{n}].achieved" for n, goal in enumerate(d.goals) if goal.achieved is None)
    missing += () if known(d.total.score) is not None or d.total.score == "" else ("total.score",)
    missing += tuple(
        f"funds[{n}].{name}" for n, line in enumerate(d.funds) for name in _MONEY if getattr(line, name) is None
    )
    if missing:
        return Unsure(missing)
    held = printed_in_form(d)
    claimed = {(claim.place.line, claim.place.end) for claim in d.claims}
    alone = []
    for one in sentences(d):
        if not any(part in fold(d.sections[one.section].title) for part in _PARTS) or _RECKONED.search(one.text):
            continue
        for figure in figures(one.text):
            place = within(one.place, figure.start, figure.end)
            told = place is not None and (place.line, place.end) in claimed
            if figure.unit != "元" and not told and not any(figure.meets(other) for other in held):
                alone.append((one.field, place, figure.words))
    words = list(dict.fromkeys(words for _, _, words in alone))
    shown = "、".join(words[:_SHOWN]) + ("等" if len(words) > _SHOWN else "")
    return [Fault(*alone[0][:2], {"count": str(len(words)), "words": shown})] if len(words) >= _FEWEST else []


_MONEY: Final = ("initial", "budget", "executed", "weight", "score", "rate")


def _report(text: str, **cells: str | None) -> Evaluation:
    row = an_indicator(level3="培训人次", target="≥800人次", **{"actual": "860人次", **cells})
    return a_report(
        a_section("（三）", "项目产出情况", text, level=2), indicators=(row,), total="100", total_weight="100"
    )


SAYS = "正文有 {count} 个数在表内找不到：{words}。"
FIRES = {"另一个数": _report("全年培训912人次，共31期。")}
SILENT = {
    "只有一个数": _report("分3批培训。"),
    "写成算式": _report("培训完成率：培训860人次 ÷ 应训912人次 × 100% = 94.30%。"),
    "表里有": _report("全年培训860人次。"),
}
APART = {"只有自评表": an_evaluation(an_indicator())}
UNSURE = {"完成值没读出来": _report("全年培训912人次。", actual=None)}
