"""Figures in conditions: exact sums of columns times numbers, compared on 128-bit integers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import polars as pl

from jixiao.tables.formula.names import Dimension
from jixiao.tables.formula.tree import FormulaError

_MILLION: Final = 6  # every figure is counted in millionths
_PLACES: Final = 6  # of a factor
_LARGEST: Final = Decimal(10) ** 6  # factor
_ALIKE: Final = (
    {Dimension.BARE, Dimension.POINTS},
    {Dimension.BARE, Dimension.PERCENT},
    {Dimension.BARE, Dimension.COUNT},
    {Dimension.BARE, Dimension.ANY},
    {Dimension.ANY, Dimension.POINTS},
    {Dimension.ANY, Dimension.PERCENT},
)
_SIGNED: Final[Mapping[str, Callable[[pl.Expr], pl.Expr]]] = {
    "=": lambda apart: apart == 0,
    "<>": lambda apart: apart != 0,
    ">": lambda apart: apart > 0,
    ">=": lambda apart: apart >= 0,
    "<": lambda apart: apart < 0,
    "<=": lambda apart: apart <= 0,
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum of columns, each times a factor, and a constant.

    columns: by name, the column's expression in millionths (Int128) and its factor. In 元 where dimension is MONEY.
    """

    columns: Mapping[str, tuple[pl.Expr, Decimal]]
    constant: Decimal
    dimension: Dimension


def of_column(name: str, places: int, dimension: Dimension) -> Figure:
    """The figure of one column that holds decimals of `places` places, or whole numbers for 0."""
    whole = pl.col(name) if places == 0 else pl.col(name).to_physical()
    return Figure({name: (whole.cast(pl.Int128) * 10 ** (_MILLION - places), Decimal(1))}, Decimal(0), dimension)


def add(left: Figure, right: Figure, sign: int, at: int) -> Figure:
    """Left plus or minus right.

    Raises:
        FormulaError: they count different things.
    """
    dimension = _common(left.dimension, right.dimension, at)
    columns = dict(left.columns)
    for name, (column, factor) in right.columns.items():
        before = columns[name][1] if name in columns else Decimal(0)
        columns[name] = (column, before + sign * factor)
    return Figure(columns, left.constant + sign * right.constant, dimension)


def times(left: Figure, right: Figure, at: int) -> Figure:
    """A product one side of which is a number.

    Raises:
        FormulaError: both sides are columns, or the number has a unit other than %.
    """
    if left.columns and right.columns:
        raise FormulaError(at, "两列不能相乘", "只能乘以一个数，例如 分值*60%")
    figure, number = (left, right) if left.columns else (right, left)
    if number.dimension is Dimension.PERCENT:
        by = number.constant.scaleb(-2)
    elif number.dimension is Dimension.BARE:
        by = number.constant
    else:
        raise FormulaError(at, "乘的数不能带单位", "写成 分值*2 或者 分值*60%")
    columns = {name: (column, factor * by) for name, (column, factor) in figure.columns.items()}
    return Figure(columns, figure.constant * by, figure.dimension)


def compare(sign: str, left: Figure, right: Figure, at: int) -> pl.Expr:
    """Whether the comparison holds; unknown where a column is.

    Raises:
        FormulaError: they count different things, no column is compared, or a number is too large or too fine.
    """
    apart = add(left, right, -1, at)
    columns = {name: pair for name, pair in apart.columns.items() if pair[1] != 0}
    if not columns:
        raise FormulaError(at, "比较的两边没有表里的内容，或者两边相同", "至少一边要有一列")
    numbers = [factor for _, factor in columns.values()]
    if any(abs(one) > _LARGEST for one in numbers) or any(_places(one) > _PLACES for one in numbers):
        raise FormulaError(at, "乘的数太大，或者小数位太多", "乘的数不超过 1000000，小数不超过 6 位")
    places = max(_places(one) for one in numbers)
    constant = apart.constant.scaleb(_MILLION + places)
    if constant != constant.to_integral_value() or abs(constant) >= Decimal(10) ** 30:
        raise FormulaError(at, "比较的数太大，或者小数位太多", "小数不超过 6 位")
    total = sum(
        (column * int(factor.scaleb(places)) for column, factor in columns.values()),
        start=pl.lit(int(constant), dtype=pl.Int128),
    )
    return _SIGNED[sign](total)


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _common(left: Dimension, right: Dimension, at: int) -> Dimension:
    if left is right:
        return left
    if {left, right} not in _ALIKE:
        bare = Dimension.BARE in (left, right)
        cause = "金额要写单位" if bare else f"“{left.value}”和“{right.value}”不能相加减，也不能比较"
        raise FormulaError(at, cause, "例如 全年预算数>100万元、执行率<80%、得分<分值*60%")
    return right if left is Dimension.BARE else left
