"""A part of a Word document made what is printed of it, so that whoever walks it meets nothing else.

Each step asks lxml for the elements that it is about; where a document has none, it costs next to nothing. Source of
the format: ECMA-376 part 1, §17.3.2 (runs), §17.3.3 (run content), §17.13.5 (revisions), §17.16 (form fields).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import SubElement

from jixiao.readers.numbering import Numbering
from jixiao.readers.symbols import readable, symbol
from jixiao.readers.wordml import Element, attribute, child, is_on, name_of, tags

TEXT: Final = tags("t")

# What the author took out, what stood there before a change of properties, and reading aids above characters.
_REMOVED: Final = tags(
    "del", "cellDel", "moveFrom", "rt", "pPrChange", "rPrChange", "trPrChange", "tcPrChange", "tblPrExChange"
)
_ALTERNATIVES: Final = tags("AlternateContent")
_HIDDEN_TEXT: Final = tags("vanish")
_HIDDEN_ROW: Final = tags("hidden")
_NOTES: Final = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_REFERENCES: Final = tags(*_NOTES)
_BLOCKS: Final = tags("p", "tbl")
_TABLES: Final = tags("tbl")
_BOXES: Final = tags("txbxContent")
_PARAGRAPHS: Final = tags("p")
_PRIVATE: Final = re.compile("[\uf020-\uf0ff]")
_HEX: Final = re.compile("[0-9A-Fa-f]{1,4}")


@dataclass(slots=True)
class Printed:
    """Settles the parts of a document, and keeps what cannot stand where it is printed.

    inner: the tables in the cells of a table.
    """

    numbering: Numbering
    notes: dict[tuple[str, str], Element]
    inner: dict[Element, list[Element]] = field(default_factory=dict)
    has_hidden: bool = False
    has_hidden_rows: bool = False

    def settle(self, root: Element) -> None:
        """Takes out what is not printed, and makes what is printed stand as it will be read.

        Each sign and each number of a list becomes a `t`; a text box stands after its paragraph, a note after the
        paragraph or table that refers to it first.
        """
        for content in list(root.iter(*_ALTERNATIVES)):
            _choose(content)
        for removed in list(root.iter(*_REMOVED)):
            _take_out(_whole(removed))
        for sign in list(root.iter(*_SIGN_TAGS)):
            _spell_out(sign)
        for switch in list(root.iter(*_HIDDEN_TEXT)):
            self._hide(switch)
        self.has_hidden_rows = self.has_hidden_rows or any(map(_hides_row, root.iter(*_HIDDEN_ROW)))
        numbered = self.numbering.numbered(root)
        references = [(one, _outermost(one)) for one in root.iter(*_REFERENCES)]
        self._rearrange(root, references)
        for paragraph in numbered:
            _number(paragraph, self.numbering.label(paragraph))

    def _hide(self, switch: Element) -> None:
        properties = switch.getparent()
        run = None if properties is None else properties.getparent()
        if properties is not None and run is not None and name_of(run) == "r" and is_on(properties, "vanish"):
            self.has_hidden = self.has_hidden or any(text_of(text).strip() for text in run.iter(*TEXT))
            _take_out(run)

    def _rearrange(self, root: Element, references: list[tuple[Element, Element]]) -> None:
        for table in list(root.iter(*_TABLES)):
            outer = next(table.iterancestors(*_TABLES), None)
            if outer is not None:
                self.inner.setdefault(outer, []).append(table)
                _take_out(table)
        last: dict[Element, Element] = {}
        for box in list(root.iter(*_BOXES)):
            paragraph = next(box.iterancestors(*_PARAGRAPHS), None)
            if paragraph is not None:
                _put_after(paragraph, box, last)
        for reference, block in references:
            note = self.notes.pop((_NOTES[name_of(reference)], attribute(reference, "id")), None)
            if note is not None:
                self.settle(note)
                _put_after(block, note, last)


def text_of(element: Element) -> str:
    """What a `t` prints."""
    text = element.text or ""
    if text.isprintable() or not _PRIVATE.search(text):
        return text
    fonts = child(element.getparent(), "rPr", "rFonts")
    return readable(text, "" if fonts is None else attribute(fonts, "ascii"))


def _choose(content: Element) -> None:
    """Leaves one of several forms of the same content: the first choice, or what is there for old programs."""
    chosen = child(content, "Choice")
    chosen = child(content, "Fallback") if chosen is None else chosen
    for other in list(content):
        if other is not chosen:
            content.remove(other)


def _whole(mark: Element) -> Element:
    """What a mark of removal is about: itself, or the row or cell whose property it is."""
    properties = mark.getparent()
    owner = None if properties is None else properties.getparent()
    is_property = properties is not None and name_of(properties) in {"trPr", "tcPr"}
    return owner if is_property and owner is not None and name_of(mark) in {"del", "cellDel"} else mark


def _take_out(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _outermost(element: Element) -> Element:
    *_, block = (element, *element.iterancestors(*_BLOCKS))
    return block


def _put_after(block: Element, content: Element, last: dict[Element, Element]) -> None:
    """Makes what stands in `content` follow a block, and what was put after that block before."""
    for element in list(content):
        last.get(block, block).addnext(element)
        last[block] = element


def _number(paragraph: Element, label: str) -> None:
    """Puts the number before the text; a number alone counts, as in a column 序号."""
    is_alone = not any(text_of(text).strip() for text in paragraph.iter(*TEXT))
    number = SubElement(paragraph, "t")
    number.text = label.rstrip() if is_alone else label
    paragraph.insert(0, number)


def _hides_row(switch: Element) -> bool:
    properties = switch.getparent()
    return properties is not None and name_of(properties) == "trPr" and is_on(properties, "hidden")


def _spell_out(sign: Element) -> None:
    text = _SIGNS[name_of(sign)](sign)
    if text:
        sign.tag, sign.text = "t", text


def _tab(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is not None and name_of(parent) == "tabs" else "\t"


def _break(element: Element) -> str:
    return "\n" if attribute(element, "type", "textWrapping") == "textWrapping" else ""


def _symbol(element: Element) -> str:
    code = attribute(element, "char")
    return symbol(attribute(element, "font"), int(code, 16)) if _HEX.fullmatch(code) else ""


def _check_box(field: Element) -> str:
    """A check box of an old form, ticked or not; nothing for other fields."""
    box = child(field, "ffData", "checkBox")
    if box is None:
        return ""
    return "☑" if is_on(box, "checked" if child(box, "checked") is not None else "default") else "□"


_SIGNS: Final[Mapping[str, Callable[[Element], str]]] = {
    "tab": _tab,
    "cr": lambda _: "\n",
    "noBreakHyphen": lambda _: "-",
    "br": _break,
    "sym": _symbol,
    "fldChar": _check_box,
}
_SIGN_TAGS: Final = tags(*_SIGNS)
