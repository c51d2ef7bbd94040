"""What a check says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as keep
from enum import StrEnum
from hashlib import sha256
from typing import Any

from jixiao.model.place import Place


class Severity(StrEnum):
    """How sure and how grave: ERROR only for what the file itself proves wrong."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def word(self) -> str:
        """The group that a reviewer sees."""
        return {"error": "必须改", "warning": "建议核实", "hint": "提示"}[self.value]


class Outcome(StrEnum):
    """The four answers of a check."""

    PASS = "pass"  # noqa: S105  an answer, not a password
    FAIL = "fail"
    NOT_APPLICABLE = "not-applicable"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of one check about one row or document.

    subject: the path of the row ("indicators[7]", "groups[0]", "" for the whole). field: the field that the finding
    points at, as a path in the evaluation. facts: the figures of the message. missing: the fields whose absence left it
    undecided. label: what people call the row.
    """

    file: str
    code: str
    severity: Severity
    outcome: Outcome
    message: str
    subject: str
    field: str
    place: Place | None = None
    facts: Mapping[str, str] = keep(default_factory=dict)
    missing: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    label: str = ""

    @property
    def fingerprint(self) -> str:
        """Stays the same when rows move: made of the check, the file's name, the row's printed name and the field."""
        name = re.sub(r"\[\d+\]", "", self.field)
        return sha256(f"{self.code}\0{self.file}\0{self.label}\0{name}".encode()).hexdigest()[:16]

    def as_dict(self) -> dict[str, Any]:
        """The JSON spelling (design §6)."""
        return {
            "file": self.file,
            "code": self.code,
            "severity": self.severity.value,
            "outcome": self.outcome.value,
            "message": self.message,
            "place": self.place.as_dict() if self.place else None,
            "field": self.field,
            "facts": dict(self.facts),
            "missing": list(self.missing),
            "basis": list(self.basis),
            "fingerprint": self.fingerprint,
        }
