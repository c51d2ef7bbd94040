"""Evidence tables as bytes: csv for people, Parquet for logs. Every row says that it is synthetic."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO

import polars as pl

from shili.story import MARK

MARKED = "说明"


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A csv as offices keep it: UTF-8 with a byte order mark, CRLF, times without zone."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*header, MARKED])
    writer.writerows([*(shown(value) for value in row), MARK] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def parquet_bytes(frame: pl.DataFrame) -> bytes:
    """A log as Parquet; in the order of time the columns of 10⁶ samples pack into a few hundred kilobytes."""
    target = BytesIO()
    marked = frame.with_columns(pl.lit(MARK).alias(MARKED)).rechunk()
    marked.write_parquet(target, compression="zstd", compression_level=9, statistics=False, row_group_size=1 << 18)
    return target.getvalue()


def shown(value: object) -> str:
    """A cell as it is typed in a ledger."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
