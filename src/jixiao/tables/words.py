"""The words that check files use, and nothing else.

Every word is three-valued: what is not known stays not known. Polars' own `sum`, `all`, `any`, `min_horizontal`,
`otherwise` and `is_null` are not, and turn a missing value into a wrong answer instead of none; a test over the syntax
of check files keeps them out. `project.`, `law.` and a row's own table are reachable by name, other rows only through
`total count every some largest copies`.
"""

from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import Final, Literal

import polars as pl

from jixiao.tables.schema import HALF, TABLES, blank_bit

Kind = Literal["total", "count", "every", "some", "largest", "copies"]


class Row:
    """The columns of one table as expressions: `indicator.score`."""

    def __init__(self, table: str) -> None:
        self.table = table

    def __getattr__(self, column: str) -> pl.Expr:
        columns = TABLES[self.table]
        if column not in columns:
            near = get_close_matches(column, columns, 1)
            hint = f"; did you mean {self.table}.{near[0]}?" if near else ""
            raise AttributeError(f"no column {self.table}.{column}{hint}")
        return pl.col(f"{self.table}.{column}")


indicator: Final = Row("indicator")
group: Final = Row("group")
fund: Final = Row("fund")
project: Final = Row("project")
law: Final = Row("law")


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a check applies, and the fault."""

    conditions: tuple[pl.Expr, ...]
    fault: pl.Expr


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A figure over the rows of `child` that belong to one row of `per`."""

    kind: Kind
    child: str
    per: str
    value: pl.Expr
    where: pl.Expr


AGGREGATES: Final[dict[str, Aggregate]] = {}


def given(*conditions_and_fault: pl.Expr) -> Rule:
    """A rule: the last expression is the fault, the ones before it say where the check applies."""
    *conditions, fault = conditions_and_fault
    return Rule(tuple(conditions), fault)


def number(digits: str) -> pl.Expr:
    """An exact number that is not whole; float literals are refused."""
    return pl.lit(Decimal(digits), dtype=HALF)


def blank(cell: pl.Expr) -> pl.Expr:
    """The cell is there and empty; unknown if it could not be read."""
    table, column = _column(cell)
    if TABLES[table][column].dtype == pl.String:
        return cell == ""
    empty = (pl.col(f"{table}.blank") & blank_bit(table, column)) != 0
    return pl.when(empty).then(statement=True).when(cell.is_not_null()).then(statement=False)


def filled(cell: pl.Expr) -> pl.Expr:
    """The opposite of blank."""
    return ~blank(cell)


def among(cell: pl.Expr, *values: str) -> pl.Expr:
    """The cell is one of the values."""
    return cell.is_in(values)


def says(text: pl.Expr, *words: str) -> pl.Expr:
    """The text contains one of the words."""
    return text.str.contains_any(list(words))


def pick(condition: pl.Expr, yes: pl.Expr, no: pl.Expr) -> pl.Expr:
    """`yes` where the condition holds, `no` where it does not, unknown where that is not known."""
    return pl.when(condition).then(yes).when(~condition).then(no)


def stands_for(printed: pl.Expr, exact: pl.Expr) -> pl.Expr:
    """The exact number lies in the interval that the printed one stands for."""
    half = _half(printed)
    off = exact - printed
    return (off >= -half) & (off < half)


def contradicts(a: pl.Expr, b: pl.Expr) -> pl.Expr:
    """Two printed figures, or totals of them, cannot be of one number: their intervals do not meet."""
    return (_end(a, 1) <= _end(b, -1)) | (_end(b, 1) <= _end(a, -1))


def total(value: pl.Expr, per: Row, where: pl.Expr | None = None) -> pl.Expr:
    """The sum over the rows; unknown if one of them is, or if there is none."""
    return _aggregate("total", value, per, where)


def count(per: Row, where: pl.Expr) -> pl.Expr:
    """How many rows the condition holds for; unknown if it is for one of them, 0 if there is no row."""
    return _aggregate("count", where, per, None)


def every(condition: pl.Expr, per: Row, where: pl.Expr | None = None) -> pl.Expr:
    """The condition holds for all rows; unknown if there is none."""
    return _aggregate("every", condition, per, where)


def some(condition: pl.Expr, per: Row, where: pl.Expr | None = None) -> pl.Expr:
    """The condition holds for a row; unknown if there is none."""
    return _aggregate("some", condition, per, where)


def largest(value: pl.Expr, per: Row, where: pl.Expr | None = None) -> pl.Expr:
    """The largest over the rows; unknown if one of them is, or if there is none."""
    return _aggregate("largest", value, per, where)


def copies(value: pl.Expr, per: Row) -> pl.Expr:
    """How many rows beside this one, in the same `per`, have the same value; unknown if one of them is."""
    return _aggregate("copies", value, per, None)


def _aggregate(kind: Kind, value: pl.Expr, per: Row, where: pl.Expr | None) -> pl.Expr:
    """A column that the engine fills; the same aggregate in ten checks is one column."""
    where = pl.lit(value=True) if where is None else where
    children = {name.split(".")[0] for name in [*value.meta.root_names(), *where.meta.root_names()]}
    children -= {"project", "law"}
    if len(children) != 1:
        raise TypeError(f"an aggregate is over the rows of one table, not of {sorted(children)}")
    child = children.pop()
    made = Aggregate(kind, child, per.table, value, where)
    for name, known in AGGREGATES.items():
        if _same(known, made):
            return pl.col(name)
    name = f"{child if kind == 'copies' else per.table}.{kind}({len(AGGREGATES)})"
    AGGREGATES[name] = made
    return pl.col(name)


def _same(a: Aggregate, b: Aggregate) -> bool:
    heads = (a.kind, a.child, a.per) == (b.kind, b.child, b.per)
    return heads and a.value.meta.eq(b.value) and a.where.meta.eq(b.where)


def _end(printed: pl.Expr, sign: int) -> pl.Expr:
    """The lower end, included, or the upper end, excluded, of what a printed number or a total of them stands for."""
    name = printed.meta.output_name()
    if name in AGGREGATES:
        whole = AGGREGATES[name]
        if whole.kind != "total":
            raise TypeError("only a printed number and a total of printed numbers have an interval")
        return total(_end(whole.value, sign), Row(whole.per), whole.where)
    return printed + _half(printed) if sign > 0 else printed - _half(printed)


def _half(printed: pl.Expr) -> pl.Expr:
    table, column = _column(printed)
    half: pl.Expr = getattr(Row(table), f"{column}_half")
    return half


def _column(cell: pl.Expr) -> tuple[str, str]:
    if not cell.meta.is_column():
        raise TypeError("this word takes a column itself, not a calculation")
    table, _, column = cell.meta.output_name().partition(".")
    return table, column
