"""Prose: headings and the paragraphs below them."""

import re
from dataclasses import dataclass, field
from typing import Final

from jixiao.forms.labels import outline_level
from jixiao.forms.notes import Notes
from jixiao.model.evaluation import Section
from jixiao.model.layout import Layout, Paragraph
from jixiao.model.place import Place

# What a number looks like, and the level that it has where the outline does not decide.
_STYLES: Final = (
    (re.compile(r"[一二三四五六七八九十]{1,3}[、.．]"), 1),
    (re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]"), 2),
    (re.compile(r"\d{1,2}[.．、](?!\d)", re.ASCII), 3),
    (re.compile(r"[（(]\d{1,2}[）)]", re.ASCII), 4),
)
# A numbered sentence longer than this is an item of a list, not a heading.
_LONGEST: Final = 45


@dataclass(frozen=True, slots=True)
class _Heading:
    number: str
    title: str
    level: int
    end: int  # of the heading within its paragraph; what follows is text


@dataclass(slots=True)
class _Draft:
    number: str = ""
    title: str = ""
    level: int = 0
    heading: str = ""
    text: list[str] = field(default_factory=list)


def read_sections(layout: Layout, notes: Notes) -> tuple[Section, ...]:
    """The sections of a document, in order; text before the first heading is a section of level 0."""
    drafts: list[_Draft] = []
    for paragraph in layout.paragraphs:
        heading = _heading(paragraph.text)
        if heading is not None:
            drafts.append(_Draft(heading.number, heading.title, heading.level, paragraph.text[: heading.end].strip()))
            notes.source(f"sections[{len(drafts) - 1}].heading", Place(line=paragraph.line), drafts[-1].heading)
        elif not drafts:
            drafts.append(_Draft())
        _add_text(drafts, paragraph, heading.end if heading else 0, notes)
    return tuple(Section(one.number, one.title, one.level, one.heading, "\n".join(one.text)) for one in drafts)


def _add_text(drafts: list[_Draft], paragraph: Paragraph, start: int, notes: Notes) -> None:
    text = " ".join(paragraph.text[start:].split("\n")).strip()
    if not text:
        return
    start = paragraph.text.find(text[0], start)
    place = Place(line=paragraph.line, start=start, end=start + len(text))
    notes.source(f"sections[{len(drafts) - 1}].text[{len(drafts[-1].text)}]", place, text)
    drafts[-1].text.append(text)


def _heading(text: str) -> _Heading | None:
    start = len(text) - len(text.lstrip())
    for style, level in _STYLES:
        match = style.match(text, start)
        if match is not None:
            return _numbered(text, match.group(), match.end(), level)
    level = outline_level(text)
    return _Heading("", text.strip().rstrip("。 "), level, len(text)) if level else None


def _numbered(text: str, number: str, start: int, level: int) -> _Heading | None:
    end = _title_end(text, start)
    title = text[start:end].strip().rstrip("。：: ")
    if not title or len(title) > _LONGEST:
        return None
    return _Heading(number, title, outline_level(title) or level, end)


def _title_end(text: str, start: int) -> int:
    """A title reaches to the first 。 or ： where text follows it in the same paragraph."""
    stops = [at + 1 for sign in "。：" if (at := text.find(sign, start)) >= 0 and text[at + 1 :].strip()]
    return min(stops, default=len(text))
