"""Forgetting one value may turn an answer into "undecided", never into another answer."""

from dataclasses import replace

from answers import as_evaluation, outcomes

from jixiao.checks.base import catalogue
from jixiao.model.evaluation import Evaluation, FundLine, Goal, Group, Indicator, Quantity, Total
from jixiao.model.finding import Outcome
from jixiao.model.terms import Op

UNREAD = Quantity(Op.UNREAD)


def forgetful(example):
    """The evaluation, or the batch, again and again, each time with one value of one record unread."""
    if isinstance(example, tuple):
        for n, one in enumerate(example):
            yield from ((*example[:n], gone, *example[n + 1 :]) for gone in _forgetful(one))
    else:
        yield from _forgetful(example)


def _forgetful(evaluation: Evaluation):
    for n, row in enumerate(evaluation.indicators):
        for gone in _without(row):
            yield replace(evaluation, indicators=(*evaluation.indicators[:n], gone, *evaluation.indicators[n + 1 :]))
    for n, line in enumerate(evaluation.funds):
        for gone in _without(line):
            yield replace(evaluation, funds=(*evaluation.funds[:n], gone, *evaluation.funds[n + 1 :]))
    for n, group in enumerate(evaluation.groups):
        for gone in _without(group):
            yield replace(evaluation, groups=(*evaluation.groups[:n], gone, *evaluation.groups[n + 1 :]))
    for n, goal in enumerate(evaluation.goals):
        for gone in _without(goal):
            yield replace(evaluation, goals=(*evaluation.goals[:n], gone, *evaluation.goals[n + 1 :]))
    for gone in _without(evaluation.total):
        yield replace(evaluation, total=gone)


FIELDS = {
    Indicator: ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason"),
    FundLine: ("initial", "budget", "executed", "weight", "score", "rate"),
    Group: ("weight",),
    Goal: ("achieved",),
    Total: ("weight", "score"),
}


def _without(record):
    for name in FIELDS[type(record)]:
        if getattr(record, name) is None:
            continue
        parsed = {f"{name}_parsed": UNREAD} if name in ("target", "actual") else {}
        yield replace(record, **{name: None}, **parsed)


def test_forgetting_one_value_never_turns_an_answer_into_another():
    examples = [
        (check, kind, name, as_evaluation(example))
        for check in catalogue().values()
        for kind in ("fires", "silent", "apart", "unsure")
        for name, example in getattr(check, kind).items()
        if isinstance(as_evaluation(example), Evaluation)
    ]
    before = outcomes([(check, evaluation) for check, *_, evaluation in examples])
    cases = [
        (check, kind, name, told, gone)
        for (check, kind, name, evaluation), told in zip(examples, before, strict=True)
        for gone in forgetful(evaluation)
    ]
    after = outcomes([(check, gone) for check, *_, gone in cases])
    wrong = [
        f"{check.code} {kind} “{name}”: {told} → {now}"
        for (check, kind, name, told, _), now in zip(cases, after, strict=True)
        if now not in (told, Outcome.UNDECIDED)
    ]
    turned = sum(now is not told for (*_, told, _), now in zip(cases, after, strict=True))
    assert not wrong
    assert turned > len(catalogue())  # the property is not vacuous: answers do depend on values
