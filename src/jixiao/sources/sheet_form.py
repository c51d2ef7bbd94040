"""项目资料.xlsx → what it states. Sheets and columns are found by their names; rows marked 示例 are not read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from jixiao.forms.labels import bare
from jixiao.model.dossier import Origin
from jixiao.model.errors import InputError
from jixiao.sources.entries import Entry, Stated
from jixiao.sources.schema import Cell, Column, Schema
from jixiao.sources.sheet import find_columns, header_row
from jixiao.sources.stated import PROJECT, TABLES
from jixiao.sources.workbook import Grid, column_letters, read_grids

FILE: Final = "项目资料.xlsx"
MARK: Final = "标记"
EXAMPLE: Final = "示例"

_HELP: Final = "说明"


def read_sheet_form(data: bytes) -> Stated:
    """The sheets of a 项目资料.xlsx. Places are cells: 合同!B7.

    Raises:
        InputError: it is no workbook, a sheet or column is missing or unknown.
    """
    named = (replace(grid, name=grid.name.strip()) for grid in read_grids(data, FILE))
    grids = {grid.name: grid for grid in named}
    titles = [schema.title for schema in TABLES.values()]
    for name in grids:
        if name not in (*titles, _HELP):
            raise InputError(FILE, f"没有“{name}”这种工作表", f"可以有：{'、'.join(titles)}；不用的工作表请删去", name)
    missing = [schema.title for schema in TABLES.values() if schema.title not in grids]
    if missing:
        raise InputError(FILE, f"缺少工作表：{'、'.join(missing)}", "用 jixiao new 新建一份，把内容粘贴过去")
    tables = {name: tuple(_entries(grids[schema.title], schema)) for name, schema in TABLES.items()}
    return Stated(FILE, tables, tuple(_remarks(grids, tables)))


def _entries(grid: Grid, schema: Schema) -> Iterator[Entry]:
    yield from _project(grid) if schema is PROJECT else _rows(grid, schema)


def _project(grid: Grid) -> Iterator[Entry]:
    """The sheet 项目: titles in one column, what was filled in beside them."""
    titles = {bare(column.title): column for column in PROJECT.columns}
    texts, places = {}, {}
    for number, row in enumerate(grid.rows, 1):
        column = titles.get(bare(row[0])) if row else None
        if column is not None:
            texts[column.name] = row[1].strip() if len(row) > 1 else ""
            places[column.name] = f"{grid.name}!B{number}"
    if any(texts.values()):
        yield Entry(texts, places, Origin(FILE, grid.name), _empty(grid, texts, places))


def _rows(grid: Grid, schema: Schema) -> Iterator[Entry]:
    at = header_row(grid.rows, schema)
    headers = grid.rows[at] if grid.rows else ()
    place = f"{FILE}，工作表“{grid.name}”"
    found = find_columns(headers, schema, place)
    unknown = [header for header in found.unknown if header.strip() != MARK]
    if unknown:
        raise InputError(
            place, f"不认识的列：{'、'.join(unknown)}", "改回原来的表头，或者删去这一列；备注写在“备注”列", "表头"
        )
    marks = [position for position, header in enumerate(headers) if header.strip() == MARK]
    for number, row in enumerate(grid.rows[at + 1 :], at + 2):
        texts = {
            name: _with_unit(row[position], unit, schema.column(name))
            for name, (position, unit) in found.places.items()
        }
        if any(texts.values()) and not any(row[position].strip() == EXAMPLE for position in marks):
            places = {
                name: f"{grid.name}!{column_letters(position)}{number}" for name, (position, _) in found.places.items()
            }
            yield Entry(texts, places, Origin(FILE, f"{grid.name}!A{number}"), _empty(grid, texts, places))


def _with_unit(text: str, unit: str, column: Column) -> str:
    text = text.strip()
    return f"{text}{unit}" if unit and column.cell is Cell.MONEY and text[-1:].isdigit() else text


def _empty(grid: Grid, texts: Mapping[str, str], places: Mapping[str, str]) -> frozenset[str]:
    return frozenset(name for name, text in texts.items() if not text and _cell(places[name]) in grid.formulas)


def _remarks(grids: Mapping[str, Grid], tables: Mapping[str, Sequence[Entry]]) -> Iterator[str]:
    """Cells whose formula's result is used."""
    for entries in tables.values():
        for entry in entries:
            for name, place in entry.places.items():
                sheet = place.partition("!")[0]
                if entry.texts[name] and _cell(place) in grids[sheet].formulas:
                    yield f"{FILE}，{place}：单元格里是公式，用其结果 {entry.texts[name]}"


def _cell(place: str) -> str:
    return place.rpartition("!")[2]
