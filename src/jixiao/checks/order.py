"""Which findings a reviewer wants to see first."""

from collections import Counter
from collections.abc import Iterable

from jixiao.model.finding import Finding, Severity


def foremost_first(findings: Iterable[Finding]) -> list[Finding]:
    """By severity; within it one finding for each row or passage before a second one of the same.

    Ten lines then speak of ten things: that a survey was not held is told once before it is told in four ways.
    """
    told: Counter[str] = Counter()
    ranked: list[tuple[int, int, int, Finding]] = []
    grave = list(Severity)
    for at, finding in enumerate(sorted(findings, key=lambda one: grave.index(one.severity))):
        subject = _subject(finding)
        ranked.append((grave.index(finding.severity), told[subject], at, finding))
        told[subject] += 1
    return [finding for *_, finding in sorted(ranked, key=lambda one: one[:3])]


def _subject(finding: Finding) -> str:
    """What a finding speaks of: the row of its field, else the passage that it points at."""
    row, bracket, _ = finding.field.partition("].")
    if bracket:
        return row.partition("[")[0] if row.startswith("funds") else row
    return str(finding.place or finding.field)
