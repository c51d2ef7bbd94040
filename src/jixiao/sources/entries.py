"""What a clerk wrote, cell by cell with its place, and its strict reading: one wrong cell refuses the folder."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from jixiao.model.dossier import Origin
from jixiao.model.errors import InputError
from jixiao.sources.cells import read_column
from jixiao.sources.schema import Cell, Column, Schema

_REMEDIES: Final = {
    Cell.DAY: "写成 2020-04-01 的样子",
    Cell.MONEY: "写数字，单位元，最多两位小数；写万元的要带“万元”两个字",
    Cell.POINTS: "写数字，例如 5",
    Cell.COUNT: "写整数，例如 2020",
}
_HIDDEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_NO_RESULT: Final = ("公式没有结果", "用 WPS 表格或 Excel 打开，保存一次；或者直接填数字")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as written: texts by column name, the place of each, and the place of the row itself.

    empty_formulas: the columns whose cell holds a formula without a result.
    """

    texts: Mapping[str, str]
    places: Mapping[str, str]
    origin: Origin
    empty_formulas: frozenset[str] = frozenset()

    def error(self, name: str, cause: str, remedy: str) -> InputError:
        """An error at the cell of a column."""
        return InputError(self.origin.file, cause, remedy, self.places.get(name, self.origin.place))


@dataclass(frozen=True, slots=True)
class Stated:
    """Everything that was written: rows by table. file: where. remarks: how strange cells were taken, in Chinese."""

    file: str
    tables: Mapping[str, tuple[Entry, ...]]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One row understood: a value for each column of its table, None where the cell is empty."""

    values: Mapping[str, Any]
    entry: Entry

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def text(self, name: str) -> str:
        """The text of a cell, "" where it is empty."""
        return self.values[name] or ""

    def error(self, name: str, cause: str, remedy: str) -> InputError:
        """An error at the cell of a column."""
        return self.entry.error(name, cause, remedy)


def understand(entries: Sequence[Entry], schema: Schema) -> tuple[Record, ...]:
    """The rows of a table with typed values; its keys are all different.

    Raises:
        InputError: a cell is not of its kind, must not be empty, or repeats a key.
    """
    columns = {column.name: _values(entries, column) for column in schema.columns}
    records = tuple(
        Record({name: values[at] for name, values in columns.items()}, entry) for at, entry in enumerate(entries)
    )
    _refuse_repeats(records, schema)
    return records


def _values(entries: Sequence[Entry], column: Column) -> list[Any]:
    texts = [entry.texts.get(column.name, "") for entry in entries]
    reading = read_column(pl.Series(texts, dtype=pl.String), column)
    for entry, text, wrong, value in zip(entries, texts, reading.wrong, reading.values, strict=True):
        if column.name in entry.empty_formulas:
            raise entry.error(column.name, *_NO_RESULT)
        if _HIDDEN.search(text):
            raise entry.error(column.name, f"“{column.title}”里有看不见的控制字符", "删去这一格，重新输入")
        if wrong:
            raise entry.error(column.name, f"“{column.title}”写的是“{text.strip()}”，读不懂", remedy_for(column))
        if value is None and not column.blank:
            raise entry.error(column.name, f"“{column.title}”没有填", column.note or remedy_for(column))
    return reading.values.to_list()


def remedy_for(column: Column) -> str:
    """How a cell of this column is to be written."""
    if column.cell is Cell.CHOICE:
        return f"可以写：{'、'.join(column.shown)}"
    return _REMEDIES.get(column.cell, f"填上{column.title}" + (f"，例如“{column.example}”" if column.example else ""))


def _refuse_repeats(records: Iterable[Record], schema: Schema) -> None:
    seen: set[tuple[Any, ...]] = set()
    for record in records:
        key = tuple(record[name] for name in schema.key)
        if key and key in seen:
            titles = "、".join(schema.column(name).title for name in schema.key)
            words = [schema.column(name).shown_for(str(value)) for name, value in zip(schema.key, key, strict=True)]
            cause = f"“{schema.title}”里有两行的{titles}都是“{'、'.join(words)}”"
            raise record.error(schema.key[0], cause, "改成不同的，或者删去重复的一行")
        seen.add(key)


def parts_of(text: str) -> Iterator[str]:
    """The parts of a cell that holds several, divided by semicolons, 、 or line breaks."""
    for sign in "；、\n":
        text = text.replace(sign, ";")
    return (part.strip() for part in text.split(";") if part.strip())
