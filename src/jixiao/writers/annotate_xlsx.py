"""Comments in a returned workbook, one a cell, beside those that it has.

Only the comments, their drawing, the lists of parts and one element of the sheet change; all else is copied byte for
byte. Source of the format: ECMA-376 part 1, §18.7 (comments), §18.3.1.51 (legacyDrawing).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from jixiao.model.layout import Layout
from jixiao.readers.package import Package
from jixiao.readers.wordml import Element, attribute, child, children, name_of
from jixiao.readers.xlsx import sheets_of
from jixiao.writers import vml
from jixiao.writers.parts import STRICT, Parts
from jixiao.writers.remark import AUTHOR, Remark
from jixiao.writers.splice import Splice
from jixiao.writers.threads import reply
from jixiao.writers.word import OFFICE, PROLOGUE, clean

_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# What stands after the element legacyDrawing in a sheet (§18.3.1.99).
_AFTER: Final = frozenset(
    "legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split()
)
_BLOCK: Final = re.compile(rb"idmap\b[^>]*\bdata=[\"']([\d,]+)")


def annotate_xlsx(data: bytes, layout: Layout, remarks: Sequence[Remark]) -> bytes:
    """The workbook with a comment in each cell that a remark is about.

    Raises:
        InputError: a part is not in UTF-8.
    """
    package = Package(data, layout.file)
    book = _Book(Parts(data, package, layout.file), package, layout.file)
    names = sheets_of(package)
    by_sheet: dict[str, dict[str, str]] = {}
    for remark in remarks:
        sheet, _, cell = (remark.place.cell or "").rpartition("!")
        texts = by_sheet.setdefault(names[sheet], {})
        text = "\n".join(remark.lines)
        texts[cell] = f"{texts[cell]}\n\n{text}" if cell in texts else text
    for part, texts in by_sheet.items():
        book.annotate(part, texts)
    return book.parts.result()


class _Book:
    def __init__(self, parts: Parts, package: Package, file: str) -> None:
        self.parts, self._package, self._file = parts, package, file
        drawings = (package.part(name) for name in package.names if name.endswith(".vml"))
        taken = {int(one) for old in drawings for data in _BLOCK.findall(old) for one in data.split(b",") if one}
        self._block = max(taken, default=0)

    def annotate(self, sheet: str, texts: Mapping[str, str]) -> None:
        """Adds texts to the cells of a sheet, given by its part."""
        root = self.parts.open(sheet).root
        old = self._package.related(sheet, "comments")
        new = self._extend(sheet, old, texts) if old in self._package.names and old else self._begin(sheet, root, texts)
        if new:
            self._draw(sheet, root, new)

    def _begin(self, sheet: str, root: Element, texts: Mapping[str, str]) -> Mapping[str, str]:
        """The first comments of a sheet."""
        made = self.parts.add(sheet.split("/", maxsplit=1)[0], "comments", ".xml", _COMMENTS)
        self.parts.relate(sheet, "comments", made)
        space = str(root.tag).partition("}")[0].removeprefix("{")
        authors = f"<authors><author>{AUTHOR}</author></authors>"
        entries = "".join(_comment(cell, text, 0) for cell, text in texts.items())
        self.parts.fill(
            made, f'{PROLOGUE}<comments xmlns="{space}">{authors}<commentList>{entries}</commentList></comments>'
        )
        return texts

    def _extend(self, sheet: str, part: str, texts: Mapping[str, str]) -> dict[str, str]:
        """More comments for a sheet, more words for a comment; gives the texts of the cells that had none."""
        splice = self.parts.open(part)
        x = splice.prefix(splice.root)
        listing = child(splice.root, "commentList")
        old = {attribute(one, "ref"): one for one in children(listing, "comment")}
        for cell in texts.keys() & old.keys():
            _prolong(splice, old[cell], texts[cell], x)
            reply(self.parts, self._package, sheet, cell, texts[cell])
        new = {cell: text for cell, text in texts.items() if cell not in old}
        authors = child(splice.root, "authors")
        if new and listing is not None and authors is not None:
            number = sum(1 for _ in authors)
            splice.append(authors, f"<{x}author>{AUTHOR}</{x}author>".encode())
            entries = "".join(_comment(cell, text, number, x) for cell, text in new.items())
            splice.append(listing, entries.encode())
        return new

    def _draw(self, sheet: str, root: Element, texts: Mapping[str, str]) -> None:
        """Draws the notes of comments; without them a comment is not shown."""
        legacy = child(root, "legacyDrawing")
        old = None if legacy is None else self._package.targets(sheet).get(attribute(legacy, "id"))
        if old in self._package.names and old:
            self.parts.fill(old, vml.extended(self._package.part(old), texts, self._file))
            return
        self._block += 1
        made = self.parts.add(f"{sheet.split('/', maxsplit=1)[0]}/drawings", "vmlDrawing", ".vml", _VML)
        self.parts.fill(made, vml.drawing(texts, self._block))
        _point(self.parts.open(sheet), self.parts.relate(sheet, "vmlDrawing", made))


def _point(splice: Splice, key: str) -> None:
    """Makes a sheet show a drawing of notes, at the place that the order of elements asks for."""
    root = splice.root
    space = STRICT if str(root.tag).startswith("{http://purl.oclc.org/") else OFFICE
    prefix = next((name for name, uri in root.nsmap.items() if uri == space and name), None)
    declared = f'{prefix}:id="{key}"' if prefix else f'xmlns:r="{space}" r:id="{key}"'
    entry = f"<{splice.prefix(root)}legacyDrawing {declared}/>".encode()
    after = next((one for one in root if name_of(one) in _AFTER), None)
    if after is None:
        splice.append(root, entry)
    else:
        splice.insert(splice.span(after).start, entry)


def _comment(cell: str, text: str, author: int, x: str = "") -> str:
    return f'<{x}comment ref="{cell}" authorId="{author}"><{x}text>{_run(text, x)}</{x}text></{x}comment>'


def _run(text: str, x: str) -> str:
    return f'<{x}r><{x}t xml:space="preserve">{clean(text)}</{x}t></{x}r>'


def _prolong(splice: Splice, comment: Element, text: str, x: str) -> None:
    body = child(comment, "text")
    if body is None:
        return
    entry = _run(f"\n\n{text}", x).encode()
    after = next((one for one in body if name_of(one) in {"rPh", "phoneticPr"}), None)
    if after is None:
        splice.append(body, entry)
    else:
        splice.insert(splice.span(after).start, entry)
