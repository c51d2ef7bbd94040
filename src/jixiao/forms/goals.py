"""Goals in words and what became of them."""

from collections.abc import Iterable
from typing import Final

from jixiao.forms.found import Slots
from jixiao.forms.labels import field_of
from jixiao.forms.notes import Notes
from jixiao.model.evaluation import Goal
from jixiao.model.terms import Scope

_TEXTS: Final = ("expected", "achieved")
_OVERALL: Final = ("中期", "长期", "实施期")


def read_goals(scope: str, lines: Iterable[Slots], notes: Notes) -> tuple[Goal, ...]:
    """The goals; a line with neither text is none. A line may name its own scope; the others have that of the form."""
    filled = [line for line in lines if any(line.cells[name].text.strip() for name in _TEXTS if name in line.cells)]
    return tuple(
        Goal(
            _scope(line, scope),
            notes.text(f"goals[{at}].expected", line.cells.get("expected"), line.confidence),
            notes.text(f"goals[{at}].achieved", line.cells.get("achieved"), line.confidence),
        )
        for at, line in enumerate(filled)
    )


def _scope(line: Slots, scope: str) -> Scope:
    label = line.cells.get("scope")
    if label is None:
        return Scope(scope)
    if any(word in label.text for word in _OVERALL):
        return Scope.OVERALL
    return Scope(field_of("goal_scopes", label.text) or scope)
