"""The planted errors as files, and what is found in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jixiao import api
from jixiao.law.load import region_of
from jixiao.model.finding import Finding, Outcome
from planted.files import FILES, PROSE
from planted.kinds import KINDS, Kind
from planted.twins import TWINS


@dataclass(frozen=True)
class Piece:
    """One error in one twin in one container; field: where the finding has to point."""

    kind: Kind
    twin: str
    container: str
    content: bytes
    field: str
    region: str

    @property
    def name(self) -> str:
        return f"{self.kind.code}-{self.kind.name}-{self.twin}-{self.container}"


@dataclass(frozen=True)
class Answer:
    """What is found in a planted file."""

    findings: Sequence[Finding]

    def failed_of(self, code: str) -> list[Finding]:
        return [one for one in self.findings if one.code == code and one.outcome is Outcome.FAIL]


@cache
def pieces() -> tuple[Piece, ...]:
    """Every kind in every twin and container that can hold it."""
    return tuple(
        Piece(kind, name, container, FILES[container](planted), field, region_of(planted.form.project.unit or ""))
        for kind in KINDS
        for name, twin in TWINS.items()
        if kind.only in ("", twin.form.form)
        for planted, field in [kind.plant(twin)]
        for container in (PROSE if kind.prose else FILES)
    )


def found_in(planted: Sequence[Piece], folder: Path) -> list[Answer]:
    """What the checks find in each piece, read from its file; a batch for each region."""
    answers: dict[int, Answer] = {}
    for region in sorted({piece.region for piece in planted}):
        numbers = [n for n, piece in enumerate(planted) if piece.region == region]
        documents = []
        for n in numbers:
            path = folder / f"{n}.{planted[n].container}"
            path.write_bytes(planted[n].content)
            documents.append(api.read(path))
        assert all(len(one.evaluations) == 1 for one in documents)
        for n, one in zip(numbers, api.examine(documents, api.Ground(region=region)), strict=True):
            answers[n] = Answer(one.findings)
    return [answers[n] for n in range(len(planted))]
