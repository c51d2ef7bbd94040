"""Checks on figures at any size answer as those of one form do, from the columns that they ask for and no others."""

from datetime import date

import pytest
from answers import as_evaluation

from jixiao.checks import engine
from jixiao.checks.base import catalogue
from jixiao.checks.keys import failed, needed
from jixiao.law.load import counting_day, on, region_of
from jixiao.model.finding import Outcome
from jixiao.tables.flatten import flatten, law_table
from jixiao.tables.words import Rule

CHECKS = [check for check in catalogue().values() if isinstance(check.rule, Rule)]
EXAMPLES = [
    as_evaluation(example)
    for check in CHECKS
    for examples in (check.fires, check.silent, check.apart, check.unsure)
    for example in examples.values()
]
LAWS = [on(date(2021, 3, 31)), on(date(2001, 1, 1))]


def found_by(checks, laws, examples=EXAMPLES):
    """(code, path, project) of each failure, by keys from the needed columns, and by the findings of forms."""
    tables = flatten(examples, laws)
    columns = needed(checks)
    frames = {table: tables.frames[table].select(names) for table, names in columns.items()}
    keys = failed(frames, checks)
    owners = {
        table: tables.frames[table][f"{table}.project" if table != "project" else "project.id"].to_list()
        for table in keys
    }
    by_keys = {
        (code, owners[table][row], tables.paths[table][row])
        for table, frame in keys.items()
        for code, row in frame.iter_rows()
    }
    findings = engine.examine(examples, laws, checks, [Outcome.FAIL])
    by_form = {(one.code, number, one.subject) for number, ones in enumerate(findings) for one in ones}
    return by_keys, by_form


@pytest.mark.parametrize("laws", [LAWS[:1], LAWS], ids=["one law", "two laws"])
def test_keys_are_those_of_the_findings(laws):
    by_keys, by_form = found_by(CHECKS, [laws[number % len(laws)] for number in range(len(EXAMPLES))])
    assert len(by_form) > 50
    assert by_keys == by_form


@pytest.mark.parametrize("columns", sorted({one.columns for one in EXAMPLES}), ids="-".join)
def test_a_batch_of_forms_with_the_same_columns_is_judged_as_one_form_is(columns):
    alike = [one for one in EXAMPLES if one.columns == columns]
    by_keys, by_form = found_by(CHECKS, [LAWS[0]] * len(alike), alike)
    assert by_keys == by_form


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_each_check_reads_no_more_than_it_says(check):
    laws = [on(counting_day(one.report_date, one.project.year), region_of(one.project.unit or "")) for one in EXAMPLES]
    by_keys, by_form = found_by([check], laws)
    assert by_form
    assert by_keys == by_form


def test_a_table_of_laws_is_that_of_the_evaluations():
    tables = flatten(EXAMPLES[:2], LAWS)
    assert law_table(LAWS).equals(tables.frames["law"])
