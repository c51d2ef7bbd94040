"""The derived columns that checks may read."""

from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from jixiao.tables.scoring import DUE, due, execution_due, from_millionths

_ENDS: Final = ("", "_half")


def _money(table: str) -> list[str]:
    return [f"{table}.{name}{end}" for name in ("initial", "budget", "executed") for end in _ENDS]


def _rates(table: str) -> dict[str, Sequence[str]]:
    reads = (*_money(table), f"{table}.rate", f"{table}.rate_half", "law.execution_base")
    return dict.fromkeys((f"{table}.rate_due", f"{table}.rate_wrong"), reads)


# The derived columns, each with the columns that it is made from.
DERIVED: Final[Mapping[str, Sequence[str]]] = {
    **dict.fromkeys(("indicator.due", "indicator.met", "indicator.over"), DUE),
    **_rates("project"),
    **_rates("fund"),
    "project.due": (
        *_money("project"), "project.execution_weight", "law.execution_base", "law.execution_cap", "law.score_places"
    ),
}  # fmt: skip


def derive(table: str, frame: pl.DataFrame, wanted: Sequence[str]) -> pl.DataFrame:
    """Adds derived columns of a table: its scores, and for projects and fund lines the recomputed execution rate.

    The frame must hold what they are made from.
    """
    if table == "indicator":
        return due(frame, wanted)
    initial = pl.col("law.execution_base") == "initial"
    frame = frame.with_columns(
        pl.when(initial)
        .then(f"{table}.initial{end}")
        .when(~initial)
        .then(f"{table}.budget{end}")
        .alias(f"{table}.base{end}")
        for end in _ENDS
    )
    rates = [name for name in wanted if name != "project.due"]
    if rates:
        frame = frame.with_columns(rate for rate in _rate(table) if rate.meta.output_name() in rates)
    return execution_due(frame) if "project.due" in wanted else frame


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
