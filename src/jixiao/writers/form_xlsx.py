"""The self-evaluation form as a workbook of one sheet."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from jixiao.writers.evidence_xlsx import links, placed, write_evidence
from jixiao.writers.form import TITLE, Form
from jixiao.writers.form_grid import form_grid
from jixiao.writers.grid import Box, Grid, lines_in
from jixiao.writers.proof import attach
from jixiao.writers.sheet_cells import LINE, PADDING, Formats
from jixiao.writers.word import printable
from jixiao.writers.word_styles import BODY_FONT, SUB_FONT, TITLE_FONT

_SHEET: Final = "自评表"
_A4: Final = 9
# A column is measured in digits of the default font; ten of them are about 20 mm on paper.
_CHARS: Final = 86
_NOTE_CHARS: Final = 96  # half characters of the smaller notes across the whole form
# Points of an A4 page between its margins.
_PAGE: Final = 730
# A workbook says when it was made; the same figures shall be the same bytes.
_EPOCH: Final = datetime(1980, 1, 1)  # noqa: DTZ001  a workbook knows no zone


def form_xlsx(form: Form, proof: str = "") -> bytes:
    """The workbook: the form, and on a second sheet the evidence that its figures open.

    Every cell is text or a number as text: nothing in it is a formula.
    """
    grid = form_grid(form.evaluation, form.remark)
    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(made, options)
    book.set_properties({"title": TITLE, "created": _EPOCH})
    sheet = book.add_worksheet(_SHEET)
    _set_up(sheet, grid)
    formats, evidence = Formats(book), placed(form.evidence)
    opens = links(evidence)
    _write(book, sheet, form, grid, formats, {path: opens.get(mark, "") for path, mark in form.anchors.items()})
    if evidence:
        write_evidence(book, evidence, formats)
    book.close()
    return attach(made.getvalue(), "xl/workbook.xml", proof)


def _set_up(sheet: Any, grid: Grid) -> None:
    """A4 upright, as wide as the page, the header of the indicators on every page, page numbers.

    The indicators begin a page of their own where the whole form does not fit on one: no merged cell is cut.
    """
    sheet.set_paper(_A4)
    sheet.set_portrait()
    sheet.set_margins(left=0.6, right=0.6, top=0.75, bottom=0.75)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    first = grid.header + _HEAD
    sheet.repeat_rows(first, first)
    if sum(_heights(grid)) + _TOP > _PAGE:
        sheet.set_h_pagebreaks([first])
    sheet.set_footer('&C&"宋体"&10— &P —')
    for col, width in enumerate(_columns(grid)):
        sheet.set_column(col, col, width)


# Title and year stand above the form: rows, points.
_HEAD: Final = 2
_TOP: Final = 50


def _columns(grid: Grid) -> list[float]:
    whole = sum(grid.widths)
    return [share * _CHARS / whole for share in grid.widths]


def _write(book: Any, sheet: Any, form: Form, grid: Grid, formats: Formats, opens: Mapping[str, str]) -> None:
    last = len(grid.widths) - 1
    title = book.add_format({"font_name": TITLE_FONT, "font_size": 18, "align": "center", "valign": "vcenter"})
    year = book.add_format({"font_name": SUB_FONT, "font_size": 12, "align": "center", "valign": "vcenter"})
    sheet.merge_range(0, 0, 0, last, TITLE, title)
    sheet.set_row(0, 30)
    sheet.merge_range(1, 0, 1, last, form.year, year)
    sheet.set_row(1, 20)
    columns = _columns(grid)
    for box in grid.boxes:
        # LibreOffice does not wrap a text that is a link.
        fits = lines_in(box.text, int(sum(columns[box.col : box.col + box.colspan]))) == 1
        _cell(sheet, box, formats.of(box), opens.get(box.path, "") if fits else "")
    for row, height in enumerate(_heights(grid)):
        sheet.set_row(row + _HEAD, height)
    note = book.add_format({"font_name": BODY_FONT, "font_size": 9, "text_wrap": True, "valign": "top"})
    for row, text in enumerate((text for text in (*form.notes, form.signed) if text), _HEAD + grid.rows):
        sheet.merge_range(row, 0, row, last, "", note)
        sheet.write_string(row, 0, printable(text), note)
        sheet.set_row(row, lines_in(text, _NOTE_CHARS) * LINE)


def _cell(sheet: Any, box: Box, format_: Any, opens: str) -> None:
    row = box.row + _HEAD
    if box.rowspan > 1 or box.colspan > 1:
        sheet.merge_range(row, box.col, row + box.rowspan - 1, box.col + box.colspan - 1, "", format_)
    if box.text and opens:
        sheet.write_url(row, box.col, opens, format_, printable(box.text), "打开佐证")
    elif box.text:
        sheet.write_string(row, box.col, printable(box.text), format_)
    else:
        sheet.write_blank(row, box.col, None, format_)


def _heights(grid: Grid) -> list[float]:
    """Points for each row, so that no text is cut: spreadsheets do not grow rows with merged cells."""
    columns = _columns(grid)
    heights = [float(LINE + PADDING)] * grid.rows
    for box in sorted(grid.boxes, key=lambda box: box.rowspan):
        width = int(sum(columns[box.col : box.col + box.colspan]))
        wanted = lines_in(box.text, width) * LINE + PADDING
        rows = range(box.row, box.row + box.rowspan)
        lacking = wanted - sum(heights[row] for row in rows)
        for row in rows:
            heights[row] += max(0.0, lacking / box.rowspan)
    return heights
