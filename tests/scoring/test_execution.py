from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.evaluation import FundLine
from jixiao.model.terms import FundSource, Origin
from jixiao.scoring.execution import score_execution
from scoring.laws import law

MONEY = st.decimals(0, 10**11, places=2)


def line(budget, executed, weight=10, initial=None):
    amounts = [value if value in (None, "") else Decimal(value) for value in (initial, budget, executed, weight)]
    return FundLine(FundSource.TOTAL, "年度资金总额", "万元", *amounts)


@given(MONEY.filter(bool), MONEY)
def test_execution_earns_its_share_of_the_budget_and_no_more_than_its_weight(budget, executed):
    found = score_execution(line(budget, executed), law()).points
    share = min(Fraction(executed) / Fraction(budget), Fraction(1)) * 10
    assert abs(Fraction(found) - share) <= Fraction(1, 200)


@pytest.mark.parametrize(
    ("budget", "executed", "points"),
    [("43.2", "37.24", "8.62"), ("310.2", "154.74", "4.99"), ("100", "0", "0"), ("100", "100", "10")],
)
def test_published_rates_give_the_points_that_the_formula_gives(budget, executed, points):
    assert score_execution(line(budget, executed), law()).points == Decimal(points)


def test_execution_explains_itself():
    row = score_execution(line("43.2", "37.24"), law())
    assert row.why == "全年预算数 43.2 万元，全年执行数 37.24 万元，10×37.24÷43.2=8.62 分"
    assert (row.met, row.basis) == (False, ("execution.base", "score.places"))


def test_spending_above_the_budget_is_capped_if_the_law_says_so():
    row = score_execution(line(100, 120), law())
    assert row.points == 10
    assert row.why.endswith("10×120÷100=12 分；支出超过预算，按分值 10 分计")
    assert score_execution(line(100, 120), law({"execution.cap": False})).points == 12


def test_older_forms_measure_against_the_initial_budget():
    row = score_execution(line(None, 80, initial=100), law({"execution.base": "initial"}))
    assert (row.points, row.why) == (8, "年初预算数 100 万元，全年执行数 80 万元，10×80÷100=8 分")


def test_the_weight_is_the_printed_one_and_else_the_laws():
    assert score_execution(line(100, 50, weight=20), law()).points == 10
    assert score_execution(line(100, 50, weight=None), law({"weight.execution": 20})).points == 10


@pytest.mark.parametrize(
    ("funds", "why"),
    [
        (line(0, 0), "没有预算，不计算执行率"),
        (line(0, 5), "没有预算却有支出，不计算执行率"),
        (line(100, -1), "全年执行数 -1 是负数"),
        (line(-1, 5), "全年预算数 -1 是负数"),
        (line(None, 5), "没有读到全年预算数"),
        (line(100, ""), "没有填写全年执行数"),
        (line(100, 50, weight=-1), "分值 -1 是负数"),
        (None, "没有读到资金总额，无法计算预算执行率"),
    ],
)
def test_execution_that_no_rule_covers_is_blank_and_says_why(funds, why):
    row = score_execution(funds, law())
    assert (row.origin, row.points, row.why) == (Origin.BLANK, None, why)


def test_a_weight_that_nobody_gives_is_not_invented():
    assert (
        score_execution(line(100, 50, weight=None), law({"weight.execution": None})).why == "没有读到预算执行率的分值"
    )
