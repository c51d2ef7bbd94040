"""Twins that are drawn cell by cell: the files of drawn/, each a document and the truth of it.

A file has `layout`, `producer`, `habits`, `parts` (each a `name` and its `blocks`) and `forms`, the truth. A block is a
paragraph, or a table: {rows = [...]}, of each row the cells that begin in it, a text or [text, columns, rows].
"""

import tomllib
from pathlib import Path
from typing import Any

from .page import Cell, Part, Table


def load(folder: Path) -> dict[str, dict[str, Any]]:
    """The documents by their names; `parts` are parts."""
    records = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))}
    return {name: record | {"parts": [_part(part) for part in record["parts"]]} for name, record in records.items()}


def _part(record: dict[str, Any]) -> Part:
    return Part(
        record["name"], [block if isinstance(block, str) else _table(block["rows"]) for block in record["blocks"]]
    )


def _table(rows: list[list[Any]]) -> Table:
    cells = [[Cell(one) if isinstance(one, str) else Cell(*one) for one in row] for row in rows]
    return Table([1] * sum(cell.colspan for cell in cells[0]), cells).check()
