"""Old workbooks (.xls, .et saved as BIFF) → Layout: every sheet as it is displayed."""

import io
from decimal import Decimal
from typing import Any, Final

import xlrd
from xlrd.biffh import XLRDError, error_text_from_code

from jixiao.model.errors import InputError
from jixiao.model.layout import Layout
from jixiao.readers.numberformat import built_in, show_number, show_text
from jixiao.readers.sheets import Sheet, layout_of

_VISIBLE: Final = 0
_NUMBERS: Final = (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE)
_AGAIN: Final = "请用 WPS 或 Excel 打开后另存为 .xlsx；仍打不开的，请重新索取文件"


def read_xls(data: bytes, file: str) -> Layout:
    """The sheets of a workbook, values as displayed, merged ranges resolved. Formulas give what was last computed.

    Raises:
        InputError: it has a password or is damaged.
    """
    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), formatting_info=True, ragged_rows=True)
        sheets = [_sheet(book, index) for index in range(book.nsheets)]
    except XLRDError as error:
        if "encrypted" in str(error):
            raise InputError(file, "文件设有打开密码", "请在 WPS 或 Excel 中取消打开密码，重新保存") from error
        raise InputError(file, "文件已损坏", _AGAIN) from error
    except MemoryError:
        raise
    except Exception as error:
        # xlrd takes the bytes at their word: whatever they break in it, the file is broken.
        raise InputError(file, "文件已损坏", _AGAIN) from error
    return layout_of(sheets, file, "xls")


def _sheet(book: Any, index: int) -> Sheet:
    read = book.sheet_by_index(index)
    sheet = Sheet(read.name, read.visibility != _VISIBLE)
    for row in range(read.nrows):
        for col, cell in enumerate(read.row(row)):
            text = _text(book, cell)
            if text:
                sheet.texts[row, col] = text
    # xlrd's ranges end one past the last cell.
    sheet.merged = [(top, left, bottom - 1, right - 1) for top, bottom, left, right in read.merged_cells]
    sheet.hidden_rows = sorted(row for row, info in read.rowinfo_map.items() if info.hidden)
    sheet.hidden_cols = sorted(col for col, info in read.colinfo_map.items() if info.hidden)
    return sheet


def _text(book: Any, cell: Any) -> str:
    """What a cell displays. The file holds binary fractions; the shortest decimal of each is what was typed."""
    form = book.format_map[book.xf_list[cell.xf_index].format_key]
    code = built_in(form.format_key, form.format_str)
    if cell.ctype in _NUMBERS:
        return show_number(Decimal(repr(cell.value)), code, since_1904=bool(book.datemode))
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return show_text(cell.value.replace("\r\n", "\n").replace("\r", "\n"), code)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(error_text_from_code.get(cell.value, ""))
    return ""
