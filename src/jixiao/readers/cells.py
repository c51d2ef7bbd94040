"""What all readers agree on: how printed lines become one cell, and how big a table may be."""

from collections.abc import Iterable

from jixiao.model.errors import InputError
from jixiao.model.layout import Cell
from jixiao.model.place import Place

MAX_ROWS = 5_000
MAX_COLS = 200


def cell(lines: Iterable[str], row: int, col: int, place: Place, rowspan: int = 1, colspan: int = 1) -> Cell:
    """A cell; blank lines are dropped, the others joined."""
    kept = tuple(filter(str.strip, lines))
    return Cell(kept[0] if len(kept) == 1 else join(kept), row, col, rowspan, colspan, place, kept)


def join(lines: Iterable[str]) -> str:
    """Lines as one text: the break is dropped; only between two Latin letters a space stands for it."""
    text = ""
    for line in lines:
        text += " " + line if _would_merge(text[-1:], line[:1]) else line
    return text


def check_size(file: str, ordinal: int, rows: int, cols: int) -> None:
    """Refuse a table that no form or report has.

    Raises:
        InputError: more than `MAX_ROWS` rows or `MAX_COLS` columns.
    """
    if rows > MAX_ROWS or cols > MAX_COLS:
        raise InputError(
            file,
            f"表格过大（{rows} 行 × {cols} 列；上限 {MAX_ROWS} 行 × {MAX_COLS} 列）",
            "请只保留自评表或报告本身，把台账、明细等大表另存为单独的文件",
            str(Place(table=ordinal)),
        )


def _would_merge(before: str, after: str) -> bool:
    return before.isascii() and before.isalpha() and after.isascii() and after.isalpha()
