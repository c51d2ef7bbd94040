"""What a report states in its sentences: amounts, indicators, points of parts, the total and the grade."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from jixiao.forms.graded_parts import graded_parts
from jixiao.forms.indicators import COLUMNS, IndicatorTable, read_total
from jixiao.forms.notes import Notes
from jixiao.forms.prose_again import said_again
from jixiao.forms.prose_funds import read_stated_funds
from jixiao.forms.prose_names import named_by_prose
from jixiao.forms.prose_points import parts_in, pointed_rows
from jixiao.forms.prose_rows import stated_rows
from jixiao.forms.prose_total import stated_total
from jixiao.forms.sentences import Sentence, prose_of, sentences_of
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.layout import Layout
from jixiao.model.number import known
from jixiao.model.terms import Kind

# The final account of a department speaks of all its money; of projects only where it speaks of performance.
_FINAL_ACCOUNT: Final = re.compile(r"部门决算|单位决算|决算公开")
_FIRST: Final = 12


def with_prose(evaluation: Evaluation, layout: Layout, year: int | None, notes: Notes) -> Evaluation:
    """The evaluation, with what its form leaves out and the prose states; what the form says stays as it is."""
    paragraphs = list(prose_of(layout))
    sentences = list(sentences_of(paragraphs))
    evaluation = replace(
        evaluation,
        project=named_by_prose(evaluation.project, paragraphs, notes, form=evaluation.kind is not Kind.REPORT),
    )
    if any(_FINAL_ACCOUNT.search(one.text) for one in sentences[:_FIRST]):
        sentences = [one for one in sentences if "绩效" in one.text]
    if not evaluation.funds:
        evaluation = replace(
            evaluation, funds=read_stated_funds(sentences, year, notes, ahead=evaluation.kind is Kind.TARGET)
        )
    evaluation = said_again(evaluation, sentences, notes)
    if not evaluation.indicators:
        evaluation = _with_rows(evaluation, sentences, notes)
    if not evaluation.indicators:
        evaluation = _with_parts(evaluation, layout, notes)
    if known(evaluation.total.score) is None:
        evaluation = replace(evaluation, total=stated_total(evaluation, sentences, notes))
    return evaluation


def _with_rows(evaluation: Evaluation, sentences: Sequence[Sentence], notes: Notes) -> Evaluation:
    """The evaluation with the rows that sentences state: by headings with points, by classes, or by parts."""
    table = IndicatorTable(notes)
    table.read(pointed_rows(sentences) or list(stated_rows(sentences)) or list(parts_in(sentences)))
    return _with(evaluation, table, tuple(table.indicators))


def _with_parts(evaluation: Evaluation, layout: Layout, notes: Notes) -> Evaluation:
    """The evaluation with the parts of a table that sums it up; a part whose name is lost has none."""
    parts, whole = graded_parts(layout)
    table = IndicatorTable(notes)
    table.read(parts)
    rows = list(table.indicators)
    for at, part in enumerate(parts):
        if "level1" not in part.cells:
            rows[at] = replace(rows[at], level1=None)
            notes.sources.pop(f"indicators[{at}].level1", None)
            notes.trouble("no-name", "这一行的名称没有读到", part.place)
    total = read_total(whole, notes) if whole else evaluation.total
    return _with(replace(evaluation, total=total), table, tuple(rows))


def _with(evaluation: Evaluation, table: IndicatorTable, rows: tuple[Indicator, ...]) -> Evaluation:
    if not rows:
        return evaluation
    columns = tuple(name for name in COLUMNS if any(getattr(row, name) is not None for row in rows))
    return replace(evaluation, indicators=rows, groups=tuple(table.groups), columns=columns)
