"""What a check says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as keep
from enum import StrEnum
from hashlib import sha256
from typing import Any

from jixiao.model.place import Place
from jixiao.model.waiver import Waiver


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


class Standing(StrEnum):
    """What became of a finding since an earlier run."""

    NEW = "new"
    STILL = "still"
    GONE = "gone"

    @property
    def word(self) -> str:
        """What users read."""
        return {"new": "新增", "still": "仍在", "gone": "消除"}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of one check about one row or document.

    subject: the path of the row ("indicators[7]", "groups[0]", "" for the whole). field: the field that the finding
    points at, as a path in the evaluation. facts: the figures of the message. missing: the fields whose absence left it
    undecided. label: what people call the row. form: which form it is about, the same in every copy of it; "" where
    that is not known. waiver: why it need not be mended. standing: compared with an earlier run, None where there was
    none.
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
    form: str = ""
    waiver: Waiver | None = None
    standing: Standing | None = None

    @property
    def fingerprint(self) -> str:
        """Stays the same when rows move or the file is called otherwise: check, form, row, field and printed facts."""
        name = re.sub(r"\[\d+\]", "", self.field)
        facts = "\0".join(f"{key}={self.facts[key]}" for key in sorted(self.facts))
        key = "\0".join((self.code, self.form or self.file, self.label, name, facts))
        return sha256(key.encode()).hexdigest()[:16]

    @property
    def counts(self) -> bool:
        """Whether it stands against the document: it is neither waived nor gone."""
        return self.waiver is None and self.standing is not Standing.GONE

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
            "waiver": self.waiver.as_dict() if self.waiver else None,
            "standing": self.standing.value if self.standing else None,
        }
