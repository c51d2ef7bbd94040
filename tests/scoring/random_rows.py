"""Random numeric rows that crowd around the borders of the formulas."""

import os
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from random import Random

from jixiao.model.evaluation import Indicator, Quantity
from jixiao.model.terms import Op

COUNT = int(os.environ.get("JIXIAO_ROWS", "20000"))
OPS = (Op.AT_LEAST, Op.MORE, Op.EQUAL, Op.AT_MOST, Op.LESS, Op.BETWEEN, Op.NONE)
TINY = Decimal("0.000001")
TARGETS = [*map(Decimal, ("0", "1", "3", "7", "100", "200", "0.000001", "98.5", "99999999999.999999", "-5")), None]
WEIGHTS = [*map(Decimal, ("0", "1", "3", "5", "10", "22.5", "3.333", "0.5", "90", "99999999999.999999", "-1")), None]
FACTORS = ("1", "2", "1.2", "1.3", "0.5", "0.95", "0.005", "0.015", "1.995", "3")


@dataclass(frozen=True)
class Case:
    op: Op
    t: Decimal | None
    high: Decimal | None
    v: Decimal | None
    weight: Decimal | None
    reverse: int | None

    @property
    def indicator(self):
        target = Quantity(Op.UNREAD) if self.t is None else Quantity(self.op, self.t, self.high)
        actual = Quantity(Op.UNREAD) if self.v is None else Quantity(Op.NONE, self.v, self.v)
        return Indicator(
            "产出指标", "数量指标", "数量", f"{self.t}", f"{self.v}", self.weight, None, None, target, actual
        )


def cases(count=COUNT):
    chance = Random(20200225)
    return [_case(chance) for _ in range(count)]


def _case(chance):
    op = chance.choice(OPS)
    t = chance.choice(TARGETS) if chance.random() < 0.5 else _number(chance)
    high = _above(chance, t) if op is Op.BETWEEN else t
    weight = chance.choice(WEIGHTS) if chance.random() < 0.5 else _number(chance) % 100
    return Case(op, t, high, _actual(chance, t, high), weight, chance.choice((1, 1, 2, 2, None)))


def _number(chance):
    """Up to 10^11 with up to six decimals."""
    decimals = chance.randrange(7)
    return Decimal(chance.randrange(10 ** chance.randrange(1, 12 + decimals))).scaleb(-decimals)


def _above(chance, t):
    if t is None or chance.random() < 0.05:
        return t and t - 1
    return t + (0 if chance.random() < 0.1 else _number(chance) % 1000)


def _actual(chance, t, high):
    kind = chance.random()
    if t is None or kind < 0.2:
        return _number(chance)
    if kind < 0.25:
        return None
    if kind < 0.3:
        return -_number(chance)
    if kind < 0.35:
        return Decimal(0)
    border = chance.choice((t, high))
    near = border * Decimal(chance.choice(FACTORS)) + chance.choice((0, 0, 0, TINY, -TINY))
    return near.quantize(TINY, ROUND_DOWN)
