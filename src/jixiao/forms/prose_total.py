"""The total and the grade that a report states for the whole."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from jixiao.forms.notes import Notes
from jixiao.forms.sentences import Sentence
from jixiao.model.evaluation import Evaluation, Total
from jixiao.model.number import DIGITS, decimal, known
from jixiao.model.place import Place

# How sure a total is that the prose claims.
CLAIMED: Final = Decimal("0.85")
_HEADING: Final = re.compile(r"(?:自评价?|评价|综合|绩效|总)得分|自评总?分数?|评价总分")
_ALONE: Final = re.compile(rf"[为是:]?(?P<value>{DIGITS})分[。;]?", re.ASCII)
_FULL: Final = 100
_HALF: Final = 2

_Score = tuple[Decimal, Place, str]


def stated_total(evaluation: Evaluation, sentences: Iterable[Sentence], notes: Notes) -> Total:
    """The printed total with the score and the grade that the prose claims for the whole.

    A score no higher than the weight of one row, or far below another score, is that of a part.
    """
    total = evaluation.total
    claimed = [
        (one.value, one.place, one.raw) for one in evaluation.claims if one.about == "total" and one.value is not None
    ]
    scores = [*claimed, *_below_headings(sentences)]
    most = max((value for value, _, _ in scores), default=Decimal(0))
    part = max(
        (weight for row in evaluation.indicators if (weight := known(row.weight)) is not None), default=Decimal(0)
    )
    score = next((one for one in scores if one[0] * _HALF >= most and part < one[0] <= _FULL), None)
    if score is not None:
        notes.source("total.score", score[1], score[2], CLAIMED)
        total = replace(total, score=score[0])
    grade = next((one for one in evaluation.claims if one.about == "grade"), None)
    if grade is not None and total.grade is None:
        notes.source("total.grade", grade.place, grade.raw, CLAIMED)
        total = replace(total, grade=grade.subject)
    return total


def _below_headings(sentences: Iterable[Sentence]) -> Iterator[_Score]:
    """（一）自评得分, and below it nothing but 100分。"""
    for above, below in pairwise(sentences):
        match = _ALONE.fullmatch(below.text)
        if match is not None and _HEADING.search(above.text) and above.text == below.heading:
            yield decimal(match["value"]), below.place, below.text
