"""SC16: like shortfalls get like points."""

from decimal import Decimal
from itertools import combinations
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.number import known, tidy
from jixiao.model.terms import Level2, Op
from jixiao.scoring.portion import portion
from jixiao.scoring.quantities import comparable

RISING: Final = (Op.AT_LEAST, Op.MORE, Op.EQUAL, Op.NONE)
FALLING: Final = (Level2.COST, Level2.TIMELINESS, Level2.ECONOMIC_COST)
NEEDED: Final = ("target", "actual", "weight", "score")
# Points of a hundred; less is the rounding of printed points.
APART_BY: Final = Decimal(5)

Shares = tuple[Decimal, Decimal]


@check("SC16", on=document, at="indicators", severity=WARNING, basis=["cz-2020-10", "county-review-14"], weighty=True)
def like_shortfalls_scored_unlike(d: Evaluation) -> Answer:
    """同一张表里，完成得多的反而得分少

    为什么要查：没有达到目标的指标，计分的办法要一样；完成六成的得九成分、完成九成的得八成五，说明分是凭感觉给的。
    怎么改：没有达到目标的定量指标一律按完成比例计分，或者写明每一项的计分办法。
    不适用于：没有两个以上未达标定量指标的表；成本、时效指标。完成率或得分率只差不到五个百分点的不算。
    """
    missing = tuple(
        f"indicators[{n}].{name}"
        for n, row in enumerate(d.indicators)
        for name in NEEDED
        if getattr(row, name) is None and name in d.columns
    )
    if missing:
        return Unsure(missing)
    missed = [(n, row, shares) for n, row in enumerate(d.indicators) if (shares := _shares(row))]
    if len(missed) < 2:
        return NOT_APPLICABLE
    told: dict[int, Fault] = {}
    for one, other in combinations(missed, 2):
        less, more = sorted((one, other), key=lambda row: row[2][0])
        if more[2][0] > less[2][0] + APART_BY and less[2][1] > more[2][1] + APART_BY:
            told.setdefault(more[0], _fault(more, less))
    return list(told.values())


def _shares(row: Indicator) -> Shares | None:
    """Completion and points, of a hundred each, of a row that missed its target."""
    weight, score = known(row.weight), known(row.score)
    pair = comparable(row.target_parsed, row.actual_parsed)
    if pair is None or pair.low is None or pair.actual is None or not weight or score is None:
        return None
    rising = row.target_parsed.op in RISING and row.class2 not in FALLING
    if not rising or not 0 < pair.actual < pair.low or not 0 <= score < weight:
        return None
    return portion(Decimal(100), pair.actual, pair.low, 2), portion(Decimal(100), score, weight, 2)


def _fault(more: tuple[int, Indicator, Shares], less: tuple[int, Indicator, Shares]) -> Fault:
    facts = {
        "level3": more[1].level3 or "",
        "done": tidy(more[2][0]),
        "scored": tidy(more[2][1]),
        "other": less[1].level3 or "",
        "other_done": tidy(less[2][0]),
        "other_scored": tidy(less[2][1]),
    }
    return Fault(f"indicators[{more[0]}].score", facts=facts)


SAYS = "“{level3}”完成 {done}%，得分率 {scored}%；“{other}”只完成 {other_done}%，得分率却有 {other_scored}%。"
most = an_indicator(level3="高血压管理人数", target="≥1000人", actual="910人", weight=2, score="1.6")
some = an_indicator(level3="糖尿病管理人数", target="≥1000人", actual="620人", weight=2, score="1.8")
FIRES = {"九成一得八成": an_evaluation(most, some)}
SILENT = {
    "都按比例": an_evaluation(
        an_indicator(target="≥1000人", actual="910人", weight=2, score="1.82"),
        an_indicator(target="≥1000人", actual="620人", weight=2, score="1.24"),
    )
}
APART = {"只有一个没有达到": an_evaluation(an_indicator(), most)}
UNSURE = {"一行得分没读出来": an_evaluation(most, an_indicator(target="≥10台", actual="8台", score=None))}
