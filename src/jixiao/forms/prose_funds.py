"""The amounts of the whole project as a report states them in sentences."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from jixiao.forms.amounts import Amount, amounts_in
from jixiao.forms.notes import Notes
from jixiao.forms.sentences import Sentence
from jixiao.model.evaluation import FundLine
from jixiao.model.number import MONEY_UNITS
from jixiao.model.terms import FundSource

# How sure an amount is that a sentence states.
STATED: Final = Decimal("0.75")
_PERCENT: Final = Decimal(100)
# A plan below this share of what was spent is that of a part.
_TOO_SMALL: Final = Decimal("0.5")
_NEAR: Final = Decimal(1)


def read_stated_funds(sentences: Iterable[Sentence], year: int | None, notes: Notes) -> tuple[FundLine, ...]:
    """One line for the whole; none where the sentences state no amount of it.

    Of several amounts of a kind the one counts that is named most plainly, of these the first. All are given in 万元,
    or in 元 where all are printed so; sources say how they were printed.
    """
    found: dict[str, Amount] = {}
    rates: list[Amount] = []
    for one in amounts_in(sentences, year):
        if one.role == "rate":
            rates.append(one)
        elif one.role not in found or one.rank > found[one.role].rank:
            found[one.role] = one
    stated = _by_field(found)
    if not stated:
        return ()
    if (rate := next((one for one in rates if _agrees(one.value, stated)), None)) is not None:
        stated["rate"] = rate
    unit = "元" if all(one.unit in ("元", "%") for one in stated.values()) else "万元"
    for name, one in stated.items():
        notes.source(f"funds[0].{name}", one.place, one.words, STATED)
    label = next(iter(stated.values()))
    notes.source("funds[0].label", label.place, label.words, STATED)
    values = {name: _in_unit(one, unit) for name, one in stated.items()}
    return (FundLine(FundSource.TOTAL, label.words, unit, **values),)


def _by_field(found: Mapping[str, Amount]) -> dict[str, Amount]:
    """Plan, budget in force and spending; what is spent is spent of the plan where nothing is said to have changed."""
    plan, budget, executed = (found.get(role) for role in ("plan", "budget", "executed"))
    if plan and executed and plan.yuan < executed.yuan * _TOO_SMALL:
        plan = None
    if executed and budget is None:
        budget = plan
    fields = {"initial": plan, "budget": budget, "executed": executed}
    return {name: one for name, one in fields.items() if one is not None}


def _agrees(rate: Decimal, stated: Mapping[str, Amount]) -> bool:
    """Whether a rate can be that of the amounts; without both of them any rate can."""
    whole, part = stated.get("budget"), stated.get("executed")
    if whole is None or part is None or not whole.yuan:
        return True
    return abs(part.yuan * _PERCENT / whole.yuan - rate) < _NEAR


def _in_unit(one: Amount, unit: str) -> Decimal:
    return one.value if one.unit == "%" else one.value.scaleb(MONEY_UNITS[one.unit] - MONEY_UNITS[unit])
