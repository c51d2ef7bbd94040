"""Where the marks of comments go in the XML of a Word document; a run is cut in two where a comment begins inside it.

Source of the format: ECMA-376 part 1, §17.13.4.3 to §17.13.4.5 (marks), §17.3.2.25 (runs).
"""

from dataclasses import dataclass, field
from typing import Final

from jixiao.readers.anchors import Stored
from jixiao.readers.wordml import Element, attribute, child, name_of
from jixiao.writers.splice import Splice

# What may hold runs and marks of comments beside each other.
_HOLDERS: Final = frozenset(
    {"p", "ins", "moveTo", "hyperlink", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo"}
)


@dataclass(slots=True)
class _Cut:
    """What goes in at a byte: marks, between the end of what was open there and its beginning anew."""

    close: bytes = b""
    reopen: bytes = b""
    width: int = 0
    ends: list[bytes] = field(default_factory=list)
    begins: list[bytes] = field(default_factory=list)


class Marks:
    """Collects the marks of comments for one part, and puts them in with `finish`."""

    def __init__(self, splice: Splice, root: Element) -> None:
        self._splice = splice
        self._uri = str(root.tag).partition("}")[0].removeprefix("{")
        self._cuts: dict[int, _Cut] = {}
        self._kept: set[Element] = set()

    def whole(self, first: Element, last: Element, number: int) -> None:
        """A comment on whole paragraphs, from one to another."""
        self._begin(self._paragraph_start(first), first, number)
        self._end(self._paragraph_end(last), last, number)

    def words(self, paragraph: Stored, start: int, end: int, number: int) -> None:
        """A comment on characters of a paragraph's text, from `start` to `end`; on all of it if they are not there."""
        first, last = _at(paragraph, max(start, 0)), _at(paragraph, end - 1)
        host = paragraph.host
        if first is None or last is None or start >= end:
            self.whole(host, host, number)
            return
        self._begin(self._place(*first, is_end=False), host, number)
        self._end(self._place(last[0], last[1] + 1, is_end=True), host, number)

    def finish(self) -> None:
        """Puts the marks in."""
        for at, cut in self._cuts.items():
            marks = b"".join((cut.close, *cut.ends, *cut.begins, cut.reopen))
            self._splice.replace(at, at + cut.width, marks)

    def _begin(self, cut: _Cut, near: Element, number: int) -> None:
        cut.begins.append(self._tag("commentRangeStart", near, number))

    def _end(self, cut: _Cut, near: Element, number: int) -> None:
        w = self._prefix(near)
        reference = self._tag("commentReference", near, number)
        run = f"<{w}r{self._space(near)}>".encode() + reference + f"</{w}r>".encode()
        (cut.begins or cut.ends).append(self._tag("commentRangeEnd", near, number) + run)

    def _tag(self, name: str, near: Element, number: int) -> bytes:
        w = self._prefix(near)
        return f'<{w}{name}{self._space(near)} {w}id="{number}"/>'.encode()

    def _prefix(self, near: Element) -> str:
        """A prefix, because an attribute has no default namespace."""
        return next((f"{name}:" for name, uri in near.nsmap.items() if name and uri == self._uri), "w:")

    def _space(self, near: Element) -> str:
        return "" if self._uri in [uri for name, uri in near.nsmap.items() if name] else f' xmlns:w="{self._uri}"'

    def _cut(self, at: int, close: bytes = b"", reopen: bytes = b"", width: int = 0) -> _Cut:
        return self._cuts.setdefault(at, _Cut(close, reopen, width))

    def _paragraph_start(self, paragraph: Element) -> _Cut:
        properties = child(paragraph, "pPr")
        if properties is not None:
            return self._cut(self._splice.span(properties).end)
        return self._opened(paragraph) or self._cut(self._splice.span(paragraph).inner)

    def _paragraph_end(self, paragraph: Element) -> _Cut:
        return self._opened(paragraph) or self._cut(self._splice.span(paragraph).inner_end)

    def _opened(self, paragraph: Element) -> _Cut | None:
        """The inside of a paragraph that is written as one tag, None if it is not."""
        span = self._splice.span(paragraph)
        return self._cut(span.end - 2, b">", b"</" + span.name + b">", 2) if span.is_empty_tag else None

    def _place(self, element: Element, offset: int, *, is_end: bool) -> _Cut:
        """Before a character of what an element prints; a run is cut there, or what cannot be cut is left whole."""
        run = element
        while (parent := run.getparent()) is not None and name_of(parent) not in _HOLDERS:
            run = parent
        outside = self._splice.span(run)
        kids = [one for one in run if name_of(one) != "rPr"]
        is_plain = name_of(run) == "r" and element in kids and run.tag == f"{{{self._uri}}}r"
        length = len(element.text or "") if name_of(element) == "t" else 1
        if not is_plain or (offset == 0 and element is kids[0]) or (offset == length and element is kids[-1]):
            return self._cut(outside.end if is_end else outside.start)
        properties = child(run, "rPr")
        again = self._splice.start_tag(run) + (b"" if properties is None else self._splice.raw(properties))
        close = b"</" + outside.name + b">"
        own = self._splice.span(element)
        if offset in (0, length):
            return self._cut(own.end if offset else own.start, close, again)
        bytes_at = self._splice.offsets(element)
        if bytes_at is None:
            return self._cut(outside.end if is_end else outside.start)
        self._keep_space(element, offset)
        opening = b"<" + own.name + b' xml:space="preserve">'
        return self._cut(bytes_at[offset], b"</" + own.name + b">" + close, again + opening)

    def _keep_space(self, element: Element, offset: int) -> None:
        """A space before the cut must not become one at the end of a text that drops them."""
        text = element.text or ""
        if text[offset - 1].isspace() and not attribute(element, "space") and element not in self._kept:
            self._kept.add(element)
            self._splice.insert(self._splice.span(element).inner - 1, b' xml:space="preserve"')


def _at(paragraph: Stored, character: int) -> tuple[Element, int] | None:
    """The element that prints a character of a paragraph's text, and the character's place in it."""
    before = 0
    for text, element in paragraph.stretches:
        if before <= character < before + len(text):
            return element, character - before
        before += len(text)
    return None
