"""Word documents → Layout: the body in reading order, merged cells resolved.

Source of the format: ECMA-376 part 1, §17.3 (paragraphs), §17.4 (tables).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jixiao.model.layout import Layout, Paragraph, Table
from jixiao.readers.docxtext import Printer
from jixiao.readers.grid import Grid
from jixiao.readers.numbering import Numbering
from jixiao.readers.package import Package
from jixiao.readers.wordml import Element, attribute, child, children, flow, is_on, name_of, number, value

_NOTES = ("footnote", "endnote")


def read_docx(package: Package, file: str) -> Layout:
    """The paragraphs and tables of a Word document.

    Raises:
        InputError: a part is damaged or too big.
    """
    main, root = package.main

    def part(kind: str, word: bytes = b"") -> Element | None:
        name = package.related(main, kind)
        return package.xml(name, word) if name else None

    # Styles are many, and matter only where they number paragraphs.
    numbering = Numbering(part("numbering"), lambda: part("styles", b"numPr"))
    notes = {(kind, attribute(note, "id")): note for kind in _NOTES for note in children(part(f"{kind}s"), kind)}
    walk = _Walk(file, numbering, notes)
    body = child(root, "body")
    blocks = () if body is None else tuple(walk.blocks(body))
    return Layout(file, "docx", blocks, (*package.notes, *walk.remarks))


@dataclass(slots=True)
class _Walk:
    """One pass over a document, counting the paragraphs and tables that it meets."""

    file: str
    numbering: Numbering
    notes: dict[tuple[str, str], Element]
    printer: Printer = field(default_factory=Printer)
    has_hidden_rows: bool = False
    has_chunks: bool = False
    paragraphs: int = 0
    tables: int = 0

    @property
    def remarks(self) -> Iterator[str]:
        """What was met on the way and is worth saying, in Chinese."""
        if self.printer.has_hidden:
            yield "文件含有隐藏文字，未读取"
        if self.has_hidden_rows:
            yield "表格有隐藏的行，已读取"
        if self.has_chunks:
            yield "文件插入了其他文档，未读取插入的部分"

    def blocks(self, parent: Element) -> Iterator[Paragraph | Table]:
        """What stands in the body; each paragraph or table is followed by the footnotes that it refers to."""
        for name, element in flow(parent):
            yield from self._block(name, element)
            referred, self.printer.notes = self.printer.notes, []
            for inside in (inside for key in referred if key in self.notes for inside in flow(self.notes.pop(key))):
                yield from self._block(*inside)

    def _block(self, name: str, element: Element) -> Iterator[Paragraph | Table]:
        if name == "p":
            yield from self._paragraph(element)
        elif name == "tbl":
            yield from self._table(element)
        self.has_chunks = self.has_chunks or name == "altChunk"

    def _paragraph(self, element: Element) -> Iterator[Paragraph | Table]:
        self.paragraphs += 1
        line = self.paragraphs
        for text in self._text(element).split("\n"):
            if text.strip():
                yield Paragraph(text, line)
        for box in self._boxes():
            for inside in flow(box):
                yield from self._block(*inside)

    def _text(self, paragraph: Element) -> str:
        """What a paragraph prints; a number alone counts, as in a column 序号."""
        label, text = self.numbering.label(paragraph), self.printer.text(paragraph)
        return label + text if text.strip() else label.rstrip()

    def _table(self, element: Element) -> Iterator[Table]:
        """The table, then the tables that stand in its cells."""
        self.tables += 1
        grid = Grid(self.file, self.tables)
        inner: list[Element] = []
        for name, row in flow(element):
            properties = child(row, "trPr")
            if name != "tr" or child(properties, "del") is not None:
                continue
            self.has_hidden_rows = self.has_hidden_rows or (properties is not None and is_on(properties, "hidden"))
            grid.start_row(number(value(properties, "gridBefore"), 0))
            for kind, printed in flow(row):
                if kind == "tc":
                    self._cell(printed, grid, inner)
        yield grid.table()
        for table in inner:
            yield from self._table(table)

    def _cell(self, printed: Element, grid: Grid, inner: list[Element]) -> None:
        properties = child(printed, "tcPr")
        marks = {} if properties is None else {name_of(mark): mark for mark in properties}
        if "cellDel" in marks:
            return
        span = max(1, number(attribute(marks["gridSpan"], "val"), 1)) if "gridSpan" in marks else 1
        lines = self._lines(printed, inner)
        if _merge(marks.get("hMerge")) == "continue":
            grid.widen(span)
        else:
            grid.add(lines, span, _merge(marks.get("vMerge")))

    def _lines(self, parent: Element, inner: list[Element]) -> list[str]:
        """The printed lines of a cell or of a text box in it; the tables in it are put aside in `inner`."""
        lines: list[str] = []
        for name, element in flow(parent):
            if name == "p":
                lines += self._text(element).split("\n")
                for box in self._boxes():
                    lines += self._lines(box, inner)
            elif name == "tbl":
                inner.append(element)
        return lines

    def _boxes(self) -> list[Element]:
        """The text boxes of the paragraph that was just printed."""
        boxes, self.printer.boxes = self.printer.boxes, []
        return boxes


def _merge(merge: Element | None) -> str:
    """The merge of a cell, "" for none (§17.4.84, §17.4.22: a merge without a value continues)."""
    return "" if merge is None else attribute(merge, "val", "continue")
