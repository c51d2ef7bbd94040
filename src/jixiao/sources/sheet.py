"""A table in a file before its cells are understood: a header found by its words, and the rows below it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import polars as pl

from jixiao.forms.labels import bare
from jixiao.model.characters import narrow
from jixiao.model.errors import InputError
from jixiao.sources.cells import UNITS
from jixiao.sources.schema import Column, Schema

HEADER_WITHIN: Final = 20  # rows above the header may hold a title, a unit, a note
REMARKS: Final = frozenset({"", "备注", "说明"})  # headers of columns that people keep for themselves
_BRACKETS: Final = re.compile(r"[（(\[【]([^（()）\[\]【】]*)[)）\]】]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows below a header.

    headers: texts of the header. cells: one frame column for each header, named "0", "1" …, text or typed. numbers: the
    row number of each row in the file, the first row is 1. formulas: row numbers with a formula. long: row numbers with
    more cells than the header.
    """

    headers: tuple[str, ...]
    cells: pl.DataFrame
    numbers: pl.Series
    formulas: frozenset[int] = field(default_factory=frozenset)
    long: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Found:
    """Which column of a sheet holds what: name → position and printed unit; and the headers that mean nothing here."""

    places: Mapping[str, tuple[int, str]]
    unknown: tuple[str, ...]


def find_columns(headers: Sequence[str], schema: Schema, file: str) -> Found:
    """The columns of a kind by their headers.

    Raises:
        InputError: a column that must be there is not, or two headers mean the same column.
    """
    places: dict[str, tuple[int, str]] = {}
    unknown = []
    for position, header in enumerate(headers):
        column = _meaning(header, schema)
        if column is None:
            unknown += [header] if header.strip() not in REMARKS else []
        elif column.name in places:
            other = headers[places[column.name][0]]
            raise InputError(file, f"“{other}”和“{header}”两列都是“{column.title}”", "只留一列", "表头")
        else:
            places[column.name] = (position, _unit(header, column))
    missing = [column.title for column in schema.columns if not column.optional and column.name not in places]
    if missing:
        remedy = f"表头要有：{'、'.join(column.title for column in schema.columns if not column.optional)}"
        page = f"；见 jixiao explain evidence/{schema.kind}" if file.startswith("evidence/") else ""
        raise InputError(file, f"缺少列：{'、'.join(missing)}", f"{remedy}{page}", "表头")
    return Found(places, tuple(unknown))


def header_row(rows: Sequence[Sequence[str]], schema: Schema) -> int:
    """The index of the row with most headers of this kind among the first rows; the first of equals."""
    hits = [len({column.name for text in row if (column := _meaning(text, schema))}) for row in rows[:HEADER_WITHIN]]
    return hits.index(max(hits)) if hits else 0


def known_headers(row: Sequence[str], schema: Schema) -> int:
    """How many cells of a row are headers of this kind."""
    return sum(_meaning(text, schema) is not None for text in row)


def _meaning(header: str, schema: Schema) -> Column | None:
    label = bare(header)
    if not label:
        return None
    return next((one for one in schema.columns if label in map(bare, (one.title, one.name, *one.synonyms))), None)


def _unit(header: str, column: Column) -> str:
    """The unit in brackets after a header, if the column can have it: 金额（万元） → 万元."""
    units = UNITS.get(column.cell, {})
    words = [narrow(word).removeprefix("单位:") for word in _BRACKETS.findall(header)]
    return next((word for word in words if word in units), "")
