"""Word documents → Layout: the body in reading order, merged cells resolved.

Source of the format: ECMA-376 part 1, §17.3 (paragraphs), §17.4 (tables).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.model.layout import Layout, Paragraph, Table
from jixiao.readers.grid import Grid
from jixiao.readers.numbering import Numbering
from jixiao.readers.package import Package
from jixiao.readers.wordml import Element, attribute, child, flow, name_of, number, value

# Parts of a paragraph that print nothing, or that are printed elsewhere: properties, reading aids, the text of field
# codes, text boxes.
_SILENT = frozenset({"pPr", "rPr", "rt", "instrText", "txbxContent"})


def read_docx(package: Package, file: str) -> Layout:
    """The paragraphs and tables of a Word document.

    Raises:
        InputError: a part is damaged or too big.
    """
    main, root = package.main
    parts = (package.related(main, kind) for kind in ("numbering", "styles"))
    numbering, styles = (package.xml(part) if part else None for part in parts)
    body = child(root, "body")
    blocks = () if body is None else tuple(_Walk(file, Numbering(numbering, styles)).blocks(body))
    return Layout(file, "docx", blocks, package.notes)


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
