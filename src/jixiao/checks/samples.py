"""Builders for the examples of checks: sane defaults, values written as a form prints them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from jixiao.model.evaluation import (
    Claim,
    Evaluation,
    FundLine,
    Goal,
    Group,
    Indicator,
    Project,
    Quantity,
    Section,
    Total,
    Trouble,
)
from jixiao.model.number import Number
from jixiao.model.place import Place
from jixiao.model.quantity import parse_quantity
from jixiao.model.terms import FundSource, Kind, Op, Scope

COLUMNS = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")

# A cell of an example: a whole number, digits as printed, "" for blank, None for unread.
Cell = int | str | None


def an_indicator(  # noqa: PLR0913  a row of the form
    *,
    level1: str | None = "产出指标",
    level2: str | None = "数量指标",
    level3: str | None = "设备运维数量",
    target: str | None = "≥10台",
    actual: str | None = "10台",
    weight: Cell = 10,
    score: Cell = 10,
    reason: str | None = "",
) -> Indicator:
    """A row whose target is met and whose points are full, unless told otherwise."""
    return Indicator(
        level1, level2, level3, target, actual, _number(weight), _number(score), reason, _read(target), _read(actual)
    )


def an_evaluation(  # noqa: PLR0913  a form
    *indicators: Indicator,
    funds: Mapping[str, Cell] | None = None,
    parts: Mapping[str, Cell] | None = None,
    group_weights: Mapping[str, Cell] | None = None,
    total: Cell = "",
    total_weight: Cell = "",
    grade: str | None = None,
    goals: Mapping[str, str | None] | None = None,
    more_funds: Sequence[FundLine] = (),
    fund_reason: str | None = None,
    year: int = 2020,
    unit: str = "示例单位",
    columns: tuple[str, ...] = COLUMNS,
    **more: Any,
) -> Evaluation:
    """A form with these rows.

    funds: figures of the total row in 万元. parts: 全年预算数 by source of funds; more_funds: further fund lines.
    fund_reason: the reason beside the total row, None where the form has no such column. group_weights: the points
    printed beside a class. goals: expected → achieved. unit: begins with the province whose rules count.
    """
    line: dict[str, Cell] = {
        "initial": 100,
        "budget": 100,
        "executed": 100,
        "weight": 10,
        "score": 10,
        "rate": 100,
    }
    line.update(funds or {})
    shares = [_line(FundSource(source), source, {"budget": amount}) for source, amount in (parts or {}).items()]
    return Evaluation(
        file="示例",
        kind=Kind.SELF_EVALUATION,
        form="mof",
        project=Project("示例项目", "示例主管部门", unit, year),
        funds=(replace(_line(FundSource.TOTAL, "年度资金总额", line), reason=fund_reason), *shares, *more_funds),
        goals=tuple(Goal(Scope.ANNUAL, *pair) for pair in (goals or {}).items()),
        columns=columns,
        groups=tuple(Group(name, None, _number(weight)) for name, weight in (group_weights or {}).items()),
        indicators=indicators,
        total=Total(_number(total_weight), _number(total), grade),
        **more,
    )


def a_report(*sections: Section, claims: tuple[Claim, ...] = (), **more: Any) -> Evaluation:
    """A report in prose; rows and funds may stand in it as in `an_evaluation`."""
    rows = more.pop("indicators", ())
    return an_evaluation(*rows, sections=sections, claims=claims, **more)


def a_section(number: str, title: str, text: str = "", *, level: int = 1, heading: str | None = None) -> Section:
    """A heading with its paragraphs."""
    return Section(number, title, level, number + title if heading is None else heading, text)


def a_claim(about: str, value: str | None, unit: str = "万元", *, subject: str = "", raw: str = "") -> Claim:
    """A figure in prose."""
    number = None if value is None else Decimal(value)
    return Claim(about, subject, number, unit, raw or f"{value}{unit}", Place(line=1))


def a_trouble(kind: str, message: str) -> Trouble:
    """A cell that could not be read."""
    return Trouble(kind, message, Place(table=1, row=2, col=3))


def a_fund_part(source: str, **cells: Cell) -> FundLine:
    """The line of one source of funds."""
    return _line(FundSource(source), source, cells)


def _line(source: FundSource, label: str, cells: Mapping[str, Cell]) -> FundLine:
    names = ("initial", "budget", "executed", "weight", "score", "rate")
    initial, budget, executed, weight, score, rate = (_number(cells.get(name, "")) for name in names)
    return FundLine(source, label, "万元", initial, budget, executed, weight, score, rate)


def _number(cell: Cell) -> Number:
    if cell is None:
        return None
    return "" if cell == "" else Decimal(cell)


def _read(text: str | None) -> Quantity:
    return Quantity(Op.UNREAD) if text is None else parse_quantity(text)
