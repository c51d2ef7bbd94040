"""Word documents → Layout: the body in reading order, merged cells resolved.

Source of the format: ECMA-376 part 1, §17.3 (paragraphs), §17.4 (tables).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from jixiao.model.layout import Layout, Paragraph, Table
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
    main, root = package.main

    def part(kind: str, word: bytes = b"") -> Element | None:
        name = package.related(main, kind)
        return package.xml(name, word) if name else None

    # Styles are many, and matter only where they number paragraphs.
    numbering = Numbering(part("numbering"), lambda: part("styles", b"numPr"))
    notes = {(kind, attribute(note, "id")): note for kind in _NOTES for note in children(part(f"{kind}s"), kind)}
    printed = Printed(numbering, notes)
    printed.settle(root)
    walk = _Walk(file, printed.inner)
    body = child(root, "body")
    if body is not None:
        walk.read(body)
    return Layout(file, "docx", tuple(walk.blocks), (*package.notes, *_remarks(printed, walk)))


def _remarks(printed: Printed, walk: "_Walk") -> Iterator[str]:
    """What was met on the way and is worth saying, in Chinese."""
    if printed.has_hidden:
        yield "文件含有隐藏文字，未读取"
    if printed.has_hidden_rows:
        yield "表格有隐藏的行，已读取"
    if walk.has_chunks:
        yield "文件插入了其他文档，未读取插入的部分"


@dataclass(slots=True)
class _Walk:
    """One pass over a settled document, counting the paragraphs and tables that it meets."""

    file: str
    inner: Mapping[Element, Sequence[Element]]
    blocks: list[Paragraph | Table] = field(default_factory=list)
    has_chunks: bool = False
    paragraphs: int = 0
    tables: int = 0

    def read(self, parent: Element) -> None:
        """Adds the paragraphs and tables of the body, those in wrappers included."""
        for element in parent:
            name = NAMES[element.tag]
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            else:
                self.has_chunks = self.has_chunks or name == "altChunk"
                self.read(element)

    def _paragraph(self, element: Element) -> None:
        self.paragraphs += 1
        text = "".join([text_of(one) for one in element.iter(*TEXT)])
        self.blocks += [Paragraph(line, self.paragraphs) for line in text.split("\n") if line.strip()]

    def _table(self, element: Element) -> None:
        """Adds the table, then the tables that stand in its cells."""
        self.tables += 1
        grid = Grid(self.file, self.tables)
        for row in _rows(element):
            grid.start_row(row.skipped)
            for box in row.boxes:
                if box.left == "continue":
                    grid.widen(box.span)
                else:
                    grid.add("".join(box.texts).split("\n"), box.span, box.down)
        self.blocks.append(grid.table())
        for inner in self.inner.get(element, ()):
            self._table(inner)


@dataclass(slots=True)
class _Box:
    """A cell as it stands in the file: its text, each paragraph after a line feed, and how it is merged."""

    texts: list[str] = field(default_factory=list)
    span: int = 1
    down: str = ""
    left: str = ""


@dataclass(slots=True)
class _Row:
    skipped: int = 0
    boxes: list[_Box] = field(default_factory=list)


def _rows(table: Element) -> list[_Row]:
    """The rows of a table in one flat pass: as no table stands in it, what is met belongs to the cell met last."""
    rows: list[_Row] = []
    row, box = _Row(), _Box()
    for element in table.iter(*_IN_TABLE):
        name = NAMES[element.tag]
        if name == "t":
            box.texts.append(text_of(element))
        elif name == "p":
            box.texts.append("\n")
        elif name == "tc":
            box = _Box()
            row.boxes.append(box)
        elif name == "tr":
            row = _Row()
            rows.append(row)
        elif name == "vMerge":
            box.down = _merge(element)
        elif name == "hMerge":
            box.left = _merge(element)
        elif name == "gridSpan":
            box.span = max(1, number(attribute(element, "val"), 1))
        else:
            row.skipped = number(attribute(element, "val"), 0)
    return rows


def _merge(merge: Element) -> str:
    """How a cell is merged (§17.4.84, §17.4.22: a merge without a value continues)."""
    return attribute(merge, "val", "continue")
