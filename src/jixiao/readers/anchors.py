"""Which element of a Word document was read as which paragraph or cell.

The reader settles the tree that it walks; comments and changes need the tree as it is stored. Both have the same
elements in the same order, which is noted before the one is settled.
"""

from dataclasses import dataclass, field
from typing import Final

from jixiao.readers.docxtext import TEXT, text_of
from jixiao.readers.wordml import Element, attribute, name_of, tags

_REFERENCES: Final = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


@dataclass(frozen=True, slots=True)
class Stored:
    """A paragraph that was read, in the tree as it is stored.

    host: the paragraph (w:p) of the body in which it is shown. label: what Word prints before its text without storing
    it (numbering). stretches: its text, each with the element (t, tab, br, sym …) that prints it. is_in_body: whether
    it is that paragraph itself, and not one of a text box or a note, in which no comment can stand.
    """

    host: Element
    label: str
    stretches: tuple[tuple[str, Element], ...]
    is_in_body: bool


@dataclass(slots=True)
class Anchors:
    """lines: Place.line → its paragraph. cells: (table, row, column) of a Place → the paragraphs in the cell."""

    lines: dict[int, Stored] = field(default_factory=dict)
    cells: dict[tuple[int, int, int], tuple[Stored, ...]] = field(default_factory=dict)


class Tracer:
    """Notes what is read while a document is walked.

    walked, stored: the roots of the two trees, before anything in them has changed.
    """

    def __init__(self, walked: Element, stored: Element) -> None:
        self.anchors = Anchors()
        self._twins = dict(zip(walked.iter(), stored.iter(), strict=True))
        self._references = {
            (_REFERENCES[name_of(one)], attribute(one, "id")): one for one in stored.iter(*tags(*_REFERENCES))
        }
        self._first = next(stored.iter("{*}p"), stored)
        self._met: list[Stored] = []

    def paragraph(self, walked: Element, label: str) -> None:
        """A paragraph was read."""
        own = self._twins.get(walked)
        host = _host(own if own is not None else self._reference(walked))
        stretches = tuple((text_of(one), self._twins[one]) for one in walked.iter(*TEXT) if one in self._twins)
        self._met.append(Stored(host, label, stretches, is_in_body=own is host))

    def line(self, line: int) -> None:
        """The paragraph read last has this number."""
        self.anchors.lines[line] = self._met.pop()

    def cell(self, place: tuple[int, int, int] | None) -> None:
        """The paragraphs read since the last cell stand in this one; None if it is only a part of another."""
        if place is not None:
            self.anchors.cells[place] = tuple(self._met)
        self._met.clear()

    def _reference(self, walked: Element) -> Element:
        """What refers to the note that a paragraph stands in; for a text box in a note, the first paragraph."""
        keys = ((name_of(one), attribute(one, "id")) for one in walked.iterancestors())
        return next((self._references[key] for key in keys if key in self._references), self._first)


def _host(element: Element) -> Element:
    """The paragraph around an element, outside all text boxes."""
    boxes = list(element.iterancestors("{*}txbxContent"))
    if not boxes and name_of(element) == "p":
        return element
    return next((boxes[-1] if boxes else element).iterancestors("{*}p"), element)
