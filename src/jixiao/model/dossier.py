"""A project folder: what the clerk states about a project before anything is computed.

`project.toml` and `项目资料.xlsx` are two spellings of this. Money is Decimal 元. Every record knows where it was read
(`origin`: file, sheet cell or key), so that an error and a figure can name its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from jixiao.model.evaluation import Quantity
from jixiao.model.terms import FundSource, Level1, Level2, Scope, Tier


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read: the file within the folder, and a cell ("合同!B7") or key ("contract[2].amount")."""

    file: str
    place: str


@dataclass(frozen=True, slots=True)
class Fee:
    """A line of the budget (费用明细): 年初 → 核减 by cause → 调整后; what was paid of it comes from the payments.

    cuts: 元 taken away by cause: "scope" (范围), "price" (价格), "time" (时间). added: 元 added.
    """

    id: str
    name: str
    initial: Decimal
    cuts: Mapping[str, Decimal]
    origin: Origin
    added: Decimal = Decimal(0)

    @property
    def cut(self) -> Decimal:
        """元 taken away in all."""
        return sum(self.cuts.values(), Decimal(0))

    @property
    def budget(self) -> Decimal:
        """The adjusted budget."""
        return self.initial - self.cut + self.added


@dataclass(frozen=True, slots=True)
class FundPlan:
    """One source of funds: 年初, 调整 with reason and decision, 全年预算."""

    source: FundSource
    initial: Decimal
    adjustment: Decimal
    reason: str
    decision: str
    budget: Decimal
    origin: Origin


@dataclass(frozen=True, slots=True)
class GoalPlan:
    """A goal in words; achieved is narrative, into which figures enter as {fact:id}."""

    scope: Scope
    expected: str
    achieved: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class MeasureSpec:
    """How an actual value is to be measured: the kind of measure (see `jixiao explain measures`) and its settings.

    origin, settings_origin: where each was written.
    """

    kind: str
    settings: Mapping[str, str]
    origin: Origin = field(default=Origin("", ""), compare=False)
    settings_origin: Origin = field(default=Origin("", ""), compare=False)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A named person's points for a row that no formula scores, with the tier and the reason."""

    by: str
    score: Decimal
    tier: Tier
    reason: str
    day: date | None


@dataclass(frozen=True, slots=True)
class PlannedIndicator:
    """A row of the target form, and where its actual value comes from: measured, judged, or only stated.

    stated: the actual value in the clerk's words (自述), "" if there is none. reason: deviation and remedy, narrative.
    """

    id: str
    level1: Level1
    level2: Level2
    level3: str
    target: str
    target_parsed: Quantity
    weight: Decimal
    measure: MeasureSpec | None
    judged: Judgement | None
    stated: str
    reason: str
    documents: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract, or an agreement that transfers one (replaces: the id of the contract that it takes over)."""

    id: str
    name: str
    party: str
    fee: str
    amount: Decimal
    awarded: date | None
    signed: date | None
    starts: date
    ends: date
    replaces: str
    document: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment; service_from and service_to say which service it is for. source: None where nothing is said."""

    id: str
    contract: str
    fee: str
    day: date
    amount: Decimal
    service_from: date
    service_to: date
    method: str
    voucher: str
    origin: Origin
    source: FundSource | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A collective decision (三重一大)."""

    id: str
    day: date
    number: str
    topic: str
    decision: str
    document: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class DocumentEvidence:
    """有据: a document with file, page, date, issuer, seal, and what it supports (ids of indicators or facts)."""

    id: str
    file: str
    title: str
    page: str
    day: date | None
    issuer: str
    sealed: bool
    supports: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Dossier:
    """A whole project folder.

    narrative: the parts of narrative.md by their headings ("一、基本情况/（一）项目概况/1.项目背景").
    previous: last year's actual values by indicator name. files: the SHA-256 of the bytes of every evidence file and
    of the files that state the project. notes: how strange cells were taken, in Chinese.
    """

    name: str
    unit: str
    department: str
    year: int
    region: str
    kind: str
    report_date: date | None
    contacts: Mapping[str, str]
    funds: tuple[FundPlan, ...]
    fees: tuple[Fee, ...]
    goals: tuple[GoalPlan, ...]
    indicators: tuple[PlannedIndicator, ...]
    contracts: tuple[Contract, ...] = ()
    payments: tuple[Payment, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    documents: tuple[DocumentEvidence, ...] = ()
    narrative: Mapping[str, str] = field(default_factory=dict)
    previous: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
