"""One outcome for one example: what `jixiao.checks.engine` says of all its rows together."""

from collections.abc import Sequence

from jixiao.checks.base import Check
from jixiao.checks.engine import OUTCOMES, examine
from jixiao.checks.waived import waiver_findings
from jixiao.law.load import counting_day, on, region_of
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.finding import Finding, Outcome
from jixiao.model.waiver import Used

# What an example with several rows answers: a fault outweighs a doubt, a doubt outweighs a pass.
_ORDER = (Outcome.FAIL, Outcome.UNDECIDED, Outcome.PASS, Outcome.NOT_APPLICABLE)


Batch = tuple[Evaluation, ...]
Example = Evaluation | Indicator | Batch | Used


def as_evaluation(example: Example) -> Evaluation | Batch | Used:
    if isinstance(example, Evaluation | tuple | Used):
        return example
    from jixiao.checks.samples import an_evaluation

    return an_evaluation(example)


def findings(pairs: Sequence[tuple[Check, Evaluation | Batch | Used]]) -> list[list[Finding]]:
    """All answers of each check to its own example: in one batch, but for an example that is a batch or a waiver."""
    single = [evaluation for _, evaluation in pairs if isinstance(evaluation, Evaluation)]
    checks = list({check.code: check for check, one in pairs if isinstance(one, Evaluation)}.values())
    found = iter(_examined(single, checks))
    return [
        [
            one
            for one in (next(found) if isinstance(example, Evaluation) else _told(check, example))
            if one.code == check.code
        ]
        for check, example in pairs
    ]


def _told(check: Check, example: Batch | Used) -> list[Finding]:
    if isinstance(example, Used):
        return list(waiver_findings(check, "豁免.toml", example))
    return [finding for findings in _examined(example, [check]) for finding in findings]


def _examined(evaluations: Sequence[Evaluation], checks: Sequence[Check]) -> list[list[Finding]]:
    laws = [
        on(counting_day(one.report_date, one.project.year), region_of(one.project.unit or "")) for one in evaluations
    ]
    return examine(evaluations, laws, checks, OUTCOMES)


def outcomes(pairs: Sequence[tuple[Check, Evaluation | Batch]]) -> list[Outcome]:
    """One outcome for each example; an example without a row to judge does not apply."""
    return [
        next((one for one in _ORDER if one in {finding.outcome for finding in answers}), Outcome.NOT_APPLICABLE)
        for answers in findings(pairs)
    ]
