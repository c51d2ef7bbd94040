from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.evaluation import Quantity
from jixiao.model.number import MONEY_UNITS
from jixiao.model.terms import Op
from jixiao.scoring.quantities import comparable
from scoring.founding import number, words

RANGE = "实际完成值写成了一个范围，不是一个确定的数"


@given(st.decimals(0, 9999, places=4), st.sampled_from(sorted(MONEY_UNITS)), st.sampled_from(sorted(MONEY_UNITS)))
def test_money_is_compared_in_yuan_whatever_it_is_printed_in(amount, unit, other):
    printed = amount.scaleb(MONEY_UNITS[unit] - MONEY_UNITS[other])
    pair = comparable(number(amount, Op.AT_MOST, unit), number(printed, unit=other))
    assert pair.low == pair.high == pair.actual == amount.scaleb(MONEY_UNITS[unit])
    assert pair.unit == "元"


@pytest.mark.parametrize(("unit", "other", "common"), [("%", None, "%"), (None, "个", "个"), (None, None, "")])
def test_a_missing_unit_is_the_one_of_the_other_side(unit, other, common):
    assert comparable(number(90, Op.AT_LEAST, unit), number(95, unit=other)).unit == common


def test_units_are_compared_without_regard_to_width_and_spaces():
    assert comparable(number("98", Op.AT_LEAST, "％"), number("0.95")).doubt
    assert comparable(number(1, Op.AT_MOST, "万 元"), number(9000, unit="元")).actual == 9000


def test_money_without_a_unit_is_taken_in_the_unit_of_the_target():
    assert comparable(number(90, Op.AT_MOST, "万元"), number(90)).actual == 900_000


def test_other_units_cannot_be_compared():
    assert comparable(number(90, Op.AT_LEAST, "人"), number(95, unit="人次")) is None
    assert comparable(number(90, Op.AT_LEAST, "人"), number(95, unit="万元")) is None


def test_a_side_that_is_no_number_leaves_the_other():
    assert comparable(number(90, Op.AT_LEAST, "人"), words("完成")).low == 90
    assert comparable(words("完成"), number(90, unit="万元")).actual == 900_000


@pytest.mark.parametrize(("target", "actual"), [("98", "0.95"), ("98", "1"), ("0.98", "95"), ("1", "100")])
def test_a_bare_fraction_beside_a_percentage_is_in_doubt(target, actual):
    percent, bare = (target, actual) if Decimal(actual) <= 1 else (actual, target)
    sides = (number(percent, unit="%"), number(bare))
    assert all(
        "分不清" in comparable(*pair).doubt and comparable(*pair).actual is None for pair in (sides, sides[::-1])
    )


@pytest.mark.parametrize(("target", "actual"), [("98", "95"), ("98", "0"), ("0.9", "0.1")])
def test_a_bare_number_beside_a_percentage_is_a_percentage(target, actual):
    assert comparable(number(target, Op.AT_LEAST, "%"), number(actual)).actual == Decimal(actual)


@pytest.mark.parametrize(
    ("op", "target", "actual", "end"),
    [
        (Op.AT_LEAST, (95, 95), (95, 95), 95),
        (Op.AT_LEAST, (95, 95), (99, 99), 99),
        (Op.AT_MOST, (5, 5), (4, 4), 4),
        (Op.BETWEEN, (18, 54), (20, 50), 20),
        (Op.BETWEEN, (18, 54), (17, 50), None),
        (Op.BETWEEN, (18, 54), (20, 55), None),
        (Op.AT_LEAST, (95, 95), (88, 88), None),
        (Op.AT_MOST, (5, 5), (6, 6), None),
    ],
)
def test_a_range_stands_for_its_nearest_end_only_if_all_of_it_meets_the_target(op, target, actual, end):
    pair = comparable(Quantity(op, *map(Decimal, target)), Quantity(op, *map(Decimal, actual)))
    assert (pair.actual, pair.doubt) == (end, "" if end is not None else RANGE)


def test_a_range_of_another_direction_is_in_doubt():
    assert comparable(number(95), number(95, Op.AT_LEAST)).doubt == RANGE
    assert comparable(number(95, Op.AT_LEAST), number(99, Op.AT_MOST)).doubt == RANGE


def test_amounts_that_no_column_holds_are_left_out():
    assert comparable(number(10**6, Op.AT_MOST, "亿元"), number(1, unit="亿元")).low is None
