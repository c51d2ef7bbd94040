"""What is derived from one row of a form before it becomes columns."""

from decimal import Decimal
from typing import Final

from jixiao.model.evaluation import Indicator, Quantity
from jixiao.model.number import MONEY_UNITS, in_yuan, step
from jixiao.model.terms import Level1, Level2, Op, fold, implied_level1
from jixiao.scoring.qualitative import tier_of

# Units of things that cannot be halved.
_COUNTED: Final = frozenset("人个台套次户件份名辆处座家位项条期场批册")
# Cost stands among the outputs or alone, satisfaction among the benefits or alone.
_ANYWHERE: Final = (
    *(Level2.SATISFACTION, Level2.COST, Level2.ECONOMIC_COST, Level2.SOCIAL_COST, Level2.ENVIRONMENTAL_COST),
)
_WHOLE: Final = Decimal(100)


def units_differ(target: Quantity, actual: Quantity) -> bool | None:
    """Whether both sides are numbers in units that cannot be compared; None where one was not read."""
    if Op.UNREAD in (target.op, actual.op):
        return None
    if not (target.is_number and actual.is_number and target.unit and actual.unit):
        return False
    units = {fold(target.unit), fold(actual.unit)}
    return len(units) > 1 and not units <= set(MONEY_UNITS)


def tier(row: Indicator) -> str | None:
    """The tier that the words of a row without a numeric target name; "" where they name none or it has a number."""
    if row.target is None or row.actual is None or Op.UNREAD in (row.target_parsed.op, row.actual_parsed.op):
        return None
    named = tier_of(row.target, row.actual) if row.target_parsed.op is Op.TEXT else None
    return named.value if named else ""


def impossible(row: Indicator) -> bool | None:
    """Whether no count and no survey can give the actual value: below zero, a broken count, more than all satisfied."""
    number = row.actual_parsed.low
    if row.actual_parsed.op is Op.UNREAD or row.level1 is None:
        return None
    if number is None:
        return False
    unit = fold(row.actual_parsed.unit or "")
    broken = unit in _COUNTED and number != number.to_integral_value()
    return number < 0 or broken or (row.is_satisfaction and unit == "%" and number > _WHOLE)


def misplaced(row: Indicator) -> bool | None:
    """Whether the class of level 2 belongs below another class of level 1 in the ministry's form."""
    if row.level1 is None or row.level2 is None:
        return None
    above, implied = row.class1, implied_level1(row.level2)
    return implied is not None and above not in (Level1.OTHER, implied) and row.class2 not in _ANYWHERE


def late(target: Quantity, actual: Quantity) -> bool | None:
    """Whether the day of the actual value is after that of the target; None where either is no day."""
    if not target.op is actual.op is Op.BEFORE:
        return None
    return (actual.text or "") > (target.text or "")


def printed_half(quantity: Quantity) -> Decimal | None:
    """Half the last printed place of a number, money in 元."""
    if quantity.low is None:
        return None
    unit = fold(quantity.unit or "")
    return step(in_yuan(quantity.low, unit) if unit in MONEY_UNITS else quantity.low) / 2
