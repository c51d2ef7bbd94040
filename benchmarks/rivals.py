"""The ten checks of `checks.py` written by hand, as one would without jixiao: in Polars and in SQL for DuckDB.

They know what the made-up portfolio holds (only ≥, ≤, bare numbers and words; nothing blank, every number read), so
they do less than the checks of the catalogue, which also tell what is undecided and what does not apply.
"""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import polars as pl
from polars import col

_ROWS = [f"indicator.{name}" for name in "id project group weight score score_half op t v numeric".split()]
_ROWS += [f"indicator.{name}" for name in "repeats not_done level1 level2 unit reason".split()]
_PROJECTS = [f"project.{name}" for name in "id total_score execution_score execution_weight budget".split()]
_GROUPS = ["group.id", "group.weight"]


def by_polars(folder: Path) -> dict[str, int]:
    """The findings of a partition by code."""
    rows = pl.scan_parquet(folder / "indicator.parquet").select(pl.col(_ROWS).name.replace("indicator.", ""))
    projects = pl.scan_parquet(folder / "project.parquet").select(pl.col(_PROJECTS).name.replace("project.", ""))
    groups = pl.scan_parquet(folder / "group.parquet").select(pl.col(_GROUPS).name.replace("group.", ""))
    money = projects.select(project="id", budget="budget")
    rows = rows.with_columns(due=_due()).join(money, on="project", how="left")
    faults = {
        "SC02": (col.score > col.weight) | (col.score < 0),
        "SC03": _numeric() & _short() & (col.score != col.weight) & (_below() | (col.due >= _high())),
        "SC05": pl.when("numeric").then(col.due == col.weight).otherwise("repeats") & (col.score < col.weight),
        "SC06": (col.not_done | (_numeric() & _short())) & (col.score == col.weight) & (col.not_done | _below()),
        "SC11": _numeric() & _short() & ~_below() & (col.due < _high()) & (col.due != col.score),
        "EX01": (col.score < col.weight) & (col.reason == ""),
        "BG15": (
            ((col.level1 == "成本指标") | (col.level2 == "成本指标") | (col.level2 == "经济成本指标"))
            & (col.unit == "元")
            & col.op.is_in(["<=", "<", "none"])
            & (col.budget > 0)
            & (col.t * 100 > col.budget * 101)
        ),
    }
    by_row = rows.select(col.id, *(fault.alias(code) for code, fault in faults.items()))
    sums = rows.group_by("project").agg(col.score.sum().alias("scores"), col.weight.sum().alias("weights"))
    by_project = projects.join(sums, left_on="id", right_on="project").select(
        col.id,
        SC01=col.scores + col.execution_score != col.total_score,
        WT01=col.weights + col.execution_weight != 100,
    )
    classes = rows.group_by("group").agg(col.weight.sum().alias("weights"))
    by_group = groups.join(classes, left_on="id", right_on="group").select(col.id, WT02=col.weights != col.weight)
    found: dict[str, int] = {}
    for frame in pl.collect_all([by_row, by_project, by_group]):
        for code in frame.columns[1:]:
            keys = pl.DataFrame({"id": frame["id"].filter(frame[code])}).select(code=pl.lit(code), id="id")
            found[code] = keys.height
    return found


def _due() -> pl.Expr:
    weight, t, v = (pl.col(name).to_physical() for name in ("weight", "t", "v"))
    points = (2 * weight * v + t * 10_000) // (2 * t * 10_000) * 10_000
    due = pl.when((col.op == ">=") & (col.v < col.t)).then(points).when(col.numeric | (col.op == "none")).then(weight)
    return (due.cast(pl.Decimal(38, 6)) / 1_000_000).cast(pl.Decimal(18, 6))


def _numeric() -> pl.Expr:
    return col.numeric


def _short() -> pl.Expr:
    return col.due < col.weight


def _below() -> pl.Expr:
    return col.due < col.score - col.score_half


def _high() -> pl.Expr:
    return col.score + col.score_half


@cache
def _duckdb() -> Any:
    return import_module("duckdb").connect()  # a peer, not a dependency


def by_duckdb(folder: Path) -> dict[str, int]:
    """The same in SQL."""
    return dict(_duckdb().execute(_SQL.replace("FOLDER", str(folder))).fetchall())


_SQL = """
with project as (select * from 'FOLDER/project.parquet'),
rows as materialized (
    select "indicator.id" id, "indicator.project" project, "indicator.group" class, "indicator.weight" weight,
        "indicator.score" score, "indicator.score_half" half, "indicator.numeric" as_number,
        "indicator.not_done" not_done, "indicator.repeats" repeats, "indicator.reason" reason,
        "indicator.level1"::varchar level1, "indicator.level2"::varchar level2, "indicator.unit" unit,
        "indicator.t" t, "project.budget" budget, "indicator.op" op,
        case when "indicator.op" = '>=' and "indicator.v" < "indicator.t"
            then ((2 * ("indicator.weight" * 1000000)::hugeint * ("indicator.v" * 1000000)::hugeint
                + ("indicator.t" * 1000000)::hugeint * 10000) // (2 * ("indicator.t" * 1000000)::hugeint * 10000)
                )::decimal(18, 6) / 100
            when "indicator.numeric" or "indicator.op" = 'none' then "indicator.weight" end::decimal(18, 6) due
    from 'FOLDER/indicator.parquet' join project on "project.id" = "indicator.project"),
keys as (
    select 'SC02' code, id from rows where score > weight or score < 0
    union all select 'SC03', id from rows where as_number and due < weight and score <> weight
        and (due < score - half or due >= score + half)
    union all select 'SC05', id from rows
        where case when as_number then due = weight else repeats end and score < weight
    union all select 'SC06', id from rows where (not_done or (as_number and due < weight)) and score = weight
        and (not_done or due < score - half)
    union all select 'SC11', id from rows where as_number and due < weight and due >= score - half
        and due < score + half and due <> score
    union all select 'EX01', id from rows where score < weight and reason = ''
    union all select 'BG15', id from rows where (level1 = '成本指标' or level2 in ('成本指标', '经济成本指标'))
        and unit = '元' and op in ('<=', '<', 'none') and budget > 0 and t * 100 > budget * 101
    union all select 'SC01', "project.id" from project join (select project, sum(score) s from rows group by all)
        on project = "project.id" where s + "project.execution_score" <> "project.total_score"
    union all select 'WT01', "project.id" from project join (select project, sum(weight) s from rows group by all)
        on project = "project.id" where s + "project.execution_weight" <> 100
    union all select 'WT02', "group.id" from 'FOLDER/group.parquet' join
        (select class, sum(weight) s from rows group by all) on class = "group.id" where s <> "group.weight")
select code, count(*) from keys group by code
"""
