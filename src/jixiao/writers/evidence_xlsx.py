"""The sheet of a form's workbook that its figures open: the tables of the evidence, one below the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jixiao.evaluation.story.blocks import Table
from jixiao.writers.grid import Grid, lines_in
from jixiao.writers.report_tables import grid_of
from jixiao.writers.sheet_cells import LINE, PADDING, Formats
from jixiao.writers.word import printable
from jixiao.writers.word_styles import HEAD_FONT

SHEET: Final = "佐证"
_WIDTHS: Final = (36, 24, 12, 40, 56)
_A4: Final = 9


@dataclass(frozen=True, slots=True)
class Placed:
    """A table with the row of its title, from 0."""

    title: str
    grid: Grid
    row: int


def placed(tables: Iterable[Table]) -> list[Placed]:
    """Each table two rows below the one before."""
    found: list[Placed] = []
    row = 0
    for table in tables:
        grid = grid_of(table)
        found.append(Placed(table.title, grid, row))
        row += grid.rows + 2
    return found


def links(tables: Iterable[Placed]) -> Mapping[str, str]:
    """Mark of a row → how a cell of the workbook points to it."""
    return {
        box.mark: f"internal:'{SHEET}'!A{table.row + 2 + box.row}"
        for table in tables
        for box in table.grid.boxes
        if box.mark
    }


def write_evidence(book: Any, tables: Iterable[Placed], formats: Formats) -> None:
    """Adds the sheet: A4 across, as wide as the page."""
    sheet = book.add_worksheet(SHEET)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer('&C&"宋体"&10— &P —')
    for col, width in enumerate(_WIDTHS):
        sheet.set_column(col, col, width)
    head = book.add_format({"font_name": HEAD_FONT, "font_size": 12, "valign": "vcenter"})
    for table in tables:
        sheet.merge_range(table.row, 0, table.row, len(_WIDTHS) - 1, table.title, head)
        heights = [LINE] * table.grid.rows
        for box in table.grid.boxes:
            sheet.write_string(table.row + 1 + box.row, box.col, printable(box.text), formats.of(box))
            heights[box.row] = max(heights[box.row], lines_in(box.text, _WIDTHS[box.col]) * LINE)
        for at, height in enumerate(heights, table.row + 1):
            sheet.set_row(at, height + PADDING)
