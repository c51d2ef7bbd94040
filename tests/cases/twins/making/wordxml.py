"""docx by hand, as word processors and systems other than python-docx have it.

habits: split: the table in two, an empty paragraph between. tracked: every seventh cell has tracked changes.
shifted: all rows but the first begin one column of the grid to the right. controls: cells inside content controls.
boxed: the paragraphs above stand in text boxes. table-boxed: the table does. nested: inside the one cell of another.
runs: words cut into runs.
"""

import io
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from xml.sax.saxutils import escape

from .page import Cell, Part, Table

_SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("v", "urn:schemas-microsoft-com:vml"),
    )
)
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_RELS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
)
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TRACKED = 7


def write(parts: list[Part], habits: frozenset[str]) -> bytes:
    """The parts below each other."""
    body = "".join(_block(block, habits) for part in parts for block in part.blocks)
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in members.items():
            package.writestr(zipfile.ZipInfo(name), _DECLARED + text)
    return out.getvalue()


def _block(block: str | Table, habits: frozenset[str]) -> str:
    if isinstance(block, str):
        text = _paragraph(block, habits)
        return _box(text) if "boxed" in habits else text
    text = _table(block, habits)
    if "nested" in habits:
        return f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{text}<w:p/></w:tc></w:tr></w:tbl>"
    return _old_box(f"{text}<w:p/>") if "table-boxed" in habits else text


def _box(content: str) -> str:
    """A text box as Word writes it: for new programs, and again for old ones."""
    return (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData '
        f'uri="{_SHAPE}"><wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>'
        f"</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def _old_box(content: str) -> str:
    box = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return f"<w:p><w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r></w:p>"


def _table(table: Table, habits: frozenset[str]) -> str:
    rows = list(_rows(table, habits))
    columns = len(table.widths) + ("shifted" in habits)
    grid = f"<w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>"
    cuts = [0, len(rows)]
    if "split" in habits:
        whole = [at for at in range(4, len(rows)) if not _is_crossed(table, at)]
        cuts.insert(1, whole[len(whole) // 2])
    parts = (f"<w:tbl>{grid}{''.join(rows[start:end])}</w:tbl>" for start, end in pairwise(cuts))
    return "<w:p/>".join(parts)


def _is_crossed(table: Table, at: int) -> bool:
    return any(row < at < row + cell.rowspan for row, _, cell in table.placed())


def _rows(table: Table, habits: frozenset[str]) -> Iterator[str]:
    """Rows with the cells that begin in them, and a continuation for each cell merged into them from above."""
    printed = 0
    begun = {(row, column): cell for row, column, cell in table.placed()}
    for row in range(len(table.rows)):
        cells, column = "", 0
        while column < len(table.widths):
            cell = begun.get((row, column))
            if cell is None:
                above = next(
                    one for (start, at), one in begun.items() if at == column and start < row < start + one.rowspan
                )
                cells += f'<w:tc><w:tcPr><w:gridSpan w:val="{above.colspan}"/><w:vMerge/></w:tcPr><w:p/></w:tc>'
                column += above.colspan
                continue
            printed += 1
            wider = "shifted" in habits and row == 0 and column == 0
            cells += _cell(cell, cell.colspan + wider, habits, printed)
            column += cell.colspan
        shift = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' if "shifted" in habits and row else ""
        yield f"<w:tr>{shift}{cells}</w:tr>"


def _cell(cell: Cell, colspan: int, habits: frozenset[str], number: int) -> str:
    merge = '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
    text = _paragraph(cell.text, habits)
    if "tracked" in habits and number % _TRACKED == 3 and cell.text and "\n" not in cell.text:
        run = f"<w:r><w:t>{escape(cell.text)}</w:t></w:r>"
        old = f'<w:del w:id="1" w:author="甲"><w:r><w:delText>旧{escape(cell.text)}</w:delText></w:r></w:del>'
        text = f'<w:p>{old}<w:ins w:id="2" w:author="甲">{run}</w:ins></w:p>'
    whole = f'<w:tc><w:tcPr><w:gridSpan w:val="{colspan}"/>{merge}</w:tcPr>{text}</w:tc>'
    is_held = "controls" in habits and number % 3 == 0
    return f"<w:sdt><w:sdtContent>{whole}</w:sdtContent></w:sdt>" if is_held else whole


def _paragraph(text: str, habits: frozenset[str]) -> str:
    lines = []
    for line in text.split("\n"):
        half = len(line) // 2 if "runs" in habits else 0
        pieces = [piece for piece in (line[:half], line[half:]) if piece]
        lines.append("".join(f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>' for piece in pieces))
    return f"<w:p>{'<w:r><w:br/></w:r>'.join(lines)}</w:p>"
