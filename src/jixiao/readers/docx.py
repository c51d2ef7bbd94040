"""Word documents → Layout: the body in reading order, merged cells resolved.

Source of the format: ECMA-376 part 1, §17.3 (paragraphs), §17.4 (tables).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.model.errors import InputError
from jixiao.model.layout import Layout, Paragraph, Table
from jixiao.readers.grid import Grid
from jixiao.readers.numbering import Numbering
from jixiao.readers.package import Package
from jixiao.readers.wordml import Element, attribute, child, flow, name_of, number, value

# Parts of a paragraph that print nothing, or that are printed elsewhere: properties, reading aids, the text of field
# codes, text boxes.
_SILENT = frozenset({"pPr", "rPr", "rt", "instrText", "txbxContent"})


def read_docx(data: bytes, file: str) -> Layout:
    """The paragraphs and tables of a Word document.

    Raises:
        InputError: it is another kind of file, is damaged, or unpacks to more than a document needs.
    """
    package = Package(data, file)
    main = package.related("", "officeDocument")
    root = package.xml(main) if main else None
    body = child(root, "body")
    if main is None or root is None or body is None or name_of(root) != "document":
        raise InputError(file, *_why_not_word(package, root))
    parts = (package.related(main, kind) for kind in ("numbering", "styles"))
    numbering, styles = (package.xml(part) if part else None for part in parts)
    blocks = tuple(_Walk(file, Numbering(numbering, styles)).blocks(body))
    has_macros = any(name.endswith("vbaProject.bin") for name in package.names)
    return Layout(file, "docx", blocks, ("文件含有宏，未运行",) if has_macros else ())


def _why_not_word(package: Package, root: Element | None) -> tuple[str, str]:
    kind = None if root is None else name_of(root)
    if kind == "workbook":
        return "这是 Excel 工作簿（.xlsx、.et），本版还不能读取", "请把表格复制到 WPS 或 Word 文档，另存为 .docx"
    if kind == "presentation":
        return "这是演示文稿，不是自评表或报告", "请提供 .docx 文件"
    if "OFD.xml" in package.names:
        return "这是 OFD 版式文件，本版还不能读取", "请提供 .docx 原文件，或把文字另存为 .txt"
    if "mimetype" in package.names:
        return "这是 OpenDocument 文件，本版还不能读取", "请用 WPS 或 Word 打开，另存为 .docx"
    if "[Content_Types].xml" in package.names:
        return "Word 文档不完整，缺少正文", "请用 WPS 或 Word 打开后重新保存；仍打不开的，请重新索取文件"
    return "这是压缩包，不是 Word 文档", "请先解压，再逐个文件读取"


@dataclass(slots=True)
class _Walk:
    """One pass over a document, counting the paragraphs and tables that it meets."""

    file: str
    numbering: Numbering
    paragraphs: int = 0
    tables: int = 0

    def blocks(self, parent: Element) -> Iterator[Paragraph | Table]:
        """What stands in the body or in a text box."""
        for element in flow(parent):
            if name_of(element) == "p":
                yield from self._paragraph(element)
            elif name_of(element) == "tbl":
                yield from self._table(element)

    def _paragraph(self, element: Element) -> Iterator[Paragraph | Table]:
        self.paragraphs += 1
        line = self.paragraphs
        for text in self._text(element).split("\n"):
            if text.strip():
                yield Paragraph(text, line)
        for box in _boxes(element):
            yield from self.blocks(box)

    def _text(self, paragraph: Element) -> str:
        """What a paragraph prints; a number alone counts, as in a column 序号."""
        label, text = self.numbering.label(paragraph), "".join(_printed(paragraph))
        return label + text if text.strip() else label.rstrip()

    def _table(self, element: Element) -> Iterator[Table]:
        """The table, then the tables that stand in its cells."""
        self.tables += 1
        grid = Grid(self.file, self.tables)
        inner: list[Element] = []
        for row in flow(element):
            if name_of(row) != "tr" or child(row, "trPr", "del") is not None:
                continue
            grid.start_row(number(value(row, "trPr", "gridBefore"), 0))
            for printed in flow(row):
                if name_of(printed) == "tc":
                    span = number(value(printed, "tcPr", "gridSpan"), 1)
                    grid.add(self._lines(printed, inner), max(1, span), _merge(printed))
        yield grid.table()
        for table in inner:
            yield from self._table(table)

    def _lines(self, parent: Element, inner: list[Element]) -> list[str]:
        """The printed lines of a cell or of a text box in it; the tables in it are put aside in `inner`."""
        lines: list[str] = []
        for element in flow(parent):
            if name_of(element) == "p":
                lines += self._text(element).split("\n")
                for box in _boxes(element):
                    lines += self._lines(box, inner)
            elif name_of(element) == "tbl":
                inner.append(element)
        return lines


def _merge(cell: Element) -> str:
    """The vertical merge of a cell, "" for none (§17.4.84: a merge without a value continues)."""
    merge = child(cell, "tcPr", "vMerge")
    return "" if merge is None else attribute(merge, "val", "continue")


def _printed(parent: Element) -> Iterator[str]:
    for element in flow(parent):
        name = name_of(element)
        if name == "t":
            yield element.text or ""
        elif name == "tab":
            yield "\t"
        elif name == "noBreakHyphen":
            yield "-"
        elif name == "cr" or (name == "br" and attribute(element, "type", "textWrapping") == "textWrapping"):
            yield "\n"
        elif name not in _SILENT:
            yield from _printed(element)


def _boxes(parent: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph."""
    for element in flow(parent):
        if name_of(element) == "txbxContent":
            yield element
        else:
            yield from _boxes(element)
