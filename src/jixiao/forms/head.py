"""The head of a form: who and what."""

from jixiao.forms.labels import field_of
from jixiao.forms.notes import Notes
from jixiao.forms.rows import Row
from jixiao.model.evaluation import Project


def read_head(rows: list[Row], notes: Notes) -> Project:
    """Name, department and unit: each the cell after its label; a label printed twice counts where it stands first."""
    pairs = [
        (field_of("project", label.text), value)
        for row in rows
        for label, value in zip(row.cells, row.cells[1:], strict=False)
        if field_of("project", value.text) is None
    ]
    found = dict(reversed(pairs))
    name, department, unit = (
        notes.text(f"project.{field}", found.get(field)) for field in ("name", "department", "unit")
    )
    return Project(name, department, unit)
