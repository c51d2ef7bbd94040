"""Make examples/jinnan-2020/published/report.docx from report.txt beside it.

    python tools/restate.py            write it
    python tools/restate.py --check    exit 1 if the file is not what this would write

The text has one cell a line and no spans; the spans of the printed form are in `SHAPES`. The package is stored without
compression and with fixed times, so that it is the same bytes on every machine.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from jixiao.model.layout import Layout, Paragraph, Table
from jixiao.readers import read_layout

PUBLISHED = Path(__file__).resolve().parents[1] / "examples" / "jinnan-2020" / "published"

# A cell as it is printed, line by line.
Lines = tuple[str, ...]
# How many rows, how wide each cell is, and in how many columns from the left a blank goes on with the cell above.
Shape = tuple[int, Sequence[int], int]

SHAPES: Sequence[Sequence[Shape]] = (
    [(17, (1, 1, 1, 1), 2)],
    [
        (1, (3, 7), 0),
        (1, (3, 1, 2, 4), 0),
        (5, (1, 2, 1, 1, 1, 1, 1, 1, 1), 1),
        (2, (1, 4, 5), 1),
        (16, (1, 1, 1, 1, 1, 1, 1, 1, 2), 3),
        (1, (6, 1, 1, 2), 0),
    ],
)
# In twentieths of a point; A4 leaves 9070 between the margins.
WIDTHS: Sequence[Sequence[int]] = (
    (1300, 1700, 4170, 1900),
    (500, 850, 950, 1650, 1240, 1240, 500, 500, 740, 900),
)
# What is left of the label 绩效指标 hangs below the cell before it and opens a row of its own in the form.
ORPHAN = " 标"
# A cell with more characters than this is running text.
RUNNING_TEXT = 40

STYLES = (
    (r"项 目支出绩效评价报告|\(.*\)", "Title"),
    (r"(?:[一二三四五六]|\d)、", "Heading1"),
    (r"（[一二三四五六\d]）", "Heading2"),
)
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def main(arguments: Sequence[str]) -> int:
    """Write or check the document."""
    target = PUBLISHED / "report.docx"
    made = docx(read_layout(PUBLISHED / "report.txt"))
    if list(arguments) != ["--check"]:
        target.write_bytes(made)
        return 0
    if target.exists() and target.read_bytes() == made:
        return 0
    print(f"{target} 与 report.txt 不一致，请运行 python tools/restate.py")
    return 1


def docx(layout: Layout) -> bytes:
    """The package of a document that prints a layout."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relationships({"styles": "styles.xml", "settings": "settings.xml"}),
        "word/document.xml": document(layout),
        "word/settings.xml": settings(),
        "word/styles.xml": styles(),
    }
    package = BytesIO()
    with ZipFile(package, "w") as archive:
        for name, text in parts.items():
            member = ZipInfo(name)
            member.create_system = 0
            archive.writestr(member, (PROLOGUE + text).encode())
    return package.getvalue()


def document(layout: Layout) -> str:
    """The main part."""
    body = "".join(paragraph(block) if isinstance(block, Paragraph) else table(block) for block in layout.blocks)
    page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1418" w:bottom="1440" w:left="1418" '
    page += 'w:header="851" w:footer="992" w:gutter="0"/>'
    return f"<w:document {NAMESPACE}><w:body>{body}<w:sectPr>{page}</w:sectPr></w:body></w:document>"


def paragraph(block: Paragraph) -> str:
    """A paragraph outside tables, in the style that its number asks for."""
    style = next((name for pattern, name in STYLES if re.match(pattern, block.text)), "Normal")
    return styled(block.text, style)


def styled(text: str, style: str) -> str:
    """A paragraph of one run."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def table(block: Table) -> str:
    """A table with the spans of the printed form."""
    widths = WIDTHS[block.ordinal - 1]
    shapes = [shape for shape in SHAPES[block.ordinal - 1] for _ in range(shape[0])]
    rows = "".join(row(*pair, widths) for pair in zip(printed_rows(block), shapes, strict=True))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
    )
    properties += '<w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def printed_rows(block: Table) -> Iterator[list[Lines]]:
    """The rows of the form: the text's rows, cut before the orphan."""
    for cells in block.grid():
        printed: list[Lines] = []
        for cell in filter(None, cells):
            if cell.lines[-1:] == (ORPHAN,):
                yield [*printed, cell.lines[:-1]]
                printed = [(ORPHAN,)]
            else:
                printed.append(cell.lines)
        yield printed


def row(cells: Sequence[Lines], shape: Shape, widths: Sequence[int]) -> str:
    """One row; the label columns are merged downwards."""
    _, spans, labels = shape
    xml = ""
    at = 0
    for column, (lines, span) in enumerate(zip(cells, spans, strict=True)):
        merge = "" if column >= labels else f'<w:vMerge w:val="{"restart" if lines else "continue"}"/>'
        width = sum(widths[at : at + span])
        spread = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{spread}{merge}<w:vAlign w:val="center"/>'
        xml += f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(cell_paragraphs(lines))}</w:tc>"
        at += span
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{xml}</w:tr>"


def cell_paragraphs(lines: Lines) -> Iterator[str]:
    """One paragraph a line; running text is set from the left, all else in the middle."""
    style = "CellText" if sum(map(len, lines)) > RUNNING_TEXT else "Cell"
    return (styled(line, style) for line in lines or ("",))


def settings() -> str:
    """Keeps Word from opening the document in its compatibility mode."""
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return f"<w:settings {NAMESPACE}><w:compat>{mode}</w:compat></w:settings>"


def styles() -> str:
    """The type of an official report: 宋体 title, 黑体 and 楷体 headings, 仿宋 text of size 三号, smaller in tables."""
    body = '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>'
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    center = '<w:jc w:val="center"/>'
    made = (
        style("Normal", "Normal", body + indent, type_of("仿宋", 32)),
        style("Title", "Title", body + center, type_of("宋体", 44, "<w:b/>")),
        style("Heading1", "heading 1", f'<w:keepNext/>{body}{indent}<w:outlineLvl w:val="0"/>', type_of("黑体", 32)),
        style("Heading2", "heading 2", f'<w:keepNext/>{body}{indent}<w:outlineLvl w:val="1"/>', type_of("楷体", 32)),
        style("Cell", "cell", center, type_of("仿宋", 18)),
        style("CellText", "cell text", "", type_of("仿宋", 18)),
    )
    return f"<w:styles {NAMESPACE}>{''.join(made)}</w:styles>"


def type_of(font: str, half_points: int, weight: str = "") -> str:
    """Run properties: a Chinese font beside Times New Roman."""
    fonts = f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"/>'
    return f'{fonts}{weight}<w:sz w:val="{half_points}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'


def style(key: str, name: str, paragraphs: str, runs: str) -> str:
    """One paragraph style that rests on no other."""
    default = ' w:default="1"' if key == "Normal" else ""
    head = f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>'
    return f"{head}<w:pPr>{paragraphs}</w:pPr><w:rPr>{runs}</w:rPr></w:style>"


def relationships(targets: dict[str, str]) -> str:
    """The relationships of one part."""
    entries: Iterable[str] = (
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(entries)}</Relationships>'


def content_types() -> str:
    """What each part is."""
    kinds = {"document": "document.main", "settings": "settings", "styles": "styles"}
    types = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    types += '<Default Extension="xml" ContentType="application/xml"/>'
    for name, kind in kinds.items():
        types += f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
