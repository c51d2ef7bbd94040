"""Word documents → Layout: the body in reading order, merged cells resolved.

Source of the format: ECMA-376 part 1, §17.3 (paragraphs), §17.4 (tables).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from jixiao.model.layout import Face, Layout, Paragraph, Table
from jixiao.readers.anchors import Anchors, Tracer
from jixiao.readers.docxstyle import Setting, sheet_of
from jixiao.readers.docxtext import TEXT, Printed, text_of
from jixiao.readers.grid import Grid
from jixiao.readers.numbering import Numbering
from jixiao.readers.package import Package
from jixiao.readers.wordml import NAMES, Element, attribute, child, children, number, tags

_NOTES: Final = ("footnote", "endnote")
_IN_TABLE: Final = tags("tr", "gridBefore", "tc", "gridSpan", "vMerge", "hMerge", "p", "t")


def read_docx(package: Package, file: str) -> Layout:
    """The paragraphs and tables of a Word document.

    Raises:
        InputError: a part is damaged or too big.
    """
    return _read(package, file, None)


def anchored(package: Package, file: str) -> tuple[Layout, Anchors, Element]:
    """The layout of a Word document, the elements that its places stand for, and the root that these belong to.

    Raises:
        InputError: a part is damaged or too big.
    """
    main, root = package.main
    stored = package.xml(main)
    assert stored is not None
    tracer = Tracer(root, stored)
    return _read(package, file, tracer), tracer.anchors, stored


def _read(package: Package, file: str, tracer: Tracer | None) -> Layout:
    main, root = package.main

    def part(kind: str, word: bytes = b"") -> Element | None:
        name = package.related(main, kind)
        return package.xml(name, word) if name else None

    # Styles are many, and matter only where they number paragraphs.
    numbering = Numbering(part("numbering"), lambda: part("styles", b"numPr"))
    notes = {(kind, attribute(note, "id")): note for kind in _NOTES for note in children(part(f"{kind}s"), kind)}
    walk = _Walk(file, numbering, notes, Setting(part("styles")), tracer)
    for one in (root, *notes.values()):
        walk.printed.settle(one)
        walk.numbered |= numbering.numbered(one)
    body = child(root, "body")
    blocks = () if body is None else tuple(walk.blocks(body))
    remarks = (*package.notes, *walk.remarks)
    return Layout(file, "docx", blocks, remarks, tuple(walk.faces), sheet_of(body))


class _Box:
    """A cell as it stands in the file: its paragraphs, each with the texts in it, and how it is merged."""

    __slots__ = ("down", "left", "paragraphs", "span")

    def __init__(self) -> None:
        self.paragraphs: list[tuple[Element, list[str]]] = []
        self.span = 1
        self.down = self.left = ""


@dataclass(slots=True)
class _Row:
    skipped: int = 0
    cells: list[_Box] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """One pass over a document, counting the paragraphs and tables that it meets."""

    file: str
    numbering: Numbering
    notes: dict[tuple[str, str], Element]
    setting: Setting
    tracer: Tracer | None = None
    printed: Printed = field(default_factory=Printed)
    numbered: set[Element] = field(default_factory=set)
    faces: list[Face] = field(default_factory=list)
    has_chunks: bool = False
    paragraphs: int = 0
    tables: int = 0

    @property
    def remarks(self) -> Iterator[str]:
        """What was met on the way and is worth saying, in Chinese."""
        if self.printed.has_hidden:
            yield "文件含有隐藏文字，未读取"
        if self.printed.has_hidden_rows:
            yield "表格有隐藏的行，已读取"
        if self.has_chunks:
            yield "文件插入了其他文档，未读取插入的部分"

    def blocks(self, parent: Element) -> Iterator[Paragraph | Table]:
        """What stands in the body; each paragraph or table is followed by the footnotes that it refers to."""
        notes = self.printed.notes
        for element in parent:
            name = NAMES[element.tag]
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            else:
                self.has_chunks = self.has_chunks or name == "altChunk"
                yield from self.blocks(element)
            for key in notes.get(element, ()):
                if key in self.notes:
                    yield from self.blocks(self.notes.pop(key))

    def _paragraph(self, element: Element) -> Iterator[Paragraph | Table]:
        self.paragraphs += 1
        line = self.paragraphs
        texts = {one: text_of(one) for one in element.iter(*TEXT)}
        printed = [text for text in self._lines(element, texts.values()) if text.strip()]
        if self.tracer:
            self.tracer.line(line)
        if printed:
            run = next((one.getparent() for one, text in texts.items() if text.strip()), None)
            self.faces.append(self.setting.face(element, run, line))
        yield from (Paragraph(text, line) for text in printed)
        for box in self.printed.boxes.get(element, ()):
            yield from self.blocks(box)

    def _lines(self, paragraph: Element, texts: Iterable[str]) -> list[str]:
        """The lines that a paragraph prints; a number alone counts, as in a column 序号."""
        text = "".join(texts)
        label = ""
        if paragraph in self.numbered:
            label = self.numbering.label(paragraph)
            text = label + text if text.strip() else label.rstrip()
        if self.tracer:
            self.tracer.paragraph(paragraph, label)
        return text.split("\n") if "\n" in text else [text]

    def _table(self, element: Element) -> Iterator[Table]:
        """The table, then the tables that stand in its cells."""
        self.tables += 1
        grid = Grid(self.file, self.tables)
        for row in _content(element)[1]:
            grid.start_row(row.skipped)
            for cell in row.cells:
                if cell.left == "continue":
                    grid.widen(cell.span)
                else:
                    place = grid.add(self._of_cell(cell), cell.span, cell.down)
                    if self.tracer:
                        self.tracer.cell(place)
        yield grid.table()
        for inner in self.printed.inner.get(element, ()):
            yield from self._table(inner)

    def _of_cell(self, cell: _Box) -> list[str]:
        """The printed lines of a cell, those of text boxes in it after their paragraphs."""
        lines: list[str] = []
        boxes = self.printed.boxes
        for paragraph, texts in cell.paragraphs:
            lines += self._lines(paragraph, texts)
            for box in boxes.get(paragraph, ()):
                lines += self._of_cell(_content(box)[0])
        return lines


def _content(element: Element) -> tuple[_Box, list[_Row]]:
    """What stands in a text box outside rows, and the rows of a table.

    In one flat pass, since tables and boxes in it have been put aside: what is met belongs to the cell met last.
    """
    outside = cell = _Box()
    row, rows = _Row(), list[_Row]()
    texts: list[str] = []
    for one in element.iter(*_IN_TABLE):
        name = NAMES[one.tag]
        if name == "t":
            texts.append(text_of(one))
        elif name == "p":
            texts = []
            cell.paragraphs.append((one, texts))
        elif name == "tc":
            cell = _Box()
            row.cells.append(cell)
        elif name == "tr":
            row = _Row()
            rows.append(row)
        elif name == "vMerge":
            cell.down = _merge(one)
        elif name == "hMerge":
            cell.left = _merge(one)
        elif name == "gridSpan":
            cell.span = max(1, number(attribute(one, "val"), 1))
        else:
            row.skipped = number(attribute(one, "val"), 0)
    return outside, rows


def _merge(merge: Element) -> str:
    """How a cell is merged (§17.4.84, §17.4.22: a merge without a value continues)."""
    return attribute(merge, "val", "continue")
