"""One evaluation: a form or report as its author published it, or as jixiao writes it.

Text is kept as printed, with line breaks inside a cell joined. Numbers are `Number`: see `jixiao.model.number` for the
three kinds of nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from jixiao.model.layout import Layout
from jixiao.model.number import Number
from jixiao.model.place import Place, Source
from jixiao.model.terms import FundSource, Kind, Level1, Level2, Op, Scope, level1_of, level2_of

# Troubles after which rows may be missing.
PARTIAL: Final = frozenset({"left-over", "no-total"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A target or actual value, understood.

    op: how to read it. low, high: the number, or the two ends of an interval, in `unit`; for a bare number or an
    operator both are that number. unit: as printed ("%", "万元", "套"), None if none was. text: for Op.TEXT the words;
    for Op.BEFORE the last day in ISO spelling.
    """

    op: Op
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    text: str | None = None

    @property
    def is_number(self) -> bool:
        """Whether `low` holds a number."""
        return self.low is not None


@dataclass(frozen=True, slots=True)
class SubRow:
    """A row 其中 below an indicator."""

    name: str
    target: str | None = None
    actual: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One 三级指标 with its target, its actual value and its points."""

    level1: str | None
    level2: str | None
    level3: str | None
    target: str | None = None
    actual: str | None = None
    weight: Number = None
    score: Number = None
    reason: str | None = None
    target_parsed: Quantity = Quantity(Op.UNREAD)
    actual_parsed: Quantity = Quantity(Op.UNREAD)
    sub: tuple[SubRow, ...] = ()

    @property
    def class1(self) -> Level1 | None:
        """The 一级指标 in the closed vocabulary."""
        return level1_of(self.level1)

    @property
    def class2(self) -> Level2 | None:
        """The 二级指标 in the closed vocabulary."""
        return level2_of(self.level2)

    @property
    def is_satisfaction(self) -> bool:
        """Whether it is about satisfaction, by either class; some forms file 满意度 under 效益."""
        return self.class1 is Level1.SATISFACTION or self.class2 is Level2.SATISFACTION


@dataclass(frozen=True, slots=True)
class FundLine:
    """One row of the funds block, in `money_unit`; rate in percent."""

    source: FundSource
    label: str
    money_unit: str
    initial: Number = None
    budget: Number = None
    executed: Number = None
    weight: Number = None
    score: Number = None
    rate: Number = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal in words and what the form says became of it."""

    scope: Scope
    expected: str | None
    achieved: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """A weight printed beside a class: 产出指标（50分）; level2 is None where it stands beside a 一级指标."""

    level1: str
    level2: str | None
    weight: Number


@dataclass(frozen=True, slots=True)
class Total:
    """The printed last row."""

    weight: Number = None
    score: Number = None
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the paragraphs below it.

    number: as printed ("三、", "（2）"). title: without the number. level: 1 to 4 by meaning, 0 for what stands before
    the first heading. heading: both as printed. text: the paragraphs, one a line.
    """

    number: str
    title: str
    level: int
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that the prose states.

    about: what it is said of: initial, cut, budget, executed, rate, total, grade, or completion of `subject` (the
    level 1 or level 2 class named). The subject of a grade is the grade; its value is None. place: the words.
    """

    about: str
    subject: str
    value: Decimal | None
    unit: str
    raw: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be read or understood: kind (a slug), message (Chinese), place."""

    kind: str
    message: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Project:
    """Who and what is evaluated."""

    name: str | None = None
    department: str | None = None
    unit: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One form found in a file, with the prose around it; a report in prose alone has no indicators.

    columns: the columns that the indicator table has (field names of `Indicator`). sources: "indicators[0].score" →
    where it was read; left out of equality, so that two files compare by what they say. layout: the page itself, for
    what only the page shows; None where none is at hand. It is no part of the JSON.
    """

    file: str
    kind: Kind
    form: str
    confidence: Decimal = Decimal(1)
    project: Project = Project()
    report_date: date | None = None
    funds: tuple[FundLine, ...] = ()
    goals: tuple[Goal, ...] = ()
    columns: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    total: Total = Total()
    sections: tuple[Section, ...] = ()
    claims: tuple[Claim, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict, compare=False, repr=False)
    layout: Layout | None = field(default=None, compare=False, repr=False)

    @property
    def fund_total(self) -> FundLine | None:
        """The 年度资金总额 row."""
        return next((line for line in self.funds if line.source is FundSource.TOTAL), None)

    @property
    def identity(self) -> str:
        """Which form of which project it is, however often and under whatever file name; "" if no name was read."""
        project = self.project
        if not project.name:
            return ""
        return "\0".join((self.kind.value, project.name, project.unit or "", str(project.year or "")))

    @property
    def is_whole(self) -> bool:
        """Whether all rows of the form were surely read: to its total, or in a table of which nothing is in doubt."""
        if not PARTIAL.isdisjoint(trouble.kind for trouble in self.troubles):
            return False
        if self.total.weight is not None or self.layout is None:
            return True
        places = (self.place(f"indicators[{n}].level3") for n in range(len(self.indicators)))
        own = {place.table if place else None for place in places}
        loose = {table.ordinal for table in self.layout.tables if table.ragged or table.loose}
        return None not in own and own.isdisjoint(loose)

    def place(self, path: str) -> Place | None:
        """Where a field was read; None if it was not read from a document."""
        source = self.sources.get(path)
        return source.place if source else None
