"""The law of one day, one region and one profile."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

Value = Decimal | str | bool


class Evidence(StrEnum):
    """How a parameter is known (design §3.7). Only the first two are confirmed law."""

    GOVERNMENT = "G"  # read on a government page
    SEED = "S"  # read in the founding document
    PUBLIC = "P"  # read on another public page
    SOFTWARE = "R"  # seen in software that offices run: practice
    MEMORY = "M"  # recalled, to be checked against the gazetted text
    PROPOSAL = "D"  # this project's own

    @property
    def confirmed(self) -> bool:
        """Whether an article may be shown beside it."""
        return self in (Evidence.GOVERNMENT, Evidence.SEED)

    @property
    def words(self) -> str:
        """The grade as users read it."""
        return _EVIDENCE[self]


_EVIDENCE: Final = {
    Evidence.GOVERNMENT: "已核政府网页",
    Evidence.SEED: "见于原始报告",
    Evidence.PUBLIC: "见于公开资料",
    Evidence.SOFTWARE: "见于在用软件（做法，非法规）",
    Evidence.MEMORY: "待核（未见原文）",
    Evidence.PROPOSAL: "本项目建议（待核）",
}


@dataclass(frozen=True, slots=True)
class Act:
    """A regulation, a form, a convention: what a parameter rests on.

    evidence: how its existence and title are known. issued_evidence: how its day is known; None where it has none.
    """

    id: str
    title: str
    number: str
    issuer: str
    issued: date | None
    evidence: Evidence
    note: str = ""
    issued_evidence: Evidence | None = None

    @property
    def words(self) -> str:
        """How far it may be relied on where it is cited as a whole: of most acts only the existence was confirmed."""
        return "文件已核，条款待核" if self.evidence is Evidence.GOVERNMENT else self.evidence.words


@dataclass(frozen=True, slots=True)
class Entry:
    """One parameter as it stands on one day.

    value: None where the text in force leaves it open. until: the first day on which it no longer holds, None where no
    end is known. choice: what the value means in words, where it is one of a list.
    """

    name: str
    title: str
    unit: str
    value: Value | None
    since: date
    act: Act
    article: str
    evidence: Evidence
    checked: date
    note: str
    layer: str  # 全国, the region's name, or the profile's title
    until: date | None = None
    choice: str = ""

    def holds(self, day: date) -> bool:
        """Whether the entry is in force on a day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Law:
    """All parameters in force; a missing name means that no text of that day speaks of it."""

    day: date
    region: str  # administrative code, "" for the national text alone
    profile: str  # "" for none
    entries: Mapping[str, Entry]

    def number(self, name: str) -> Decimal | None:
        """A parameter that is a number; None where no rule is in force."""
        value = self._value(name)
        return value if isinstance(value, Decimal) else None

    def word(self, name: str) -> str:
        """A parameter that is a choice; "" where no rule is in force."""
        value = self._value(name)
        return value if isinstance(value, str) else ""

    def flag(self, name: str) -> bool:
        """A parameter that is yes or no; no where no rule is in force."""
        return self._value(name) is True

    def _value(self, name: str) -> Value | None:
        entry = self.entries.get(name)
        return entry.value if entry else None


@dataclass(frozen=True, slots=True)
class Profile:
    """A reviewers' convention that may be laid over the law.

    mark: what stands beside the figures that it makes; {place} in it is the place of the form's unit.
    """

    name: str
    title: str
    mark: str
    note: str
