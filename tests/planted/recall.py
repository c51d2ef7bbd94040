"""The planted errors as files, and what is found in them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jixiao import api
from jixiao.checks.examined import Examined
from jixiao.law.load import region_of
from jixiao.model.finding import Finding, Outcome
from jixiao.model.layout import Layout
from jixiao.model.place import Place
from planted.files import FILES
from planted.kinds import KINDS, Kind
from planted.reports import REPORTS
from planted.twins import TWINS

ALL = {**TWINS, **REPORTS}


@dataclass(frozen=True)
class Piece:
    """One error in one twin in one container; spot: the field, or the words, where the finding has to point."""

    kind: Kind
    twin: str
    container: str
    content: bytes
    spot: str
    region: str

    @property
    def name(self) -> str:
        return f"{self.kind.code}-{self.kind.name}-{self.twin}-{self.container}"

    def hits(self, examined: Examined) -> list[Finding]:
        """The findings of its check that point at it."""
        own = [one for one in examined.findings if one.code == self.kind.code and one.outcome is Outcome.FAIL]
        if self.kind.spoken:
            return [one for one in own if self.spot in passage(examined.layout, one.place)]
        return [one for one in own if one.field == self.spot]


@cache
def pieces() -> tuple[Piece, ...]:
    """Every kind in every container that can hold it, the twins by turns."""
    made = []
    seen: Counter[str] = Counter()
    for kind in KINDS:
        for n, container in enumerate(kind.containers):
            name = kind.twins[(n + seen[kind.code]) % len(kind.twins)]
            planted, spot = kind.plant(ALL[name])
            region = region_of(planted.form.project.unit or "")
            made.append(Piece(kind, name, container, FILES[container](planted), spot, region))
        seen[kind.code] += 1
    return tuple(made)


def examined_all(planted: Sequence[Piece], folder: Path) -> list[Examined]:
    """What is found in each piece, read from its file; a batch for each region."""
    answers: dict[int, Examined] = {}
    for region in sorted({piece.region for piece in planted}):
        numbers = [n for n, piece in enumerate(planted) if piece.region == region]
        documents = []
        for n in numbers:
            path = folder / f"{n}.{planted[n].container}"
            path.write_bytes(planted[n].content)
            documents.append(api.read(path))
        assert all(len(one.evaluations) == 1 for one in documents)
        answers.update(zip(numbers, api.examine(documents, api.Ground(region=region)), strict=True))
    return [answers[n] for n in range(len(planted))]


def passage(layout: Layout, place: Place | None) -> str:
    """What is printed at a place: the cell, or the paragraph."""
    if place is None:
        return ""
    if place.table is not None:
        cells = (cell for table in layout.tables if table.ordinal == place.table for cell in table.cells)
        return next((cell.text for cell in cells if (cell.place.row, cell.place.col) == (place.row, place.col)), "")
    return next((one.text for one in layout.paragraphs if one.line == place.line), "")
