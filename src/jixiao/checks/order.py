"""Which findings a reviewer wants to see first."""

from collections import Counter
from collections.abc import Iterable, Mapping

from jixiao.checks.base import Check
from jixiao.model.finding import Finding, Severity


def foremost_first(findings: Iterable[Finding], checks: Mapping[str, Check]) -> list[Finding]:
    """By severity; within it one finding for each row or passage before a second one of the same, weighty ones first.

    Ten lines then speak of ten things: that a survey was not held is told once before it is told in four ways, and no
    check tells its second finding while another weighty one has not told its first.
    """
    grave = list(Severity)
    ranked: list[tuple[tuple[int, int, bool, int, int], Finding]] = []
    told, asked = Counter[str](), Counter[str]()

    def light(finding: Finding) -> bool:
        return not (finding.code in checks and checks[finding.code].head.weighty)

    for at, one in enumerate(sorted(findings, key=lambda one: (grave.index(one.severity), light(one)))):
        subject = _subject(one)
        ranked.append(((grave.index(one.severity), told[subject], light(one), asked[one.code], at), one))
        told[subject] += 1
        asked[one.code] += 1
    return [finding for _, finding in sorted(ranked, key=lambda pair: pair[0])]


def _subject(finding: Finding) -> str:
    """What a finding speaks of: the row of its field, else the passage that it points at."""
    row, bracket, _ = finding.field.partition("].")
    if bracket:
        return f"{finding.file} {row.partition('[')[0] if row.startswith('funds') else row}"
    return f"{finding.file} {finding.place or finding.field}"
