"""The self-evaluation form as a table of merged cells, in the Tianjin and in the ministry's layout.

Source of the layouts: the founding document and filled forms of 2020 (docs: domain §6.1, §6.2).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from jixiao.model.evaluation import Evaluation, FundLine, Goal, Indicator
from jixiao.model.number import Number, known, plain, tidy
from jixiao.model.terms import FundSource
from jixiao.writers.grid import Align, Box, Grid

UNDECIDED: Final = "无法判断"
_NONE: Final = "—"
_LONG_AMOUNT: Final = re.compile(r"([^\w\s]?[\d,.]{9,})([百千万亿]*元)", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Layout:
    """What differs between layouts. funds: field, label, first column, columns wide."""

    department: str
    unit: str
    widths: tuple[int, ...]
    funds: tuple[tuple[str, str, int, int], ...]
    expected: str
    achieved: str
    target: str
    actual: str


_LAYOUTS: Final = {
    "tianjin": _Layout(
        department="市级主管部门",
        unit="项目实施单位",
        widths=(75, 165, 155, 225, 220, 205, 75, 110, 160, 310),
        funds=(
            ("initial", "年初预算数", 3, 1),
            ("budget", "全年预算数\n（A）", 4, 1),
            ("executed", "全年执行数\n（B）", 5, 1),
            ("weight", "分值", 6, 1),
            ("score", "得分", 7, 1),
            ("rate", "执行率\n（B/A）", 8, 1),
            ("reason", "偏差原因分析及改进措施", 9, 1),
        ),
        expected="年初预期目标",
        achieved="年度实际完成情况",
        target="年度指标值\n（A）",
        actual="实际完成值\n（B）",
    ),
    "mof": _Layout(
        department="主管部门",
        unit="实施单位",
        widths=(75, 165, 155, 225, 220, 205, 75, 110, 160, 310),
        funds=(
            ("initial", "年初预算数", 3, 1),
            ("budget", "全年预算数", 4, 1),
            ("executed", "全年执行数", 5, 1),
            ("weight", "分值", 6, 1),
            ("rate", "执行率", 7, 2),
            ("score", "得分", 9, 1),
        ),
        expected="预期目标",
        achieved="实际完成情况",
        target="年度指标值",
        actual="实际完成值",
    ),
}
_NUMBERS: Final = ("initial", "budget", "executed", "weight", "score", "rate")


def form_grid(evaluation: Evaluation, remark: str = "") -> Grid:
    """The form of an evaluation in its layout.

    remark: stands in the last cell where there is no grade, such as 优至良，待定.
    """
    layout = _LAYOUTS[evaluation.form]
    boxes: list[Box] = []
    for block in (_head, _funds, _goals, _header, _indicators):
        start = max((box.row + box.rowspan for box in boxes), default=0)
        boxes += block(evaluation, layout, start)
    last = max(box.row + box.rowspan for box in boxes)
    header = next(box.row for box in boxes if box.text == "一级指标")
    boxes += _total(evaluation, last, remark)
    return Grid(tuple(boxes), layout.widths, header)


def total_text(evaluation: Evaluation) -> str:
    """The points of the last row: 97, or 已得87分，另10分无法判断."""
    earned = known(evaluation.total.score)
    if earned is None:
        return UNDECIDED
    open_ = undecided(evaluation)
    return f"已得{plain(earned)}分，另{tidy(open_)}分{UNDECIDED}" if open_ else plain(earned)


def undecided(evaluation: Evaluation) -> Decimal:
    """The weight of the rows that have no points."""
    rows: list[FundLine | Indicator] = [line for line in evaluation.funds if line.source is FundSource.TOTAL]
    rows += evaluation.indicators
    return sum((known(row.weight) or Decimal(0) for row in rows if known(row.score) is None), Decimal(0))


def _head(evaluation: Evaluation, layout: _Layout, row: int) -> Iterator[Box]:
    project = evaluation.project
    yield Box(row, 0, "项目名称", colspan=3, bold=True)
    yield Box(row, 3, project.name or "", colspan=7, path="project.name")
    yield Box(row + 1, 0, layout.department, colspan=3, bold=True)
    yield Box(row + 1, 3, project.department or "", path="project.department", colspan=2)
    yield Box(row + 1, 5, layout.unit, bold=True)
    yield Box(row + 1, 6, project.unit or "", colspan=4, path="project.unit")


def _funds(evaluation: Evaluation, layout: _Layout, row: int) -> Iterator[Box]:
    unit = evaluation.funds[0].money_unit if evaluation.funds else "万元"
    yield Box(row, 0, f"项目资金（{unit}）", rowspan=1 + len(evaluation.funds), bold=True)
    yield Box(row, 1, "资金来源", colspan=2, bold=True)
    for _, label, col, span in layout.funds:
        yield Box(row, col, label, colspan=span, bold=True)
    for at, line in enumerate(evaluation.funds):
        yield Box(row + 1 + at, 1, line.label, colspan=2, align=Align.LEFT)
        for name, _, col, span in layout.funds:
            number = name in _NUMBERS
            text = _fund_cell(line, name) if number else line.reason or ""
            align = Align.RIGHT if number and text not in (_NONE, UNDECIDED) else Align.CENTER if number else Align.LEFT
            yield Box(row + 1 + at, col, text, colspan=span, align=align, path=f"funds[{at}].{name}")


def _fund_cell(line: FundLine, name: str) -> str:
    value: Number = getattr(line, name)
    if name == "score" and value == "" and known(line.weight) is not None:
        return UNDECIDED
    if isinstance(value, Decimal):
        return f"{plain(value)}%" if name == "rate" else plain(value)
    return _NONE


def _goals(evaluation: Evaluation, layout: _Layout, row: int) -> Iterator[Box]:
    goals: Sequence[Goal] = evaluation.goals
    if not goals:
        return
    yield Box(row, 0, "年度总体目标", rowspan=1 + len(goals), bold=True)
    yield Box(row, 1, layout.expected, colspan=4, bold=True)
    yield Box(row, 5, layout.achieved, colspan=5, bold=True)
    for at, goal in enumerate(goals):
        yield Box(row + 1 + at, 1, goal.expected or "", colspan=4, align=Align.LEFT, path=f"goals[{at}].expected")
        yield Box(row + 1 + at, 5, goal.achieved or "", colspan=5, align=Align.LEFT, path=f"goals[{at}].achieved")


def _header(evaluation: Evaluation, layout: _Layout, row: int) -> Iterator[Box]:
    del evaluation
    for col, text, span in (
        (0, "绩效指标", 1),
        (1, "一级指标", 1),
        (2, "二级指标", 1),
        (3, "三级指标", 1),
        (4, layout.target, 1),
        (5, layout.actual, 1),
        (6, "分值", 1),
        (7, "得分", 1),
        (8, "偏差原因分析及改进措施", 2),
    ):
        yield Box(row, col, text, colspan=span, bold=True)


def _indicators(evaluation: Evaluation, layout: _Layout, row: int) -> Iterator[Box]:
    del layout
    rows = list(enumerate(evaluation.indicators))
    if rows:
        yield Box(row, 0, "年度绩效指标", rowspan=len(rows), bold=True)
    weights = {group.level1: group.weight for group in evaluation.groups if group.level2 is None}
    for level1, block in _runs(rows, ("level1",)):
        weight = known(weights.get(level1))
        name = level1 if weight is None else f"{level1}\n（{plain(weight)}分）"
        yield Box(row + block[0][0], 1, name, rowspan=len(block))
        for level2, inner in _runs(block, ("level2",)):
            yield Box(row + inner[0][0], 2, level2, rowspan=len(inner))
    for at, item in rows:
        yield from _indicator(at, item, row + at)


def _runs(
    rows: Iterable[tuple[int, Indicator]], names: tuple[str, ...]
) -> Iterator[tuple[str, list[tuple[int, Indicator]]]]:
    """Neighbours of one class."""
    for key, block in groupby(rows, key=lambda one: [getattr(one[1], name) for name in names]):
        yield key[0] or "", list(block)


def _indicator(at: int, item: Indicator, row: int) -> Iterator[Box]:
    path = f"indicators[{at}]"
    yield Box(row, 3, item.level3 or "", align=Align.LEFT, path=f"{path}.level3")
    yield Box(row, 4, _amount(item.target or ""), path=f"{path}.target")
    yield Box(row, 5, _amount(item.actual or ""), path=f"{path}.actual")
    weight, score = known(item.weight), known(item.score)
    yield Box(row, 6, "" if weight is None else plain(weight), align=Align.RIGHT, path=f"{path}.weight")
    if score is None:
        yield Box(row, 7, "" if weight is None else UNDECIDED, path=f"{path}.score")
    else:
        yield Box(row, 7, plain(score), align=Align.RIGHT, path=f"{path}.score")
    yield Box(row, 8, item.reason or "", colspan=2, align=Align.LEFT, path=f"{path}.reason")


def _amount(text: str) -> str:
    """A long amount with its unit below it: a line never ends within 万元."""
    match = _LONG_AMOUNT.fullmatch(text)
    return f"{match[1]}\n{match[2]}" if match else text


def _total(evaluation: Evaluation, row: int, remark: str) -> Iterator[Box]:
    weight = known(evaluation.total.weight)
    text = total_text(evaluation)
    yield Box(row, 0, "总分", colspan=6, bold=True)
    yield Box(row, 6, "" if weight is None else plain(weight), align=Align.RIGHT, bold=True, path="total.weight")
    yield Box(
        row,
        7,
        text,
        colspan=2,
        align=Align.RIGHT if text.isascii() else Align.CENTER,
        bold=True,
        path="total.score",
    )
    yield Box(row, 9, evaluation.total.grade or remark, bold=True, path="total.grade")
