"""The amounts of a form on a ribbon."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import Final

from jixiao.forms.flow_headers import headers_of
from jixiao.forms.found import FoundForm, Slots
from jixiao.forms.fund_grammar import FundGrammar
from jixiao.forms.marks import Mark
from jixiao.forms.numbers import parse_number
from jixiao.forms.ribbon import Gap, Ribbon
from jixiao.forms.search import read_rows
from jixiao.model.layout import Cell
from jixiao.model.number import DIGITS

AMOUNTS: Final = ("initial", "budget", "executed")
_SURE: Final = Decimal("0.92")
_CUT: Final = Decimal("0.80")
_ONE_AMOUNT: Final = re.compile(
    rf"[^\d一-龥]{{0,3}}(?:\(?万?元\)?)?[:：]?(?P<amount>{DIGITS}(?:亿元|万元|元|万)?)", re.ASCII
)
# Before the label of an amount that is not the year's.
_PERIODS: Final = ("实施期", "中期", "长期", "三年")
_FULL: Final = re.compile(r"(?:预算执行情况.{0,12}?|得分)\((\d{1,3})分", re.ASCII)


def read_fund_lines(form: FoundForm, ribbon: Ribbon, marks: Sequence[Mark], until: int) -> None:
    """Add the amounts between the labels above `until`: below a header, or each beside its label."""
    run = next((run for run in headers_of(ribbon, marks, "funds") if _amounts(run) > 1), None)
    if run is None:
        _read_pairs(form, ribbon, marks)
        return
    fields = tuple(dict.fromkeys(mark.meanings["funds"] for mark in run))
    form.headers["funds"] = [ribbon.cell(mark.start, mark.end) for mark in run]
    form.columns["funds"] = fields
    glued = any(ribbon.gaps[mark.start] is Gap.NONE for mark in run[1:])
    for label, start, end in _lines(run, marks, until):
        rows = read_rows(ribbon, (start, end), FundGrammar(fields), glued=glued)
        cells = {name: ribbon.cell(*span) for name, span in rows[0].items()} if rows else {}
        if ribbon.text.startswith(".", start) or _spends_nothing(cells):
            cells = {name: cell for name, cell in cells.items() if name not in AMOUNTS}
        line = {"label": ribbon.cell(label.start, label.end), **cells}
        form.funds.append(Slots(line, _CUT if glued else _SURE, line["label"].place))
    _add_full_marks(form, ribbon, marks[0].start, until)


def _amounts(run: Sequence[Mark]) -> int:
    return len({mark.meanings["funds"] for mark in run} & set(AMOUNTS))


def _lines(run: Sequence[Mark], marks: Sequence[Mark], until: int) -> Iterator[tuple[Mark, int, int]]:
    """Each label of a line with the characters up to the next label."""
    below = [mark for mark in marks if mark.start >= run[-1].end]
    end = next((mark.start for mark in below if _ends(mark)), until)
    labels = [mark for mark in below if mark.start < end and (mark.means("fund_rows") or mark.means("rows", "total"))]
    first = labels[0].start if labels else end
    above = [mark for mark in marks if mark.start < run[0].start and mark.means("fund_rows", "total")]
    if first > run[-1].end and above:
        yield above[-1], run[-1].end, first
    for label, after in zip_longest(labels, labels[1:]):
        yield label, label.end, after.start if after else end


def _spends_nothing(cells: Mapping[str, Cell]) -> bool:
    """Whether all that was spent was spent of no budget, as where the amounts stand in other columns."""
    budget, executed = (parse_number(cells[name].text) if name in cells else None for name in ("budget", "executed"))
    return budget == 0 and bool(executed)


def _ends(mark: Mark) -> bool:
    return mark.means("goals") or mark.means("goal_scopes") or mark.means("stops") or mark.means("blocks", "indicators")


def _read_pairs(form: FoundForm, ribbon: Ribbon, marks: Sequence[Mark]) -> None:
    """Amounts that each stand beside their label: 年度资金总额：5.00, 预算数：2.38."""
    cells: dict[str, Cell] = {}
    label: Cell | None = None
    for mark, after in zip_longest(marks, marks[1:]):
        field = mark.meanings.get("funds") or mark.meanings.get("fund_rows")
        match = _ONE_AMOUNT.match(ribbon.text, mark.end)
        beyond = match is None or (after is not None and match.start("amount") >= after.start)
        if match is None or beyond or field not in (*AMOUNTS, "total") or field in cells:
            continue
        start, end = match.span("amount")
        if _is_said(ribbon.text, mark, end) or ribbon.text.endswith(_PERIODS, 0, mark.start):
            continue
        cells[field] = ribbon.cell(
            start, next((at for at in range(start + 1, end) if ribbon.gaps[at] > Gap.LINE - 1), end)
        )
        label = label or ribbon.cell(mark.start, mark.end)
    if label is not None:
        form.columns["funds"] = tuple(cells)
        form.funds.append(Slots({"label": label, **cells}, _SURE, label.place))


def _is_said(text: str, mark: Mark, end: int) -> bool:
    """Whether a label and its amount stand in a sentence: no cell ends there, and a comma or stop goes on."""
    return not mark.whole and text[end : end + 1] in tuple(",;。")


def _add_full_marks(form: FoundForm, ribbon: Ribbon, start: int, until: int) -> None:
    """The points that a header gives the block: 预算执行情况（20分）."""
    match = _FULL.search(ribbon.text, start, until)
    if match is None or "weight" in form.columns["funds"] or not form.funds:
        return
    form.columns["funds"] += ("weight",)
    first = form.funds[0]
    form.funds[0] = Slots({**first.cells, "weight": ribbon.cell(*match.span(1))}, first.confidence, first.place)
