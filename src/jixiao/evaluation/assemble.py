"""A project folder and its measurements → an evaluation of which every figure is known."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from jixiao.evaluation.analyses import facts_in, tables_of
from jixiao.evaluation.evaluated import Evaluated, Row
from jixiao.evaluation.facts import day_fact, facts_of
from jixiao.evaluation.funds import lines_of
from jixiao.evaluation.rows import NO_DEVIATION, groups_of, indicators_of, places_of, rows_of, score_in
from jixiao.evaluation.spending import spending_of
from jixiao.evaluation.words import resolve, text_of
from jixiao.law.snapshot import Law
from jixiao.model.dossier import Dossier
from jixiao.model.evaluation import Evaluation, Goal, Project, Total
from jixiao.model.measurement import Fact, Measurement
from jixiao.model.terms import FundSource, Kind, Scope
from jixiao.scoring.execution import score_execution
from jixiao.scoring.totals import score

COLUMNS: Final = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")


def assemble(
    dossier: Dossier,
    measurements: Mapping[str, Measurement],
    law: Law,
    layout: str = "tianjin",
) -> Evaluated:
    """The evaluation of a project folder.

    layout: of the form, "tianjin" or "mof". measurements: by id; the one of an indicator has the indicator's id.

    Raises:
        InputError: a {fact:id} names no fact.
    """
    rows = rows_of(dossier, measurements, law)
    spending = spending_of(measurements)
    funds = lines_of(dossier, spending.total, layout, law.number("weight.execution"))
    execution = score_execution(funds[0], law)
    places = places_of([execution, *(row.points for row in rows)])
    total = replace(
        funds[0], score=score_in(execution, places), reason=_adjusted(dossier) if funds[0].reason is not None else None
    )
    evaluation = Evaluation(
        file="",
        kind=Kind.SELF_EVALUATION,
        form=layout,
        project=Project(dossier.name, dossier.department, dossier.unit, dossier.year),
        report_date=dossier.report_date,
        funds=(total, *funds[1:]),
        columns=COLUMNS,
        groups=groups_of(rows),
        indicators=indicators_of(rows, places),
    )
    card = score(evaluation, law)
    law_day = day_fact(law.day)
    analyses = tables_of(dossier, measurements, spending)
    facts = {law_day.id: law_day} | facts_of(dossier, evaluation, rows, card, measurements, spending)
    facts |= {fact.id: fact for fact in facts_in(analyses, measurements) if fact.id not in facts}
    evaluation = replace(
        evaluation,
        total=Total(card.full, card.earned, card.grade.value if card.grade else None),
        goals=_goals(dossier, facts),
        indicators=tuple(
            replace(one, reason=text_of(resolve(one.reason or "", facts, place=one.level3 or "")))
            for one in evaluation.indicators
        ),
    )
    return Evaluated(
        dossier, measurements, law, evaluation, rows, score(evaluation, law), facts, printed(evaluation, rows), analyses
    )


def printed(evaluation: Evaluation, rows: tuple[Row, ...]) -> dict[str, str]:
    """Path in the evaluation → the id of the fact that stands there."""
    found = {"project.name": "project.name", "project.unit": "project.unit", "project.department": "project.department"}
    for at, line in enumerate(evaluation.funds):
        prefix = "fund" if line.source is FundSource.TOTAL else f"fund.{line.source}"
        found |= {f"funds[{at}].{name}": f"{prefix}.{name}" for name in ("initial", "budget", "executed", "rate")}
    found |= {f"funds[0].{name}": f"fund.{name}" for name in ("weight", "score")}
    for row in rows:
        names = ("target", "actual", "weight", "score")
        found |= {f"{row.path}.{name}": f"indicator.{row.plan.id}.{name}" for name in names}
    return found | {"total.weight": "total.weight", "total.score": "total.score", "total.grade": "total.grade"}


def _adjusted(dossier: Dossier) -> str:
    """Why the budget was changed and on which decision."""
    parts = [part for plan in dossier.funds if plan.adjustment for part in (plan.reason, plan.decision) if part]
    return f"预算调整：{'；'.join(parts)}" if parts else NO_DEVIATION


def _goals(dossier: Dossier, facts: Mapping[str, Fact]) -> tuple[Goal, ...]:
    """The goals that the form prints: those of the year, or all where none is of the year."""
    annual = [goal for goal in dossier.goals if goal.scope is Scope.ANNUAL] or dossier.goals
    return tuple(
        Goal(Scope.ANNUAL, expected, achieved)
        for goal in annual
        for expected, achieved in _pairs(
            goal.expected, text_of(resolve(goal.achieved, facts, goal.origin.file, goal.origin.place))
        )
    )


def _pairs(expected: str, achieved: str) -> list[tuple[str, str]]:
    """Goals and answers line by line where there are as many of either, else as a whole."""
    goals, answers = expected.splitlines(), achieved.splitlines()
    if len(goals) == len(answers):
        return list(zip(goals, answers, strict=True))
    return [("".join(goals), "".join(answers))]
