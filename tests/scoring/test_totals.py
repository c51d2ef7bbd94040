from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from jixiao.law import load
from jixiao.model.evaluation import Evaluation, Indicator, Quantity
from jixiao.model.terms import Grade, Kind, Op, Origin
from jixiao.scoring.light import Light
from jixiao.scoring.totals import score
from scoring.founding import FOUNDING, number, row
from scoring.laws import law


def points(card, origin):
    return [row.points.points for row in card.rows if row.points.origin is origin]


def test_founding_case_has_earned_87_and_leaves_10_undecided():
    card = score(FOUNDING, law())
    assert points(card, Origin.COMPUTED) == [10, 3, 3, 4, 3, 20]
    assert points(card, Origin.JUDGED) == [5, 2, 5, 4, 10, 10, 8]
    assert [row.points.why for row in card.rows if row.points.origin is Origin.BLANK] == [
        "没有开展调查，满意度无从得分"
    ]
    assert (card.earned, card.undecided, card.full) == (87, 10, 100)
    assert card.total_text() == "已得 87 分，另 10 分无法判断"
    assert (card.printed_sum, card.printed_total) == (97, 96)
    assert (card.grade, card.grade_range) == (None, (Grade.GOOD, Grade.EXCELLENT))
    assert card.light is Light.NONE


def test_founding_case_is_good_where_a_survey_that_was_not_held_earns_nothing():
    card = score(FOUNDING, law({"satisfaction.unheld": "zero"}))
    assert (card.earned, card.undecided, card.total_text()) == (87, 0, "87 分")
    assert (card.grade, card.grade_range, card.grade_reason) == (Grade.GOOD, (Grade.GOOD, Grade.GOOD), "")
    assert card.rows[-1].points.why == "没有开展调查，满意度按“某复核口径”计 0 分"


def test_founding_case_under_the_laws_that_are_shipped():
    day = date(2021, 3, 31)
    assert score(FOUNDING, load.on(day)).total_text() == "已得 87 分，另 10 分无法判断"
    reviewed = score(FOUNDING, load.on(day, profile="review-14"))
    assert (reviewed.total_text(), reviewed.grade) == ("87 分", Grade.GOOD)


def test_every_row_knows_its_path_and_label_execution_first():
    rows = score(FOUNDING, law()).rows
    assert [(row.path, row.label, row.printed) for row in (rows[0], rows[1], rows[-1])] == [
        ("funds[0]", "预算执行率", 10),
        ("indicators[0]", "数量指标", 3),
        ("indicators[12]", "服务对象满意度指标", 10),
    ]


def a_form(earned, weight=100, **changes):
    """One row of full marks that a person judged."""
    judged = row("产出指标", "数量指标", ("达到", "一般"), (weight, earned))
    return replace(Evaluation("a.xlsx", Kind.SELF_EVALUATION, "mof", indicators=(judged,)), **changes)


@pytest.mark.parametrize(
    ("earned", "grade"),
    [
        ("100", Grade.EXCELLENT),
        ("90", Grade.EXCELLENT),
        ("89.99", Grade.GOOD),
        ("80", Grade.GOOD),
        ("79.99", Grade.FAIR),
        ("60", Grade.FAIR),
        ("59.99", Grade.POOR),
        ("0", Grade.POOR),
    ],
)
def test_a_total_on_a_bound_has_the_better_grade(earned, grade):
    assert score(a_form(Decimal(earned)), law()).grade is grade


def test_a_form_of_other_than_full_marks_has_no_grade():
    card = score(a_form(80, weight=95), law({"weight.execution": 4}))
    assert (card.grade, card.grade_range) == (None, None)
    assert card.grade_reason == "分值合计 99 分，不是 100 分，不能评等级"


def test_no_grade_without_a_standard_in_force():
    card = score(a_form(95), law({"grade.good": None}))
    assert (card.grade, card.grade_reason) == (None, "现行规定没有评价等级的标准")


def test_no_grade_and_no_false_total_where_a_weight_was_not_read():
    unread = Indicator("产出指标", "数量指标", "数量", "1套", "1套", None)
    card = score(a_form(80, weight=90, indicators=(*a_form(80, weight=90).indicators, unread)), law())
    assert card.total_text() == "已得 80 分，另 10 分无法判断，还有 1 行没有读到分值"
    assert card.grade_reason == "有 1 行没有读到分值，不能评等级"


