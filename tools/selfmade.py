"""Files that our own writers made of the example, with names, texts, amounts and targets left to chance."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from jixiao import api
from jixiao.evaluation.assemble import assemble
from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.record import LAYOUTS
from jixiao.evaluation.story.report import report_of
from jixiao.law.load import on
from jixiao.model.dossier import Dossier, FundPlan, PlannedIndicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.measurement import Measurement
from jixiao.model.number import known, plain
from jixiao.model.quantity import parse_quantity
from jixiao.writers.exports import FORM, FORM_BOOK, REPORT, REPORT_PDF, documents
from jixiao.writers.fonts import find

_EXAMPLE: Final = Path(__file__).parents[1] / "examples/shili-2020"
_SEED: Final = 20200312
_WORDS: Final = "河道清淤护岸校舍修缮设备采购培训补助绿化养护道路照明图书档案数字监测评估安全应急巡查"
_PLACES: Final = "甲乙丙丁戊己庚辛"
_DAY: Final = date(2021, 3, 12)


def truths(folder: Path, count: int) -> Iterator[tuple[Path, list[Any]]]:
    """Writes `count` evaluations in each layout to the folder: each file with the form that it holds."""
    dossier, measurements = api.measure(_EXAMPLE)
    rng = random.Random(_SEED)  # noqa: S311  not for secrets
    for layout in LAYOUTS:
        for at in range(count):
            evaluated = assemble(_other(dossier, rng), _others(measurements, rng), on(_DAY, "12"), layout)
            for path in _written(folder / f"{layout}-{at}", evaluated):
                yield path, [_truth(evaluated.evaluation)]


def _written(folder: Path, evaluated: Evaluated) -> Iterator[Path]:
    folder.mkdir()
    files = documents(evaluated, report_of(evaluated, [], {}), find(), plain=False)
    for name in (FORM_BOOK, FORM, REPORT, REPORT_PDF):
        path = folder / name
        path.write_bytes(files[name])
        yield path


def _other(dossier: Dossier, rng: random.Random) -> Dossier:
    return replace(
        dossier,
        name=f"{_text(rng, 4, 24)}项目",
        unit=f"{rng.choice(_PLACES)}区{_text(rng, 2, 8)}中心",
        department=f"{rng.choice(_PLACES)}区{_text(rng, 2, 6)}局",
        indicators=tuple(_row(row, rng) for row in dossier.indicators),
        funds=tuple(_fund(plan, rng) for plan in dossier.funds),
    )


def _row(row: PlannedIndicator, rng: random.Random) -> PlannedIndicator:
    target = row.target if row.measure is None else f"{rng.choice('≥≤')}{rng.randint(1, 99)}.{rng.randint(1, 9)}%"
    reason = row.reason and f"{_text(rng, 4, 60)}。"
    return replace(
        row, level3=f"{_text(rng, 3, 22)}率", target=target, target_parsed=parse_quantity(target), reason=reason
    )


def _fund(plan: FundPlan, rng: random.Random) -> FundPlan:
    initial = Decimal(rng.randint(10**6, 10**10)) / 100
    return replace(plan, initial=initial, budget=initial + plan.adjustment)


def _others(measurements: dict[str, Measurement], rng: random.Random) -> dict[str, Measurement]:
    """The measured shares with other values."""
    return {
        name: replace(one, value=Decimal(rng.randint(0, 10_000)) / 100)
        if one.value is not None and one.unit == "%"
        else one
        for name, one in measurements.items()
    }


def _text(rng: random.Random, least: int, most: int) -> str:
    return "".join(rng.choices(_WORDS, k=rng.randint(least, most)))


def _truth(form: Evaluation) -> dict[str, Any]:
    """A form as a file of truth has it."""
    total = form.funds[0]
    amounts = {"initial": total.initial, "annual": total.budget, "executed": total.executed}
    figures = amounts | {"weight": total.weight, "score": total.score, "rate": total.rate}
    names = ("level1", "level2", "level3", "target", "actual", "reason")
    return {
        "project": form.project.name,
        "unit": form.project.unit,
        "year": form.project.year,
        "funds": {name: _figure(value) for name, value in figures.items()},
        "goal_expected": "".join(goal.expected or "" for goal in form.goals),
        "goal_actual": "".join(goal.achieved or "" for goal in form.goals),
        "total_weight": _figure(form.total.weight),
        "total_score": _figure(form.total.score),
        "indicators": [
            {name: getattr(row, name) or None for name in names}
            | {"weight": _figure(row.weight), "score": _figure(row.score)}
            for row in form.indicators
        ],
    }


def _figure(value: Any) -> str | None:
    number = known(value)
    return None if number is None else plain(number)
