"""Goals in words and what became of them."""

from collections.abc import Iterable

from jixiao.forms.found import Slots
from jixiao.forms.notes import Notes
from jixiao.model.evaluation import Goal
from jixiao.model.terms import Scope


def read_goals(scope: str, lines: Iterable[Slots], notes: Notes) -> tuple[Goal, ...]:
    """The goals; a line with neither text is none."""
    filled = [line for line in lines if any(cell.text.strip() for cell in line.cells.values())]
    return tuple(
        Goal(
            Scope(scope),
            notes.text(f"goals[{at}].expected", line.cells.get("expected"), line.confidence),
            notes.text(f"goals[{at}].achieved", line.cells.get("achieved"), line.confidence),
        )
        for at, line in enumerate(filled)
    )
