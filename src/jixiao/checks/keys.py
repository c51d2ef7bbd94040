"""The checks on figures over tables of any size: what they read, and where they fail, a partition at a time.

A finding at scale is its key: the check and the id of the row. Messages, places and facts are for the few that are
shown (`engine.examine`).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import and_

import polars as pl

from jixiao.checks.base import Check
from jixiao.checks.engine import columns_of, fails
from jixiao.tables.derive import DERIVED
from jixiao.tables.schema import KEYS, TABLES
from jixiao.tables.words import Rule
from jixiao.tables.workspace import Workspace, roots

# By which rows are placed in their group.
_PLACING = {"group.of_level2", "indicator.level1", "indicator.level2"}


def needed(checks: Iterable[Check]) -> dict[str, list[str]]:
    """By table, the columns that `failed` reads for these checks: those of the checks, of the scores, and the keys."""
    rules = [check.rule for check in checks if isinstance(check.rule, Rule)]
    read = {name for rule in rules for name in roots(*rule.conditions, rule.fault)}
    read |= {name for derived in read & DERIVED.keys() for name in DERIVED[derived]} | {"project.has"}
    read |= _PLACING if any(name.startswith("group.") for name in read) else set()
    tables = {name.partition(".")[0] for name in read}
    names = {f"{table}.{key}" for table in tables for key in KEYS[table]} | read - DERIVED.keys()
    return {table: sorted(name for name in names if name.startswith(f"{table}.")) for table in sorted(tables)}


def failed(frames: Mapping[str, pl.DataFrame], checks: Sequence[Check]) -> dict[str, pl.DataFrame]:
    """By table, a row for each failure: `code`, and `id`, the id of the row in its table.

    frames: a partition with the columns that `needed` names; a project stands in it with all its rows. Some 10,000
    projects at once are both fast and small.
    """
    workspace = Workspace(frames)
    held = reduce(and_, frames["project"]["project.has"].unique()) if frames["project"].height else 0
    found = {}
    for table in TABLES:
        own = [check for check in checks if check.head.on == table]
        if own and not frames[table].is_empty():
            frame = workspace.with_columns(table, set().union(*(columns_of(check, held) for check in own)))
            faults = (
                frame.lazy().select(f"{table}.id", *(fails(check, held).alias(check.code) for check in own)).collect()
            )
            found[table] = pl.concat(_keys(faults, check.code) for check in own)
    return found


def _keys(faults: pl.DataFrame, code: str) -> pl.DataFrame:
    ids = faults.to_series(0).filter(faults[code])
    return pl.DataFrame({"id": ids}).select(code=pl.lit(code), id="id")
