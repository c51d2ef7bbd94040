"""What a report states in its sentences: amounts, indicators, points of parts, the total and the grade."""

from collections.abc import Sequence
from dataclasses import replace

from jixiao.forms.indicators import COLUMNS, IndicatorTable
from jixiao.forms.notes import Notes
from jixiao.forms.prose_funds import read_stated_funds
from jixiao.forms.prose_names import named_by_prose
from jixiao.forms.prose_points import parts_in, pointed_rows
from jixiao.forms.prose_rows import stated_rows
from jixiao.forms.prose_total import stated_total
from jixiao.forms.sentences import Sentence, prose_of, sentences_of
from jixiao.model.evaluation import Evaluation
from jixiao.model.layout import Layout
from jixiao.model.number import known
from jixiao.model.terms import Kind


def with_prose(evaluation: Evaluation, layout: Layout, year: int | None, notes: Notes) -> Evaluation:
    """The evaluation, with what its form leaves out and the prose states; what the form says stays as it is."""
    paragraphs = list(prose_of(layout))
    sentences = list(sentences_of(paragraphs))
    evaluation = replace(evaluation, project=named_by_prose(evaluation.project, paragraphs, notes))
    if not evaluation.funds:
        evaluation = replace(
            evaluation, funds=read_stated_funds(sentences, year, notes, ahead=evaluation.kind is Kind.TARGET)
        )
    if not evaluation.indicators:
        evaluation = _with_rows(evaluation, sentences, notes)
    if known(evaluation.total.score) is None:
        evaluation = replace(evaluation, total=stated_total(evaluation, sentences, notes))
    return evaluation


def _with_rows(evaluation: Evaluation, sentences: Sequence[Sentence], notes: Notes) -> Evaluation:
    """The evaluation with the rows that sentences state: by headings with points, by classes, or by parts."""
    table = IndicatorTable(notes)
    table.read(pointed_rows(sentences) or list(stated_rows(sentences)) or list(parts_in(sentences)))
    rows = tuple(table.indicators)
    columns = tuple(name for name in COLUMNS if any(getattr(row, name) is not None for row in rows))
    return replace(evaluation, indicators=rows, groups=tuple(table.groups), columns=columns)