def with_waived():
    waived = replace(FOUNDING.indicators[-1], actual="不适用", score="")
    return replace(FOUNDING, indicators=(*FOUNDING.indicators[:-1], waived))


def test_a_waived_row_counts_in_neither_total():
    card = score(with_waived(), law())
    assert (card.earned, card.undecided, card.full, card.rescaled) == (87, 0, 90, None)
    assert card.grade_reason == "有 10 分的指标不适用，现行规定没有写明怎样折算，不能评等级"


def test_the_law_may_rescale_a_form_with_waived_rows():
    card = score(with_waived(), law({"not_applicable.rescale": True}))
    assert (card.rescaled, card.grade) == (Decimal("96.67"), Grade.EXCELLENT)
    assert card.total_text() == "87 分（有指标不适用，满分 90 分，折算为 96.67 分）"


def test_a_form_without_rows_says_so():
    card = score(Evaluation("a.docx", Kind.REPORT, "other"), law())
    assert (card.rows, card.printed_sum) == ((), None)
    assert card.total_text() == "没有可以计分的指标"


def test_execution_is_a_row_where_the_indicators_leave_room_for_it():
    assert [row.path for row in score(a_form(80), law()).rows] == ["indicators[0]"]
    assert [row.path for row in score(a_form(80, weight=90), law()).rows] == ["funds", "indicators[0]"]


@pytest.mark.parametrize(
    ("weight", "printed", "total"),
    [(Decimal(3), Decimal(2), 96), ("", "", 94), (Decimal(3), "", None), (Decimal(3), None, None), ("", None, None)],
)
def test_printed_sum_is_unknown_where_a_score_that_counts_is(weight, printed, total):
    first = replace(FOUNDING.indicators[0], weight=weight, score=printed)
    assert score(replace(FOUNDING, indicators=(first, *FOUNDING.indicators[1:])), law()).printed_sum == total


def spent(executed, earned, budget=100):
    """A form with 90 points for indicators and 10 for execution."""
    line = replace(
        FOUNDING.funds[0], budget=Decimal(budget), executed=executed if executed is None else Decimal(executed)
    )
    return a_form(earned, weight=90, funds=(line,))


@pytest.mark.parametrize(
    ("executed", "indicators", "light"),
    [
        (100, 87, Light.NONE),
        ("95", 90, Light.NONE),  # exactly 5 %
        ("94.9", 90, Light.RED),
        ("89", "85.5", Light.RED),
        ("80", 72, Light.NONE),  # exactly 20 % unspent
        ("79.9", 72, Light.YELLOW),
        ("0", 0, Light.YELLOW),
    ],
)
def test_light_is_red_for_high_scores_beside_low_spending_and_yellow_for_money_left(executed, indicators, light):
    assert score(spent(executed, Decimal(indicators)), law()).light is light


def test_light_is_yellow_without_a_budget_and_open_without_the_amounts():
    assert score(spent(0, 80, budget=0), law()).light is Light.YELLOW
    assert score(spent(None, 80), law()).light is None


def test_light_is_open_where_undecided_rows_could_turn_it_red():
    half = row("产出指标", "数量指标", ("5套", "4套"), (45, 40), (number(5, unit="套"), number(4, unit="套")))
    judged = row("产出指标", "数量指标", ("达到", "一般"), (45, 40))
    assert score(replace(spent(85, 80), indicators=(half, judged)), law()).light is None
    assert score(replace(spent(85, 80), indicators=(judged, judged)), law()).light is Light.NONE


def test_a_colour_that_no_rule_defines_never_shows():
    assert score(spent("50", 90), law({"light.gap": None})).light is Light.YELLOW
    assert score(spent("50", 90), law({"light.gap": None, "light.unspent": None})).light is Light.NONE
    assert score(spent(0, 80, budget=0), law({"light.unspent": None})).light is Light.NONE


def test_unread_target_words_leave_a_row_blank():
    unread = Indicator("产出指标", "数量指标", "数量", "？", "1套", Decimal(90), None, None, Quantity(Op.UNREAD))
    assert score(a_form(1, indicators=(unread,)), law()).rows[-1].points.why == "没有读懂目标值“？”"
