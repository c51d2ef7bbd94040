"""A layout as JSON and back."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from jixiao.model.layout import Cell, Face, Layout, Paragraph, Sheet, Table
from jixiao.model.place import Place

Json = dict[str, Any]


def to_json(layout: Layout) -> Json:
    """The layout in values that `json.dumps` takes."""
    blocks = [_table(block) if isinstance(block, Table) else block._asdict() for block in layout.blocks]
    faces = [face._asdict() for face in layout.faces]
    return {**_values(layout), "blocks": blocks, "faces": faces, "sheet": layout.sheet and _values(layout.sheet)}


def from_json(record: Mapping[str, Any]) -> Layout:
    """The layout that `to_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: it is not one.
    """
    blocks = tuple(_to_table(block) if "cells" in block else Paragraph(**block) for block in record["blocks"])
    faces = tuple(Face(**face) for face in record["faces"])
    sheet = record["sheet"] and Sheet(**record["sheet"])
    return Layout(**{**record, "blocks": blocks, "notes": tuple(record["notes"]), "faces": faces, "sheet": sheet})


def _values(one: Layout | Table | Sheet) -> Json:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _table(table: Table) -> Json:
    return {**_values(table), "cells": [{**cell._asdict(), "place": cell.place.as_dict()} for cell in table.cells]}


def _to_table(record: Json) -> Table:
    cells = (
        Cell(**{**cell, "place": Place(**cell["place"]), "lines": tuple(cell["lines"])}) for cell in record["cells"]
    )
    return Table(**{**record, "cells": tuple(cells)})
