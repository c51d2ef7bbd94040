"""The derived columns that checks may read."""

from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from jixiao.tables.scoring import DUE, due, execution_due, from_millionths

_MONEY: Final = tuple(f"project.{name}{end}" for name in ("initial", "budget", "executed") for end in ("", "_half"))
_RATE: Final = (*_MONEY, "project.rate", "project.rate_half", "law.execution_base")
_EXECUTION: Final = (*_MONEY, "project.execution_weight", *(f"law.execution_{name}" for name in ("base", "cap")))

# The derived columns, each with the columns that it is made from.
DERIVED: Final[Mapping[str, Sequence[str]]] = {
    **dict.fromkeys(("indicator.due", "indicator.met", "indicator.over"), DUE),
    **dict.fromkeys(("project.rate_due", "project.rate_wrong"), _RATE),
    "project.due": (*_EXECUTION, "law.score_places"),
}


def derive(frame: pl.DataFrame, wanted: Sequence[str]) -> pl.DataFrame:
    """Adds derived columns of one table: scores, and for projects the recomputed execution rate.

    The frame must hold what they are made from.
    """
    if wanted[0].startswith("indicator."):
        return due(frame, wanted)
    initial = pl.col("law.execution_base") == "initial"
    frame = frame.with_columns(
        pl.when(initial)
        .then(f"project.initial{end}")
        .when(~initial)
        .then(f"project.budget{end}")
        .alias(f"project.base{end}")
        for end in ("", "_half")
    )
    rates = [name for name in wanted if name != "project.due"]
    if rates:
        frame = frame.with_columns(expression for expression in _rate() if expression.meta.output_name() in rates)
    return execution_due(frame) if "project.due" in wanted else frame


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
