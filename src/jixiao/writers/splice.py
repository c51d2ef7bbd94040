"""XML changed at single places; every byte elsewhere stays as it was.

lxml tells what an element means, expat where its tags stand in the bytes; both meet at the element's ordinal.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from jixiao.model.errors import InputError
from jixiao.readers.wordml import Element

_TAG: Final = re.compile(rb"<([^\s/>]+)(?:[^\"'>]|\"[^\"]*+\"|'[^']*+')*+>")
_DECLARED: Final = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([\w.-]+)", re.ASCII)
_SIGN: Final = re.compile(rb"&[^;]*;|\r\n|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]+")
_ODD: Final = ("文件内部的编码少见，不能在里面写字", "请用 WPS 或 Word 打开后重新保存，再试一次")


@dataclass(frozen=True, slots=True)
class Span:
    """The bytes of an element: start tag from `start` to `inner`, end tag from `inner_end` to `end`.

    In an empty tag (<a/>) inner, inner_end and end are the same.
    """

    name: bytes
    start: int
    inner: int
    inner_end: int
    end: int

    @property
    def is_empty_tag(self) -> bool:
        """Whether it is written as one tag."""
        return self.inner == self.end


@dataclass(slots=True)
class Splice:
    """A part of a package: its bytes, its parsed root, and what is to change."""

    data: bytes
    root: Element
    file: str
    _edits: list[tuple[int, int, bytes]] = field(default_factory=list)
    _ordinals: Mapping[Element, int] = field(default_factory=dict)
    _spans: list[Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Finds the tags.

        Raises:
            InputError: the part is not in UTF-8, or not plain XML.
        """
        declared = _DECLARED.match(self.data.removeprefix(b"\xef\xbb\xbf"))
        if b"\0" in self.data[:4] or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
            raise InputError(self.file, *_ODD)
        self._ordinals = {element: at for at, element in enumerate(self.root.iter())}
        try:
            self._spans = _spans(self.data)
        except expat.ExpatError as error:
            raise InputError(self.file, *_ODD) from error
        if len(self._spans) != len(self._ordinals):
            raise InputError(self.file, *_ODD)

    def span(self, element: Element) -> Span:
        """Where an element of `root` stands."""
        return self._spans[self._ordinals[element]]

    def prefix(self, element: Element) -> str:
        """The prefix of an element's name with its colon, "" if it has none."""
        head, colon, _ = self.span(element).name.partition(b":")
        return (head + colon).decode() if colon else ""

    def raw(self, element: Element) -> bytes:
        """The element as it is written."""
        span = self.span(element)
        return self.data[span.start : span.end]

    def inside(self, element: Element) -> bytes:
        """What an element holds, with the changes."""
        span = self.span(element)
        return self._between(span.inner, span.inner_end)

    def start_tag(self, element: Element) -> bytes:
        """The start tag of an element that is not empty."""
        span = self.span(element)
        return self.data[span.start : span.inner]

    def insert(self, at: int, text: bytes) -> None:
        """Put text before a byte; of several at one place the first comes first."""
        self._edits.append((at, at, text))

    def replace(self, start: int, end: int, text: bytes) -> None:
        """Put text in the place of some bytes."""
        self._edits.append((start, end, text))

    def append(self, parent: Element, text: bytes) -> None:
        """Put text at the end of what an element holds."""
        span = self.span(parent)
        if span.is_empty_tag:
            self.replace(span.start, span.end, _opened(self.data[span.start : span.end]) + text + _closing(span))
        else:
            self.insert(span.inner_end, text)

    def offsets(self, element: Element) -> list[int] | None:
        """The byte at which each character of an element's text begins, and the byte after the last.

        None if the text is not written plainly (CDATA, a comment within).
        """
        span = self.span(element)
        if span.is_empty_tag:
            return [span.end]
        found = [span.inner]
        for sign in _SIGN.finditer(self.data, span.inner, span.inner_end):
            if sign.start() != found[-1] or sign[0] == b"<":
                return None
            found.append(sign.end())
        return found if len(found) == len(element.text or "") + 1 else None

    @property
    def is_changed(self) -> bool:
        """Whether anything is to change."""
        return bool(self._edits)

    def result(self) -> bytes:
        """The part with all changes."""
        return self._between(0, len(self.data))

    def _between(self, first: int, last: int) -> bytes:
        out: list[bytes] = []
        at = first
        for start, end, text in sorted(self._edits, key=lambda edit: edit[:2]):
            if first <= start and end <= last:
                out += (self.data[at:start], text)
                at = max(at, end)
        return b"".join((*out, self.data[at:last]))


def _spans(data: bytes) -> list[Span]:
    parser = expat.ParserCreate()
    spans: list[Span | None] = []
    open_ones: list[tuple[int, bytes, int, int]] = []

    def start(name: str, _: object) -> None:  # noqa: ARG001  expat asks so
        at = parser.CurrentByteIndex
        tag = _TAG.match(data, at)
        assert tag
        open_ones.append((len(spans), tag[1], at, tag.end()))
        spans.append(None)

    def end(_: str) -> None:
        ordinal, name, at, inner = open_ones.pop()
        if data[inner - 2 : inner] == b"/>":
            spans[ordinal] = Span(name, at, inner, inner, inner)
        else:
            close = parser.CurrentByteIndex
            spans[ordinal] = Span(name, at, inner, close, data.index(b">", close) + 1)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(data, True)  # noqa: FBT003  expat takes it by position
    return [span for span in spans if span]


def _opened(tag: bytes) -> bytes:
    return tag[:-2].rstrip() + b">"


def _closing(span: Span) -> bytes:
    return b"</" + span.name + b">"
