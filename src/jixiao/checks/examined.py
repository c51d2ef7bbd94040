"""One evaluation with all that was found out about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.checks.standards import Deduction
from jixiao.law.snapshot import Law
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding, Outcome, Severity
from jixiao.model.layout import Layout
from jixiao.scoring.totals import Scorecard

if TYPE_CHECKING:
    from jixiao.checks.base import Check


@dataclass(frozen=True, slots=True)
class Reference:
    """The same evaluation scored under a profile: reviewers' convention, marked as such wherever it is shown.

    deductions: what its numbered standards take off for what the checks found.
    """

    law: Law
    scorecard: Scorecard
    mark: str
    deductions: Sequence[Deduction] = ()

    @property
    def left(self) -> Decimal:
        """The points earned, less what the standards take off."""
        return self.scorecard.earned - sum((one.points for one in self.deductions), Decimal(0))


@dataclass(frozen=True, slots=True)
class Examined:
    """An evaluation, the document it stands in, its points under the law in force, and the answers of the checks."""

    layout: Layout
    evaluation: Evaluation
    law: Law
    scorecard: Scorecard
    findings: Sequence[Finding]
    references: Sequence[Reference] = ()

    def failed(self, severity: Severity) -> list[Finding]:
        """The faults of one severity, in the order of the catalogue."""
        return [one for one in self.findings if one.outcome is Outcome.FAIL and one.severity is severity]

    @property
    def undecided(self) -> list[Finding]:
        """The questions that a missing value leaves open."""
        return [one for one in self.findings if one.outcome is Outcome.UNDECIDED]


@dataclass(frozen=True, slots=True)
class Review:
    """All that one run found.

    loose: findings about no document at hand: of the waivers themselves, and what an earlier run had and this one has
    not. checks: by code, what the findings' codes stand for.
    """

    examined: Sequence[Examined]
    checks: Mapping[str, "Check"]
    loose: Sequence[Finding] = ()

    def fails(self, severity: Severity) -> bool:
        """Whether a fault of this severity stands that nobody waived."""
        everything = [*self.loose, *(one for each in self.examined for one in each.findings)]
        return any(one.outcome is Outcome.FAIL and one.severity is severity and one.counts for one in everything)
