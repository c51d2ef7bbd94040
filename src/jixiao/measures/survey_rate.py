"""Satisfaction, from a survey that was held."""

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import Final

import polars as pl
from polars import col

from jixiao.law.load import counting_day
from jixiao.measures.base import Given, measure
from jixiao.measures.settings import Setting
from jixiao.measures.uptime import percent
from jixiao.model.dates import written_span
from jixiao.model.measurement import Measurement
from jixiao.model.number import plain
from jixiao.scoring.portion import portion

_FAIRLY: Final = "基本满意"
_WRONG: Final = "满意、基本满意、不满意相加不等于有效份数"
_MORE: Final = "有效多于收回，或收回多于发放"
# Two-sided 95 % of the normal distribution.
_Z: Final = Decimal("1.959964")
_CONTEXT: Final = Context(prec=60, rounding=ROUND_HALF_UP)


@measure(
    "survey_rate",
    advice="针对{name}，逐条整理不满意的意见，答复并整改，下一年度复查整改效果",
    title="满意度",
    unit="%",
    places=2,
    settings=(Setting("counts", "计入满意", "满意、基本满意", "哪些回答算满意", ("满意", "满意、基本满意")),),
    may_read=("survey",),
    parts={
        "sent": "发放份数",
        "returned": "收回份数",
        "valid": "有效份数",
        "satisfied": "满意份数",
        "interval_low": "95% 置信区间下限（%）",
        "interval_high": "95% 置信区间上限（%）",
    },
)
def survey_rate(given: Given) -> Measurement:
    """算满意的份数 ÷ 有效份数 × 100%，附 95% 置信区间（Wilson）。没有开展调查的为空，不得分。

    下限把没有有效收回的份数全算不满意，上限全算满意；覆盖率是有效份数占发放份数的比例。
    三种回答相加不等于有效份数的行不用，早于评价期间、晚于报告日期的也不用；没有报告日期的，以次年 3 月 31 日为限。
    """
    log = given.optional("survey")
    if log is None or not given.evidence.tables["survey"].total:
        return given.blank("没有开展满意度调查", (given.rows("survey"),) if log is not None else ())
    timely = log.filter(col.day.is_between(given.period.first, _last_day(given)))
    consistent = timely.filter(col.satisfied + col.fairly + col.dissatisfied == col.valid)
    sound = consistent.filter((col.valid <= col.returned) & (col.returned <= col.sent))
    left_out = {
        "调查日期不在评价期间开始至报告日期之间": len(log) - len(timely),
        _WRONG: len(timely) - len(consistent),
        _MORE: len(consistent) - len(sound),
    }
    sources = (given.rows("survey", left_out, sound["row"].to_list()),)
    counted = given.settings.text("counts")
    sent, returned, valid = (int(sound[name].sum()) for name in ("sent", "returned", "valid"))
    satisfied = int(sound["satisfied"].sum()) + (int(sound["fairly"].sum()) if _FAIRLY in counted else 0)
    rate = percent(satisfied, valid, given.method.places)
    if rate is None:
        return given.blank("满意度调查没有能用的有效答卷", sources)
    lowest, highest = wilson(satisfied, valid, given.method.places)
    return given.result(
        rate,
        f"{_held(sound)}，发放 {sent} 份，收回 {returned} 份，有效 {valid} 份；"
        f"{counted} {satisfied} 份 ÷ 有效 {valid} 份 × 100% = {plain(rate)}%，"
        f"95% 置信区间 {plain(lowest)}%～{plain(highest)}%",
        sources,
        low=percent(satisfied, sent, given.method.places),
        high=percent(satisfied + sent - valid, sent, given.method.places),
        coverage=portion(Decimal(1), Decimal(valid), Decimal(sent), 6),
        parts={
            "sent": Decimal(sent),
            "returned": Decimal(returned),
            "valid": Decimal(valid),
            "satisfied": Decimal(satisfied),
            "interval_low": lowest,
            "interval_high": highest,
        },
    )


def _held(surveys: pl.DataFrame) -> str:
    """When and how those asked were asked."""
    days, whom, ways = (surveys[name].drop_nulls().unique().sort() for name in ("day", "group", "way"))
    how = f"以{'、'.join(ways)}" if len(ways) else ""
    return f"{written_span(days[0], days[-1])}{how}向{'、'.join(whom)}开展调查"


def _last_day(given: Given) -> date:
    """A survey about a year may be held when it is over, until the report is written."""
    return counting_day(given.dossier.report_date, given.dossier.year) or given.period.last


def wilson(part: int, whole: int, places: int) -> tuple[Decimal, Decimal]:
    """The Wilson interval of part ÷ whole in percent, rounded outwards.

    The ends p of the interval solve (part/whole - p)² = z² p (1 - p) / whole; computed with 60 digits.
    """
    exact = _CONTEXT
    k, n = Decimal(part), Decimal(whole)
    square = exact.multiply(_Z, _Z)
    under = exact.divide(exact.multiply(4 * k, n - k), n)
    root = exact.multiply(_Z, exact.sqrt(exact.add(square, under)))
    middle, double = exact.add(2 * k, square), exact.multiply(Decimal(2), exact.add(n, square))
    step = Decimal(1).scaleb(-places)
    sides = (exact.subtract(middle, root), exact.add(middle, root))
    low, high = (exact.divide(exact.multiply(Decimal(100), side), double) for side in sides)
    return max(low, Decimal(0)).quantize(step, ROUND_FLOOR), min(high, Decimal(100)).quantize(step, ROUND_CEILING)
