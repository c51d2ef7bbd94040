"""What a report states in its sentences: amounts, indicators, points of parts, the total and the grade."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from jixiao.forms.indicators import COLUMNS, IndicatorTable
from jixiao.forms.notes import Notes
from jixiao.forms.prose_funds import read_stated_funds
from jixiao.forms.prose_names import named_by_prose
from jixiao.forms.prose_points import parts_in, pointed_rows
from jixiao.forms.prose_rows import stated_rows
from jixiao.forms.sentences import Sentence, prose_of, sentences_of
from jixiao.model.evaluation import Claim, Evaluation, Total
from jixiao.model.layout import Layout
from jixiao.model.number import known

# How sure a total is that the prose claims.
CLAIMED: Final = Decimal("0.85")
_HALF: Final = 2


def with_prose(evaluation: Evaluation, layout: Layout, year: int | None, notes: Notes) -> Evaluation:
    """The evaluation, with what its form leaves out and the prose states; what the form says stays as it is."""
    paragraphs = list(prose_of(layout))
    sentences = list(sentences_of(paragraphs))
    evaluation = replace(evaluation, project=named_by_prose(evaluation.project, paragraphs, notes))
    if not evaluation.funds:
        evaluation = replace(evaluation, funds=read_stated_funds(sentences, year, notes))
    if not evaluation.indicators:
        evaluation = _with_rows(evaluation, sentences, notes)
    if known(evaluation.total.score) is None:
        evaluation = replace(evaluation, total=_total(evaluation.total, evaluation.claims, notes))
    return evaluation


def _with_rows(evaluation: Evaluation, sentences: Sequence[Sentence], notes: Notes) -> Evaluation:
    """The evaluation with the rows that sentences state: by headings with points, by classes, or by parts."""
    table = IndicatorTable(notes)
    table.read(pointed_rows(sentences) or list(stated_rows(sentences)) or list(parts_in(sentences)))
    rows = tuple(table.indicators)
    columns = tuple(name for name in COLUMNS if any(getattr(row, name) is not None for row in rows))
    return replace(evaluation, indicators=rows, groups=tuple(table.groups), columns=columns)


def _total(printed: Total, claims: Sequence[Claim], notes: Notes) -> Total:
    """The score and the grade that the prose claims for the whole; a score far below another is that of a part."""
    scores = [one for one in claims if one.about == "total" and one.value is not None]
    most = max((one.value for one in scores if one.value is not None), default=Decimal(0))
    score = next((one for one in scores if one.value is not None and one.value * _HALF >= most), None)
    grade = next((one for one in claims if one.about == "grade"), None)
    if score is not None:
        notes.source("total.score", score.place, score.raw, CLAIMED)
        printed = replace(printed, score=score.value)
    if grade is not None and printed.grade is None:
        notes.source("total.grade", grade.place, grade.raw, CLAIMED)
        printed = replace(printed, grade=grade.subject)
    return printed
