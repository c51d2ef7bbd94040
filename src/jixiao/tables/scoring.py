"""Scores as columns; `jixiao.scoring` has the same rules for one row, with its reasons.

In stages, because a Polars expression is a tree: what is used twice must be a column first. Inside, every number is a
128-bit integer in millionths (money in fen). Numbers are below 10^12, so no product passes 2·10^36 and none overflows.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

import polars as pl
from polars import col

from jixiao.model.terms import Op
from jixiao.tables.schema import MONEY, POINTS

_ONE: Final = 10**6
_LINEAR, _INVERSE = 1 * _ONE, 2 * _ONE  # law.formula_reverse
_HIGHER: Final = (Op.AT_LEAST, Op.MORE, Op.EQUAL)
_LOWER: Final = (Op.AT_MOST, Op.LESS)
_OP: Final = pl.Enum([op.value for op in Op])
_NUMERIC: Final = (*_HIGHER, *_LOWER, Op.BETWEEN, Op.NONE)

_INDICATOR: Final = {
    "weight": "indicator.weight",
    "t": "indicator.t",
    "t_high": "indicator.t_high",
    "v": "indicator.v",
    "reverse": "law.formula_reverse",
    "over_at": "law.over_at",
    "places": "law.score_places",
}


# What the three columns of `due` are made from.
DUE: Final = ("indicator.op", *_INDICATOR.values())


def due(
    frame: pl.DataFrame, wanted: Sequence[str] = ("indicator.due", "indicator.met", "indicator.over")
) -> pl.DataFrame:
    """The frame with the points that the formula in force gives each indicator, and whether its target was met.

    Reads the columns of `DUE`, numbers all Decimal(18,6), target and actual value in one unit.

    Adds those wanted of: indicator.due, Decimal(18,6), null where no formula in force gives points; indicator.met, the
    target as it is worded, null where that cannot be told; indicator.over, whether the actual value reaches the law's
    multiple of the target, null where a number is missing and where the target is not above 0, so that it has no
    multiples.

    Raises:
        TypeError: a column has another type.
    """
    rows = _integers(frame, _INDICATOR, POINTS).with_columns(op=frame["indicator.op"].cast(_OP))
    weights = frame["indicator.weight"]
    columns = {"indicator.due": lambda: _points(rows, weights), "indicator.met": _met, "indicator.over": _over}
    return frame.with_columns(rows.select(columns[name]().alias(name) for name in wanted))


def _points(rows: pl.DataFrame, weights: pl.Series) -> pl.Expr:
    """The points.

    The formulas are for targets that are not plainly met; division, which takes most of the time, is for those of them
    that earn neither all nor nothing.
    """
    met = (_is(*_HIGHER) & (col.t > 0) & (col.v >= col.t)) | (_is(*_LOWER) & (col.t >= 0) & (col.v <= col.t))
    plainly = rows.select((met & (col.weight >= 0)).fill_null(value=False)).to_series()
    shares = _share(_sides(rows.with_row_index("row").filter(~plainly).lazy()))
    others = shares.filter("usable").select("row", "weight", "part", "whole", "places").collect()
    parted = others.filter((col.part != col.whole) & (col.part != 0))
    divided = parted.select("row", points=from_millionths(_portion(col.weight, col.part, col.whole)))
    points = pl.select(pl.when(plainly).then(weights)).to_series()
    full, nothing = (others.filter(own)["row"] for own in (col.part == col.whole, col.part == 0))
    points = points.scatter(full, weights.gather(full)).scatter(nothing, Decimal(0))
    return pl.lit(points.scatter(divided["row"], divided["points"]))


def execution_due(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with the points of the budget execution row, project.due: Decimal(18,6).

    Reads project.base and project.executed, Decimal(18,2) in 元; project.execution_weight and law.score_places,
    Decimal(18,6); law.execution_cap. Null without a budget, with a missing or a negative number, and where points above
    the weight do not fit.

    Raises:
        TypeError: a column has another type.
    """
    money = _integers(frame, {"base": "project.base", "executed": "project.executed"}, MONEY)
    points = _integers(frame, {"weight": "project.execution_weight", "places": "law.score_places"}, POINTS)
    rows = pl.concat((money, points, frame.select(cap="law.execution_cap")), how="horizontal")
    due = (
        pl.when((col.executed > col.base) & col.cap)
        .then(col.weight)
        .otherwise(_portion(col.weight, col.executed, col.base))
    )
    usable = (col.base > 0) & (col.executed >= 0) & (col.weight >= 0)
    return frame.with_columns(rows.select(from_millionths(pl.when(usable).then(due)).alias("project.due")))


