"""A layout as JSON and back."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from jixiao.model.layout import Cell, Layout, Paragraph, Table
from jixiao.model.place import Place

Json = dict[str, Any]


def to_json(layout: Layout) -> Json:
    """The layout in values that `json.dumps` takes."""
    blocks = [_table(block) if isinstance(block, Table) else _values(block) for block in layout.blocks]
    return {**_values(layout), "blocks": blocks}


def from_json(record: Mapping[str, Any]) -> Layout:
    """The layout that `to_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: it is not one.
    """
    blocks = tuple(_to_table(block) if "cells" in block else Paragraph(**block) for block in record["blocks"])
    return Layout(**{**record, "blocks": blocks, "notes": tuple(record["notes"])})


def _values(one: Layout | Paragraph | Table) -> Json:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _table(table: Table) -> Json:
    return {**_values(table), "cells": [{**cell._asdict(), "place": cell.place.as_dict()} for cell in table.cells]}


def _to_table(record: Json) -> Table:
    cells = (
        Cell(**{**cell, "place": Place(**cell["place"]), "lines": tuple(cell["lines"])}) for cell in record["cells"]
    )
    return Table(**{**record, "cells": tuple(cells)})
