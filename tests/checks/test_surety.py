"""What was read without certainty proves nothing: it is reported, and not as something that must be changed."""

from dataclasses import replace
from decimal import Decimal

import pytest
from answers import findings

from jixiao.checks.base import ERROR, WARNING, catalogue
from jixiao.checks.samples import a_claim, a_report, a_trouble, an_evaluation, an_indicator
from jixiao.model.place import Place, Source

ADDED_UP = an_evaluation(an_indicator(weight=90, score=87), total=96)
SAID = a_report(claims=(a_claim("budget", "2635.204433"),), funds={"budget": "2635.204432"})


def read(evaluation, field, confidence):
    return replace(evaluation, sources={field: Source(Place(line=3), "87", Decimal(confidence))})


def only(code, evaluation):
    ((finding,),) = findings([(catalogue()[code], evaluation)])
    return finding


@pytest.mark.parametrize(
    ("code", "evaluation", "field"),
    [
        ("SC01", ADDED_UP, "indicators[0].score"),
        ("SC01", ADDED_UP, "total.score"),
        ("SC01", ADDED_UP, "funds[0].score"),
        ("BG02", an_evaluation(funds={"executed": 50}), "funds[0].executed"),
        ("SC02", an_evaluation(an_indicator(weight=3, score=4)), "indicators[0].weight"),
        ("BG11", SAID, "claims[0]"),
        ("BG11", SAID, "funds[0].budget"),
    ],
)
def test_a_fault_is_as_sure_as_the_least_sure_figure_that_it_rests_on(code, evaluation, field):
    sure, unsure = only(code, read(evaluation, field, "0.9")), only(code, read(evaluation, field, "0.89"))
    assert (sure.severity, unsure.severity) == (ERROR, WARNING)
    assert unsure.message == sure.message + "（这几处读得没有把握，请先对照原表。）"


@pytest.mark.parametrize("field", ["indicators[0].level3", "funds[0].budget", "project.name"])
def test_what_a_fault_does_not_rest_on_does_not_matter(field):
    assert only("SC01", read(ADDED_UP, field, "0.1")).severity is ERROR


@pytest.mark.parametrize("kind", ["left-over", "no-total"])
def test_a_sum_over_rows_that_may_be_missing_proves_nothing(kind):
    finding = only("SC01", replace(ADDED_UP, troubles=(a_trouble(kind, "没有读到总分行"),)))
    assert finding.severity is WARNING
    assert finding.message.endswith("（这张表没有读全，请先对照原表。）")


def test_one_row_proves_what_it_proves_in_an_incomplete_table():
    row = replace(an_evaluation(an_indicator(weight=3, score=4)), troubles=(a_trouble("no-total", "没有读到总分行"),))
    assert only("SC02", row).severity is ERROR


def test_a_doubt_is_told_with_a_warning_too():
    flawed = an_evaluation(an_indicator(target="≥10台", actual="5套"))
    sure, unsure = (only("AC02", read(flawed, "indicators[0].actual", trust)) for trust in ("0.9", "0.5"))
    assert sure.severity is unsure.severity is WARNING
    assert unsure.message == sure.message + "（这几处读得没有把握，请先对照原表。）"
