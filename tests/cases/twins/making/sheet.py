"""xlsx by openpyxl and by XlsxWriter; numbers, percentages and dates as values with a number format."""

import io
import re
from datetime import UTC, datetime

import xlsxwriter
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .page import Part, Table

Value = tuple[str | float | datetime, str]
_THIN = Side(style="thin")
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_NUMBER = re.compile(r"(-?[\d,]*\d)(?:\.(\d+))?(%?)")


def typed(text: str) -> Value:
    """The value that a spreadsheet shows as this text, and its number format."""
    day = _DAY.fullmatch(text)
    if day:
        return datetime(*map(int, day.groups()), tzinfo=UTC).replace(tzinfo=None), 'yyyy"年"m"月"d"日"'
    number = _NUMBER.fullmatch(text)
    if not number or (text.startswith("0") and text[1:2].isdigit()):
        return text, "General"
    whole, places, percent = number.groups()
    form = ("#,##0" if "," in whole else "0") + ("." + "0" * len(places) if places else "") + percent
    value = float(text.rstrip("%").replace(",", ""))
    return (round(value / 100, 8) if percent else value), form


def openpyxl(parts: list[Part], *, one_sheet: bool = False) -> bytes:
    """A sheet for each part, or one sheet with all of them."""
    book = Workbook()
    book.remove(book.active)
    sheet = None
    top = 0
    for part in parts:
        if sheet is None or not one_sheet:
            sheet, top = book.create_sheet(part.name[:20]), 0
        for block in part.blocks:
            top = _openpyxl_block(sheet, block, top)
        top += 2
    book.properties.created = book.properties.modified = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _openpyxl_block(sheet: Worksheet, block: str | Table, top: int) -> int:
    if isinstance(block, str):
        sheet.cell(top + 1, 1, block)
        return top + 1
    for row, column, cell in block.placed():
        own = sheet.cell(top + row + 1, column + 1)
        own.value, own.number_format = typed(cell.text)
        if isinstance(own.value, str):
            own.data_type = "s"
        own.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
        if cell.rowspan > 1 or cell.colspan > 1:
            end = (top + row + cell.rowspan, column + cell.colspan)
            sheet.merge_cells(None, top + row + 1, column + 1, *end)
    for row in range(len(block.rows)):
        for column, width in enumerate(block.widths):
            sheet.cell(top + row + 1, column + 1).border = Border(_THIN, _THIN, _THIN, _THIN)
            sheet.column_dimensions[get_column_letter(column + 1)].width = width * 1.6
        if row in block.hidden:
            sheet.row_dimensions[top + row + 1].hidden = True
    return top + len(block.rows)


def xlsxwriter_(parts: list[Part]) -> bytes:
    """A sheet for each part."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    for part in parts:
        sheet = book.add_worksheet(part.name[:20])
        top = 0
        for block in part.blocks:
            if isinstance(block, str):
                sheet.write_string(top, 0, block)
                top += 1
                continue
            for row, column, cell in block.placed():
                value, form = typed(cell.text)
                style = book.add_format({"border": 1, "text_wrap": True, "align": "center", "num_format": form})
                if cell.rowspan > 1 or cell.colspan > 1:
                    end = (top + row + cell.rowspan - 1, column + cell.colspan - 1)
                    sheet.merge_range(top + row, column, *end, "", style)
                write = sheet.write_string if isinstance(value, str) else sheet.write
                write(top + row, column, value, style)
            sheet.set_column(0, len(block.widths) - 1, 12)
            top += len(block.rows)
    book.close()
    return out.getvalue()
