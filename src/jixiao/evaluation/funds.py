"""The funds block of the form: one line for the year and one for each source that the layout prints."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from jixiao.evaluation.money import UNIT, printed
from jixiao.model.dossier import Dossier, FundPlan
from jixiao.model.evaluation import FundLine
from jixiao.model.number import Number
from jixiao.model.terms import FundSource
from jixiao.scoring.portion import portion

_RATE_PLACES: Final = 2
# What stands in the column of reasons; the ministry's form has none for amounts.
_REASONS: Final = {"tianjin": "—", "mof": None}
# By layout, the lines below the total: the source and label that are printed, the sources that it stands for, and
# whether the official form has it; another is printed only where the project has such money.
_LINES: Final = {
    "tianjin": (
        (FundSource.CENTRAL, "其中：中央补助", (FundSource.CENTRAL,), True),
        (FundSource.MUNICIPAL, "市级资金", (FundSource.MUNICIPAL,), True),
        (FundSource.DISTRICT, "区级资金", (FundSource.DISTRICT, FundSource.FISCAL), False),
        (FundSource.CARRYOVER, "上年结转资金", (FundSource.CARRYOVER,), False),
        (
            FundSource.OTHER,
            "其他资金",
            (FundSource.PROVINCIAL, FundSource.DEDICATED, FundSource.UNIT, FundSource.OTHER),
            True,
        ),
    ),
    "mof": (
        (
            FundSource.FISCAL,
            "其中：当年财政拨款",
            (
                FundSource.CENTRAL,
                FundSource.PROVINCIAL,
                FundSource.MUNICIPAL,
                FundSource.DISTRICT,
                FundSource.FISCAL,
            ),
            True,
        ),
        (FundSource.CARRYOVER, "上年结转资金", (FundSource.CARRYOVER,), True),
        (FundSource.OTHER, "其他资金", (FundSource.DEDICATED, FundSource.UNIT, FundSource.OTHER), True),
    ),
}


def lines_of(dossier: Dossier, executed: Decimal, layout: str, weight: Number) -> tuple[FundLine, ...]:
    """The fund lines, amounts in 万元.

    executed: 元 paid in the year. A source that bears the whole budget bears the whole spending; where several do and
    a payment does not say which it came from, their lines leave it blank.
    """
    plans = [plan for plan in dossier.funds if plan.source is not FundSource.TOTAL]
    used = [plan for plan in plans if plan.initial or plan.budget]
    total = _line(FundSource.TOTAL, "年度资金总额", plans or dossier.funds, executed, weight, _REASONS[layout])
    return (total, *_sources(plans, used, executed, _by_source(dossier, executed), layout))


def plan_of(source: FundSource, dossier: Dossier, layout: str) -> FundPlan | None:
    """The first plan of the folder whose money a line of the form shows."""
    shown = next((sources for line, _, sources, _ in _LINES[layout] if line is source), tuple(FundSource))
    return next((plan for plan in dossier.funds if plan.source in shown), None)


def _sources(
    plans: Iterable[FundPlan],
    used: list[FundPlan],
    executed: Decimal,
    by_source: Mapping[FundSource, Decimal],
    layout: str,
) -> Iterable[FundLine]:
    for source, label, sources, always in _LINES[layout]:
        own = [plan for plan in plans if plan.source in sources]
        if not own and not always:
            continue
        paid: Decimal | None = Decimal(0)
        if any(plan in used for plan in own):
            shares = [by_source[plan.source] for plan in own if plan.source in by_source]
            paid = executed if all(plan in own for plan in used) else sum(shares, Decimal(0)) if by_source else None
        yield _line(source, label, own, paid, "", _REASONS[layout])


def _by_source(dossier: Dossier, executed: Decimal) -> Mapping[FundSource, Decimal]:
    """What was paid in the year from each source; nothing where a payment does not say its source."""
    found: dict[FundSource, Decimal] = {}
    for one in dossier.payments:
        if one.day.year == dossier.year:
            if one.source is None:
                return {}
            found[one.source] = found.get(one.source, Decimal(0)) + one.amount
    return found if sum(found.values(), Decimal(0)) == executed else {}


def _line(
    source: FundSource,
    label: str,
    plans: Iterable[FundPlan],
    executed: Decimal | None,
    weight: Number,
    reason: str | None,
) -> FundLine:
    plans = list(plans)
    initial = sum((plan.initial for plan in plans), Decimal(0))
    budget = sum((plan.budget for plan in plans), Decimal(0))
    rate: Number = ""
    if budget > 0 and executed is not None:
        rate = portion(Decimal(100), executed, budget, _RATE_PLACES)
    return FundLine(
        source,
        label,
        UNIT,
        initial=printed(initial),
        budget=printed(budget),
        executed="" if executed is None else printed(executed),
        weight=weight,
        score="",
        rate=rate,
        reason=reason,
    )
