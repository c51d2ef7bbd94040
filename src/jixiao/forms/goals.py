"""Goals in words and what became of them."""

from jixiao.forms.labels import field_of
from jixiao.forms.notes import Notes
from jixiao.forms.rows import Columns, Row
from jixiao.model.evaluation import Goal
from jixiao.model.terms import Scope


def is_goal_header(row: Row) -> bool:
    """Whether a row names both what was expected and what was achieved."""
    return {"expected", "achieved"} <= Columns.of("goals", row).at.keys()


def read_goals(header: Row, rows: list[Row], notes: Notes) -> tuple[Goal, ...]:
    """The goals below their header; a row with neither text is none."""
    columns = Columns.of("goals", header)
    scope = next((scope for text in header.texts if (scope := field_of("goal_scopes", text))), Scope.ANNUAL)
    picked = [(columns.pick(row), columns.confidence(row)) for row in rows]
    filled = [(cells, confidence) for cells, confidence in picked if any(cell.text.strip() for cell in cells.values())]
    return tuple(
        Goal(
            Scope(scope),
            notes.text(f"goals[{at}].expected", cells.get("expected"), confidence),
            notes.text(f"goals[{at}].achieved", cells.get("achieved"), confidence),
        )
        for at, (cells, confidence) in enumerate(filled)
    )
