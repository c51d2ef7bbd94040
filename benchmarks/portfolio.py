"""A portfolio of figures, made up: projects with twenty indicators each, as Parquet, a folder a partition.

Every figure comes from the number of its row by one multiplication and a shift (`_draw`), so that all runs and all
engines see the same rows. Each kind of fault is in one row or project of some hundred: a score above its weight or off
its formula, full points for what was not done, points lost though the target was met, a total that is not the sum,
weights that are not 100, a class whose printed weight is another, a cost target above the cut budget.
"""

from decimal import Decimal
from pathlib import Path
from typing import Final

import polars as pl

from jixiao.tables.schema import KEY, KEYS, TABLES, has_bits

ROWS: Final = 20
PROJECTS: Final = 10_000
LEVEL1: Final = ("产出指标", "效益指标", "满意度指标")
_OPS: Final = (">=", "<=", "none", "text")
_PRIME: Final = 2_654_435_761
_HALF_FEN: Final = pl.lit(Decimal("0.005"))


def write(folder: Path, partitions: int) -> None:
    """Writes `partitions` folders of four tables, of 10,000 projects each; those that are there stay."""
    for number in range(partitions):
        place = folder / f"{number:03}"
        if not (place / "project.parquet").exists():
            place.mkdir(parents=True, exist_ok=True)
            for table, frame in partition(number * PROJECTS).items():
                frame.write_parquet(place / f"{table}.parquet")


def partition(first: int) -> dict[str, pl.DataFrame]:
    """The tables of the 10,000 projects from number `first` on; ids count from 0 in each partition."""
    indicators = _indicators(first)
    sums = indicators.group_by("indicator.project", maintain_order=True).agg(
        pl.col("indicator.score").sum(), pl.col("indicator.weight").sum()
    )
    projects = _projects(first, sums["indicator.score"])
    tables = {
        "project": projects,
        "indicator": indicators,
        "fund": _funds(projects),
        "group": _groups(first, indicators),
    }
    return {table: _complete(table, frame) for table, frame in tables.items()}


