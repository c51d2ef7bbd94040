"""PDF by ReportLab in a font that is not embedded; level: rules between the rows alone."""

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Table as Laid

from .page import Part, Table

_SIDE = 8  # columns above which the page lies on its side
_MARGIN = 40
_FONT = "STSong-Light"
_STYLE = ParagraphStyle("cell", fontName=_FONT, fontSize=8, leading=10, wordWrap="CJK")


def write(parts: list[Part], *, level: bool = False) -> bytes:
    """The parts below each other."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    blocks = [block for part in parts for block in part.blocks]
    wide = any(len(block.widths) > _SIDE for block in blocks if isinstance(block, Table))
    size = landscape(A4) if wide else A4
    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=size, invariant=1, **dict.fromkeys(_MARGINS, _MARGIN))
    document.build([flowable for block in blocks for flowable in _block(block, size[0] - 2 * _MARGIN, level)])
    return out.getvalue()


_MARGINS = ("leftMargin", "rightMargin", "topMargin", "bottomMargin")


def _block(block: str | Table, width: float, level: bool) -> list[Flowable]:  # noqa: FBT001
    if isinstance(block, str):
        return [Paragraph(escape(block), _STYLE)]
    data: list[list[Any]] = [[""] * len(block.widths) for _ in block.rows]
    style: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEABOVE", (0, 0), (-1, 0), 0.5, colors.black),
    ]
    style.append(("LINEBELOW" if level else "GRID", (0, 0), (-1, -1), 0.5, colors.black))
    for row, column, cell in block.placed():
        data[row][column] = Paragraph(escape(cell.text).replace("\n", "<br/>"), _STYLE)
        style.append(("SPAN", (column, row), (column + cell.colspan - 1, row + cell.rowspan - 1)))
    shares = [width * share / sum(block.widths) for share in block.widths]
    return [Laid(data, colWidths=shares, style=TableStyle(style)), Spacer(1, 20)]
