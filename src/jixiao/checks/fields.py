"""From a column to the field of the evaluation that it was taken from."""

from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from jixiao.checks.base import Check
from jixiao.model.evaluation import Evaluation
from jixiao.model.place import Place
from jixiao.tables.flatten import Tables
from jixiao.tables.schema import TABLES
from jixiao.tables.words import Rule
from jixiao.tables.workspace import roots

# How many rows with a missing value are named one by one.
_NAMED: Final = 5

# Fields that checks on documents ask for and that are no column of figures.
_TITLES: Final = {
    "achieved": "年度总体目标的完成情况", "expected": "年度总体目标", "sections": "正文", "report_date": "报告日期",
    "claims": "正文写的数", "department": "主管部门", "unit": "实施单位", "year": "年度", "level1": "一级指标",
    "level2": "二级指标", "goals": "年度总体目标", "indicators": "三级指标", "layout": "原件的版面",
    "groups": "一级指标的分值",
}  # fmt: skip
# What a field is called that has no name here.
_OTHER: Final = "表内的一项"

# Columns that were taken from the prose: what the claim is about.
_STATED: Final = {"stated_total": "total", "stated_grade": "grade"}


def locate(evaluation: Evaluation, table: str, path: str, column: str) -> tuple[str, Place | None]:
    """The path and the place of a row's column; where the cell has no place, that of the row's name or first field."""
    if column in _STATED:
        stated = next((n for n, claim in enumerate(evaluation.claims) if claim.about == _STATED[column]), None)
        return ("claims", None) if stated is None else (f"claims[{stated}]", evaluation.claims[stated].place)
    field = field_of(evaluation, path, TABLES[table][column].field or column)
    place = evaluation.place(field)
    if place is None and path:
        row = (source.place for name, source in evaluation.sources.items() if name.startswith(f"{path}."))
        place = evaluation.place(f"{path}.level3") or next(row, None)
    return field, place


def field_of(evaluation: Evaluation, path: str, field: str) -> str:
    """The path of a field of a row; "fund." means the total row of the funds."""
    if field.startswith("fund."):
        return _fund_total(evaluation) + field.removeprefix("fund")
    return _path(path, field)


def label_of(evaluation: Evaluation, path: str) -> str:
    """What people call a row: the 三级指标, the class, the source of funds, or the project."""
    kind, _, ordinal = path.rstrip("]").partition("[")
    if kind == "indicators":
        return evaluation.indicators[int(ordinal)].level3 or ""
    if kind == "groups":
        group = evaluation.groups[int(ordinal)]
        return group.level2 or group.level1
    if kind == "funds":
        return evaluation.funds[int(ordinal)].label
    return evaluation.project.name or ""


def title_of(path: str) -> str:
    """The Chinese name of a field: "indicators[3].score" → 得分."""
    kind, _, name = path.rpartition(".")
    table = {"indicators": "indicator", "groups": "group", "funds": "fund"}.get(kind.partition("[")[0], "project")
    if table == "project":
        named = {column.field: column.title for column in TABLES["project"].values() if column.field}
        return named.get(path) or named.get(f"fund.{name}") or named.get(name) or _TITLES.get(name, _OTHER)
    return TABLES[table][name].title if name in TABLES[table] else _TITLES.get(name, _OTHER)


def missing_fields(check: Check, row: Mapping[str, Any], path: str, tables: Tables, number: int) -> tuple[str, ...]:
    """The fields whose absence left a check undecided: of the row, of its parents, of the rows that it adds up."""
    rule = check.rule
    assert isinstance(rule, Rule)
    missing: dict[str, None] = {}
    for name in sorted(roots(*rule.conditions, rule.fault)):
        table, _, column = name.partition(".")
        if table == "law" or column not in TABLES[table]:
            continue
        if table in (check.head.on, "project"):
            own = path if table == check.head.on else ""
            missing.update(dict.fromkeys(_absent(row, table, column, own)))
        else:
            missing.update(dict.fromkeys(_absent_rows(tables, table, column, number)))
    return tuple(missing or _absent_beside(check, tables, number))


def _absent_beside(check: Check, tables: Tables, number: int) -> dict[str, None]:
    """What is missing in other rows of the check's own table, which its row is compared with."""
    rule = check.rule
    assert isinstance(rule, Rule)
    names = (name.partition(".") for name in sorted(roots(*rule.conditions, rule.fault)))
    return {
        field: None
        for table, _, column in names
        if table == check.head.on != "project" and column in TABLES[table]
        for field in _absent_rows(tables, table, column, number)
    }


def _absent(row: Mapping[str, Any], table: str, column: str, path: str) -> list[str]:
    if row.get(f"{table}.{column}", True) is not None:
        return []
    bases = [base for base in TABLES[table][column].of if row.get(f"{table}.{base}") is None]
    return [_path(path, TABLES[table][base].field or base) for base in bases or [column]]


def _absent_rows(tables: Tables, table: str, column: str, number: int) -> list[str]:
    frame = tables.frames[table]
    name = f"{table}.{column}"
    if name not in frame.columns:
        return []
    empty = frame.filter((pl.col(f"{table}.project") == number) & pl.col(name).is_null())
    field = TABLES[table][column].field or (TABLES[table][column].of or (column,))[0]
    return [f"{tables.paths[table][row]}.{field}" for row in empty[f"{table}.id"].head(_NAMED)]


def _path(row: str, field: str) -> str:
    return f"{row}.{field}" if row else field


def _fund_total(evaluation: Evaluation) -> str:
    line = evaluation.fund_total
    return f"funds[{evaluation.funds.index(line)}]" if line else "funds[0]"
