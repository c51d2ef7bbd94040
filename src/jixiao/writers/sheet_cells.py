"""Formats and measures of the cells of a written sheet."""

from typing import Any, Final

from jixiao.writers.grid import Align, Box
from jixiao.writers.word_styles import BODY_FONT

POINTS: Final = 10
# Points of a line and of the space around it.
LINE: Final = 13
PADDING: Final = 5


class Formats:
    """The formats of cells, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[Align, bool], Any] = {}

    def of(self, box: Box) -> Any:
        """The format of a cell: framed, wrapped, text."""
        key = (box.align, box.bold)
        if key not in self._made:
            setting = {"font_name": BODY_FONT, "font_size": POINTS, "align": box.align.value, "bold": box.bold}
            self._made[key] = self._book.add_format(
                setting | {"valign": "vcenter", "border": 1, "text_wrap": True, "num_format": "@"}
            )
        return self._made[key]
