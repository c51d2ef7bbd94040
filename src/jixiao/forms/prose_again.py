"""What sentences say again of the indicators of a form: points that its table leaves out, and rows that it lacks.

Only of a form whose cells ran together, so that its rows are no more than a guess.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from jixiao.forms.found import Slots
from jixiao.forms.indicators import IndicatorTable
from jixiao.forms.notes import Notes
from jixiao.forms.prose_rows import STATED, cell_of, stated_rows
from jixiao.forms.sentences import Sentence
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.number import DIGITS
from jixiao.model.place import Place

_GUESSED: Final = Decimal("0.85")
_POINTED: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{4,40}}?)(?:本)?(?:项目|指标)满分(?P<weight>{DIGITS})分,(?:自评)?得(?P<score>{DIGITS})分"
    r"(?:,扣分原因[为是]?:?(?P<reason>[^,。;]{2,80}))?",
    re.ASCII,
)


def said_again(evaluation: Evaluation, sentences: Sequence[Sentence], notes: Notes) -> Evaluation:
    """The evaluation with what sentences add to its rows; what its table says stays as it is."""
    if not evaluation.indicators or not _is_guess(notes):
        return evaluation
    table = IndicatorTable(notes)
    table.indicators = list(evaluation.indicators)
    table.read(_new(evaluation.indicators, stated_rows(sentences)))
    rows = table.indicators
    for sentence in sentences:
        for match in _POINTED.finditer(sentence.text):
            _point(rows, match, sentence.place, notes)
    columns = tuple(
        dict.fromkeys((*evaluation.columns, *(name for name in ("weight", "score", "reason") if _has(rows, name))))
    )
    return replace(evaluation, indicators=tuple(rows), columns=columns)


def _is_guess(notes: Notes) -> bool:
    sure = [one.confidence for path, one in notes.sources.items() if path.startswith("indicators[")]
    return bool(sure) and max(sure) <= _GUESSED


def _has(rows: Sequence[Indicator], name: str) -> bool:
    return any(getattr(row, name) is not None for row in rows)


def _new(rows: Sequence[Indicator], stated: Iterator[Slots]) -> Iterator[Slots]:
    """The stated rows of which the form has none: a class, a name, a target and what became of it."""
    names = {row.level3 for row in rows}
    for line in stated:
        name = line.cells["level3"].text if "level3" in line.cells else ""
        if {"level2", "target", "actual"} <= line.cells.keys() and name not in names:
            names.add(name)
            yield line


def _point(rows: list[Indicator], match: re.Match[str], place: Place, notes: Notes) -> None:
    """Give the row of a name the points and the reason that a sentence states."""
    name = match["name"]
    named = [at for at, row in enumerate(rows) if row.level3 and name.endswith(row.level3)]
    at = max(named, key=lambda at: len(rows[at].level3 or ""), default=None)
    if at is None or rows[at].weight is not None or rows[at].score is not None:
        return
    weight, score = (
        notes.number(f"indicators[{at}].{part}", cell_of(match[part], place), STATED) for part in ("weight", "score")
    )
    rows[at] = replace(rows[at], weight=weight, score=score)
    if match["reason"]:
        rows[at] = replace(
            rows[at], reason=notes.text(f"indicators[{at}].reason", cell_of(match["reason"], place), STATED)
        )
