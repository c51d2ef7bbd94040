"""A found form → the evaluation that it says."""

from dataclasses import replace
from typing import Final

from jixiao.forms.found import FoundForm, Slots
from jixiao.forms.funds import read_funds, unit_above
from jixiao.forms.goals import read_goals
from jixiao.forms.head import read_head
from jixiao.forms.indicators import COLUMNS, IndicatorTable, read_total
from jixiao.forms.notes import ALIGNED, Notes
from jixiao.forms.titles import TITLED, WHOLE, read_title
from jixiao.forms.years import texts_of
from jixiao.model.evaluation import Evaluation, Project
from jixiao.model.layout import Layout, Paragraph
from jixiao.model.terms import Kind

# Words of a title, the more telling first, and the kind of document that they name.
_KINDS: Final = (
    ("监控", Kind.MONITORING),
    ("部门整体", Kind.DEPARTMENT),
    ("整体支出", Kind.DEPARTMENT),
    ("复核", Kind.REVIEW),
    ("自评", Kind.SELF_EVALUATION),
    ("评分表", Kind.REVIEW),
    ("得分表", Kind.REVIEW),
    ("目标", Kind.TARGET),
)


def assemble(form: FoundForm, layout: Layout, notes: Notes) -> Evaluation:
    """The evaluation of a form, without the prose around it; `headers.funds[3]` … say what headers print."""
    above = unit_above([form.title]) or unit_above(text for text, _ in texts_of(layout))
    for block, cells in form.headers.items():
        for at, cell in enumerate(cells):
            notes.source(f"headers.{block}[{at}]", cell.place, cell.text)
    table = IndicatorTable(notes, headed="indicators" in form.headers)
    table.read(form.indicators)
    kind = _kind(form)
    if _total(form) is None and form.indicators and {"weight", "score"} & set(form.columns["indicators"]):
        notes.trouble("no-total", "没有读到总分行", form.indicators[-1].place)
    for cell in form.left:
        notes.trouble("left-over", f"“{cell.text.strip()}”没有归入任何一栏", cell.place)
    return Evaluation(
        layout.file,
        kind,
        layout_of(form),
        project=_project(form, notes),
        funds=read_funds((*form.headers.get("funds", ()), *form.money), form.funds, above, notes),
        goals=read_goals(form.scope, form.goals, notes),
        columns=tuple(name for name in COLUMNS if name in form.columns.get("indicators", ())),
        groups=tuple(table.groups),
        indicators=tuple(table.indicators),
        total=read_total(_total(form), notes),
    )


def _project(form: FoundForm, notes: Notes) -> Project:
    """Who and what the head says, and the name of the project that only the title of the form gives."""
    project = read_head(form.head, min(form.sure, ALIGNED), notes)
    if project.name is not None:
        return project
    for cell in form.titles:
        for named in read_title([Paragraph(cell.text, 0)]):
            if named.field == "name" and not WHOLE.match(named.value):
                notes.source("project.name", cell.place, cell.text, TITLED)
                return replace(project, name=named.value)
    return project


def _total(form: FoundForm) -> Slots | None:
    """The last row, or the total that the head prints."""
    printed = form.head.get("total")
    if printed is None or (form.total is not None and "score" in form.total.cells):
        return form.total
    cells = {**(form.total.cells if form.total else {}), "score": printed}
    return Slots(cells, ALIGNED, printed.place)


def _kind(form: FoundForm) -> Kind:
    named = next((kind for word, kind in _KINDS if word in form.title), None)
    columns = form.columns.get("indicators", ())
    if named in (None, Kind.TARGET):
        done = {"actual", "score"} & set(columns) or ("executed" in form.columns.get("funds", ()) and not columns)
        return Kind.SELF_EVALUATION if done else Kind.TARGET if columns else Kind.SELF_EVALUATION
    return named


def layout_of(form: FoundForm) -> str:
    """Which form it is: Tianjin puts the points before the rate and knows a 市级主管部门; the ministry's does not."""
    funds = form.columns.get("funds", ())
    if form.municipal or ("score" in funds and "rate" in funds and funds.index("score") < funds.index("rate")):
        return "tianjin"
    indicators = set(form.columns.get("indicators", ()))
    ministry = {"rate", "score"} <= set(funds) and {"level1", "level2", "weight", "score"} <= indicators
    return "mof" if ministry else "other"
