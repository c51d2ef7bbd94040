"""Forms in tables whose cells are known: found by the labels of their blocks, whatever rows they stand in."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from jixiao.forms.found import FoundForm, Slots
from jixiao.forms.indicator_grammar import IndicatorGrammar
from jixiao.forms.indicators import is_grade
from jixiao.forms.labels import bare, field_of, fields_of, indicator_fields, names, without_prefix
from jixiao.forms.notes import ALIGNED
from jixiao.forms.numbers import parse_number
from jixiao.forms.rows import Columns, Row, rows_of
from jixiao.forms.search import Stretch
from jixiao.model.characters import narrow
from jixiao.model.layout import Cell, Table
from jixiao.model.number import known
from jixiao.model.terms import fold

_TITLE: Final = re.compile(
    r".{0,40}(?:自评表|目标表|申报表|填报表|监控表|评分表|批复表)|[(]?(?:19|20)\d\d年度?[)]?", re.ASCII
)
# A header names at least so many columns.
_FEWEST: Final = 3
# A table with fewer odd rows than one in so many has its cells; a cell dearer than this is odd below its header.
_ODD: Final = 3
_DEAR: Final = 29
_AMOUNTS: Final = ("initial", "budget", "executed")


@dataclass(slots=True)
class _FormRows:
    """The rows of one form: those of its head, and by block the header with the rows below it."""

    head: list[Row] = field(default_factory=list)
    blocks: dict[str, list[Row]] = field(default_factory=dict)
    named: bool = False
    complete: bool = False

    @property
    def is_evaluation(self) -> bool:
        """Whether it says what was achieved; a table of targets alone does not."""
        done = {"actual", "score"} & set(self.fields("indicators"))
        return bool(done) or (self.named and bool(self.blocks.keys() & {"funds", "indicators"}))

    def fields(self, block: str) -> tuple[str, ...]:
        """The fields of a block's header from left to right; none if the form has no such block."""
        return tuple(_columns(block, self.blocks[block][0]).at) if block in self.blocks else ()

    def ends_before(self, header: str | None, *, named: bool) -> bool:
        """Whether a row that names a project, or the header of a block, begins another form."""
        if named:
            return self.named or bool(self.blocks)
        if header == "indicators":
            return self.complete
        return header in self.blocks or (header is not None and "indicators" in self.blocks)


def forms_in_rows(rows: Iterable[Row]) -> list[FoundForm]:
    """The forms among the rows of a document's tables, in order.

    A form begins at the name of a project, or at a block that the form before it already has. What follows its last
    row, up to the next form, belongs to none.
    """
    forms = [_FormRows()]
    block = ""
    for row in rows:
        header = next((name for name, is_header in _HEADERS.items() if is_header(row.own)), None)
        named = any(field_of("project", text) == "name" for text in row.own.texts)
        if forms[-1].ends_before(header, named=named) or (block == "indicators" and _is_title(row)):
            forms.append(_FormRows())
            block = ""
        form = forms[-1]
        form.named |= named
        block = header or block
        if not form.complete:
            (form.blocks.setdefault(block, []) if block else form.head).append(row)
            form.complete = block == "indicators" and _is_total(row)
    return [_found(form) for form in forms if form.is_evaluation]


def is_celled(table: Table) -> bool:
    """Whether the cells of a table stand below their headers: those of a grid do; of text, if most fit there."""
    if table.loose or not table.ragged:
        return not table.loose
    rows = list(rows_of(table))
    at = next((at for at, row in enumerate(rows) if _is_indicator_header(row)), None)
    if at is None:
        return False
    columns = _columns("indicators", rows[at])
    fields = list(columns.at)
    grammar = IndicatorGrammar(fields)
    below = [columns.pick(row) for row in rows[at + 1 :] if not (_is_total(row) or _is_indicator_header(row))]
    odd = sum(_is_odd(grammar, fields, cells) for cells in below)
    return bool(below) and odd * _ODD < len(below)


def _is_odd(grammar: IndicatorGrammar, fields: list[str], cells: dict[str, Cell]) -> bool:
    """Whether a name is none, or no points are."""

    def odd(name: str) -> bool:
        text = narrow(cells[name].text) if name in cells else ""
        price = grammar.cell(fields.index(name), Stretch(text)) if text else 0
        return price is None or price > _DEAR

    return odd("level3") or ("weight" in fields and "score" in fields and odd("weight") and odd("score"))


def _found(rows: _FormRows) -> FoundForm:
    form = FoundForm(head=_head(rows.head))
    form.title = "".join(text for row in rows.head for text in row.texts)
    form.municipal = any(bare(text) == bare("市级主管部门") for row in rows.head for text in row.texts)
    for block, (header, *below) in rows.blocks.items():
        form.headers[block] = list(header.own.cells)
        form.columns[block] = rows.fields(block)
        _READERS[block](form, header, below)
    if "funds" not in form.columns:
        _amounts_beside_labels(form, rows.head)
    return form


