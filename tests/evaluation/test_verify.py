import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.folders import MEASURED, an_evaluated, measured
from jixiao.evaluation.notes import notes_of
from jixiao.evaluation.record import read_record, record_of
from jixiao.evaluation.story.lines import text_of_report
from jixiao.evaluation.story.report import report_of
from jixiao.evaluation.verify import broken_by, changed_files, wrong_points
from jixiao.model.errors import InputError

EVALUATED = an_evaluated()


def a_record(evaluated):
    return record_of(evaluated, text_of_report(report_of(evaluated, [], {}), notes_of(evaluated)))


def carried(evaluated=None):
    evaluated = evaluated or an_evaluated()
    return read_record(a_record(evaluated), "报告.docx")


def test_a_record_reads_back_to_the_same_evaluation():
    assert carried().evaluation == an_evaluated().evaluation


def test_recomputing_an_untouched_record_finds_nothing_wrong():
    assert wrong_points(carried()) == ()


def test_points_that_the_rules_do_not_give_are_named():
    one = carried()
    rows = (replace(one.evaluation.indicators[0], score=40), *one.evaluation.indicators[1:])
    (wrong, total) = wrong_points(
        replace(one, evaluation=replace(one.evaluation, indicators=rows, total=replace(one.evaluation.total, score=88)))
    )
    assert (wrong.where, wrong.was) == ("“online的名称”的得分", "40")
    assert "39.80" in wrong.now
    assert total.where == "总分"


def test_a_changed_and_a_lost_file_are_named():
    assert changed_files(carried(), {"evidence/online.csv": "1" * 64}) == {"evidence/online.csv": "内容变了"}
    assert changed_files(carried(), {}) == {"evidence/online.csv": "不在了"}


def test_the_figures_of_a_changed_file_no_longer_follow():
    evaluated = an_evaluated(measurements=MEASURED | {"online": measured("online", "96")})
    broken = {one.fact: one for one in broken_by(carried(), {"evidence/online.csv": "内容变了"}, evaluated.facts)}
    assert (broken["indicator.online.actual"].was, broken["indicator.online.actual"].now) == ("97.50%", "96.00%")
    assert broken["total.score"].why == "重新计算的结果不同"
    assert "fund.executed" not in broken


def test_figures_are_named_even_where_nothing_can_be_measured_any_more():
    broken = broken_by(carried(), {"evidence/online.csv": "不在了"}, None)
    assert {one.fact for one in broken} >= {"indicator.online.actual", "indicator.online.score", "measure.online"}
    assert all(not one.now for one in broken)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"generation": 2}', "\ufffd", json.dumps({"generation": 1, "evaluation": 3})]
)
def test_what_is_no_record_is_refused(text):
    with pytest.raises(InputError, match="携带的计算资料读不出来"):
        read_record(text, "报告.docx")


RECORD = a_record(EVALUATED)
WRONG = [None, "", "甲", "1e999", 3, [], {}, True]


def spoilt(steps, wrong):
    """The record with one value replaced, or removed; steps: which way to go at each level."""
    body = at = json.loads(RECORD)
    for step in steps:
        keys = list(at) if isinstance(at, dict) else range(len(at))
        key = keys[step % len(keys)]
        if not isinstance(at[key], dict | list) or not at[key]:
            break
        above, at = at, at[key]
        above_key = key
    else:
        at, key = above, above_key
    if wrong == "removed":
        del at[key]
    else:
        at[key] = wrong
    return json.dumps(body)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 400), min_size=1, max_size=5), st.sampled_from([*WRONG, "removed"]))
def test_a_spoilt_record_is_refused_or_held_against_the_rules(steps, wrong):
    try:
        one = read_record(spoilt(steps, wrong), "报告.docx")
        wrong_points(one)
    except InputError:
        return
    broken_by(one, changed_files(one, {}), EVALUATED.facts)
