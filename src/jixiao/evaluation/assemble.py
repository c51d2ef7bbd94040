"""A project folder and its measurements → an evaluation of which every figure is known."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from jixiao.evaluation.analyses import facts_in, tables_of
from jixiao.evaluation.evaluated import Evaluated, Row
from jixiao.evaluation.facts import facts_of
from jixiao.evaluation.funds import lines_of
from jixiao.evaluation.rows import NO_DEVIATION, groups_of, indicators_of, rows_of
from jixiao.evaluation.spending import spending_of
from jixiao.evaluation.words import resolve, text_of
from jixiao.law.snapshot import Law
from jixiao.model.dossier import Dossier
from jixiao.model.evaluation import Evaluation, FundLine, Goal, Project, Total
from jixiao.model.measurement import Fact, Measurement
from jixiao.model.terms import FundSource, Kind, Scope
from jixiao.scoring.execution import score_execution
from jixiao.scoring.totals import score

COLUMNS: Final = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
LAYOUTS: Final = {"tianjin": "天津", "mof": "财政部"}


def assemble(
    dossier: Dossier,
    measurements: Mapping[str, Measurement],
    law: Law,
    layout: str = "tianjin",
) -> Evaluated:
    """The evaluation of a project folder in one of the `LAYOUTS`.

    measurements: by id; the one of an indicator has the indicator's id.

    Raises:
        InputError: a {fact:id} names no fact.
    """
    rows = rows_of(dossier, measurements, law)
    spending = spending_of(measurements)
    funds = _scored(lines_of(dossier, spending.total, layout, law.number("weight.execution")), dossier, law)
    evaluation = Evaluation(
        file="",
        kind=Kind.SELF_EVALUATION,
        form=layout,
        project=Project(dossier.name, dossier.department, dossier.unit, dossier.year),
        report_date=dossier.report_date,
        funds=funds,
        columns=COLUMNS,
        groups=groups_of(rows),
        indicators=indicators_of(rows),
    )
    card = score(evaluation, law)
    analyses = tables_of(dossier, measurements, spending)
    facts = {fact.id: fact for fact in facts_in(analyses, measurements)}
    facts |= facts_of(dossier, evaluation, rows, card, measurements, spending)
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


def _scored(lines: tuple[FundLine, ...], dossier: Dossier, law: Law) -> tuple[FundLine, ...]:
    points = score_execution(lines[0], law)
    scored = replace(lines[0], score="" if points.points is None else points.points, reason=_adjusted(dossier))
    return (scored, *lines[1:])


def _adjusted(dossier: Dossier) -> str:
    """Why the budget was changed and on which decision."""
    parts = [part for plan in dossier.funds if plan.adjustment for part in (plan.reason, plan.decision) if part]
    return f"预算调整：{'；'.join(parts)}" if parts else NO_DEVIATION


def _goals(dossier: Dossier, facts: Mapping[str, Fact]) -> tuple[Goal, ...]:
    """The goals that the form prints: those of the year, or all where none is of the year."""
    annual = [goal for goal in dossier.goals if goal.scope is Scope.ANNUAL] or list(dossier.goals)
    return tuple(
        Goal(Scope.ANNUAL, goal.expected, text_of(resolve(goal.achieved, facts, goal.origin.file, goal.origin.place)))
        for goal in annual
    )
