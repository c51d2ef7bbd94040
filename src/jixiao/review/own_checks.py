"""A bureau's own checks: rows of a sheet, made into checks like those in files, each held to its examples."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NoReturn

import polars as pl

from jixiao.checks.base import Check, Head, catalogue
from jixiao.model.errors import InputError
from jixiao.model.finding import Severity
from jixiao.model.layout import Cell, Layout, Table
from jixiao.readers import read_layout
from jixiao.review.own_examples import hold
from jixiao.tables.formula.build import Reading, aggregate, condition
from jixiao.tables.formula.names import Column, column
from jixiao.tables.formula.parse import parse
from jixiao.tables.formula.tree import Call, FormulaError, Name, Node
from jixiao.tables.words import Rule

CODE, TITLE, APPLIES, FAULT, SAYS, FIRES, SILENT = COLUMNS = (
    "编号",
    "名称",
    "适用条件",
    "出错条件",
    "提示语",
    "应报例",
    "不应报例",
)
GRADE, REMEDY = OPTIONAL = ("等级", "怎么改")
_NEEDED: Final = (CODE, TITLE, FAULT, SAYS, FIRES, SILENT)
_CODE: Final = re.compile(r"[\w\-.]{1,20}")
_OURS: Final = re.compile(r"[A-Z]{2}\d{2}")
_BRACES: Final = re.compile(r"\{([^{}]*)\}|[{}]")
_MOST: Final = 300  # checks
_GRADES: Final = {one.word: one for one in Severity}

Row = Mapping[str, Cell]


def load(path: Path) -> Mapping[str, Check]:
    """The checks of a workbook by code; every example has been tried.

    Raises:
        InputError: the workbook cannot be read, a cell is wrong, or an example does not answer as it should.
    """
    layout = read_layout(path)
    found: dict[str, Check] = {}
    for row in _rows(layout):
        check = _check(layout.file, row, found)
        found[check.code] = check
        if len(found) > _MOST:
            raise InputError(layout.file, f"检查超过 {_MOST} 项", "分成几个文件")
    if not found:
        raise InputError(layout.file, "表里没有一项检查", f"在“{CODE}”“{TITLE}”“{FAULT}”这一行表头下面逐行填写")
    return found


def _rows(layout: Layout) -> Iterator[Row]:
    """The filled rows below the header, by the names of the columns."""
    headed = [(table, *head) for table in layout.tables if (head := _header(table)) is not None]
    if not headed:
        need = "、".join(COLUMNS)
        remedy = "用 jixiao new --checks 文件.xlsx 新建一张空表照着填"
        raise InputError(layout.file, f"没有找到表头，表头要有 {need}", remedy)
    for table, at, places in headed:
        for cells in table.grid()[at + 1 :]:
            row = {name: cell for name, col in places.items() if (cell := cells[col]) is not None}
            if any(cell.text.strip() for cell in row.values()):
                yield row


def _header(table: Table) -> tuple[int, dict[str, int]] | None:
    for at, cells in enumerate(table.grid()):
        names = {cell.text.strip().lstrip("*").strip(): cell.col for cell in cells if cell is not None}
        places = {name: names[name] for name in (*COLUMNS, *OPTIONAL) if name in names}
        if all(name in places for name in _NEEDED):
            return at, places
    return None


def _check(file: str, row: Row, known: Mapping[str, Check]) -> Check:
    texts = {name: cell.text.strip() for name, cell in row.items()}
    code = texts.get(CODE, "").upper()
    for name in _NEEDED:
        if not texts.get(name):
            _refuse(file, row, name, f"没有填“{name}”", "每一项检查都要填，应报例和不应报例各至少一个")
    _check_code(file, row, code, known)
    severity = _GRADES.get(texts.get(GRADE) or Severity.WARNING.word)
    if severity is None:
        _refuse(file, row, GRADE, f"没有“{texts[GRADE]}”这个等级", f"可以填 {'、'.join(_GRADES)}，不填是建议核实")
    reading = Reading()
    applies = [_condition(file, row, name, reading) for name in (APPLIES,) if texts.get(name)]
    fault = _condition(file, row, FAULT, reading)
    table = _table(file, row, reading)
    says, facts = _message(file, row, texts[SAYS], table, reading)
    check = Check(
        head=Head(code, table, _pointed_at(table, reading), severity, (), ""),
        slug="",
        title=texts[TITLE],
        why="",
        remedy=texts.get(REMEDY, ""),
        exclusions=texts.get(APPLIES, ""),
        rule=Rule((*reading.filled, *applies), fault),
        says=says,
        facts=facts,
        fires={},
        silent={},
        apart={},
        unsure={},
    )
    return hold(file, check, row[FIRES], row[SILENT])


def _check_code(file: str, row: Row, code: str, known: Mapping[str, Check]) -> None:
    if not _CODE.fullmatch(code):
        _refuse(file, row, CODE, f"编号“{code}”不能用", "20 个以内的字、字母、数字，可以有 - 和 .")
    if _OURS.fullmatch(code) or code in catalogue():
        _refuse(file, row, CODE, f"编号“{code}”是软件自带检查的样子", "换一个，例如 本局01")
    if code in known:
        _refuse(file, row, CODE, f"编号“{code}”用了两次", "每一项检查一个编号")


def _condition(file: str, row: Row, name: str, reading: Reading) -> pl.Expr:
    tree = _parsed(file, row, name, row[name].text)
    try:
        return condition(tree, reading)
    except FormulaError as error:
        _refuse_at(file, row, name, error)


def _parsed(file: str, row: Row, name: str, text: str) -> Node:
    try:
        return parse(text)
    except FormulaError as error:
        _refuse_at(file, row, name, error)


def _table(file: str, row: Row, reading: Reading) -> str:
    """The table whose rows are judged: the indicators if a column of theirs is read outside 合计 and the like."""
    tables = {one.table for one in reading.columns}
    if "indicator" in tables:
        return "indicator"
    if "project" not in tables and not reading.rows:
        _refuse(file, row, FAULT, "条件里没有表上的内容", "至少要有一列，例如 得分、总分、全年预算数")
    return "project"


def _pointed_at(table: str, reading: Reading) -> str:
    """The column that findings point at: the first one of the table that the conditions read."""
    own = (one.pointed_at for one in reading.columns if one.table == table)
    return next(own, "total_score")


def _message(file: str, row: Row, text: str, table: str, reading: Reading) -> tuple[str, Mapping[str, pl.Expr]]:
    """The message with the names that the engine fills, and the figures over all rows that it shows."""
    facts: dict[str, pl.Expr] = {}

    def named(match: re.Match[str]) -> str:
        if match[1] is None:
            raise FormulaError(match.start(), "大括号没有成对", "要填的列写成 {得分}")
        try:
            return f"{{{_fact(match[1], table, reading, facts)}}}"
        except FormulaError as error:
            raise FormulaError(match.start(1) + error.at, error.cause, error.remedy) from error

    try:
        return _BRACES.sub(named, text), facts
    except FormulaError as error:
        _refuse_at(file, row, SAYS, error)


def _fact(text: str, table: str, reading: Reading, facts: dict[str, pl.Expr]) -> str:
    """What stands in braces as the engine knows it; a figure over all rows becomes one of `facts`."""
    tree = parse(text)
    if isinstance(tree, Name):
        found = column(tree.name, tree.at)
        _check_reach(found, table)
        return found.name if found.table == table else found.path
    if not isinstance(tree, Call):
        remedy = "写成 {得分} 或 {合计(得分)}"
        raise FormulaError(0, "大括号里只能写一列，或者 合计(…)、最大(…)、个数(…)", remedy)
    name = f"fact{len(facts)}"
    facts[name] = aggregate(tree, reading)
    return name


def _check_reach(found: Column, table: str) -> None:
    if table == "project" and found.table == "indicator":
        remedy = "看整张表的检查，提示语里只能写项目的列，或者 合计(…) 一类"
        raise FormulaError(0, "条件没有逐行看指标，提示语里不能写某一行的列", remedy)


def _refuse_at(file: str, row: Row, name: str, error: FormulaError) -> NoReturn:
    """A condition that cannot be used: the cell, the character and what stands there."""
    where = f"第 {error.at + 1} 个字：" if error.at < len(row[name].text) else ""
    raise InputError(file, f"{where}{error.cause}", error.remedy, _place(row, name)) from error


def _refuse(file: str, row: Row, name: str, cause: str, remedy: str) -> NoReturn:
    raise InputError(file, cause, remedy, _place(row, name))


def _place(row: Row, name: str) -> str:
    """The cell in words; where the row has none, the row."""
    cell = row.get(name)
    return f"{cell.place}（{name}）" if cell else f"{next(iter(row.values())).place} 这一行"
