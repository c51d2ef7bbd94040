"""One indicator: which rule applies, and the points it gives."""

from decimal import Decimal

from jixiao.law.snapshot import Law
from jixiao.model.evaluation import Indicator
from jixiao.model.number import Number, tidy
from jixiao.model.terms import WAIVED, Op, Origin, Tier, fold, is_empty, says_not_done
from jixiao.scoring.figures import figures_of
from jixiao.scoring.points import Points, Undecided
from jixiao.scoring.qualitative import below, judge, judge_tier, tier_of
from jixiao.scoring.quantitative import compute


def score_indicator(indicator: Indicator, law: Law) -> Points:
    """The points of one indicator: computed, judged, blank or waived (design §3.3)."""
    try:
        weight = weight_of(indicator.weight)
    except Undecided as blank:
        return blank.points(None)
    if any(fold(text or "") in WAIVED for text in (indicator.target, indicator.actual)):
        return Points(Origin.WAIVED, None, weight, "指标不适用，不计分")
    try:
        if _unheld(indicator):
            return _unheld_survey(weight, law)
        return _by_target(indicator, weight, law)
    except Undecided as blank:
        return blank.points(weight)


def weight_of(printed: Number) -> Decimal:
    """A printed weight that points can be a share of.

    Raises:
        Undecided: it is blank, unread or negative.
    """
    if printed is None:
        raise Undecided("没有读到分值")
    if printed == "":
        raise Undecided("没有填写分值")
    if printed < 0:
        raise Undecided(f"分值 {tidy(printed)} 是负数")
    return printed


def _unheld(indicator: Indicator) -> bool:
    """Whether this is a satisfaction row without a survey."""
    if not indicator.is_satisfaction or indicator.actual is None or indicator.actual_parsed.is_number:
        return False
    return is_empty(indicator.actual) or fold(indicator.actual) == "无" or says_not_done(indicator.actual)


def _unheld_survey(weight: Decimal, law: Law) -> Points:
    basis = "satisfaction.unheld"
    if law.word(basis) != "zero":
        raise Undecided("没有开展调查，满意度无从得分", basis)
    why = f"没有开展调查，满意度按“{law.entries[basis].act.title}”计 0 分"
    return Points(Origin.COMPUTED, Decimal(0), weight, why, (basis,), met=False)


def _by_target(indicator: Indicator, weight: Decimal, law: Law) -> Points:
    target, actual = _filled(indicator.target, "目标值"), _filled(indicator.actual, "实际完成值")
    wanted, reached = indicator.target_parsed, indicator.actual_parsed
    if wanted.op is Op.BEFORE and reached.op is Op.BEFORE:
        return _by_day(indicator, weight, law)
    if wanted.op in (Op.TEXT, Op.BEFORE):
        return judge_tier(tier_of(target, actual), actual, indicator.score, weight, law)
    if not wanted.is_number:
        raise Undecided(f"没有读懂目标值“{target}”")
    if reached.is_number:
        return compute(figures_of(wanted, reached), weight, law)
    if says_not_done(actual):
        return judge_tier(Tier.UNMET, actual, indicator.score, weight, law)
    raise Undecided(f"目标“{target}”是数字，实际完成值“{actual}”不是数字")


def _by_day(indicator: Indicator, weight: Decimal, law: Law) -> Points:
    last, done = indicator.target_parsed.text or "", indicator.actual_parsed.text or ""
    if done <= last:
        why = f"实际“{indicator.actual}”，没有晚于目标“{indicator.target}”，得满分 {tidy(weight)} 分"
        return Points(Origin.COMPUTED, weight, weight, why, met=True)
    finding = f"实际“{indicator.actual}”，晚于目标“{indicator.target}”"
    return judge(indicator.score, weight, below("band.met", weight, law), finding, met=False)


def _filled(text: str | None, name: str) -> str:
    if text is None:
        raise Undecided(f"没有读到{name}")
    if is_empty(text):
        raise Undecided(f"没有填写{name}")
    return text
