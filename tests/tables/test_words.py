"""The words of checks, against plain three-valued Python."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.law.load import on
from jixiao.tables import words
from jixiao.tables.flatten import flatten
from jixiao.tables.words import group, indicator, project
from jixiao.tables.workspace import Workspace

LAW = on(date(2021, 3, 31))
cells = st.one_of(st.none(), st.integers(0, 3))
answers = st.one_of(st.none(), st.booleans())


def frame_of(evaluation, table, *expressions):
    """One column for each expression, as a workspace of this evaluation answers it."""
    workspace = Workspace(flatten([evaluation], [LAW]).frames)
    needed = {name for expression in expressions for name in expression.meta.root_names()}
    frame = workspace.with_columns(table, needed)
    return frame.select(expression.alias(str(n)) for n, expression in enumerate(expressions))


def of_project(evaluation, expression):
    return frame_of(evaluation, "project", expression)["0"].to_list()[0]


def kleene_all(values):
    return False if False in values else None if None in values else True


@given(st.lists(st.tuples(cells, answers), max_size=5))
def test_a_total_counts_only_what_is_known_to_count(rows):
    """weight is the value, whether a reason says 数 the condition."""
    reasons = {True: "数", False: "", None: None}
    evaluation = an_evaluation(*(an_indicator(weight=value, reason=reasons[where]) for value, where in rows))
    where = words.says(indicator.reason, "数")
    kept = [value for value, condition in rows if condition]
    unknown = any(condition is None or (condition and value is None) for value, condition in rows)
    nothing = unknown or not kept
    assert of_project(evaluation, words.total(indicator.weight, project, where)) == (None if nothing else sum(kept))
    assert of_project(evaluation, words.largest(indicator.weight, project, where)) == (None if nothing else max(kept))


@given(st.lists(answers, max_size=5))
def test_counting_and_quantifying_are_three_valued(rows):
    reasons = {True: "数", False: "", None: None}
    evaluation = an_evaluation(*(an_indicator(reason=reasons[row]) for row in rows))
    condition = words.says(indicator.reason, "数")
    counted = None if None in rows else sum(rows)
    assert of_project(evaluation, words.count(project, condition)) == counted
    assert of_project(evaluation, words.every(condition, project)) is (kleene_all(rows) if rows else None)


@given(st.lists(st.one_of(st.none(), st.sampled_from("甲乙丙")), min_size=1, max_size=5))
def test_copies_are_unknown_while_a_name_is(names):
    evaluation = an_evaluation(*(an_indicator(level3=name) for name in names))
    found = frame_of(evaluation, "indicator", words.copies(indicator.level3, project))["0"].to_list()
    assert found == [None if None in names else names.count(name) - 1 for name in names]


@given(cells, cells, answers)
def test_picking_never_invents_a_value(a, b, condition):
    frame = pl.DataFrame({"a": [a], "b": [b], "c": [condition]}, schema={"a": pl.Int64, "b": pl.Int64, "c": pl.Boolean})
    col = pl.col

    def said(expression):
        return frame.select(expression.alias("x"))["x"][0]

    assert said(words.pick(col("c"), col("a"), col("b"))) == (None if condition is None else a if condition else b)


def test_a_blank_cell_is_blank_an_unread_one_is_unknown():
    evaluation = an_evaluation(*(an_indicator(weight=cell, reason=cell) for cell in ("5", "", None)))
    found = frame_of(
        evaluation,
        "indicator",
        words.blank(indicator.weight),
        words.filled(indicator.weight),
        words.blank(indicator.reason),
    )
    assert found.rows() == [(False, True, False), (True, False, True), (None, None, None)]


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("2635.204432", "2635.204433", True),
        ("2635.20", "2635.204433", False),
        ("2837.8294", "2837.83", False),
        ("1", "2", True),
        ("1.0", "1.00", False),
    ],
)
def test_printed_amounts_contradict_when_their_intervals_do_not_meet(a, b, apart):
    evaluation = an_evaluation(funds={"initial": a, "budget": b})
    assert of_project(evaluation, words.contradicts(project.initial, project.budget)) is apart


def test_a_total_of_printed_amounts_is_an_interval_too():
    evaluation = an_evaluation(funds={"budget": "100.4"}, parts={"municipal": "60.2", "other": "40"})
    parts = words.total(words.fund.budget, project, words.filled(words.fund.budget) & (words.fund.source != "total"))
    assert of_project(evaluation, words.contradicts(parts, project.budget)) is False


def test_the_same_aggregate_twice_is_one_column():
    assert words.total(indicator.score, group).meta.eq(words.total(indicator.score, group))


def test_rows_count_in_the_class_and_in_the_subclass_whose_weight_is_printed():
    rows = (an_indicator(weight=3), an_indicator(weight=4, level2="质量指标"))
    evaluation = an_evaluation(*rows, group_weights={"产出指标": 7})
    assert frame_of(evaluation, "group", words.total(indicator.weight, group))["0"].to_list() == [7]


def test_a_misspelt_column_names_its_neighbour():
    with pytest.raises(AttributeError, match=r"did you mean indicator\.weight"):
        _ = indicator.wieght


def test_an_aggregate_over_two_tables_is_refused():
    with pytest.raises(TypeError, match="one table"):
        words.total(indicator.score + words.fund.budget, project)


def test_an_interval_is_of_a_printed_number_only():
    with pytest.raises(TypeError):
        words.stands_for(indicator.score + 1, indicator.due)
    with pytest.raises(TypeError):
        words.contradicts(indicator.score, indicator.weight + 1)
    with pytest.raises(TypeError):
        words.contradicts(words.largest(indicator.score, project), project.total_score)


def test_pythons_own_and_is_refused():
    with pytest.raises(TypeError):
        _ = indicator.score > 1 and indicator.score < 2
