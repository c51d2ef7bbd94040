"""Everything that is in force, in words: the parameter, its value, and how far it may be believed."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.law.snapshot import Entry, Evidence, Law
from jixiao.model.number import tidy

UNCHECKED_ARTICLE: Final = "条款待核"
UNCHECKED_DAY: Final = "起始日待核"

# What rests on these is no regulation and has no article.
_NO_REGULATION: Final = (Evidence.SOFTWARE, Evidence.PROPOSAL)


@dataclass(frozen=True, slots=True)
class Line:
    """One parameter in force, every part ready to be shown.

    since: the day, with a warning where the day itself is not known. confirmed: whether the value was read on a
    government page or in the founding report; `evidence` says how it is known and is to be shown with every line.
    note is about the parameter, act_note about what it rests on.
    """

    name: str
    title: str
    value: str
    since: str
    layer: str
    act: str
    number: str
    article: str
    evidence: str
    confirmed: bool
    note: str
    act_note: str


def explain(law: Law) -> tuple[Line, ...]:
    """The parameters in force in the order of their names."""
    return tuple(_line(law.entries[name]) for name in sorted(law.entries))


def shown_value(entry: Entry) -> str:
    """A parameter's value as users read it, with its unit."""
    if entry.value is None:
        return "未规定数值"
    if entry.choice:
        return entry.choice
    if isinstance(entry.value, bool):
        return "是" if entry.value else "否"
    return f"{tidy(Decimal(entry.value))}{entry.unit}"


def _line(entry: Entry) -> Line:
    return Line(
        name=entry.name,
        title=entry.title,
        value=shown_value(entry),
        since=_since(entry),
        layer=entry.layer,
        act=entry.act.title,
        number=entry.act.number,
        article=_article(entry),
        evidence=entry.evidence.words,
        confirmed=entry.evidence.confirmed,
        note=entry.note,
        act_note=entry.act.note,
    )


def _since(entry: Entry) -> str:
    day_known = entry.act.issued_evidence not in (None, Evidence.MEMORY)
    return entry.since.isoformat() if day_known else f"{entry.since.isoformat()}（{UNCHECKED_DAY}）"


def _article(entry: Entry) -> str:
    if entry.evidence in _NO_REGULATION:
        return ""
    return entry.article if entry.article and entry.evidence.confirmed else UNCHECKED_ARTICLE