def _head(rows: Iterable[Row]) -> dict[str, Cell]:
    """Field → the cell after its label; a label printed twice counts where it stands first."""
    found: dict[str, Cell] = {}
    for row in rows:
        for at, label in enumerate(row.cells[:-1]):
            name = field_of("project", label.text)
            value = _value(row.cells[at + 1 :])
            if name is not None and field_of("project", value.text) is None:
                found.setdefault(name, value)
    return found


def _value(cells: Sequence[Cell]) -> Cell:
    """The cell that answers a label before it: the next one, or the next that is not blank unless that is a label."""
    filled = next((cell for cell in cells if cell.text.strip()), cells[0])
    return cells[0] if field_of("project", filled.text) else filled


def _amounts_beside_labels(form: FoundForm, rows: Iterable[Row]) -> None:
    """Amounts of a form without a header for them: each is the cell after its label."""
    total: dict[str, Cell] = {}
    for row in rows:
        for label, value in zip(row.cells, row.cells[1:], strict=False):
            if known(parse_number(value.text, "万元")) is None:
                continue
            field = field_of("funds", label.text)
            source = names("fund_rows").get(without_prefix("fund_rows", label.text))
            if field in _AMOUNTS or source == "total":
                total.setdefault("label", label)
                total.setdefault(field or "initial", value)
            elif source is not None:
                form.funds.append(Slots({"label": label, "initial": value}, ALIGNED, label.place))
    if total:
        form.funds.insert(0, Slots(total, ALIGNED, total["label"].place))
    form.columns["funds"] = tuple(name for name in _AMOUNTS if any(name in line.cells for line in form.funds))


def _funds(form: FoundForm, header: Row, rows: Iterable[Row]) -> None:
    columns = _columns("funds", header)
    for row in rows:
        label = next((cell for cell in row.cells if without_prefix("fund_rows", cell.text) in names("fund_rows")), None)
        slots = columns.slots(row)
        cells = {**slots.cells, "label": label} if label else slots.cells
        form.funds.append(Slots(cells, slots.confidence, row.cells[0].place, slots.lost if label else {}))


def _goals(form: FoundForm, header: Row, rows: Iterable[Row]) -> None:
    columns = _columns("goals", header)
    form.scope = next((scope for text in header.texts if (scope := field_of("goal_scopes", text))), "annual")
    form.goals = [columns.slots(row) for row in rows]


def _indicators(form: FoundForm, header: Row, rows: Iterable[Row]) -> None:
    columns = _columns("indicators", header)
    for row in rows:
        if _is_indicator_header(row):
            columns = _columns("indicators", row)
        elif _is_total(row):
            form.total = form.total or _total(columns, row)
        else:
            form.indicators.append(columns.slots(row))


def _total(columns: Columns, row: Row) -> Slots:
    """Weight and score of the last row; ragged text lost its merged cells, so there the numbers are counted."""
    wanted = sorted({"weight", "score"} & columns.at.keys(), key=columns.at.__getitem__)
    numbers = [cell for cell in row.cells if known(parse_number(cell.text)) is not None]
    counted = row.ragged and len(numbers) == len(wanted)
    cells = dict(zip(wanted, numbers, strict=True)) if counted else dict(columns.pick(row))
    grade = next((cell for cell in row.cells if is_grade(cell)), None)
    return Slots({**cells, **({"grade": grade} if grade else {})}, columns.confidence(row), row.cells[0].place)


def _columns(block: str, header: Row) -> Columns:
    if block == "indicators":
        return Columns(header, indicator_fields(header.texts))
    return Columns(header, fields_of(block, header.texts))


def _is_fund_header(row: Row) -> bool:
    """Whether a row names at least two kinds of amount."""
    return len(_columns("funds", row).at.keys() & set(_AMOUNTS)) > 1


def _is_goal_header(row: Row) -> bool:
    """Whether a row names both what was expected and what was achieved."""
    return {"expected", "achieved"} <= _columns("goals", row).at.keys()


def _is_indicator_header(row: Row) -> bool:
    """Whether a row names the columns of an indicator table."""
    fields = _columns("indicators", row).at.keys()
    return "level3" in fields and len(fields) >= _FEWEST


def _is_title(row: Row) -> bool:
    """Whether a row holds nothing but the title of a form, or the year below it."""
    printed = [text for text in row.own.texts if text.strip()]
    return len(printed) == 1 and _TITLE.fullmatch(fold(printed[0])) is not None


def _is_total(row: Row) -> bool:
    """Whether a row begins with 总分 or another name of the last row."""
    return row.first is not None and field_of("rows", row.first.text) == "total"


_HEADERS = {"indicators": _is_indicator_header, "funds": _is_fund_header, "goals": _is_goal_header}
_READERS = {"indicators": _indicators, "funds": _funds, "goals": _goals}
