"""Text that a document-sharing site cut into numbered pieces in mid-sentence: 1、…, 2、…, 3、…."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from jixiao.model.layout import Paragraph
from jixiao.model.place import Place

# What such sites write above the text.
_SHARED: Final = re.compile(r"由(?:会员|用户)(?:分享|上传|整理)|在线阅读")
_NUMBER: Final = re.compile(r"\s*(\d{1,3})、\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Whole:
    """A paragraph, or all pieces of a text; parts: where each begins in `text`, what it is, how long its number is."""

    text: str
    parts: tuple[tuple[int, Paragraph, int], ...]

    def place(self, start: int, end: int) -> Place:
        """Where characters of the text are printed; those that run over the end of a piece end with it."""
        first, paragraph, number = next(part for part in reversed(self.parts) if part[0] <= start)
        shift = number - first
        return Place(line=paragraph.line, start=start + shift, end=min(end + shift, len(paragraph.text)))


def numbered_pieces(paragraphs: Iterable[Paragraph]) -> Mapping[int, int]:
    """Line → how many characters of it are the number of a piece; empty for text that no site cut up.

    The pieces are numbered from 1 on without a gap, and each but the first goes on where the last one broke off.
    """
    shared = False
    pieces: dict[int, int] = {}
    for paragraph in paragraphs:
        number = _NUMBER.match(paragraph.text)
        if shared and number is not None and int(number[1]) == len(pieces) + 1:
            pieces[paragraph.line] = number.end()
        shared = shared or _SHARED.search(paragraph.text) is not None
    return pieces if len(pieces) > 1 else {}


def whole_texts(paragraphs: Iterable[Paragraph]) -> Iterator[Whole]:
    """The paragraphs in order; a piece stands in one text with the piece that it goes on from."""
    paragraphs = list(paragraphs)
    pieces = numbered_pieces(paragraphs)
    held: list[tuple[int, Paragraph, int]] = []
    text = ""
    for paragraph in paragraphs:
        number = pieces.get(paragraph.line, 0)
        if held and not number:
            yield Whole(text, tuple(held))
            held, text = [], ""
        held.append((len(text), paragraph, number))
        text += paragraph.text[number:]
    if held:
        yield Whole(text, tuple(held))
