"""The printed passages of a document, one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jixiao.model.evaluation import Evaluation
from jixiao.model.place import Place

_SENTENCE: Final = re.compile(r"[^。；;！!？?\n]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text below a heading, with the ordinal of its section."""

    section: int
    field: str
    place: Place | None
    text: str


def passages(evaluation: Evaluation) -> Iterator[tuple[str, Place | None, str]]:
    """Field, place and text of each heading and paragraph, then of each header and text cell of the form."""
    for at, section in enumerate(evaluation.sections):
        if section.heading:
            field = f"sections[{at}].heading"
            yield field, evaluation.place(field), section.heading
        for line, text in enumerate(section.text.split("\n") if section.text else ()):
            field = f"sections[{at}].text[{line}]"
            yield field, evaluation.place(field), text
    for field, source in evaluation.sources.items():
        if field.startswith("headers."):
            yield field, source.place, source.raw
    for at, row in enumerate(evaluation.indicators):
        for name in ("level3", "target", "actual", "reason"):
            cell = getattr(row, name)
            if cell:
                field = f"indicators[{at}].{name}"
                yield field, evaluation.place(field), cell


def within(place: Place | None, start: int, end: int) -> Place | None:
    """Some characters of a passage, which may itself begin within its line."""
    if place is None or place.table is not None:
        return place
    first = place.start or 0
    return Place(page=place.page, line=place.line, start=first + start, end=first + end)


def has_text(evaluation: Evaluation) -> bool:
    """Whether the document is written in parts with headings, not only a form."""
    return any(section.level in (1, 2) for section in evaluation.sections)


def sentences(evaluation: Evaluation) -> Iterator[Sentence]:
    """The sentences below headings, in order; what stands before the first heading is a title and left out."""
    for at, section in enumerate(evaluation.sections):
        if not section.level:
            continue
        for line, text in enumerate(section.text.split("\n") if section.text else ()):
            field = f"sections[{at}].text[{line}]"
            place = evaluation.place(field)
            for match in _SENTENCE.finditer(text):
                yield Sentence(at, field, within(place, match.start(), match.end()), match[0])
