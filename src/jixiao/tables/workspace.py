"""A batch of tables that brings the columns which expressions ask for: parents, law, aggregates."""

from collections.abc import Iterable, Mapping

import polars as pl

from jixiao.tables.derive import derive
from jixiao.tables.schema import TABLES
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
        self.frames = dict(frames)
        for table in ("project", "fund", "indicator"):
            self.frames[table] = derive(table, self.with_columns(table, _for_scoring(table)))

    def with_columns(self, table: str, names: Iterable[str]) -> pl.DataFrame:
        """The table's frame with these columns of any table that is reachable from it."""
        missing = sorted(set(names) - set(self.frames[table].columns))
        own = [name for name in missing if name in AGGREGATES and _table(name) == table]
        for name in own:
            self._add_aggregate(table, name)
        for parent in sorted({_table(name) for name in missing} - {table}):
            self._add_parent(table, parent, [name for name in missing if _table(name) == parent])
        return self.frames[table]

    def _add_parent(self, table: str, parent: str, names: list[str]) -> None:
        if parent == "law" and table != "project":
            self.with_columns("project", names)
            key, source = f"{table}.project", "project"
        else:
            self.with_columns(parent, names)
            key, source = PARENT_KEYS[table, parent][0], parent
        columns = self.frames[source].select(pl.col(f"{source}.id").alias(key), *names)
        self.frames[table] = self.frames[table].join(columns, on=key, how="left", maintain_order="left")

    def _add_aggregate(self, table: str, name: str) -> None:
        one = AGGREGATES[name]
        rows = self.with_columns(one.child, [*one.value.meta.root_names(), *one.where.meta.root_names()])
        if one.kind == "copies":
            self.frames[table] = rows.with_columns(_copies(one).alias(name))
            return
        keys = PARENT_KEYS[one.child, one.per]
        cells = pl.concat(rows.select(key=pl.col(key), value=one.value, where=one.where) for key in keys).filter(
            pl.col("key").is_not_null()
        )
        figures = cells.group_by(pl.col("key").alias(f"{table}.id")).agg(_figure(one.kind).alias(name))
        if one.kind == "count":
            childless = self.frames[table].select(f"{table}.id").join(figures, on=f"{table}.id", how="anti")
            figures = pl.concat([figures, childless.with_columns(pl.lit(0, figures.schema[name]).alias(name))])
        joined = self.frames[table].join(figures, on=f"{table}.id", how="left", maintain_order="left")
        if one.per == "group":
            joined = joined.with_columns(pl.when(~self._strays()).then(name).alias(name))
        self.frames[table] = joined

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


def _for_scoring(table: str) -> list[str]:
    return [f"law.{name}" for name in TABLES["law"]] if table in ("project", "fund", "indicator") else []


def _figure(kind: str) -> pl.Expr:
    """One figure of the columns `value` and `where`, unknown if a row that may count is unknown."""
    value, where = pl.col("value"), pl.col("where")
    unknown = where.is_null() | (where & value.is_null())
    kept = value.filter(where)
    if kind == "count":
        return pl.when(value.is_null().any()).then(None).otherwise(value.sum())
    if kind in ("every", "some"):
        all_known = where.is_not_null().all() & where.any()
        folded = kept.all(ignore_nulls=False) if kind == "every" else kept.any(ignore_nulls=False)
        return pl.when(all_known).then(folded)
    figure = kept.sum() if kind == "total" else kept.max()
    return pl.when(~unknown.any() & where.any()).then(figure)


def _copies(one: Aggregate) -> pl.Expr:
    key = PARENT_KEYS[one.child, one.per][0]
    known = one.value.is_not_null().all().over(key)
    return pl.when(known).then(pl.len().over(key, one.value) - 1)
