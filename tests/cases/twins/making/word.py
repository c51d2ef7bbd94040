"""docx by python-docx."""

import io
from copy import deepcopy
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as DocxTable
from docx.table import _Cell

from .page import Cell, Part, Table

_SPLIT = 10  # columns above which the page lies on its side


def write(parts: list[Part]) -> bytes:
    """The parts, a page each."""
    document = Document()
    document.styles["Normal"].font.size = Pt(10.5)
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    document.core_properties.created = document.core_properties.modified = datetime(2024, 1, 1, tzinfo=UTC)
    if any(len(block.widths) > _SPLIT for part in parts for block in part.blocks if isinstance(block, Table)):
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for at, part in enumerate(parts):
        if at:
            document.add_page_break()
        for block in part.blocks:
            if isinstance(block, str):
                document.add_paragraph(block)
            else:
                _fill(document.add_table(len(block.rows), len(block.widths)), block, _width(document))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _width(document: Doc) -> int:
    section = document.sections[0]
    return section.page_width - section.left_margin - section.right_margin


def _fill(target: DocxTable, table: Table, width: int) -> None:
    target.style = "Table Grid"
    target.autofit = False
    for column, share in zip(target.columns, table.widths, strict=True):
        column.width = width * share // sum(table.widths)
    for row, column, cell in table.placed():
        own = target.cell(row, column)
        own = own.merge(target.cell(row + cell.rowspan - 1, column + cell.colspan - 1))
        _print(own, cell)
    first, end = table.head
    for row in range(end) if first == 0 else ():
        target.rows[row]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _print(own: _Cell, cell: Cell) -> None:
    if cell.inner is not None:
        _fill(own.add_table(len(cell.inner.rows), len(cell.inner.widths)), cell.inner, own.width)
        own.add_paragraph()
        return
    lines = cell.text.split("\n")
    own.paragraphs[0].text = lines[0]
    for line in lines[1:]:
        own.add_paragraph(line)
    if cell.deleted:
        _track(own, cell.deleted)


def _track(own: _Cell, old: str) -> None:
    """The text of the cell as an insertion that follows the deletion of the old text."""
    run = own.paragraphs[0].runs[0]._r
    for tag, at in (("w:del", 0), ("w:ins", 1)):
        change = OxmlElement(tag)
        for name, value in (("id", str(at)), ("author", "复核"), ("date", "2024-01-01T00:00:00Z")):
            change.set(qn(f"w:{name}"), value)
        copy = deepcopy(run)
        if tag == "w:del":
            text = OxmlElement("w:delText")
            text.text = old
            copy.remove(copy.find(qn("w:t")))
            copy.append(text)
        change.append(copy)
        run.addprevious(change)
    run.getparent().remove(run)
