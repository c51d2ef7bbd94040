"""Forms that stand side by side on one sheet, a blank column between."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from jixiao.forms.labels import field_of
from jixiao.model.layout import Table


def apart(table: Table) -> Iterator[Table]:
    """The table in the parts between its blank columns, if each names a project of its own; else as it is."""
    named = sorted({cell.col for cell in table.cells if field_of("project", cell.text) == "name"})
    if table.ragged or len(named) < 2:
        yield table
        return
    printed = (cell for cell in table.cells if cell.text.strip())
    taken = {col for cell in printed for col in range(cell.col, cell.col + cell.colspan)}
    walls = [next((col for col in range(left, right) if col not in taken), None) for left, right in pairwise(named)]
    start = 0
    for wall in (*(wall for wall in walls if wall is not None), table.cols):
        yield replace(table, cells=tuple(cell for cell in table.cells if start <= cell.col < wall))
        start = wall
