"""Writes project.toml: a commented example of each table, and what is already known."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from jixiao.model.dates import day_in
from jixiao.sources.filled import Filled
from jixiao.sources.schema import Cell, Column, Schema
from jixiao.sources.stated import TABLES

_HEAD: Final = """\
# 项目资料。与 项目资料.xlsx 是同一内容的两种写法，一个文件夹里只留一种。
# 以 # 开头的是说明和示例，不会被读取；去掉行首的 # 就能填写。金额单位是元，写万元的要加引号并带“万元”。
"""
_BARE: Final = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBERS: Final = frozenset({Cell.MONEY, Cell.POINTS, Cell.COUNT})


def toml_text(filled: Filled) -> str:
    """The text of a project.toml."""
    return (
        _HEAD
        + "".join(f"\n{line}" for table, schema in TABLES.items() for line in _table(table, schema, filled))
        + "\n"
    )


def _table(table: str, schema: Schema, filled: Filled) -> Iterator[str]:
    head = f"[{table}]" if table == "project" else f"[[{table}]]"
    yield f"# ── {schema.title}{f'：{schema.note}' if schema.note else ''}"
    yield f"# {head}"
    for column in schema.columns:
        must = "" if column.blank or column.optional else "（必填）"
        note = f"。{column.note}" if column.note else ""
        choices = f"。可以写：{'、'.join(column.shown)}" if column.choices else ""
        yield f"# {column.name} = {_value(column, column.example)}  # {column.title}{must}{choices}{note}"
    yield ""
    for row in filled.get(table, ()):
        yield head
        yield from _row(schema, row)
        yield ""


def _row(schema: Schema, row: Mapping[str, str]) -> Iterator[str]:
    for column in schema.columns:
        if column.name in row:
            yield f"{column.name} = {_value(column, row[column.name])}"


def _value(column: Column, text: str) -> str:
    if (column.cell in _NUMBERS and _BARE.fullmatch(text)) or (
        column.cell is Cell.DAY and _DAY.fullmatch(text) and day_in(text)
    ):
        return text
    return json.dumps(column.shown_for(text), ensure_ascii=False).replace("\x7f", "\\u007f")
