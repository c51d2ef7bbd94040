"""CX09: a conclusion that everything was met, beside rows that were not."""

import re
from collections.abc import Iterator
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.prose import passages, within
from jixiao.checks.rows import judged, unread
from jixiao.checks.samples import a_report, a_section, an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.number import Number, known
from jixiao.model.place import Place
from jixiao.model.terms import says_not_done

_ALL: Final = re.compile(
    r"(?:全部|均已?|圆满|全面|已经?|各项[^，。；]{0,8}(?:均|都|已))(?:按期|按时|如期|顺利)?(?:完成|实现|达成|达到|达标)(?:了)?(?:[^，。；]{0,10}(?:目标|指标|任务))?"
    r"|(?:目标|指标|任务)[^，。；不未]{0,8}(?:全部|均已?|都已?|已经?|圆满)(?:按期|按时|如期|顺利)?(?:完成|实现|达成|达到|达标)"
)
_GOALS: Final = re.compile(r"目标|指标|任务|全部")
_NOT: Final = re.compile(r"未|没有|不|尚|基本$|除|大部|部分")
_BEFORE: Final = 4


@check("CX09", on=document, at="sections", severity=WARNING, basis=["jx-practice"], weighty=True)
def all_met_claimed_though_rows_were_not(d: Evaluation) -> Answer:
    """结论说目标全部完成，表内有没完成的

    为什么要查：有的指标写着没有开展，有的扣了分，结论却说全部完成；读结论的人就看不到问题。
    怎么改：结论写明完成了几项、哪几项没有完成、为什么。
    不适用于：没有说全部完成的文件；各行都得满分、也没有写未开展的表。
    """
    claims = list(_claims(d))
    if not claims or not d.indicators:
        return NOT_APPLICABLE
    undone = [row.level3 or "" for row in d.indicators if says_not_done(row.actual or "")]
    lost = [row.level3 or "" for row in d.indicators if _lost(row.weight, row.score)]
    missing = unread(d, "actual", "weight", "score", "level3")
    if not undone and not lost:
        return judged([], missing)
    field, place, words = claims[0]
    rest = "；".join(
        f"{what}：{'、'.join(names)}" for what, names in (("没有做的", undone), ("扣了分的", lost)) if names
    )
    return [Fault(field, place, {"words": words, "rest": rest})]


def _claims(d: Evaluation) -> Iterator[tuple[str, Place | None, str]]:
    texts = [(field, place, text) for field, place, text in passages(d) if field.startswith("sections")]
    texts += [
        (f"goals[{n}].achieved", d.place(f"goals[{n}].achieved"), goal.achieved or "") for n, goal in enumerate(d.goals)
    ]
    for field, place, text in texts:
        for match in _ALL.finditer(text):
            near = text[max(0, match.start() - _BEFORE) : match.start()]
            if _GOALS.search(match[0]) and not _NOT.search(near):
                yield field, within(place, match.start(), match.end()), match[0]


def _lost(weight: Number, score: Number) -> bool:
    full, got = known(weight), known(score)
    return full is not None and got is not None and got < full


SAYS = "结论说“{words}”，{rest}。"
done = a_section("三、", "评价结论", "年初设定的绩效目标已经完成。")
FIRES = {
    "没有开展": a_report(done, indicators=(an_indicator(level3="群众满意度", actual="未开展"),)),
    "扣了分": a_report(done, indicators=(an_indicator(score=8),)),
}
SILENT = {"都完成了": a_report(done, indicators=(an_indicator(),))}
APART = {
    "没有这样说": a_report(indicators=(an_indicator(score=8),)),
    "没有指标": a_report(done),
    "空表": an_evaluation(),
}
UNSURE = {"得分没读出来": a_report(done, indicators=(an_indicator(score=None),))}
