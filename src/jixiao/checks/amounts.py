"""Figures in prose: numbers with a unit, and which cells of the form they may be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.model.evaluation import Evaluation
from jixiao.model.number import DIGITS, MONEY_UNITS, contradicts, decimal, fits, in_yuan, known, step

_UNITS: Final = (
    r"万元|亿元|元|%|％|分钟|分|个百分点|个工作日|个小时|个月|万人次|人次|万人|名|人|户|个|套|台|路|条|份|次|处|家|项|座|间|亩|公里|千米|平方米|㎡"
    r"|吨|辆|期|批|所|件|场|天|小时|册|公顷|米"
)
# Things that come whole: their number is not rounded.
_COUNTED: Final = frozenset("人次 名 人 户 个 套 台 路 条 份 次 处 家 项 座 间 辆 期 批 所 件 场 册".split())
_FIGURE: Final = re.compile(
    rf"(?<![\d.A-Za-z〔\[第])(?P<value>{DIGITS})\s?(?P<unit>{_UNITS})(?!以上|以下|左右|多|余)", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit in a text; money is in 元, with the places it was printed with."""

    value: Decimal
    unit: str
    start: int
    end: int
    words: str

    @property
    def rounding(self) -> Decimal:
        """How far the figure may lie from what it stands for: half of its last place, nothing for a count."""
        return (
            Decimal(0)
            if self.unit in _COUNTED and self.value == self.value.to_integral_value()
            else step(self.value) / 2
        )

    def meets(self, other: "Figure") -> bool:
        """Whether both may be printings of one figure."""
        return self.unit == other.unit and not contradicts(self.value, other.value)


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text, in order."""
    for match in _FIGURE.finditer(text):
        value, unit = decimal(match["value"]), match["unit"].replace("％", "%")
        if not fits(value):
            continue
        if unit in MONEY_UNITS:
            value, unit = in_yuan(value, unit), "元"
        yield Figure(value, unit, match.start(), match.end(), match[0])


def printed_in_form(evaluation: Evaluation) -> list[Figure]:
    """Every figure of the form: funds, rows, points, with the points also by class and in percent."""
    found = [one for text in _texts(evaluation) for one in figures(text)]
    for line in evaluation.funds:
        amounts = (known(cell) for cell in (line.initial, line.budget, line.executed))
        unit = line.money_unit if line.money_unit in MONEY_UNITS else "万元"
        found += [_bare(in_yuan(amount, unit), "元") for amount in amounts if amount is not None]
        found += [_bare(rate, "%") for rate in [known(line.rate)] if rate is not None]
    cells = [cell for row in evaluation.indicators for cell in (row.weight, row.score)]
    cells += [cell for line in evaluation.funds for cell in (line.weight, line.score)]
    cells += [group.weight for group in evaluation.groups] + [evaluation.total.weight, evaluation.total.score]
    cells += _sums(evaluation)
    return found + [_bare(points, "分") for cell in cells if (points := known(cell)) is not None]


def _sums(evaluation: Evaluation) -> list[Decimal]:
    """The weights and the points of each class of either level, added up."""
    sums: dict[tuple[str, ...], Decimal] = {}
    for row in evaluation.indicators:
        for name, cell in (("weight", row.weight), ("score", row.score)):
            for key in ((name, row.level1 or ""), (name, row.level1 or "", row.level2 or "")):
                sums[key] = sums.get(key, Decimal(0)) + (known(cell) or Decimal(0))
    return list(sums.values())


def _texts(evaluation: Evaluation) -> Iterator[str]:
    for row in evaluation.indicators:
        yield from (cell for cell in (row.level3, row.target, row.actual, row.reason) if cell)
    for goal in evaluation.goals:
        yield from (cell for cell in (goal.expected, goal.achieved) if cell)


def _bare(value: Decimal, unit: str) -> Figure:
    return Figure(value, unit, 0, 0, "")
