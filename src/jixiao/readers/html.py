"""Web pages (.html, and those called .xls or .doc), alone or in one file with their pictures (.mht) → Layout.

Source: the HTML standard, §4.9 (tables). What a page hides by its own styles is left out: mostly noise against copying.
"""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from jixiao.model.errors import InputError
from jixiao.model.layout import Layout, Paragraph, Table
from jixiao.readers.encoding import decode
from jixiao.readers.htmlgrid import HtmlGrid
from jixiao.readers.wordml import Element

_SILENT: Final = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "math", "rt", "rp", "object", "iframe", "option"}
)
_BLOCKS: Final = frozenset(
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "section", "article",
        "header", "footer", "main", "nav", "aside", "form", "fieldset", "blockquote", "center", "pre", "hr", "body",
        "html", "caption", "address", "figure", "td", "th", "tr", "tbody", "thead", "tfoot",
    }
)  # fmt: skip
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])", re.IGNORECASE
)
_BIG5: Final = re.compile(rb"charset\s*=\s*[\"']?\s*big5", re.IGNORECASE)
# What browsers overlook; without zero bytes it is no UTF-16, so no part of a character is lost.
_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\r\f")
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_DAMAGED: Final = ("网页已损坏或嵌套过深", "请用浏览器打开，把正文复制到 WPS 或 Word，另存为 .docx")


def read_html(data: bytes, file: str) -> Layout:
    """The paragraphs and tables of a web page; a table that only places other content on the page is opened.

    Raises:
        InputError: it cannot be decoded, is nested too deeply, or has a table that is too big.
    """
    if b"\0" not in data:
        data = data.translate(None, _CONTROLS)
    text = data.decode("big5hkscs", "replace") if _is_big5(data) else decode(data, file)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(file, *_DAMAGED) from error
    # The parser gives what it has read so far where it meets more than 256 levels.
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise InputError(file, *_DAMAGED)
    if root is None:
        return Layout(file, "html", ())
    walk = _Walk(file)
    blocks = tuple(walk.blocks(root))
    return Layout(file, "html", blocks, ("网页里有隐藏的文字，未读取",) if walk.has_hidden else ())


def read_mht(data: bytes, file: str) -> Layout:
    """The first page in a “single file web page”.

    Raises:
        InputError: there is none, or it cannot be read.
    """
    try:
        parts = email.message_from_bytes(data).walk()
        page = next((part.get_payload(decode=True) for part in parts if part.get_content_type() == "text/html"), None)
    except (RecursionError, ValueError, LookupError) as error:
        raise InputError(file, *_DAMAGED) from error
    if not isinstance(page, bytes):
        raise InputError(file, "这是邮件或“单个文件网页”，里面没有网页正文", "请用 WPS 或 Word 打开，另存为 .docx")
    return read_html(page, file)


def _is_big5(data: bytes) -> bool:
    if _BIG5.search(data[:2048]) is None:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


@dataclass(slots=True)
class _Walk:
    """One pass over a page. Text is gathered in `_line` until a block ends."""

    file: str
    has_hidden: bool = False
    _paragraphs: int = 0
    _tables: int = 0
    _line: list[str] = field(default_factory=list)

    def blocks(self, root: Element) -> Iterator[Paragraph | Table]:
        """What a page shows."""
        yield from self._flow(root)
        yield from self._flush()

    def _flow(self, parent: Element) -> Iterator[Paragraph | Table]:
        self._line.append(parent.text or "")
        for element in parent:
            yield from self._element(element)
            self._line.append(element.tail or "")

    def _element(self, element: Element) -> Iterator[Paragraph | Table]:
        name = str(element.tag)
        if name in _SILENT or self._is_hidden(element):
            return
        if name == "table" and not _only_places(element):
            yield from self._flush()
            for caption in element.iterchildren("caption"):
                yield from self._flow(caption)
                yield from self._flush()
            yield from self._table(element)
        elif name == "table" or name in _BLOCKS:
            yield from self._flush()
            yield from self._flow(element)
            yield from self._flush()
        elif name == "br":
            self._line.append("\v")
        elif name in {"input", "select"}:
            self._line.append(_filled_in(element))
        else:
            yield from self._flow(element)

    def _flush(self) -> Iterator[Paragraph]:
        lines = list(_lines(self._line))
        self._line.clear()
        if lines:
            self._paragraphs += 1
        for text in lines:
            yield Paragraph(text, self._paragraphs)

    def _table(self, element: Element) -> Iterator[Table]:
        self._tables += 1
        grid = HtmlGrid(self.file, self._tables)
        inner: list[Element] = []
        for row in _rows(element):
            if self._is_hidden(row):
                continue
            grid.start_row()
            for printed in row.iterchildren("td", "th"):
                if not self._is_hidden(printed):
                    grid.add(self._cell_lines(printed, inner), printed.get("colspan"), printed.get("rowspan"))
        yield grid.table()
        for table in inner:
            yield from self._table(table)

    def _cell_lines(self, element: Element, inner: list[Element]) -> list[str]:
        """The lines of a cell; the tables in it are put aside in `inner`."""
        pieces: list[str] = []
        self._gather(element, pieces, inner)
        return list(_lines(pieces))

    def _gather(self, parent: Element, pieces: list[str], inner: list[Element]) -> None:
        pieces.append(parent.text or "")
        for element in parent:
            name = str(element.tag)
            if name == "br":
                pieces.append("\v")
            elif name == "table":
                inner.append(element)
            elif name in {"input", "select"}:
                pieces.append(_filled_in(element))
            elif name not in _SILENT and not self._is_hidden(element):
                edge = "\v" if name in _BLOCKS else ""
                pieces.append(edge)
                self._gather(element, pieces, inner)
                pieces.append(edge)
            pieces.append(element.tail or "")

    def _is_hidden(self, element: Element) -> bool:
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None
        self.has_hidden = self.has_hidden or (hidden and any(text.strip() for text in element.itertext()))
        return hidden


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, also where a row group or a misplaced form stands between."""
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag != "table":
            yield from _rows(part)


def _only_places(table: Element) -> bool:
    """Whether a table only places content on the page: a single cell, or more text in tables within than beside."""
    cells = [cell for cell in table.iter("td", "th") if next(cell.iterancestors("table")) is table]
    if len(cells) <= 1:
        return True
    inner = [
        found for found in table.iter("table") if found is not table and next(found.iterancestors("table")) is table
    ]
    within = sum(_length(found) for found in inner)
    return bool(inner) and 2 * within > _length(table)


def _length(element: Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _filled_in(element: Element) -> str:
    """What a visitor sees in a field of a web form."""
    if element.tag == "select":
        chosen = next((option for option in element.iter("option") if option.get("selected") is not None), None)
        return "" if chosen is None else "".join(chosen.itertext())
    kind = element.get("type", "text").lower()
    if kind in {"checkbox", "radio"}:
        return "□" if element.get("checked") is None else "☑"
    return element.get("value", "") if kind in {"text", "number", "date"} else ""


def _lines(pieces: list[str]) -> Iterator[str]:
    """Text as a browser breaks it: white space is one blank, none where the source only broke a Chinese line."""
    for line in "".join(pieces).split("\v"):
        text = _SPACE.sub(_blank, line).strip()
        if text:
            yield text


def _blank(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    broken = "\n" in match[0] or "\r" in match[0]
    return " " if not broken or (before.isascii() and after.isascii()) else ""
