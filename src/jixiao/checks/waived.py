"""The checks on entries of a file of waivers."""

from collections.abc import Iterator, Sequence
from typing import cast

from jixiao.checks.base import Check, Fault, WaiverRule
from jixiao.checks.message import fill
from jixiao.model.finding import Finding, Outcome
from jixiao.model.waiver import Used


def waiver_findings(check: Check, file: str, used: Used) -> Iterator[Finding]:
    """What a check on waivers answers about one entry of the file."""
    faults: Sequence[Fault | None] = cast("WaiverRule", check.rule)(used) or [None]
    head = check.head
    for fault in faults:
        yield Finding(
            file=file,
            code=check.code,
            severity=head.severity,
            outcome=Outcome.FAIL if fault else Outcome.PASS,
            message=fill(check.says, fault.facts) if fault else check.title,
            subject="",
            field=head.at,
            facts=fault.facts if fault else {},
            basis=head.basis,
        )
