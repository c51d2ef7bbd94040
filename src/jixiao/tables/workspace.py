"""A batch of tables that brings the columns which expressions ask for: parents, law, aggregates."""

from collections.abc import Iterable, Mapping

import polars as pl

from jixiao.tables.derive import DERIVED, derive
from jixiao.tables.words import AGGREGATES, Aggregate

# By which keys of a child its parent is reached. A row of `indicator` counts in the group of its level 1 and in that of
# its level 2 (aggregates); as a parent it has only the first.
PARENT_KEYS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("indicator", "group"): ("indicator.group", "indicator.subgroup"),
    ("indicator", "project"): ("indicator.project",),
    ("group", "project"): ("group.project",),
    ("fund", "project"): ("fund.project",),
    ("project", "law"): ("project.law",),
}


class Workspace:
    """Frames that grow; rows stay in their order."""

    def __init__(self, frames: Mapping[str, pl.DataFrame]) -> None:
        self.frames = {table: frame.drop(DERIVED, strict=False) for table, frame in frames.items()}

    def with_columns(self, table: str, names: Iterable[str]) -> pl.DataFrame:
        """The table's frame with these columns of any table that is reachable from it."""
        missing = sorted(set(names) - set(self.frames[table].columns))
        own = [name for name in missing if _table(name) == table]
        for parent in sorted({_table(name) for name in missing} - {table}):
            self._add_parent(table, parent, [name for name in missing if _table(name) == parent])
        derived = [name for name in own if name in DERIVED]
        if derived:
            frame = self.with_columns(table, {read for name in derived for read in DERIVED[name]})
            self.frames[table] = derive(table, frame, derived)
        figures = [name for name in own if name in AGGREGATES]
        for child in sorted({AGGREGATES[name].child for name in figures}):
            self._add_aggregates(table, child, [name for name in figures if AGGREGATES[name].child == child])
        return self.frames[table]

    def _add_parent(self, table: str, parent: str, names: list[str]) -> None:
        if parent == "law" and self.frames["law"].height == 1:
            law = self.frames["law"]
            self.frames[table] = self.frames[table].with_columns(
                pl.lit(law[name]).first().alias(name) for name in names
            )
            return
        if parent == "law" and table != "project":
            self.with_columns("project", names)
            key, source = f"{table}.project", "project"
        else:
            self.with_columns(parent, names)
            key, source = PARENT_KEYS[table, parent][0], parent
        columns = self.frames[source].select(pl.col(f"{source}.id").alias(key), *names)
        self.frames[table] = self.frames[table].join(columns, on=key, how="left", maintain_order="left")

    def _add_aggregates(self, table: str, child: str, names: list[str]) -> None:
        """Adds figures over the rows of another table, or copies within this one, in one pass."""
        ones = {name: AGGREGATES[name] for name in names}
        rows = self.with_columns(child, {read for one in ones.values() for read in _reads(one)})
        copied = [_copies(one).alias(name) for name, one in ones.items() if one.kind == "copies"]
        if copied:
            self.frames[table] = rows.with_columns(copied)
        else:
            self.frames[table] = self._with_figures(table, rows, ones)

    def _with_figures(self, table: str, rows: pl.DataFrame, ones: Mapping[str, Aggregate]) -> pl.DataFrame:
        keys = PARENT_KEYS[next(iter(ones.values())).child, table]
        cells = rows.select(*keys, *(cell for n, one in enumerate(ones.values()) for cell in _cells(one, n)))
        figures = (
            pl.concat(_keyed(cells, key) for key in keys)
            .group_by(pl.col("key").alias(f"{table}.id"))
            .agg(
                pl.lit(value=True).alias("has_rows"),
                *(_figure(one.kind, n, cells).alias(name) for n, (name, one) in enumerate(ones.items())),
            )
            .collect()
        )
        frame = self.frames[table].join(figures, on=f"{table}.id", how="left", maintain_order="left")
        counts = [name for name, one in ones.items() if one.kind == "count"]
        frame = frame.with_columns(
            pl.when(pl.col("has_rows").is_null()).then(0).otherwise(name).alias(name) for name in counts
        ).drop("has_rows")
        if table == "group":
            frame = frame.with_columns(pl.when(~self._strays()).then(name).alias(name) for name in ones)
        return frame

    def _strays(self) -> pl.Expr:
        """Whether a row of the form might belong to a group and cannot be placed, because its class was not read."""
        rows = self.frames["indicator"]
        stray1 = rows.filter(pl.col("indicator.level1").is_null())["indicator.project"].unique()
        stray2 = rows.filter(pl.col("indicator.level2").is_null())["indicator.project"].unique()
        of_project = pl.col("group.project")
        return of_project.is_in(stray1.implode()) | (pl.col("group.of_level2") & of_project.is_in(stray2.implode()))


def roots(*expressions: pl.Expr) -> set[str]:
    """The columns that expressions read, those inside aggregates included, aggregates themselves left out."""
    found: set[str] = set()
    for name in (name for expression in expressions for name in expression.meta.root_names()):
        if name in AGGREGATES:
            found |= roots(AGGREGATES[name].value, AGGREGATES[name].where)
        else:
            found.add(name)
    return found


def _table(name: str) -> str:
    return name.partition(".")[0]


def _reads(one: Aggregate) -> list[str]:
    return [*one.value.meta.root_names(), *one.where.meta.root_names()]


def _cells(one: Aggregate, number: int) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    """What an aggregate needs of each row: the value where it counts, whether it does, and whether that is unknown."""
    value, where = one.value, one.where
    unknown = where.is_null() | (where & value.is_null())
    if one.kind in ("every", "some"):
        unknown, value = where.is_null(), pl.when(where).then(value).when(~where).then(pl.lit(one.kind == "every"))
    elif one.kind != "count":
        value = pl.when(where).then(value)
    return value.alias(f"value{number}"), where.alias(f"counts{number}"), unknown.alias(f"unknown{number}")


def _keyed(cells: pl.DataFrame, key: str) -> pl.LazyFrame:
    """The cells of the rows that have a parent by this key; a key that is nowhere or everywhere costs nothing."""
    absent = cells[key].null_count()
    if absent == cells.height:
        cells = cells.clear()
    elif absent:
        cells = cells.filter(pl.col(key).is_not_null())
    return cells.lazy().with_columns(key=key)


def _figure(kind: str, number: int, cells: pl.DataFrame) -> pl.Expr:
    """One figure of these cells, unknown if a row that may count is unknown; not asked where the batch has none."""
    value, counts, unknown = (pl.col(f"{name}{number}") for name in ("value", "counts", "unknown"))
    folded = {
        "count": value.sum(),
        "total": value.sum(),
        "largest": value.max(),
        "every": value.all(ignore_nulls=False),
        "some": value.any(ignore_nulls=False),
    }
    doubts = [~unknown.any()] if cells[f"unknown{number}"].any() else []
    if kind != "count" and not cells[f"counts{number}"].all(ignore_nulls=False):
        doubts.append(counts.any())
    return pl.when(*doubts).then(folded[kind]) if doubts else folded[kind]


def _copies(one: Aggregate) -> pl.Expr:
    key = PARENT_KEYS[one.child, one.per][0]
    known = one.value.is_not_null().all().over(key)
    return pl.when(known).then(pl.len().over(key, one.value) - 1)
