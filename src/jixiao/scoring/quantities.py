"""A target and an actual value in one unit: what the row form and the column form both calculate with."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.model.evaluation import Quantity
from jixiao.model.number import MONEY_UNITS, fits, in_yuan, tidy
from jixiao.model.terms import Op, fold

_UPPER: Final = (Op.AT_MOST, Op.LESS)
_LOWER: Final = (Op.AT_LEAST, Op.MORE)

Ends = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numeric values in one unit; money in 元. Each is None where that side is not a number.

    unit: "" where neither side printed one. doubt: why `actual` is None although a number was printed, in Chinese.
    """

    low: Decimal | None
    high: Decimal | None
    actual: Decimal | None
    unit: str
    doubt: str = ""


def comparable(target: Quantity, actual: Quantity) -> Pair | None:
    """The two sides in one unit, or None where their units cannot be compared.

    Money is converted exactly to 元. A unit printed on one side only is taken for both: forms print "≥98%" beside "98",
    but 0.98 beside it is in doubt. An actual value printed as a range ("≥99%") stands for its end nearest to the target
    if the whole range meets the target, otherwise it is in doubt.
    """
    unit, theirs = fold(target.unit or actual.unit or ""), fold(actual.unit or target.unit or "")
    ends, reached = (target.low, target.high), (actual.low, actual.high)
    if unit in MONEY_UNITS and theirs in MONEY_UNITS:
        ends, reached, unit = _yuan(ends, unit), _yuan(reached, theirs), "元"
    elif unit != theirs and target.is_number and actual.is_number:
        return None
    doubt = _fraction(target, actual) or _range(target.op, ends, actual.op, reached)
    nearest = reached[1] if target.op in _UPPER else reached[0]
    return Pair(*ends, None if doubt else nearest, unit, doubt)


def _yuan(ends: Ends, unit: str) -> Ends:
    low, high = (None if end is None else in_yuan(end, unit) for end in ends)
    return (low, high) if all(end is None or fits(end) for end in (low, high)) else (None, None)


def _fraction(*sides: Quantity) -> str:
    """Spreadsheets show 0.95 for 95% where the cell has lost its format."""
    for percent, bare in (sides, sides[::-1]):
        number, beside = bare.low or Decimal(0), percent.low or Decimal(0)
        if fold(percent.unit or "") == "%" and not bare.unit and 0 < number <= 1 < beside:
            return f"{tidy(number)} 没有写单位，分不清是 {tidy(number)}% 还是 {tidy(number * 100)}%"
    return ""


def _range(op: Op, ends: Ends, actual_op: Op, reached: Ends) -> str:
    """A range stands for its nearest end only if the whole of it meets the target."""
    if actual_op in (Op.NONE, Op.EQUAL) or None in (*ends, *reached):
        return ""
    above, below = reached[0] >= ends[0], reached[1] <= ends[1]  # type: ignore[operator]
    meets = (op in _UPPER or above) and (op in _LOWER or below)
    return "" if actual_op is op and meets else "实际完成值写成了一个范围，不是一个确定的数"
