"""Where something stands in a document."""

from decimal import Decimal
from typing import Any, NamedTuple


class Place(NamedTuple):
    """A position in a file; the parts that do not exist for its kind of file are None.

    page: counted from 1. table: the table's ordinal in the document, from 1. row, col: the grid position in that
    table, from 1. cell: the sheet and its cell, such as "自评表!C7". line: the line of a text file, or the ordinal of a
    paragraph outside tables, from 1. start, end: characters within that line, from 0, end excluded.
    """

    page: int | None = None
    table: int | None = None
    row: int | None = None
    col: int | None = None
    cell: str | None = None
    line: int | None = None
    start: int | None = None
    end: int | None = None

    def as_dict(self) -> dict[str, int | str]:
        """The parts that exist."""
        return {name: value for name, value in zip(self._fields, self, strict=True) if value is not None}

    def __str__(self) -> str:
        """The place in words that a clerk can follow."""
        if self.cell is not None:
            return self.cell
        words = [
            (self.page, "第{}页"),
            (self.table, "表{}"),
            (self.row, "第{}行"),
            (self.col, "第{}列"),
            (self.line if self.table is None else None, "第{}段"),
        ]
        return "".join(word.format(value) for value, word in words if value is not None)


class Source(NamedTuple):
    """Where a field was read, its raw text there, and how sure the reading is (0 to 1)."""

    place: Place
    raw: str
    confidence: Decimal = Decimal(1)

    def as_dict(self) -> dict[str, Any]:
        """The JSON spelling."""
        return {"place": self.place.as_dict(), "raw": self.raw, "confidence": float(self.confidence)}
