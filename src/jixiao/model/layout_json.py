"""A layout as JSON and back."""

from collections.abc import Mapping
from typing import Any

from jixiao.model.layout import Cell, Layout, Paragraph, Table
from jixiao.model.place import Place

Json = dict[str, Any]


def to_json(layout: Layout) -> Json:
    """The layout in values that `json.dumps` takes."""
    blocks = [_table(block) if isinstance(block, Table) else [block.text, block.line] for block in layout.blocks]
    return {"file": layout.file, "format": layout.format, "blocks": blocks, "notes": list(layout.notes)}


def from_json(record: Mapping[str, Any]) -> Layout:
    """The layout that `to_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: it is not one.
    """
    blocks = tuple(_to_table(block) if isinstance(block, dict) else Paragraph(*block) for block in record["blocks"])
    return Layout(record["file"], record["format"], blocks, tuple(record["notes"]))


def _table(table: Table) -> Json:
    cells = [
        [cell.text, cell.row, cell.col, cell.rowspan, cell.colspan, cell.place.as_dict(), list(cell.lines)]
        for cell in table.cells
    ]
    return {"ordinal": table.ordinal, "rows": table.rows, "cols": table.cols, "ragged": table.ragged, "cells": cells}


def _to_table(record: Json) -> Table:
    cells = (
        Cell(text, row, col, rowspan, colspan, Place(**place), tuple(lines))
        for text, row, col, rowspan, colspan, place, lines in record["cells"]
    )
    return Table(record["ordinal"], record["rows"], record["cols"], tuple(cells), record["ragged"])
