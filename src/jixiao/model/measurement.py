"""Measured values, and the facts that figures of a form and a report resolve to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class EvidenceGrade(StrEnum):
    """How a figure is known, best first."""

    MEASURED = "实测"  # computed from rows
    DOCUMENTED = "有据"  # a document supports it
    STATED = "自述"  # stated only


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one evidence file that a measurement used: its SHA-256, rows in all, used, and left out by reason.

    used + sum(left_out.values()) == total. numbers: the rows that decide the value (outages, late contracts), counted
    from 1 with the header as row 1; at most 200, `total` says how many there were.
    """

    file: str
    sha256: str
    total: int
    used: int
    left_out: Mapping[str, int] = field(default_factory=dict)
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured value.

    value: None where it cannot be told, with `why_blank`. places: decimals to show. low, high: bounds that enclose
    every filling of unknown time or missing rows; equal to value where nothing is unknown, None where nothing can be
    said. coverage: known share of the period or population, 0 to 1. formula: one Chinese line with the figures in it.
    parts: named figures that others may cite ("up_seconds", "quarter_2_paid"). series: values by month, quarter or
    device. notes: policies applied and who or what missed the target, in Chinese. remarks: which rows of the evidence
    could not be used as they stand, or were used in a way that has to be told.
    """

    id: str
    title: str
    value: Decimal | None
    unit: str
    places: int
    formula: str
    coverage: Decimal
    grade: EvidenceGrade
    low: Decimal | None = None
    high: Decimal | None = None
    why_blank: str = ""
    parts: Mapping[str, Decimal] = field(default_factory=dict)
    series: Mapping[str, tuple[tuple[str, Decimal | None], ...]] = field(default_factory=dict)
    sources: tuple[Rows, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure or word that form and report print: its id, value as shown, exact value, grade, and where it comes from.

    id: "fund.budget", "indicator.online_rate.actual", "indicator.online_rate.score", "total.score", "payment.q2" …
    measurement: the id of the measurement that it follows from, "" for what the folder states. origin: file and place
    for stated facts.
    """

    id: str
    title: str
    shown: str
    value: Decimal | None
    unit: str
    grade: EvidenceGrade
    measurement: str = ""
    origin: str = ""
