"""The looks of the workbook's cells, and writing into them."""

from decimal import Decimal
from typing import Any, Final

from jixiao.writers.papers.rows import Cell
from jixiao.writers.word import printable
from jixiao.writers.word_styles import BODY_FONT, HEAD_FONT, TITLE_FONT

LINE: Final = 14
# Characters that a cell may hold, and one that is a link.
_LONGEST: Final = 32_767
_LONGEST_LINK: Final = 255
_BASE: Final[dict[str, Any]] = {"font_name": BODY_FONT, "font_size": 10, "valign": "vcenter", "text_wrap": True}
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "title": {"font_name": TITLE_FONT, "font_size": 18, "align": "center", "text_wrap": False},
    "facts": {"align": "left"},
    "head": {"font_name": HEAD_FONT, "align": "center", "border": 1, "bg_color": "#E7ECF2"},
    "text": {"align": "left", "border": 1, "num_format": "@"},
    "word": {"align": "center", "border": 1, "num_format": "@"},
    "figure": {"align": "right", "border": 1, "num_format": "General"},
    "share": {"align": "right", "border": 1, "num_format": "0.00%"},
    "sum": {"align": "right", "border": 1, "num_format": "General", "bold": True},
    "label": {"align": "center", "border": 1, "bold": True, "num_format": "@"},
    # What the reviewer fills in or changes.
    "open": {"align": "right", "border": 1, "num_format": "General", "bg_color": "#FFF8DC"},
    "open word": {"align": "center", "border": 1, "num_format": "General", "bg_color": "#FFF8DC"},
    # Laid over a cell: still to be filled in, below what the unit gave itself.
    "unsettled": {"bg_color": "#FFD966"},
    "less": {"font_color": "#C00000", "bold": True},
    "link": {"align": "left", "border": 1, "num_format": "@", "font_color": "#1F4E8C", "underline": 1},
}
_OVERLAID: Final = ("unsettled", "less")


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            over = name in _OVERLAID
            self._made[name] = self._book.add_format(_LOOKS[name] if over else _BASE | _LOOKS[name])
        return self._made[name]


def put(sheet: Any, row: int, col: int, value: Cell | int | None, look: Any) -> None:
    """A number as a number; a text as text, whatever it begins with; nothing as a blank cell."""
    if value is None or value == "":
        sheet.write_blank(row, col, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, col, printable(value)[:_LONGEST], look)
    else:
        sheet.write_number(row, col, value, look)


def formula(sheet: Any, row: int, col: int, text: str, value: Decimal | str | int, look: Any) -> None:
    """A live formula beside the value that it has now."""
    sheet.write_formula(row, col, text, look, value)


def link(sheet: Any, row: int, col: int, cell: str, text: str, look: Any) -> None:
    """A text that leads to a cell of the workbook, given as 'sheet'!$A$1."""
    sheet.write_url(row, col, f"internal:{cell.replace('$', '')}", look, string=printable(text)[:_LONGEST_LINK])


def set_up(sheet: Any, widths: tuple[float, ...], header: tuple[int, int] | None) -> None:
    """A4 across, as wide as the page, the header on every page, page numbers.

    header: the first and last row to repeat; None where blocks stand one below another.
    """
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    sheet.set_footer('&C&"宋体"&10— &P —')
    if header:
        sheet.repeat_rows(*header)
    for col, width in enumerate(widths):
        sheet.set_column(col, col, width)
