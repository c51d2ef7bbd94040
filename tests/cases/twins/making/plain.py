"""Text: tabs, one cell a line, pipes, commas."""

import csv
import io

from .page import Part, Table


def tabs(parts: list[Part]) -> bytes:
    """Cells parted by tabs, as a copy from a word processor; what a merged cell covers is empty."""
    return "\n".join("\t".join(row).rstrip("\t") for row in _rows(parts)).encode("utf-8")


def lines(parts: list[Part]) -> bytes:
    """One cell a line, a blank line after each, as a web page copied without its table."""
    cells = (cell for row in _rows(parts, spans=False) for cell in row)
    return "\n\n".join(cells).encode("utf-8")


def pipes(parts: list[Part]) -> bytes:
    """Markdown tables."""
    text = ""
    for part in parts:
        for block in part.blocks:
            if isinstance(block, str):
                text += f"{block}\n\n"
                continue
            rows = _grid(block)
            rows.insert(1, ["---"] * len(block.widths))
            text += "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n\n"
    return text.encode("utf-8")


def commas(parts: list[Part]) -> bytes:
    """CSV as a Chinese spreadsheet program saves it."""
    out = io.StringIO()
    csv.writer(out).writerows(_rows(parts))
    return out.getvalue().encode("gb18030")


def _rows(parts: list[Part], *, spans: bool = True) -> list[list[str]]:
    rows = []
    for part in parts:
        for block in part.blocks:
            if isinstance(block, str):
                rows.append([block])
            elif spans:
                rows += _grid(block)
            else:
                rows += [["".join(cell.text.split("\n")) for cell in row] for row in block.rows]
    return rows


def _grid(table: Table) -> list[list[str]]:
    grid = [[""] * len(table.widths) for _ in table.rows]
    for row, column, cell in table.placed():
        grid[row][column] = "".join(cell.text.split("\n"))
    return grid
