"""One outcome for one example: what `jixiao.checks.engine` says of all its rows together."""

from collections.abc import Sequence

from jixiao.checks.base import Check
from jixiao.checks.engine import OUTCOMES, examine
from jixiao.law.load import counting_day, on, region_of
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.finding import Finding, Outcome

# What an example with several rows answers: a fault outweighs a doubt, a doubt outweighs a pass.
_ORDER = (Outcome.FAIL, Outcome.UNDECIDED, Outcome.PASS, Outcome.NOT_APPLICABLE)


def as_evaluation(example: Evaluation | Indicator) -> Evaluation:
    if isinstance(example, Evaluation):
        return example
    from jixiao.checks.samples import an_evaluation

    return an_evaluation(example)


def findings(pairs: Sequence[tuple[Check, Evaluation]]) -> list[list[Finding]]:
    """All answers of each check to its own example, in one batch."""
    evaluations = [evaluation for _, evaluation in pairs]
    laws = [
        on(counting_day(one.report_date, one.project.year), region_of(one.project.unit or "")) for one in evaluations
    ]
    checks = list({check.code: check for check, _ in pairs}.values())
    found = examine(evaluations, laws, checks, OUTCOMES)
    return [[one for one in all_ if one.code == check.code] for all_, (check, _) in zip(found, pairs, strict=True)]


def outcomes(pairs: Sequence[tuple[Check, Evaluation]]) -> list[Outcome]:
    """One outcome for each example; an example without a row to judge does not apply."""
    return [
        next((one for one in _ORDER if one in {finding.outcome for finding in answers}), Outcome.NOT_APPLICABLE)
        for answers in findings(pairs)
    ]
