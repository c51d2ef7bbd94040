"""csv and its relatives → Sheet: any Chinese encoding, comma, tab, semicolon or bar between the cells.

A cell that looks like a formula is text here: nothing computes it.
"""

import csv
import re
from itertools import islice
from typing import Final

import polars as pl

from jixiao.model.errors import InputError
from jixiao.readers.encoding import decode
from jixiao.sources.schema import Schema
from jixiao.sources.sheet import HEADER_WITHIN, Sheet, header_row, known_headers

_SEPARATORS: Final = (",", "\t", ";", "|", "，")
_HEAD: Final = 1 << 16  # characters in which the header is looked for
_BROKEN: Final = "检查引号是否成对；或用 WPS 表格打开后另存为 .xlsx"


def read_text_table(data: bytes, schema: Schema, file: str) -> Sheet:
    """The table in a text.

    Raises:
        InputError: the bytes are no text, or the quotes do not pair.
    """
    text = decode(data, file, len(data), "请从原系统重新导出，或在 WPS 里另存为 .xlsx 或 UTF-8 编码的 .csv")
    separator = max(_SEPARATORS, key=lambda one: _recognised(text, one, schema))
    if separator == "，":
        text, separator = text.replace("，", ","), ","
    head = _head(text, separator)
    at = header_row(head, schema)
    headers = head[at] if head else []
    frame = _records(text, separator, len(headers), file)
    numbers = pl.int_range(1, frame.height + 1, dtype=pl.UInt32, eager=True)
    below, numbers = frame.slice(at + 1), numbers.slice(at + 1)
    *cells, extra = below.columns
    long = numbers.filter(below[extra].is_not_null())
    return Sheet(tuple(headers), below.select(cells), numbers, long=frozenset(long))


def _recognised(text: str, separator: str, schema: Schema) -> int:
    return max((known_headers(row, schema) for row in _head(text, separator)), default=0)


def _head(text: str, separator: str) -> list[list[str]]:
    lines = re.split("\r\n|\r|\n", text[:_HEAD])
    try:
        return list(islice(csv.reader(lines, delimiter=separator), HEADER_WITHIN))
    except csv.Error:
        return []


def _records(text: str, separator: str, width: int, file: str) -> pl.DataFrame:
    """All records, with one more column that catches what is beyond the header's width."""
    schema = dict.fromkeys(map(str, range(width + 1)), pl.String)
    # The first line decides how many columns Polars looks for, so it is given one of the full width.
    text = separator * width + "\n" + text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        records = pl.read_csv(
            text.encode(),
            has_header=False,
            schema=schema,
            separator=separator,
            truncate_ragged_lines=True,
        )
    except pl.exceptions.PolarsError as error:
        raise InputError(file, "表格不完整，读不下去", _BROKEN) from error
    return records.slice(1)