def _integers(frame: pl.DataFrame, columns: Mapping[str, str], kind: pl.Decimal) -> pl.DataFrame:
    for name in columns.values():
        if frame.schema[name] != kind:
            raise TypeError(f"{name} is {frame.schema[name]}, not {kind}")
    return frame.select(pl.col(column).to_physical().alias(name) for name, column in columns.items())


def _sides(rows: pl.LazyFrame) -> pl.LazyFrame:
    """below, above: on which side of the target v0, the actual value, is; usable: whether a formula may hold."""
    rows = rows.with_columns(
        v0=pl.when(col.v < 0).then(0).otherwise(col.v),
        least=pl.when(_is(*_HIGHER, Op.BETWEEN)).then(col.t),
        most=pl.when(_is(*_LOWER)).then(col.t).when(_is(Op.BETWEEN)).then(col.t_high),
    )
    ordered = ~_is(Op.BETWEEN) | (col.t_high >= col.t)
    return rows.with_columns(
        below=(col.v0 < col.least).fill_null(value=False),
        above=(col.v0 > col.most).fill_null(value=False),
        usable=_is(*_NUMERIC) & col.v.is_not_null() & (col.t >= 0) & (col.weight >= 0) & ordered,
    )


def _share(rows: pl.LazyFrame) -> pl.LazyFrame:
    """The share of the weight that is earned, part ÷ whole; part is null where no formula is in force."""
    missed = (col.t == 0) & ((_is(Op.MORE) & (col.v0 == 0)) | (_is(Op.EQUAL) & (col.v0 > 0)))
    linear, inverse = col.above & (col.reverse == _LINEAR), col.above & (col.reverse == _INVERSE)
    part = (
        pl.when(_is(Op.NONE))
        .then(pl.when(col.v == col.t).then(1))
        .when(missed)
        .then(0)
        .when(col.below)
        .then(col.v0)
        .when(~col.above)
        .then(1)
        .when(linear)
        .then(pl.max_horizontal(2 * col.most - col.v0, 0))
        .when(inverse)
        .then(col.most)
    )
    whole = (
        pl.when(col.below)
        .then(col.least)
        .when(linear & (col.most > 0))
        .then(col.most)
        .when(inverse)
        .then(col.v0)
        .otherwise(1)
    )
    return rows.with_columns(part=part, whole=whole)


def _met() -> pl.Expr:
    reached = {
        Op.AT_LEAST: col.v >= col.t,
        Op.MORE: col.v > col.t,
        Op.EQUAL: col.v == col.t,
        Op.AT_MOST: col.v <= col.t,
        Op.LESS: col.v < col.t,
        Op.BETWEEN: (col.v >= col.t) & (col.v <= col.t_high),
    }
    equal = pl.when(_is(Op.NONE) & (col.v == col.t)).then(statement=True)
    return pl.coalesce(equal, *(pl.when(_is(op)).then(answer) for op, answer in reached.items()))


def _over() -> pl.Expr:
    enough = col.v * _ONE >= col.over_at * col.t
    return pl.when(_is(*_HIGHER) & (col.t > 0)).then(enough).when(~_is(*_HIGHER) & _is(*_NUMERIC)).then(statement=False)


def _is(*ops: Op) -> pl.Expr:
    return col.op.is_in([op.value for op in ops])


def _portion(weight: pl.Expr, part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    """`jixiao.scoring.portion` on millionths; null where the law does not say to how many places, or to more than 6."""
    places = col.places // _ONE
    step = pl.lit(10, pl.Int128) ** pl.when(places.is_between(0, 6)).then(6 - places)
    return (2 * weight * part + whole * step) // (2 * whole * step) * step


def from_millionths(millionths: pl.Expr) -> pl.Expr:
    """128-bit millionths as Decimal(18,6); null where they do not fit."""
    return (millionths.cast(pl.Decimal(38, 6), strict=False) / _ONE).cast(POINTS, strict=False)
