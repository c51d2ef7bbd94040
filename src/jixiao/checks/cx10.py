"""CX10: targets printed twice in a report are the same."""

import re
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.rows import judged, unread
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.layout import Cell, Layout, Table
from jixiao.model.place import Place, Source
from jixiao.model.quantity import parse_quantity
from jixiao.model.terms import Op, fold

_NAMES: Final = frozenset({"三级指标", "指标名称", "三级指标名称", "绩效指标"})
_TARGET: Final = re.compile(r"(?:年度|年初|预期)?(?:绩效)?(?:指标值|目标值)(?:[（(]A[）)])?")
_RESULT: Final = re.compile(r"完成|实际|得分")
_ENDS: Final = "。.；;，,、 "


@check("CX10", on=document, at="indicators", severity=WARNING, basis=["jx-practice"])
def target_printed_twice_and_differently(d: Evaluation) -> Answer:
    """同一个指标在两张表里写的不一样

    为什么要查：评价指标体系表和评分表列的是同一套指标；指标值不同，不知道按哪一个评；名称差一个字，也查不到。
    怎么改：按批复的目标申报表改成一样，包括标点。
    不适用于：只有一张指标表的文件；只有一边写了“≥”的；同时列出完成值的附表。
    """
    if d.layout is None or not d.indicators:
        return NOT_APPLICABLE
    own = {place.table for n in range(len(d.indicators)) if (place := d.place(f"indicators[{n}].level3"))}
    others = [table for table in d.layout.tables if table.ordinal not in own]
    rows = {_key(row.level3): (n, row) for n, row in enumerate(d.indicators) if row.level3 and row.target is not None}
    faults, seen = [], False
    for name, target in (pair for table in others for pair in _pairs(table)):
        if _key(name.text) not in rows:
            continue
        seen = True
        n, row = rows[_key(name.text)]
        if fold(name.text) != fold(row.level3 or ""):
            facts = {"one": fold(name.text), "other": fold(row.level3 or "")}
            faults.append(Fault(f"indicators[{n}].level3", name.place, facts))
        elif not _same(target.text, row):
            facts = {"one": f"{fold(name.text)} {fold(target.text)}", "other": fold(row.target or "")}
            faults.append(Fault(f"indicators[{n}].target", target.place, facts))
    return judged(faults, unread(d, "level3", "target")) if seen else _nothing(d)


def _nothing(d: Evaluation) -> Answer:
    missing = unread(d, "level3", "target")
    return judged([], missing) if missing else NOT_APPLICABLE


def _key(name: str | None) -> str:
    return fold(name or "").rstrip(_ENDS)


def _pairs(table: Table) -> list[tuple[Cell, Cell]]:
    """Name and target of each row of a table of targets; none of a table that has results as well."""
    grid = table.grid()
    for at, row in enumerate(grid):
        words = [fold(cell.text) if cell else "" for cell in row]
        names = [n for n, word in enumerate(words) if word in _NAMES]
        targets = [n for n, word in enumerate(words) if _TARGET.fullmatch(word)]
        if names and targets:
            if any(_RESULT.search(word) for word in words):
                return []
            pairs = ((one[names[0]], one[targets[0]]) for one in grid[at + 1 :])
            return [
                (name, target)
                for name, target in pairs
                if name and target and name.text.strip() and target.text.strip()
            ]
    return []


def _same(printed: str, row: Indicator) -> bool:
    """Whether two targets are the same: as words, or as numbers of which one has its sign in another column."""
    if fold(printed) == fold(row.target or ""):
        return True
    one, other = parse_quantity(printed), row.target_parsed
    signed = Op.NONE in (one.op, other.op)
    return one.is_number and signed and (one.low, one.high, one.unit) == (other.low, other.high, other.unit)


def _form(name: str, printed: str, **cells: str | None) -> Evaluation:
    texts = (("三级指标", "指标值"), (name, printed))
    printed_cells = tuple(
        Cell(text, n, at, 1, 1, Place(table=1, row=n + 1, col=at + 1))
        for n, row in enumerate(texts)
        for at, text in enumerate(row)
    )
    sources = {"indicators[0].level3": Source(Place(table=2, row=1, col=1), "")}
    row = an_indicator(**{"level3": "机房数量", "target": "2个", **cells})
    return an_evaluation(row, layout=Layout("示例", "docx", (Table(1, 2, 2, printed_cells),)), sources=sources)


SAYS = "前一张表写“{one}”，后一张表写“{other}”。"
FIRES = {"指标值不同": _form("机房数量", "3个"), "多一个句号": _form("机房数量。", "2个")}
SILENT = {"一样": _form("机房数量", "2个")}
APART = {"只有一张表": an_evaluation(an_indicator())}
UNSURE = {"指标值没读出来": _form("机房数量", "2个", target=None)}
