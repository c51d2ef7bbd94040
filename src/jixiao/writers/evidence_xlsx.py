"""The sheets of a form's workbook that its figures open: one for each table of the evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jixiao.evaluation.story.blocks import Table
from jixiao.writers.grid import Grid, lines_in
from jixiao.writers.report_tables import grid_of
from jixiao.writers.sheet_cells import LINE, PADDING, Formats
from jixiao.writers.word import printable
from jixiao.writers.word_styles import HEAD_FONT

_A4: Final = 9
# Half characters across a page that lies.
_ACROSS: Final = 132
# How much of a line is filled before it breaks, at least.
_FILLED: Final = 0.92
# The header stands below the title.
_HEAD: Final = 1


@dataclass(frozen=True, slots=True)
class Placed:
    """A table on its sheet."""

    sheet: str
    title: str
    grid: Grid

    @property
    def columns(self) -> list[float]:
        """The widths of the columns in half characters."""
        whole = sum(self.grid.widths)
        return [share * _ACROSS / whole for share in self.grid.widths]


def placed(tables: Iterable[Table]) -> list[Placed]:
    """Each table on a sheet of its own: 佐证1, 佐证2."""
    return [Placed(f"佐证{number}", table.title, grid_of(table)) for number, table in enumerate(tables, 1)]


def links(tables: Iterable[Placed]) -> Mapping[str, str]:
    """Mark of a row → how a cell of the workbook points to it."""
    return {
        box.mark: f"internal:'{table.sheet}'!A{box.row + _HEAD + 1}"
        for table in tables
        for box in table.grid.boxes
        if box.mark
    }


def write_evidence(book: Any, tables: Iterable[Placed], formats: Formats) -> None:
    """Adds the sheets: A4 across, as wide as the page, title and header on every page."""
    head = book.add_format({"font_name": HEAD_FONT, "font_size": 12, "valign": "vcenter"})
    for table in tables:
        sheet = book.add_worksheet(table.sheet)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.6, right=0.6, top=0.75, bottom=0.75)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, _HEAD)
        sheet.freeze_panes(_HEAD + 1, 0)
        sheet.set_footer(f'&C&"宋体"&10{table.sheet}　— &P —')
        for col, width in enumerate(table.columns):
            sheet.set_column(col, col, width)
        sheet.merge_range(0, 0, 0, len(table.columns) - 1, table.title, head)
        _write(sheet, table, formats)


def _write(sheet: Any, table: Placed, formats: Formats) -> None:
    heights = [LINE] * table.grid.rows
    for box in table.grid.boxes:
        sheet.write_string(box.row + _HEAD, box.col, printable(box.text), formats.of(box))
        heights[box.row] = max(heights[box.row], lines_in(box.text, int(table.columns[box.col] * _FILLED)) * LINE)
    for at, height in enumerate(heights, _HEAD):
        sheet.set_row(at, height + PADDING)