def _draw(salt: int, sides: int, row: pl.Expr) -> pl.Expr:
    """A number below `sides` for each row, the same in every run."""
    return ((row.cast(pl.UInt64) * _PRIME + salt * 40_503 * _PRIME) // 65_536 % sides).cast(pl.Int64)


def _budget(project: pl.Expr) -> pl.Expr:
    """The budget after the cut, in yuan, and 1,000 more before it in one project of five."""
    return _draw(11, 10**7, project) + 10_000


def _initial(project: pl.Expr) -> pl.Expr:
    return _budget(project) + pl.when(_draw(12, 300, project) < 60).then(1000).otherwise(0)


def _indicators(first: int) -> pl.DataFrame:
    at = pl.int_range(pl.len(), dtype=pl.UInt32)
    row, project, within = at + first * ROWS, at // ROWS + first, at % ROWS
    is_cost = within == 11
    kind = _draw(1, 10, row)
    op = pl.when(is_cost | (kind >= 6) & (kind < 8)).then(1).when(kind < 6).then(0).when(kind < 9).then(2).otherwise(3)
    rows = pl.DataFrame({"at": range(PROJECTS * ROWS)}).select(
        id=at,
        project=at // ROWS,
        within=within,
        kind=pl.when(within < 12).then(0).when(within < 18).then(1).otherwise(2),
        op=op,
        t=pl.when(is_cost).then(_initial(project)).otherwise(_draw(2, 90, row) + 10),
        fault=_draw(3, 400, row),
        misses=(op == 0) & (_draw(4, 15, row) == 0),
        weight=pl.when(within < 10).then(4).otherwise(5),
    )
    rows = rows.with_columns(v=pl.when("misses").then(pl.col("t") - 5).otherwise("t"))
    earned = (pl.col("weight") * pl.col("v") * 100 / pl.col("t")).round()
    full, fault = pl.col("weight") * 100, pl.col("fault")
    score = (
        pl.when(fault == 1).then(full + 50)
        .when(fault == 2).then(full - 100)
        .when(fault == 3).then(full)
        .when(pl.col("misses") & (fault < 20)).then(earned - 37)
        .when(pl.col("misses") & (fault < 40)).then((earned / 10).round() * 10)
        .when("misses").then(earned)
        .otherwise(full)
    )  # fmt: skip
    figure = pl.col("op") < 3
    half = pl.when(pl.col("misses") & fault.is_between(20, 39)).then(Decimal("0.05")).otherwise(_HALF_FEN)
    return rows.select(
        id="id", project="project", group=pl.col("project") * 3 + pl.col("kind"),
        level1=_words(LEVEL1, "kind"),
        level2=pl.when(pl.col("within") == 11).then(pl.lit("成本指标")).otherwise(pl.lit("数量指标")),
        level3=pl.format("指标{}", pl.col("within") + 1),
        target=pl.format("{}个", "t"), actual=pl.format("{}个", "v"), unit=pl.lit("元"),
        weight="weight", score=score.cast(pl.Decimal(18, 2)) / 100, score_half=half,
        reason=pl.when(fault % 50 == 7).then(pl.lit("")).otherwise(pl.lit("按计划改进")),
        op=_words(_OPS, "op"), t=pl.when(figure).then("t"), v=pl.when(figure).then("v"),
        actual_op=pl.when(figure).then(pl.lit("none")).otherwise(pl.lit("text")),
        numeric=pl.col("op") < 2, repeats=pl.col("t") == pl.col("v"), not_done=fault == 4,
        actual_empty=pl.lit(value=False), satisfaction=pl.col("kind") == 2,
    ).rename(lambda name: f"indicator.{name}")  # fmt: skip


def _projects(first: int, scores: pl.Series) -> pl.DataFrame:
    project = pl.int_range(pl.len(), dtype=pl.UInt32) + first
    part = _draw(13, 4, project) + 97
    rows = pl.DataFrame({"score": scores}).select(
        "score", id=project - first, budget=_budget(project), initial=_initial(project), fault=_draw(14, 300, project),
        executed=pl.when(part == 100).then(_budget(project)).otherwise(_budget(project) * part // 100),
    )  # fmt: skip
    due = ((pl.col("executed") * 1000 / pl.col("budget")).round()).cast(pl.Decimal(18, 2)) / 100
    total, fault = pl.col("score") + due, pl.col("fault")
    rate = (pl.col("executed") * 100 / pl.col("budget")).round(2)
    return rows.select(
        id="id", law=pl.lit(0), name=pl.format("项目{}", "id"),
        initial="initial", budget="budget", executed="executed",
        initial_half=_HALF_FEN, budget_half=_HALF_FEN, executed_half=_HALF_FEN,
        total_weight=pl.lit(100), total_score=pl.when(fault == 1).then(total + 1).otherwise(total),
        grade=pl.when((total >= 90) & (fault != 5)).then(pl.lit("优")).otherwise(pl.lit("良")),
        rate=pl.when(fault == 3).then(rate - 1).otherwise(rate), rate_half=_HALF_FEN,
        execution_weight=pl.when(fault == 2).then(9).otherwise(10),
        execution_score=due, execution_score_half=_HALF_FEN,
        has=pl.lit(has_bits({"level3", "target", "actual", "weight", "score", "reason"})), whole=pl.lit(value=True),
    ).rename(lambda name: f"project.{name}")  # fmt: skip


def _funds(projects: pl.DataFrame) -> pl.DataFrame:
    lines = [
        projects.select(
            pl.col("project.id").alias("fund.project"),
            pl.lit(source).alias("fund.source"),
            pl.lit(label).alias("fund.label"),
            *(pl.col(f"project.{name}").alias(f"fund.{name}") for name in ("initial", "budget", "executed")),
            *(_HALF_FEN.alias(f"fund.{name}_half") for name in ("initial", "budget", "executed")),
        )
        for source, label in (("total", "年度资金总额"), ("fiscal", "当年财政拨款"))
    ]
    return pl.concat(lines).sort("fund.project", maintain_order=True).with_row_index("fund.id")


def _groups(first: int, indicators: pl.DataFrame) -> pl.DataFrame:
    sums = indicators.group_by("indicator.group", maintain_order=True).agg(pl.col("indicator.weight").sum())
    wrong = pl.when(_draw(21, 500, pl.col("indicator.group") + first * 3) == 0).then(1).otherwise(0)
    return sums.select(
        pl.col("indicator.group").alias("group.id"),
        (pl.col("indicator.group") // 3).alias("group.project"),
        _words(LEVEL1, pl.col("indicator.group") % 3).alias("group.label"),
        (pl.col("indicator.weight") + wrong).alias("group.weight"),
        pl.lit(value=False).alias("group.of_level2"),
    )


def _words(words: tuple[str, ...], number: str | pl.Expr) -> pl.Expr:
    place = pl.col(number) if isinstance(number, str) else number
    return place.cast(pl.Int64).replace_strict(dict(enumerate(words)), return_dtype=pl.String)


def _complete(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """All columns of the schema with their types; what was not made is null, keys are 0."""
    types = {f"{table}.{key}": KEY for key in KEYS[table]}
    types |= {f"{table}.{name}": column.dtype for name, column in TABLES[table].items()}  # type: ignore[misc]
    blanks = {name: None if name.endswith("group") else 0 for name in types if name.endswith((".blank", "group"))}
    return frame.select(
        pl.col(name).cast(kind) if name in frame.columns else pl.lit(blanks.get(name), kind).alias(name)
        for name, kind in types.items()
    )
