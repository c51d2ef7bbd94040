"""What the runs of a Word paragraph print.

Source of the format: ECMA-376 part 1, §17.3.2 (runs), §17.3.3 (run content), §17.16 (fields and form fields).
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from jixiao.readers.symbols import readable, symbol
from jixiao.readers.wordml import Element, attribute, child, flow, is_on

# Parts of a paragraph that print nothing: properties, reading aids, the text of field codes.
_SILENT: Final = frozenset({"pPr", "rPr", "rt", "instrText"})
_REFERENCES: Final = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_PRIVATE: Final = re.compile("[\uf020-\uf0ff]")
_HEX: Final = re.compile("[0-9A-Fa-f]{1,4}")


class Printer:
    """Gathers the text of paragraphs, and on the way what else they hold.

    notes: the footnotes and endnotes referred to since the list was last emptied, as ("footnote", "2"). boxes: the
    text boxes (txbxContent) met since that list was last emptied.
    """

    def __init__(self) -> None:
        self.has_hidden = False
        self.notes: list[tuple[str, str]] = []
        self.boxes: list[Element] = []

    def text(self, paragraph: Element) -> str:
        """What a paragraph prints; breaks as line feeds, tabs as tabs. Hidden text is left out."""
        parts: list[str] = []
        for name, element in flow(paragraph):
            self._gather(name, element, parts)
        return "".join(parts)

    def _gather(self, name: str, element: Element, parts: list[str]) -> None:
        if name == "r":
            self._run(element, parts)
        elif name == "t":
            parts.append(element.text or "")
        elif name in _SIGNS:
            parts.append(_SIGNS[name](element))
        elif name == "txbxContent":
            self.boxes.append(element)
        elif name in _REFERENCES:
            self.notes.append((_REFERENCES[name], attribute(element, "id")))
        elif name not in _SILENT:
            for inner_name, inner in flow(element):
                self._gather(inner_name, inner, parts)

    def _run(self, run: Element, parts: list[str]) -> None:
        start = len(parts)
        properties = None
        for name, element in flow(run):
            if name == "rPr":
                properties = element
            else:
                self._gather(name, element, parts)
        text = "".join(parts[start:])
        if properties is not None and text and is_on(properties, "vanish"):
            self.has_hidden = self.has_hidden or bool(text.strip())
            parts[start:] = []
        elif _PRIVATE.search(text):
            font = child(properties, "rFonts")
            parts[start:] = [readable(text, "" if font is None else attribute(font, "ascii"))]


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
    "tab": lambda _: "\t",
    "cr": lambda _: "\n",
    "noBreakHyphen": lambda _: "-",
    "br": _break,
    "sym": _symbol,
    "fldChar": _check_box,
}
