"""The derived columns that checks may read."""

import polars as pl

from jixiao.tables.scoring import due, execution_due, from_millionths


def derive(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Adds the scores of a table, and for projects the recomputed execution rate.

    The frame must hold the law's columns.
    """
    if table == "indicator":
        return due(frame)
    initial = pl.col("law.execution_base") == "initial"
    based = frame.with_columns(
        pl.when(initial)
        .then(f"project.initial{end}")
        .when(~initial)
        .then(f"project.budget{end}")
        .alias(f"project.base{end}")
        for end in ("", "_half")
    )
    return execution_due(based.with_columns(*_rate()))


def _rate() -> tuple[pl.Expr, pl.Expr]:
    """The rate in percent to two places, and whether the printed one cannot be it.

    The printed amounts and the printed rate are intervals; the rate is wrong when no amounts within theirs give a rate
    within its own. Compared by products on 128-bit integers: the frame's own product of two decimals is cut.
    """
    executed, base = _fen("project.executed"), _fen("project.base")
    executed_half, base_half = _half("project.executed_half"), _half("project.base_half")
    printed = pl.col("project.rate").to_physical().cast(pl.Int128) * 10
    half = pl.col("project.rate_half").to_physical().cast(pl.Int128)
    # Rates in 10^-7 percent, amounts in 10^-3 yuan: rate × base against 100 × executed in the same unit.
    most, least = (printed + half) * (base + base_half), (printed - half) * (base - base_half)
    wrong = (most <= 10**9 * (executed - executed_half)) | (least > 10**9 * (executed + executed_half))
    rounded = (2 * executed * 10**4 + base) // (2 * base) * 10**4
    return (
        pl.when(base > 0).then(from_millionths(rounded)).alias("project.rate_due"),
        pl.when(base > 0).then(wrong).alias("project.rate_wrong"),
    )


def _fen(column: str) -> pl.Expr:
    """Money in thousandths of a yuan, so that half a fen is whole."""
    return pl.col(column).to_physical().cast(pl.Int128) * 10


def _half(column: str) -> pl.Expr:
    """Half a printed place of money in thousandths of a yuan."""
    return pl.col(column).to_physical().cast(pl.Int128) // 10**4
