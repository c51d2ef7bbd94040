"""Evidence for tests: tables as the sources hand them over, and a measurement of them."""

from datetime import date, datetime
from decimal import Decimal

import polars as pl

from jixiao.measures.base import Evidence
from jixiao.measures.period import Period
from jixiao.measures.take import take
from jixiao.model.dossier import Dossier, MeasureSpec, Origin
from jixiao.sources.cells import read_column
from jixiao.sources.rows import SCHEMAS
from jixiao.sources.table import Table

YEAR = Period.year(2020)
HERE = Origin("项目资料.xlsx", "指标!K5")
NOTHING = pl.Series([], dtype=pl.String)
NO_PROJECT = Dossier("项目", "单位", "", 2020, "", "运维", None, {}, (), (), (), ())


def table(kind, *rows, left_out=None):
    """Rows in the order of the schema; missing values at the end are blank."""
    schema = SCHEMAS[kind]
    types = {column.name: read_column(NOTHING, column).values.dtype for column in schema.columns}
    filled = [[*row, *[None] * (len(types) - len(row))] for row in rows]
    frame = pl.DataFrame(filled, schema=types, orient="row").with_row_index("row", 2)
    left_out = left_out or {}
    total = len(rows) + sum(map(len, left_out.values()))
    return Table(schema, f"evidence/{kind}.csv", "f" * 64, total, frame, left_out)


def measured(kind, *, period=YEAR, dossier=NO_PROJECT, settings=None, **tables):
    """A measurement of tables by kind."""
    return take("m", MeasureSpec(kind, settings or {}), Evidence(dossier, tables, period), HERE)


def day(text):
    return date.fromisoformat(text)


def at(text):
    return datetime.fromisoformat(text)


def d(text):
    return Decimal(text)
