"""What a measure is: its declaration, what it is given, and the catalogue of all of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from typing import Any, Final, Protocol

import polars as pl

import jixiao.measures
from jixiao.measures.period import Period
from jixiao.measures.settings import Setting, Settings
from jixiao.model.dossier import Dossier
from jixiao.model.measurement import EvidenceGrade, Measurement, Rows

NO_SETTINGS: Final[tuple[Setting, ...]] = ()
NUMBERS: Final = 200  # rows named in `Rows.numbers`


class Table(Protocol):
    """The rows of one evidence file.

    frame: typed columns and "row", the number of the row in the file, the header being row 1. total: rows in the file.
    left_out: the numbers of rows that could not be read, by reason; len(frame) + these = total. unknown: headers that
    mean nothing here.
    """

    @property
    def file(self) -> str: ...  # noqa: D102

    @property
    def sha256(self) -> str: ...  # noqa: D102

    @property
    def frame(self) -> pl.DataFrame: ...  # noqa: D102

    @property
    def total(self) -> int: ...  # noqa: D102

    @property
    def left_out(self) -> Mapping[str, tuple[int, ...]]: ...  # noqa: D102

    @property
    def remarks(self) -> Mapping[str, tuple[int, ...]]: ...  # noqa: D102

    @property
    def unknown(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that can be measured: the folder's statements, its evidence by kind, and the days that count."""

    dossier: Dossier
    tables: Mapping[str, Table]
    period: Period


@dataclass(frozen=True, slots=True)
class Given:
    """What one measurement works with."""

    id: str
    method: "Measure"
    evidence: Evidence
    settings: Settings

    @property
    def period(self) -> Period:
        """The days that count."""
        return self.evidence.period

    @property
    def dossier(self) -> Dossier:
        """What the folder states."""
        return self.evidence.dossier

    def frame(self, kind: str) -> pl.DataFrame:
        """The typed rows of a kind of evidence that the measure requires."""
        return self.evidence.tables[kind].frame

    def optional(self, kind: str) -> pl.DataFrame | None:
        """The typed rows of a kind of evidence, if the folder has it."""
        table = self.evidence.tables.get(kind)
        return table.frame if table else None

    def rows(self, kind: str, left_out: Mapping[str, int] | None = None, numbers: Iterable[int] = ()) -> Rows:
        """Which rows of a file were used. left_out: typed rows that were not, by reason; numbers: those that decide."""
        table = self.evidence.tables[kind]
        counts = {reason: len(rows) for reason, rows in table.left_out.items()}
        for reason, count in (left_out or {}).items():
            counts[reason] = counts.get(reason, 0) + count
        counts = {reason: count for reason, count in counts.items() if count}
        chosen = tuple(sorted(numbers)[:NUMBERS])
        return Rows(table.file, table.sha256, table.total, table.total - sum(counts.values()), counts, chosen)

    def result(self, value: Decimal | None, formula: str, sources: tuple[Rows, ...], **rest: Any) -> Measurement:
        """The measurement; `rest` are fields of `Measurement`. Bounds are the value where none are given."""
        bounds = {} if "low" in rest or value is None else {"low": value, "high": value}
        found: dict[str, Any] = {
            "unit": self.method.unit,
            "places": self.method.places,
            "coverage": Decimal(1),
            "grade": EvidenceGrade.MEASURED,
            **bounds,
            **rest,
        }
        return Measurement(id=self.id, title=self.method.title, value=value, formula=formula, sources=sources, **found)

    def blank(self, why: str, sources: tuple[Rows, ...] = (), **rest: Any) -> Measurement:
        """A measurement that cannot be told, and why."""
        grade = EvidenceGrade.MEASURED if sources else EvidenceGrade.STATED
        found = {"coverage": Decimal(0), "grade": grade, **rest}
        return self.result(None, "", sources, why_blank=why, **found)


@dataclass(frozen=True, slots=True)
class Measure:
    """One kind of measure. reads: kinds of evidence that it requires; may_read: those that it uses if they are there.

    about: its page in Chinese. advice: what to do where the target was missed, {name} standing for the indicators; ""
    for the usual. parts: named figures of its measurements and their Chinese titles with units.
    """

    kind: str
    title: str
    unit: str
    places: int
    reads: tuple[str, ...]
    may_read: tuple[str, ...]
    settings: tuple[Setting, ...]
    parts: Mapping[str, str]
    about: str = ""
    advice: str = ""
    compute: Callable[[Given], Measurement] = field(repr=False, default=lambda given: given.blank(""))


def measure(  # noqa: PLR0913  the keywords of a declaration
    kind: str,
    *,
    title: str,
    unit: str,
    places: int = 0,
    reads: Iterable[str] = (),
    may_read: Iterable[str] = (),
    settings: tuple[Setting, ...] = NO_SETTINGS,
    parts: Mapping[str, str] | None = None,
    advice: str = "",
) -> Callable[[Callable[[Given], Measurement]], Measure]:
    """Declares the function below it as a kind of measure; its docstring is the page in Chinese."""

    def declare(function: Callable[[Given], Measurement]) -> Measure:
        about = cleandoc(function.__doc__ or "")
        given = (tuple(reads), tuple(may_read), settings, parts or {})
        return Measure(kind, title, unit, places, *given, about, advice, function)

    return declare


@cache
def catalogue() -> Mapping[str, Measure]:
    """All kinds of measure, by name."""
    modules = [import_module(f"jixiao.measures.{one.name}") for one in iter_modules(jixiao.measures.__path__)]
    found = {value.kind: value for module in modules for value in vars(module).values() if isinstance(value, Measure)}
    return dict(sorted(found.items()))
