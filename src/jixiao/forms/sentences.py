"""The sentences of a document's prose, whole again where a line was broken, each with the heading above it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from jixiao.forms.pages import whole_texts
from jixiao.model.characters import narrow
from jixiao.model.layout import Layout, Paragraph, Table
from jixiao.model.place import Place

_ENDS: Final = re.compile(r"(?<=[。;；!！])")
_HEADING: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、](?!\d)|\d{1,2}(?:\.\d{1,2}){1,2}(?![\d分万元亿%个人]))",
    re.ASCII,
)
# A line of at least so many characters that ends in no stop goes on in the next.
_FULL_LINE: Final = 25
_LONGEST_HEADING: Final = 30
_STOPS: Final = "。;；:!！?？|)"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in half width and without white space, the line that it begins in, and the last heading before it."""

    text: str
    place: Place
    heading: str = ""


def prose_of(layout: Layout) -> Iterator[Paragraph]:
    """The paragraphs of a layout, and the lines of prose that a table of text without cells took in."""
    for block in layout.blocks:
        if not isinstance(block, Table):
            yield block
        elif block.loose:
            yield from (Paragraph(one.text, one.place.line or 0) for one in block.cells if _is_prose(one.text))


def _is_prose(text: str) -> bool:
    return "。" in text or len(text) >= _FULL_LINE or _HEADING.match(narrow(text)) is not None


def sentences_of(paragraphs: Iterable[Paragraph]) -> Iterator[Sentence]:
    """The sentences in reading order; a short numbered line, or one that ends in a colon, heads what follows it."""
    heading = ""
    for text, place in _whole(paragraphs):
        for sentence in filter(None, _ENDS.split(text)):
            if is_heading(sentence):
                heading = sentence
            yield Sentence(sentence, place, heading)


def is_heading(text: str) -> bool:
    """Whether a sentence is a numbered heading, or short words with a colon behind them."""
    bare = text.rstrip("。:")
    return (
        len(bare) <= _LONGEST_HEADING and "," not in bare and (_HEADING.match(bare) is not None or text.endswith(":"))
    )


def _whole(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, Place]]:
    """Paragraphs whose lines are joined."""
    held, place = "", Place()
    for one in whole_texts(paragraphs):
        text = narrow(one.text)
        if held and (len(held) < _FULL_LINE or held[-1] in _STOPS or _HEADING.match(text)):
            yield held, place
            held = ""
        if not held:
            place = Place(line=one.parts[0][1].line)
        held += text
    if held:
        yield held, place
