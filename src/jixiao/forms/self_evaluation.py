"""The self-evaluation form: found in tables by the labels of its blocks, whatever rows they stand in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jixiao.forms.funds import is_fund_header, read_funds
from jixiao.forms.goals import is_goal_header, read_goals
from jixiao.forms.head import read_head
from jixiao.forms.indicators import IndicatorTable, is_indicator_header, is_total
from jixiao.forms.labels import bare, field_of, fields_of
from jixiao.forms.notes import Notes
from jixiao.forms.rows import Row
from jixiao.model.evaluation import Evaluation, Total
from jixiao.model.terms import Kind

_HEADERS = {"indicators": is_indicator_header, "funds": is_fund_header, "goals": is_goal_header}
_COLUMNS = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")


@dataclass(slots=True)
class FormRows:
    """The rows of one form: those of its head, and by block the header with the rows below it."""

    head: list[Row] = field(default_factory=list)
    blocks: dict[str, list[Row]] = field(default_factory=dict)
    named: bool = False
    complete: bool = False

    @property
    def is_evaluation(self) -> bool:
        """Whether it says what was achieved; a table of targets alone does not."""
        return bool(self.fields("indicators").keys() & {"actual", "score"}) or (self.named and "funds" in self.blocks)

    def fields(self, block: str) -> Mapping[str, int]:
        """Field → position in the header of a block; nothing if the form has no such block."""
        return fields_of(block, self.blocks[block][0].texts) if block in self.blocks else {}

    def ends_before(self, header: str | None, *, named: bool) -> bool:
        """Whether a row that names a project, or the header of a block, begins another form."""
        if named:
            return self.named or bool(self.blocks)
        if header == "indicators":
            return self.complete
        return header in self.blocks or (header is not None and "indicators" in self.blocks)


def forms_in(rows: Iterable[Row]) -> list[FormRows]:
    """The evaluation forms among the rows of a document's tables, in order.

    A form begins at the name of a project, or at a block that the form before it already has. What follows its last
    row, up to the next form, belongs to none.
    """
    forms = [FormRows()]
    block = ""
    for row in rows:
        header = next((name for name, is_header in _HEADERS.items() if is_header(row.own)), None)
        named = any(field_of("project", text) == "name" for text in row.own.texts)
        if forms[-1].ends_before(header, named=named):
            forms.append(FormRows())
            block = ""
        form = forms[-1]
        form.named |= named
        block = header or block
        if not form.complete:
            (form.blocks.setdefault(block, []) if block else form.head).append(row)
            form.complete = block == "indicators" and is_total(row)
    return [form for form in forms if form.is_evaluation]


def read_form(form: FormRows, file: str, notes: Notes) -> Evaluation:
    """The evaluation that a form holds, without the prose around it; `headers.funds[3]` … say what headers print."""
    blocks = form.blocks
    for block, rows in blocks.items():
        for n, cell in enumerate(rows[0].own.cells):
            notes.source(f"headers.{block}[{n}]", cell.place, cell.text)
    table = _indicators(blocks["indicators"], notes) if "indicators" in blocks else None
    if table is not None and table.total is None:
        notes.trouble("no-total", "没有读到总分行", blocks["indicators"][-1].cells[0].place)
    return Evaluation(
        file,
        Kind.SELF_EVALUATION,
        _layout(form),
        project=read_head(form.head, notes),
        funds=read_funds(blocks["funds"][0], blocks["funds"][1:], notes) if "funds" in blocks else (),
        goals=read_goals(blocks["goals"][0], blocks["goals"][1:], notes) if "goals" in blocks else (),
        columns=tuple(name for name in _COLUMNS if name in form.fields("indicators")),
        groups=tuple(table.groups) if table else (),
        indicators=tuple(table.indicators) if table else (),
        total=(table and table.total) or Total(),
    )


def _indicators(rows: list[Row], notes: Notes) -> IndicatorTable:
    table = IndicatorTable.below(rows[0], notes)
    for row in rows[1:]:
        table.read(row)
    return table


def _layout(form: FormRows) -> str:
    """Which form it is: Tianjin puts the points before the rate and knows a 市级主管部门; the ministry's does not."""
    funds = form.fields("funds")
    municipal = any(bare(text) == bare("市级主管部门") for row in form.head for text in row.texts)
    if municipal or ("score" in funds and "rate" in funds and funds["score"] < funds["rate"]):
        return "tianjin"
    indicators = form.fields("indicators").keys()
    return (
        "mof"
        if {"rate", "score"} <= funds.keys() and {"level1", "level2", "weight", "score"} <= indicators
        else "other"
    )
