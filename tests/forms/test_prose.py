"""Reports in prose, in the manners of several places; every document is invented."""

import tomllib
from pathlib import Path

import pytest

from jixiao.forms import read_forms
from jixiao.model.number import plain
from jixiao.readers.text import read_text

CASES = sorted((Path(__file__).parents[1] / "cases/prose").glob("*.toml"))
FIELDS = ("level1", "level2", "level3", "target", "actual", "weight", "score")


def shown(value):
    return plain(value) if hasattr(value, "as_tuple") else value or ""


def said(evaluation):
    project, total = evaluation.project, evaluation.total
    found = {"name": project.name, "unit": project.unit, "year": project.year}
    found |= {"total": shown(total.score), "grade": total.grade}
    for line in evaluation.funds:
        found |= {name: shown(getattr(line, name)) for name in ("initial", "budget", "executed", "rate")}
        found["money_unit"] = line.money_unit
    found["rows"] = [[shown(getattr(row, name)) for name in FIELDS] for row in evaluation.indicators]
    return {name: value for name, value in found.items() if value}


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_report_is_read_as_a_reader_reads_it(case):
    (evaluation,) = read_forms(read_text(case.with_suffix(".txt").read_bytes(), case.stem))
    wanted = tomllib.loads(case.read_text("utf-8"))
    assert said(evaluation) == wanted


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_whatever_prose_states_says_where_and_is_not_sure(case):
    (evaluation,) = read_forms(read_text(case.with_suffix(".txt").read_bytes(), case.stem))
    stated = [path for path in evaluation.sources if path.startswith(("funds", "indicators", "total"))]
    assert all(evaluation.sources[path].place.line for path in stated)
    assert all(evaluation.sources[path].confidence < 1 for path in stated)
