"""project.toml → what it states."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from jixiao.model.dossier import Origin
from jixiao.model.errors import InputError
from jixiao.model.number import plain
from jixiao.model.toml import place_of
from jixiao.readers.encoding import decode
from jixiao.sources.entries import Entry, Stated
from jixiao.sources.schema import Schema
from jixiao.sources.stated import TABLES

FILE: Final = "project.toml"

# Inline tables whose keys are columns: judged = {by = "…", score = 5}.
_NESTED: Final = {"judged": "judged_", "cuts": "cut_", "contacts": ""}


def read_toml_form(data: bytes) -> Stated:
    """The tables of a project.toml. Places are keys; items of a list are counted from 1: contract[2].amount.

    Raises:
        InputError: it is no TOML, or a table or key is unknown.
    """
    try:
        content = tomllib.loads(
            decode(
                data, FILE, remedy="请用记事本打开，另存为 UTF-8 编码的 project.toml；或用 jixiao new 新建一份"
            ).replace("\r\n", "\n"),
            parse_float=Decimal,
        )
    except tomllib.TOMLDecodeError as error:
        cause = f"不是正确的 TOML：{place_of(error)}"
        raise InputError(FILE, cause, "按这个位置改正；文字要加引号，日期和数字不加") from error
    for name in content.keys() - TABLES.keys():
        raise InputError(FILE, f"没有“{name}”这张表", f"可以写：{'、'.join(TABLES)}", name)
    return Stated(FILE, {name: tuple(_entries(name, content.get(name, []))) for name, schema in TABLES.items()})


def _entries(table: str, content: Any) -> Iterator[Entry]:
    single = table == "project"
    rows = [content] if single and content else content
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        shape = f"[{table}]" if single else f"[[{table}]]"
        raise InputError(FILE, f"“{table}”写得不对", f"用 {shape} 开头，下面一行一个键", table)
    for number, row in enumerate(rows, 1):
        place = table if single else f"{table}[{number}]"
        texts = dict(_texts(row, TABLES[table], place))
        yield Entry(texts, {name: f"{place}.{name}" for name in texts}, Origin(FILE, place))


def _texts(row: Mapping[str, Any], schema: Schema, place: str) -> Iterator[tuple[str, str]]:
    names = {column.name for column in schema.columns}
    for key, value in row.items():
        if key == "measure" and isinstance(value, dict):
            yield "measure", _text(value.get("kind", ""))
            yield "settings", "；".join(f"{name}={_setting(one)}" for name, one in value.items() if name != "kind")
        elif key in _NESTED and isinstance(value, dict):
            inner = {f"{_NESTED[key]}{name}": one for name, one in value.items()}
            yield from _texts(inner, schema, place)
        elif key in names and not isinstance(value, dict):
            yield key, _text(value)
        else:
            raise InputError(FILE, f"没有“{key}”这个键", f"可以写：{'、'.join(sorted(names))}", f"{place}.{key}")


def _setting(value: Any) -> str:
    return "、".join(map(_text, value)) if isinstance(value, list) else _text(value)


def _text(value: Any) -> str:
    match value:
        case bool():
            return "是" if value else "否"
        case Decimal():
            return plain(value)
        case datetime() | date():
            return value.isoformat()
        case list():
            return "；".join(map(_text, value))
        case _:
            return str(value)
