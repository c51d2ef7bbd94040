"""What the runs of a Word paragraph print.

Source of the format: ECMA-376 part 1, §17.3.2 (runs), §17.3.3 (run content), §17.16 (fields and form fields).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from jixiao.readers.symbols import readable, symbol
from jixiao.readers.wordml import Element, attribute, child, flow, is_on, name_of

# Parts of a paragraph that print nothing, or that are printed elsewhere: properties, reading aids, the text of field
# codes, text boxes.
_SILENT: Final = frozenset({"pPr", "rPr", "rt", "instrText", "txbxContent"})
_REFERENCES: Final = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_PRIVATE: Final = re.compile("[\uf020-\uf0ff]")
_HEX: Final = re.compile("[0-9A-Fa-f]{1,4}")


class Printer:
    """Gathers the text of paragraphs, and on the way what else they hold.

    notes: the footnotes and endnotes referred to since the list was last emptied, as ("footnote", "2").
    """

    def __init__(self) -> None:
        self.has_hidden = False
        self.notes: list[tuple[str, str]] = []

    def text(self, paragraph: Element) -> str:
        """What a paragraph prints; breaks as line feeds, tabs as tabs. Hidden text is left out."""
        return "".join(self._printed(paragraph))

    def _printed(self, parent: Element) -> Iterator[str]:
        for element in flow(parent):
            name = name_of(element)
            if name == "r":
                yield from self._run(element)
            elif name == "t":
                yield element.text or ""
            elif name in _SIGNS:
                yield _SIGNS[name](element)
            elif name in _REFERENCES:
                self.notes.append((_REFERENCES[name], attribute(element, "id")))
            elif name not in _SILENT:
                yield from self._printed(element)

    def _run(self, run: Element) -> Iterator[str]:
        properties = child(run, "rPr")
        text = "".join(self._printed(run))
        if properties is not None and is_on(properties, "vanish"):
            self.has_hidden = self.has_hidden or bool(text.strip())
        elif _PRIVATE.search(text):
            font = child(properties, "rFonts")
            yield readable(text, "" if font is None else attribute(font, "ascii"))
        else:
            yield text


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
