"""Rows of a form by the name of their class, and the completion rates that the prose states of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jixiao.checks.base import Answer, Fault, Unsure
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.place import Place
from jixiao.model.terms import Level1, Level2, level1_of, level2_of

NumberedRow = tuple[int, Indicator]


@dataclass(frozen=True, slots=True)
class Completion:
    """A completion rate of the prose, in percent as printed, with the rows (and their ordinals) that it speaks of.

    unplaced: the fields of rows that may belong to it, and whose class was not read.
    """

    field: str
    place: Place
    subject: str
    percent: Decimal
    rows: list[NumberedRow]
    unplaced: tuple[str, ...]


def completions(evaluation: Evaluation) -> Iterator[Completion]:
    """The stated completion rates whose class has rows in the form, or may have."""
    unplaced = tuple(_unplaced(evaluation))
    for at, claim in enumerate(evaluation.claims):
        if claim.about == "completion" and claim.value is not None:
            rows = _rows_of(evaluation, claim.subject)
            if rows or unplaced:
                yield Completion(f"claims[{at}]", claim.place, claim.subject, claim.value, rows, unplaced)


def _unplaced(evaluation: Evaluation) -> Iterator[str]:
    has_level2 = "level2" in evaluation.columns
    for at, row in enumerate(evaluation.indicators):
        if row.level1 is None:
            yield f"indicators[{at}].level1"
        elif has_level2 and row.level2 is None:
            yield f"indicators[{at}].level2"


def _rows_of(evaluation: Evaluation, name: str) -> list[NumberedRow]:
    """The rows of the level-2 class that a name means, else of the level-1 class."""
    rows = list(enumerate(evaluation.indicators))
    level1, level2 = level1_of(name), level2_of(name)
    own = [(at, row) for at, row in rows if row.class2 is level2] if level2 is not Level2.OTHER else []
    return own or [(at, row) for at, row in rows if row.class1 is level1 and level1 is not Level1.OTHER]


def unread(evaluation: Evaluation, *names: str) -> tuple[str, ...]:
    """The fields of these columns that were not read; a column that the form does not have is not missing."""
    own = [name for name in names if name in evaluation.columns]
    return tuple(
        f"indicators[{at}].{name}"
        for at, row in enumerate(evaluation.indicators)
        for name in own
        if getattr(row, name) is None
    )


def judged(faults: Sequence[Fault], missing: tuple[str, ...]) -> Answer:
    """The faults; where there is none, what is missing to be sure of that."""
    return faults or (Unsure(missing) if missing else [])
