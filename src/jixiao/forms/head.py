"""The head of a form: who and what."""

from collections.abc import Mapping
from decimal import Decimal

from jixiao.forms.notes import Notes
from jixiao.model.evaluation import Project
from jixiao.model.layout import Cell


def read_head(cells: Mapping[str, Cell], confidence: Decimal, notes: Notes) -> Project:
    """Name, department and unit."""
    name, department, unit = (
        notes.text(f"project.{field}", cells.get(field), confidence) for field in ("name", "department", "unit")
    )
    return Project(name, department, unit)
