"""The printed passages of a document, one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jixiao.model.evaluation import Evaluation
from jixiao.model.place import Place

# Formats whose paragraphs are whole; in others a line may be part of one.
WHOLE: Final = ("docx", "xlsx", "xls")
_SENTENCE: Final = re.compile(r"[^。；;！!？?\n]+")
_ENDED: Final = re.compile(r"[。！？!?；;…”’」》）)】.]$")
# A sentence goes on after these, whatever its length.
_GOES_ON: Final = re.compile(r"[，,、：:（(]$")
# What ends a document without a full stop: a date, a stamp, a name beside its label.
_SIGNED: Final = re.compile(r"[\d一二三四五六七八九十]\s?日$|盖章|公章|填[报表]|联系|负责|电话|附[件表]")
_SENTENCE_LONG: Final = 15
_PART: Final = 1  # a part that is left empty may be the last one


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


def breaks_off(evaluation: Evaluation) -> bool:
    """Whether the text ends in the middle of a sentence or with a small heading: what follows was lost."""
    last = evaluation.sections[-1] if evaluation.sections else None
    line = last.text.rstrip().rpartition("\n")[2].strip() if last else ""
    if last is None or not line:
        return last is not None and last.level > _PART
    if _GOES_ON.search(line):
        return True
    return len(line) >= _SENTENCE_LONG and not _ENDED.search(line) and not _SIGNED.search(line)


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
