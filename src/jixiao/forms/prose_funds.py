"""The amounts of the whole project as a report states them in sentences."""

from collections.abc import Iterable, Mapping, Sequence
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
# Amounts named less plainly are named by a bare 资金.
_PLAIN: Final = 3
# What a project costs in all its years is no budget of one.
_VAGUE: Final = 1


def read_stated_funds(
    sentences: Iterable[Sentence], year: int | None, notes: Notes, *, ahead: bool = False
) -> tuple[FundLine, ...]:
    """One line for the whole; none where the sentences state no amount of it.

    ahead: the document speaks of what is to come, so that any amount is the plan.

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
    if ahead and "budget" in stated and not stated.keys() & {"initial", "executed"}:
        stated["initial"] = stated.pop("budget")
    if not stated:
        return ()
    if (rate := _rate(rates, stated)) is not None:
        stated["rate"] = rate
    unit = "元" if all(one.unit in ("元", "%") for one in stated.values()) else "万元"
    for name, one in stated.items():
        notes.source(f"funds[0].{name}", one.place, one.words, STATED)
    label = next(iter(stated.values()))
    notes.source("funds[0].label", label.place, label.words, STATED)
    values = {name: _in_unit(one, unit) for name, one in stated.items()}
    initial, budget, executed, percent = (values.get(name) for name in ("initial", "budget", "executed", "rate"))
    return (FundLine(FundSource.TOTAL, label.words, unit, initial, budget, executed, rate=percent),)


def _by_field(found: Mapping[str, Amount]) -> dict[str, Amount]:
    """Plan, budget in force and spending; what is spent is spent of the plan where nothing is said to have changed.

    What was issued is the budget beside a plan, and the plan without one. A bare 资金 or 经费 is one item beside both.
    """
    executed = found.get("executed")
    small = executed.yuan * _TOO_SMALL if executed else Decimal(0)
    plan, issued, budget = (
        one if (one := found.get(role)) and one.yuan >= small else None for role in ("plan", "issued", "budget")
    )
    if budget and budget.rank < _PLAIN and (plan or issued):
        budget = None
    if issued and (plan is None or plan.rank == _VAGUE):
        plan = issued
    elif issued and not budget:
        budget = issued
    if executed and budget is None:
        budget = plan
    fields = {"initial": plan, "budget": budget, "executed": executed}
    return {name: one for name, one in fields.items() if one is not None}


def _rate(rates: Sequence[Amount], stated: Mapping[str, Amount]) -> Amount | None:
    """The rate that agrees with the amounts; where one of them is missing, the only one that is stated."""
    whole, part = stated.get("budget"), stated.get("executed")
    if whole is None or part is None or not whole.yuan:
        return rates[0] if len({one.value for one in rates}) == 1 and rates[0].value <= _PERCENT else None
    due = part.yuan * _PERCENT / whole.yuan
    return next((one for one in rates if abs(due - one.value) < _NEAR), None)


def _in_unit(one: Amount, unit: str) -> Decimal:
    return one.value if one.unit == "%" else one.value.scaleb(MONEY_UNITS[one.unit] - MONEY_UNITS[unit])
