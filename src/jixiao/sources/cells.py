"""Text of a cell → typed value, a column at a time; what cannot be read is marked, never guessed.

A blank cell is null. Numbers may have thousands separators and a unit; an amount that is not whole fen, a count that is
not whole, a day that no calendar has are not read.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from jixiao.model.characters import narrow
from jixiao.model.number import MONEY_UNITS
from jixiao.sources.moments import read_days, read_times
from jixiao.sources.schema import Cell, Column
from jixiao.tables.schema import MONEY, POINTS

_MILLISECONDS: Final = {"毫秒": 1, "ms": 1, "秒": 1000, "s": 1000, "分钟": 60_000}
_YUAN: Final = {unit: 10**power for unit, power in MONEY_UNITS.items()}
_POINTS: Final = {"分": 1, "%": 1}
# The units of a cell, and how many of the column's own one of them is.
UNITS: Final[Mapping[Cell, Mapping[str, int]]] = {
    Cell.MILLISECONDS: _MILLISECONDS,
    Cell.MONEY: _YUAN,
    Cell.POINTS: _POINTS,
    Cell.COUNT: dict.fromkeys(("份", "个", "套", "次", "人", "台", "路"), 1),
}
_EXACT: Final = pl.Decimal(38, 10)
_TARGETS: Final[Mapping[Cell, tuple[pl.DataType, pl.DataType]]] = {
    Cell.MILLISECONDS: (pl.Decimal(18, 0), pl.Int64()),
    Cell.MONEY: (MONEY, MONEY),
    Cell.POINTS: (POINTS, POINTS),
    Cell.COUNT: (pl.Decimal(18, 0), pl.Int64()),
}
_NUMBER: Final = r"^(-?(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,10})?)"
_WIDE: Final = [chr(code) for code in range(0xFF01, 0xFF5F)] + ["－", "−", "﹪", "　", "\xa0", " "]
_NARROW: Final = [narrow(sign) for sign in _WIDE]
_CONTROL: Final = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"  # no text that people see has them
# What a spreadsheet shows in place of a result.
_FAILED: Final = r"^#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)$"
_MANY: Final = 20  # a spelling that stands in so many cells on average is read once
_NUMERALS: Final = dict(zip("一二三四", "1234", strict=True))
_MONTHS: Final = {name: str(number) for number, name in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1)}


@dataclass(frozen=True, slots=True)
class Reading:
    """A column that was read: its values, and which cells were not understood or were understood with a remark.

    remark: what the rows of `remarked` have in common, "" if there are none.
    """

    values: pl.Series
    wrong: pl.Series
    remark: str = ""
    remarked: pl.Series | None = None


def read_column(cells: pl.Series, column: Column, unit: str = "") -> Reading:
    """The cells of a column, as text or already typed.

    Args:
        cells: one cell a row; null or blank text is a blank cell.
        column: what the column should hold.
        unit: a unit printed in the header; "" for the column's own.
    """
    if cells.dtype in (pl.Date, pl.Datetime) and column.cell in (Cell.DAY, Cell.TIME):
        return _read(cells, column, unit)
    text = _text(cells)
    spellings = text.unique(maintain_order=True).drop_nulls()
    if len(spellings) * _MANY > len(text):
        return _read(text, column, unit)
    return _spread(_read(spellings.extend_constant(None, 1), column, unit), text, spellings)


def _read(cells: pl.Series, column: Column, unit: str) -> Reading:
    if column.cell is Cell.TIME:
        values, bare = read_times(cells)
        return Reading(values, _unread(cells, values), "只有日期，按当天零时计", bare)
    values = _READERS[column.cell](cells, column, unit)
    return Reading(values, _unread(cells, values))


def _spread(reading: Reading, text: pl.Series, spellings: pl.Series) -> Reading:
    """The reading of each spelling, the blank cell last, at every cell that is spelt so."""
    places = text.cast(pl.Enum(spellings)).to_physical().fill_null(len(spellings))
    remarked = None if reading.remarked is None else reading.remarked.gather(places)
    return Reading(reading.values.gather(places), reading.wrong.gather(places), reading.remark, remarked)


def _text(cells: pl.Series) -> pl.Series:
    if isinstance(cells.dtype, pl.Datetime):
        cells = cells.dt.strftime("%Y-%m-%d %H:%M:%S")
    text = cells.cast(pl.String).str.strip_chars()
    return text.set(text == "", None)


def _unread(text: pl.Series, values: pl.Series) -> pl.Series:
    return text.is_not_null() & values.is_null()


def _number(text: pl.Series, column: Column, unit: str) -> pl.Series:
    units = UNITS[column.cell]
    exact, kept = _TARGETS[column.cell]
    frame = pl.DataFrame({"text": text.str.replace_many(_WIDE, _NARROW)})
    pattern = f"{_NUMBER}({'|'.join(map(re.escape, units))})?$"
    factors = {name: pl.Series([factor]).cast(pl.Decimal(38, 0)) for name, factor in units.items()}
    own = factors.get(unit, pl.Series([1]).cast(pl.Decimal(38, 0)))
    frame = frame.with_columns(
        digits=pl.col("text").str.extract(pattern, 1).str.replace_all(",", "").cast(_EXACT),
        unit=pl.col("text").str.extract(pattern, 2),
    )
    factor = pl.lit(own)
    for name, one in factors.items():
        factor = pl.when(pl.col("unit") == name).then(pl.lit(one)).otherwise(factor)
    frame = frame.with_columns(value=pl.col("digits") * factor)
    rounded = pl.col("value").cast(exact, strict=False)
    held = frame.select(pl.when(rounded.cast(_EXACT) == pl.col("value")).then(rounded)).to_series().cast(kept)
    return held.set(held < 0, None) if column.cell in (Cell.COUNT, Cell.MILLISECONDS) else held


def _day(text: pl.Series, _column: Column, _unit: str) -> pl.Series:
    return read_days(text)


def _words(text: pl.Series, _column: Column, _unit: str) -> pl.Series:
    return text.set(text.str.contains(f"{_CONTROL}|{_FAILED}").fill_null(value=False), None)


def _choice(text: pl.Series, column: Column, _unit: str) -> pl.Series:
    choices = column.choices or {}
    kept = pl.Enum(list(dict.fromkeys(choices.values())))
    return text.str.to_lowercase().replace_strict(choices, default=None, return_dtype=kept)


def _quarter(text: pl.Series, _column: Column, _unit: str) -> pl.Series:
    plain = text.str.replace_many(_NUMERALS)
    return plain.str.extract(r"^(?:\d{4}\s*年?[-/ ]?)?第?[Qq]?([1-4])(?:季度|季)?$").cast(pl.Int8)


def _month(text: pl.Series, _column: Column, _unit: str) -> pl.Series:
    plain = text.str.strip_suffix("份").str.strip_suffix("月").replace(_MONTHS)
    digits = plain.str.extract(r"^(?:\d{4}[-年/.]?)?(\d{1,2})(?:-0?1)?$").cast(pl.Int8)
    return digits.set(~digits.is_between(1, 12), None)


_READERS: Final[Mapping[Cell, Callable[[pl.Series, Column, str], pl.Series]]] = {
    Cell.TEXT: _words,
    Cell.DAY: _day,
    Cell.COUNT: _number,
    Cell.MILLISECONDS: _number,
    Cell.POINTS: _number,
    Cell.MONEY: _number,
    Cell.QUARTER: _quarter,
    Cell.MONTH: _month,
    Cell.CHOICE: _choice,
}
