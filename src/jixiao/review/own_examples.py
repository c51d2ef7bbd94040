"""The examples of a bureau's own checks: 实际完成值=未开展；得分=3, tried when the sheet is read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Final

from jixiao.checks.base import Check
from jixiao.checks.engine import OUTCOMES, examine
from jixiao.checks.fields import title_of
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.law.load import counting_day, on
from jixiao.model.errors import InputError
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding, Outcome
from jixiao.model.layout import Cell
from jixiao.model.number import DIGITS, MONEY_UNITS, decimal
from jixiao.tables.formula.names import ALSO, COLUMNS, Column, Dimension

# What a row or form of an example may say, and what it says where the example is silent: see `samples`.
_ROW: Final = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
_FUNDS: Final = {
    "initial": "initial",
    "budget": "budget",
    "executed": "executed",
    "rate": "rate",
    "execution_weight": "weight",
    "execution_score": "score",
}
_TOTALS: Final = {"total_score": "total", "total_weight": "total_weight", "grade": "grade"}
_FIGURE: Final = re.compile(rf"({DIGITS})\s*(%|分|{'|'.join(sorted(MONEY_UNITS, key=len, reverse=True))})?")
_HELP: Final = "写成 实际完成值=未开展；得分=3，几行写几个例子"
_MOST: Final = 20  # examples in a cell
_LONGEST: Final = 2000  # characters of a cell


@dataclass(slots=True)
class _Form:
    """What an example says: rows of indicators, funds, totals."""

    rows: list[dict[str, str]] = field(default_factory=lambda: [{}])
    funds: dict[str, str] = field(default_factory=dict)
    totals: dict[str, str] = field(default_factory=dict)
    name: str | None = None

    def take(self, column: Column, value: str) -> None:
        if column.table == "indicator":
            if column.name in self.rows[-1]:
                self.rows.append({})
            self.rows[-1][column.name] = value
        elif column.name in _FUNDS:
            self.funds[_FUNDS[column.name]] = value
        elif column.name == "name":
            self.name = value
        else:
            self.totals[_TOTALS[column.name]] = value

    def evaluation(self) -> Evaluation:
        rows = [an_indicator(**row) for row in self.rows]
        made = an_evaluation(*rows, funds=self.funds, **self.totals)  # type: ignore[arg-type]
        return made if self.name is None else replace(made, project=replace(made.project, name=self.name))


def hold(file: str, check: Check, fires: Cell, silent: Cell) -> Check:
    """The check with its examples, all of which answer as they should.

    Raises:
        InputError: an example cannot be read, is not reported though it should be, or is though it should not.
    """
    faulty, sound = _examples(file, fires, "应报例"), _examples(file, silent, "不应报例")
    forms = [*faulty.values(), *sound.values()]
    laws = [on(counting_day(None, form.project.year) or date.min) for form in forms]
    told = examine(forms, laws, [check], OUTCOMES)
    for (text, wanted, cell), findings in zip(
        [*((text, True, fires) for text in faulty), *((text, False, silent) for text in sound)], told, strict=True
    ):
        _held(file, cell, text, findings, wanted=wanted)
    return replace(check, fires=faulty, silent=sound)


def _held(file: str, cell: Cell, text: str, findings: list[Finding], *, wanted: bool) -> None:
    outcomes = {finding.outcome for finding in findings}
    if (Outcome.FAIL in outcomes) is wanted and (wanted or Outcome.UNDECIDED not in outcomes):
        return
    name = "应报例" if wanted else "不应报例"
    if Outcome.UNDECIDED in outcomes:
        missing = dict.fromkeys(title_of(path) for finding in findings for path in finding.missing)
        cause, remedy = f"“{text}”无法判断", f"例子里写上 {'、'.join(missing) or '条件用到的各列'}"
    elif wanted:
        cause, remedy = f"“{text}”没有报", "改出错条件、适用条件，或者改例子"
    else:
        cause, remedy = f"“{text}”报了：{_said(findings)}", "改出错条件、适用条件，或者改例子"
    raise InputError(file, cause, remedy, f"{cell.place}（{name}）")


def _said(findings: list[Finding]) -> str:
    return next(finding.message for finding in findings if finding.outcome is Outcome.FAIL)


def _examples(file: str, cell: Cell, name: str) -> Mapping[str, Evaluation]:
    """The examples of a cell, one a line, by their text."""
    place = f"{cell.place}（{name}）"
    lines = [line.strip() for line in (cell.lines or (cell.text,)) if line.strip()]
    if len(lines) > _MOST or len(cell.text) > _LONGEST:
        raise InputError(file, "例子太多", f"一格最多 {_MOST} 个例子、{_LONGEST} 个字", place)
    return {line: _example(file, place, line) for line in lines}


def _example(file: str, place: str, text: str) -> Evaluation:
    form = _Form()
    for part in filter(None, (part.strip() for part in re.split("[；;]", text))):
        name, sign, value = part.replace("＝", "=").partition("=")
        known = COLUMNS.get(ALSO.get(name.strip(), name.strip()))
        if not sign:
            raise InputError(file, f"“{part}”里没有等号", _HELP, place)
        if known is None or not _given(known):
            names = "、".join(title for title, one in COLUMNS.items() if _given(one))
            raise InputError(file, f"例子里不能写“{name.strip()}”", f"可以写 {names}", place)
        form.take(known, _value(file, place, known, value.strip()))
    return form.evaluation()


def _given(column: Column) -> bool:
    """Whether a form prints it: what is computed or in the law cannot be said by an example."""
    if column.table == "indicator":
        return column.name in _ROW
    return column.table == "project" and column.name in (*_FUNDS, *_TOTALS, "name")


def _value(file: str, place: str, column: Column, text: str) -> str:
    """The value as a sample takes it: digits, money in 万元; words as they stand."""
    if column.dimension is None or not text:
        return text
    match = _FIGURE.fullmatch(text)
    if match is None:
        raise InputError(file, f"“{text}”不是数", "写成 3、98.5% 或 100万元", place)
    value, unit = decimal(match[1]), match[2] or ""
    if column.dimension is Dimension.MONEY:
        if unit not in MONEY_UNITS:
            raise InputError(file, f"金额“{text}”没有写单位", "写成 100万元 或 1000000元", place)
        return format(value.scaleb(MONEY_UNITS[unit] - MONEY_UNITS["万元"]), "f")
    if unit in MONEY_UNITS or (unit == "%") > (column.dimension is Dimension.PERCENT):
        raise InputError(file, f"“{text}”的单位不对", f"这一列的单位是“{column.dimension.value}”", place)
    return format(Decimal(value), "f")
