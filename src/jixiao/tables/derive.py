"""The derived columns that checks may read."""

import polars as pl

from jixiao.tables.scoring import due, execution_due, from_millionths


def derive(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Adds the scores of a table, and for projects and fund lines the recomputed execution rate.

    The frame must hold the law's columns.
    """
    if table == "indicator":
        return due(frame)
    initial = pl.col("law.execution_base") == "initial"
    based = frame.with_columns(
        pl.when(initial)
        .then(f"{table}.initial{end}")
        .when(~initial)
        .then(f"{table}.budget{end}")
        .alias(f"{table}.base{end}")
        for end in ("", "_half")
    )
    rated = based.with_columns(*_rate(table))
    return execution_due(rated) if table == "project" else rated


def _rate(table: str) -> tuple[pl.Expr, pl.Expr]:
    """The rate in percent to two places, and whether the printed one cannot be it.

    The printed amounts and the printed rate are intervals; the rate is wrong when no amounts within theirs give a rate
    within its own. A printed rate up to 1 may also be a share: spreadsheets show 0.958 for 95.8%.
    """
    executed, base = _fen(f"{table}.executed"), _fen(f"{table}.base")
    printed = pl.col(f"{table}.rate").to_physical().cast(pl.Int128) * 10
    half = pl.col(f"{table}.rate_half").to_physical().cast(pl.Int128)
    percent, share = (_impossible(table, printed * times, half * times) for times in (1, 100))
    rounded = (2 * executed * 10**4 + base) // (2 * base) * 10**4
    return (
        pl.when(base > 0).then(from_millionths(rounded)).alias(f"{table}.rate_due"),
        pl.when(base > 0).then(percent & (share | (printed > 10**7))).alias(f"{table}.rate_wrong"),
    )


def _impossible(table: str, printed: pl.Expr, half: pl.Expr) -> pl.Expr:
    """Whether no amounts as printed give the rate; by products on 128-bit integers, because the frame's own are cut.

    Rates in 10^-7 percent, amounts in 10^-3 yuan: rate × base against 100 × executed in the same unit.
    """
    executed, base = _fen(f"{table}.executed"), _fen(f"{table}.base")
    executed_half, base_half = _half(f"{table}.executed_half"), _half(f"{table}.base_half")
    most, least = (printed + half) * (base + base_half), (printed - half) * (base - base_half)
    return (most <= 10**9 * (executed - executed_half)) | (least > 10**9 * (executed + executed_half))


def _fen(column: str) -> pl.Expr:
    """Money in thousandths of a yuan, so that half a fen is whole."""
    return pl.col(column).to_physical().cast(pl.Int128) * 10


def _half(column: str) -> pl.Expr:
    """Half a printed place of money in thousandths of a yuan."""
    return pl.col(column).to_physical().cast(pl.Int128) // 10**4
