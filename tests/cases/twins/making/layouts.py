"""The layouts of layouts.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# (header, field, header above it)
Column = tuple[str, str, str]


@dataclass(frozen=True)
class Spec:
    """One layout; layouts.toml says what its parts are. `{unit}` in fund_label stands for the unit of money."""

    title: str
    kind: str
    indicators: tuple[Column, ...]
    head: list[list[str]]
    fund_label: str = "项目资金\n（{unit}）"
    funds: tuple[Column, ...] = ()
    fund_total: str = "年度资金总额"
    parts: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    label: str = "绩效指标"
    total: str = ""
    grade: str = ""
    tail: tuple[list[str], ...] = ()
    apart: bool = False
    group_weights: bool = False


def load() -> dict[str, Spec]:
    """The layouts by their names."""
    text = Path(__file__).with_name("layouts.toml").read_text("utf-8")
    return {name: _spec(record) for name, record in tomllib.loads(text).items()}


def _spec(record: dict[str, Any]) -> Spec:
    return Spec(**record | {name: _columns(record[name]) for name in ("indicators", "funds") if name in record})


def _columns(text: str) -> tuple[Column, ...]:
    found = []
    for one in text.split(" | "):
        header, _, field = one.rpartition(" ")
        above, _, label = header.rpartition(">")
        found.append((label, field, above))
    return tuple(found)
