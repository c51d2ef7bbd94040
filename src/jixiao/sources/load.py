"""Evidence files in a project folder: found by name, read whatever their format, as `Table`."""

from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final

import polars as pl

from jixiao.model.errors import InputError
from jixiao.readers.gate import admit
from jixiao.sources.rows import SCHEMAS
from jixiao.sources.schema import Schema
from jixiao.sources.sheet import Sheet
from jixiao.sources.table import Table, type_rows
from jixiao.sources.text_table import read_text_table
from jixiao.sources.workbook import read_workbook

FOLDER: Final = "evidence"
MAX_BYTES: Final = 1 << 30

_SUFFIXES: Final = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xls", ".et", ".parquet"})
_PARQUET: Final = b"PAR1"
_BOOK: Final = b"PK\x03\x04"
_OLD_BOOK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def find(folder: Path, kind: str) -> Path | None:
    """The evidence file of a kind: evidence/cameras.csv or evidence/摄像机台账.xlsx; None if there is none.

    Raises:
        InputError: there are two.
    """
    names = (kind, SCHEMAS[kind].title)
    inside = sorted((folder / FOLDER).glob("*")) if (folder / FOLDER).is_dir() else []
    found = [path for path in inside if path.stem in names and path.suffix.lower() in _SUFFIXES and path.is_file()]
    if len(found) > 1:
        raise InputError(FOLDER, f"{'、'.join(path.name for path in found)} 是同一种佐证", "只留一个")
    return found[0] if found else None


def load(folder: Path, kind: str, period: tuple[date, date] | None = None) -> Table:
    """The rows of a kind of evidence in a project folder.

    Args:
        folder: the project folder; the file is in its subfolder evidence.
        kind: one of `SCHEMAS`.
        period: first and last day; rows that end before it or begin after it are left out. None for all rows.

    Raises:
        InputError: the file is absent, empty, damaged, of another encoding, or lacks a column.
        KeyError: there is no such kind.
    """
    schema = SCHEMAS[kind]
    path = find(folder, kind)
    if path is None:
        raise InputError(
            f"{FOLDER}/{kind}",
            f"没有“{schema.title}”这份佐证",
            f"把它存为 {FOLDER}/{kind}.csv（或 .xlsx、.parquet）；列见 jixiao explain evidence/{kind}",
        )
    file = f"{FOLDER}/{path.name}"
    data = admit(path, file, MAX_BYTES)
    return type_rows(_sheet(data, schema, file), schema, file, sha256(data).hexdigest(), period)


def _sheet(data: bytes, schema: Schema, file: str) -> Sheet:
    if data.startswith(_PARQUET):
        return _parquet(data, file)
    if data.startswith(_OLD_BOOK):
        cause = "这是旧版表格（.xls、.et），或者设有打开密码"
        raise InputError(file, cause, "请用 WPS 表格或 Excel 打开，取消密码，另存为 .xlsx")
    if data.startswith(_BOOK):
        return read_workbook(data, schema, file)
    return read_text_table(data, schema, file)


def _parquet(data: bytes, file: str) -> Sheet:
    try:
        frame = pl.read_parquet(BytesIO(data))
    except (pl.exceptions.PolarsError, OSError) as error:
        raise InputError(file, "Parquet 文件已损坏", "请从平台重新导出") from error
    nested = [name for name, dtype in frame.schema.items() if dtype.is_nested() or dtype in (pl.Binary, pl.Object)]
    if nested:
        raise InputError(file, f"列 {'、'.join(nested)} 不是文字、数或时间", "导出时去掉这些列，或转成文字")
    numbers = pl.int_range(2, frame.height + 2, dtype=pl.UInt32, eager=True)
    headers = tuple(frame.columns)
    return Sheet(headers, frame.rename({header: str(at) for at, header in enumerate(headers)}), numbers)
