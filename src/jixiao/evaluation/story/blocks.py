"""What a report is made of, before any file format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from jixiao.evaluation.words import Words


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3, number included."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    words: Words


@dataclass(frozen=True, slots=True)
class Table:
    """A table below its title.

    aligns: a letter a column: l, c or r. widths: shares of the columns. anchors: row → the name under which figures
    elsewhere point to it.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    aligns: str
    widths: tuple[int, ...]
    anchors: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures as columns or as a line; None leaves a gap. level: a line to compare with, such as a target."""

    title: str
    kind: str  # "columns" or "line"
    categories: tuple[str, ...]
    name: str
    values: tuple[Decimal | None, ...]
    unit: str
    level: Decimal | None = None
    level_name: str = ""


@dataclass(frozen=True, slots=True)
class FormTable:
    """The self-evaluation form stands here."""

    title: str


@dataclass(frozen=True, slots=True)
class Signature:
    """落款: who signs, when, where the seal goes. contacts: lines below it, whom to ask."""

    unit: str
    day: date | None
    contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attachments:
    """The list of what is attached, below the text."""

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """The beginning of an attachment, on a page of its own."""

    number: int
    title: str


Block = Heading | Paragraph | Table | Chart | FormTable | Signature | Attachments | Annex


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its cover, then its blocks. anchors: id of a fact → the anchor of its evidence."""

    project: str
    year: int
    unit: str
    day: date | None
    blocks: tuple[Block, ...]
    anchors: Mapping[str, str]
