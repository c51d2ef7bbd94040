"""Every example of every check, asserted exactly, all in one batch."""

import pytest
from answers import as_evaluation, findings, outcomes

from jixiao.checks.base import Check, catalogue
from jixiao.model.finding import Outcome

LISTS = {
    "fires": Outcome.FAIL,
    "silent": Outcome.PASS,
    "apart": Outcome.NOT_APPLICABLE,
    "unsure": Outcome.UNDECIDED,
}
EXAMPLES = [
    (check, kind, name, as_evaluation(example))
    for check in catalogue().values()
    for kind in LISTS
    for name, example in getattr(check, kind).items()
]


@pytest.fixture(scope="module")
def answered():
    told = outcomes([(check, evaluation) for check, _, _, evaluation in EXAMPLES])
    return {(check.code, kind, name): outcome for (check, kind, name, _), outcome in zip(EXAMPLES, told, strict=True)}


@pytest.mark.parametrize(
    ("check", "kind", "name"),
    [pytest.param(check, kind, name, id=f"{check.code}-{kind}-{name}") for check, kind, name, _ in EXAMPLES],
)
def test_an_example_answers_as_its_list_says(answered, check: Check, kind, name):
    assert answered[check.code, kind, name] is LISTS[kind]


def test_a_firing_example_has_a_message_with_its_facts():
    firing = [(check, evaluation) for check, kind, _, evaluation in EXAMPLES if kind == "fires"]
    for (check, _), answers in zip(firing, findings(firing), strict=True):
        failed = [one for one in answers if one.outcome is Outcome.FAIL]
        assert all("{" not in one.message and "None" not in one.message for one in failed), check.code
        assert all(one.message != check.title for one in failed), check.code


def test_an_undecided_example_names_what_is_missing():
    unsure = [(check, evaluation) for check, kind, _, evaluation in EXAMPLES if kind == "unsure"]
    for (check, _), answers in zip(unsure, findings(unsure), strict=True):
        assert all(one.missing for one in answers if one.outcome is Outcome.UNDECIDED), check.code
