"""The cells of a form's tables that became nothing, each with the label that says what it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from jixiao.forms.labels import field_of
from jixiao.forms.parting import names_form
from jixiao.forms.shapes import is_class
from jixiao.model.characters import narrow
from jixiao.model.evaluation import Evaluation
from jixiao.model.layout import Cell, Layout, Table
from jixiao.model.place import Place
from jixiao.model.terms import is_empty

_BLOCKS: Final = (
    "project", "funds", "fund_rows", "goals", "goal_scopes", "indicators", "blocks", "rows", "stops", "dates",
)  # fmt: skip
_HEADER: Final = "headers."
# 项目负责人：王某
_INLINE: Final = re.compile(r"([\u4e00-\u9fff]{2,10})[:：].")
# So many labels in a row head the columns below them.
_FEWEST: Final = 3

# Table, row and column, from 1.
_Spot = tuple[int | None, int | None, int | None]


class LeftOver(NamedTuple):
    """A cell that became no field. label: the one in the cell, else the one before it, else the header above it."""

    label: str
    text: str
    place: Place


def left_over(layout: Layout, evaluations: Sequence[Evaluation]) -> list[list[LeftOver]]:
    """For each evaluation what its tables print besides fields and known labels; of other tables nothing."""
    used = {_spot(source.place): at for at, one in enumerate(evaluations) for source in one.sources.values()}
    heads = {_spot(one.place) for form in evaluations for path, one in form.sources.items() if path.startswith(_HEADER)}
    found: list[list[LeftOver]] = [[] for _ in evaluations]
    for table in layout.tables:
        owner = min(
            ((spot, at) for spot, at in used.items() if spot[0] == table.ordinal), key=_first, default=(None, None)
        )[1]
        for cell, label in _unused(table, used, heads):
            owner = used.get(_spot(cell.place), owner)
            if owner is not None and label is not None:
                found[owner].append(LeftOver(label, cell.text.strip(), cell.place))
    return found


def _unused(table: Table, used: Mapping[_Spot, int], heads: set[_Spot]) -> Iterator[tuple[Cell, str | None]]:
    """Every cell in order; one that is left over with its label, any other with None."""
    above: dict[int, str] = {}
    for _, row in groupby(sorted(table.cells, key=lambda cell: (cell.row, cell.col)), key=lambda cell: cell.row):
        cells = list(row)
        labels = [cell for cell in cells if _spot(cell.place) in heads or is_known_label(cell.text)]
        if len(labels) >= _FEWEST:
            above |= {at: cell.text.strip() for cell in labels for at in range(cell.col, cell.col + cell.colspan)}
        if any(field_of("rows", cell.text) for cell in cells):
            above = {}
        beside = ""
        for cell in cells:
            text = cell.text.strip()
            if _spot(cell.place) in used or is_empty(text) or is_known_label(text) or names_form(text):
                yield cell, None
            else:
                inline = _INLINE.match(text)
                yield cell, inline[1] if inline else beside or above.get(cell.col, "")
            beside = text if is_known_label(text) else "" if text else beside


def is_known_label(text: str) -> bool:
    """Whether a text is a label of a form: of a field, a block, a class, or of what the model leaves out."""
    return is_class(narrow(text)) or any(field_of(block, text) is not None for block in _BLOCKS)


def _spot(place: Place) -> _Spot:
    return (place.table, place.row, place.col)


def _first(entry: tuple[_Spot, int]) -> tuple[int, int]:
    _, row, col = entry[0]
    return (row or 0, col or 0)
