"""WordprocessingML in strings: paragraphs, tables, sections and the package around them.

Source of the format: ECMA-376 part 1 (§17.3 paragraphs, §17.4 tables, §17.6 sections), part 2 (packages).
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo
from zlib import crc32

from jixiao.writers.grid import Align, Box, Grid

PROLOGUE: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
# The width of the text in twips: 156 mm.
TEXT_WIDTH: Final = 8844
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# When a package is said to be made: the first day that a zip file knows, so that the same words are the same bytes.
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def printable(text: str) -> str:
    """A text without what no file format may hold: control characters and half characters."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def clean(text: str) -> str:
    """A text as XML may hold it."""
    return escape(printable(text), quote=True)


def run(text: str, properties: str = "") -> str:
    """A run; line breaks in the text are kept."""
    setting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    parts = "<w:br/>".join(f'<w:t xml:space="preserve">{clean(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{setting}{parts}</w:r>"


def link(text: str, anchor: str) -> str:
    """A run that jumps to a bookmark of the same document, looking like the text around it."""
    return f'<w:hyperlink w:anchor="{clean(anchor)}" w:history="1">{run(text)}</w:hyperlink>'


def bookmark(name: str) -> str:
    """A place that links jump to."""
    number = crc32(name.encode()) >> 1
    return f'<w:bookmarkStart w:id="{number}" w:name="{clean(name)}"/><w:bookmarkEnd w:id="{number}"/>'


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    setting = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{setting}{content}</w:p>"


def table(
    grid: Grid,
    width: int = TEXT_WIDTH,
    anchors: Mapping[str, str] | None = None,
    *,
    repeat: bool = True,
    together: bool = False,
) -> str:
    """A table as wide as `width` twips, no row of which is broken between pages.

    anchors: path of a cell → the bookmark that its figure jumps to. repeat: whether its first row stands on every page.
    together: keep it on one page where it fits on one.
    """
    whole = sum(grid.widths)
    widths = [share * width // whole for share in grid.widths]
    rows = "".join(
        _row(
            grid, number, widths, anchors or {}, repeat=repeat and number == 0, keep=together and number < grid.rows - 1
        )
        for number in range(grid.rows)
    )
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
    setting = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{margins}'
    )
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    return f"<w:tbl><w:tblPr>{setting}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _row(grid: Grid, number: int, widths: list[int], anchors: Mapping[str, str], *, repeat: bool, keep: bool) -> str:
    boxes = sorted((box for box in grid.boxes if box.covers(number)), key=lambda box: box.col)
    header = "<w:tblHeader/>" if repeat else ""
    cells = "".join(_cell(box, number, widths, anchors, keep=keep) for box in boxes)
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def _cell(box: Box, row: int, widths: list[int], anchors: Mapping[str, str], *, keep: bool) -> str:
    width = sum(widths[box.col : box.col + box.colspan])
    spread = f'<w:gridSpan w:val="{box.colspan}"/>' if box.colspan > 1 else ""
    merge = f'<w:vMerge w:val="{"restart" if row == box.row else "continue"}"/>' if box.rowspan > 1 else ""
    setting = f'<w:tcW w:w="{width}" w:type="dxa"/>{spread}{merge}<w:vAlign w:val="center"/>'
    text = box.text if row == box.row else ""
    anchor = anchors.get(box.path, "")
    content = link(text, anchor) if anchor and text else run(text, "<w:b/>" if box.bold else "") if text else ""
    content = bookmark(box.mark) + content if box.mark and row == box.row else content
    kept = "<w:keepNext/>" if keep else ""
    align = "" if box.align is Align.LEFT else f'<w:jc w:val="{box.align}"/>'
    return f"<w:tc><w:tcPr>{setting}</w:tcPr>{paragraph(content, 'Cell', kept + align)}</w:tc>"


def settings(more: str = "") -> str:
    """Keeps Word from opening the document in its compatibility mode."""
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return f"<w:settings {NAMESPACES}>{more}<w:compat>{mode}</w:compat></w:settings>"


def section(
    margins: tuple[int, int, int, int], footers: str = "", start: int | None = None, *, lined: bool = True
) -> str:
    """The properties of a section of A4 pages.

    margins: top, right, bottom, left in twips. footers: references to its footers. start: the number of its first page.
    lined: whether text stands on 22 lines a page.
    """
    top, right, bottom, left = margins
    lines = '<w:docGrid w:type="lines" w:linePitch="579"/>' if lined else ""
    numbers = "" if start is None else f'<w:pgNumType w:start="{start}"/>'
    return (
        f'<w:sectPr>{footers}<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="851" w:footer="{min(bottom - 567, 1304)}" w:gutter="0"/>{numbers}{lines}</w:sectPr>'
    )


def relationships(entries: Iterable[tuple[str, str, str]]) -> str:
    """The relationships of one part: id, kind (the last word of its type), target."""
    made = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>' for key, kind, target in entries
    )
    return f'{PROLOGUE}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def content_types(overrides: Mapping[str, str]) -> str:
    """What each part is: name → media type."""
    made = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    made += '<Default Extension="xml" ContentType="application/xml"/>'
    made += (
        '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
    )
    made += "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return f'{PROLOGUE}<Types xmlns="{PACKAGE}/content-types">{made}</Types>'


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip package of parts, the same bytes for the same parts."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            member = ZipInfo(name, _EPOCH)
            member.create_system = 0
            member.compress_type = ZIP_DEFLATED
            archive.writestr(member, content.encode() if isinstance(content, str) else content)
    return made.getvalue()
