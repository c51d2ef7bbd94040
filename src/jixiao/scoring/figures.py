"""A numeric target and its actual value as a row calculates with them and shows them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.model.evaluation import Quantity
from jixiao.model.number import MONEY_UNITS, tidy
from jixiao.model.terms import Op, fold
from jixiao.scoring.points import Undecided
from jixiao.scoring.quantities import comparable

_SIGNS: Final = {Op.AT_LEAST: "≥", Op.MORE: ">", Op.EQUAL: "=", Op.AT_MOST: "≤", Op.LESS: "<"}


@dataclass(frozen=True, slots=True)
class Figures:
    """The two ends of the target and the actual value v in one unit, money in 元.

    unit: how they are shown, "" for none; shift: the powers of ten from the shown unit to the one calculated in.
    """

    op: Op
    low: Decimal
    high: Decimal
    v: Decimal
    unit: str = ""
    shift: int = 0

    def show(self, value: Decimal) -> str:
        """A number in the shown unit."""
        return tidy(value.scaleb(-self.shift))

    @property
    def target(self) -> str:
        """The target in words: ≥98%."""
        if self.op is Op.BETWEEN:
            return f"{self.show(self.low)}～{self.show(self.high)}{self.unit}"
        return f"{_SIGNS.get(self.op, '')}{self.show(self.low)}{self.unit}"

    @property
    def actual(self) -> str:
        """The actual value in words: 95%."""
        return f"{self.show(self.v)}{self.unit}"


def figures_of(target: Quantity, actual: Quantity) -> Figures:
    """The figures of two quantities that both hold numbers.

    Raises:
        Undecided: they cannot be compared, and why.
    """
    pair = comparable(target, actual)
    if pair is None:
        raise Undecided(f"目标的单位是“{target.unit}”，实际完成值的单位是“{actual.unit}”，不能相比")
    if pair.doubt:
        raise Undecided(pair.doubt)
    if pair.low is None or pair.high is None or pair.actual is None:
        raise Undecided("数字太大，超出计算范围")
    unit = fold(target.unit or actual.unit or "")
    return Figures(target.op, pair.low, pair.high, pair.actual, unit, MONEY_UNITS.get(unit, 0))
