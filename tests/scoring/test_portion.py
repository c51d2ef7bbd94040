from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.scoring.portion import portion, rounded

AMOUNTS = st.decimals(0, 10**12, places=6)
SHARES = st.integers(0, 6)


@given(AMOUNTS, AMOUNTS, AMOUNTS.filter(bool), SHARES)
def test_portion_is_the_nearest_number_of_that_many_places_and_the_upper_of_two(weight, part, whole, places):
    found = portion(weight, part, whole, places)
    rest = Fraction(weight) * Fraction(part) / Fraction(whole) - Fraction(found)
    half = Fraction(1, 2 * 10**places)
    assert -half <= rest < half
    assert found.as_tuple().exponent == -places


def test_half_a_cent_goes_up():
    assert portion(Decimal(1), Decimal(1), Decimal(200), 2) == Decimal("0.01")
    assert portion(Decimal(3), Decimal("98.5"), Decimal(100), 2) == Decimal("2.96")


@pytest.mark.parametrize(("weight", "part", "whole"), [(1, 1, 0), (1, 1, -1), (1, -1, 1), (-1, 1, 1)])
def test_portion_refuses_what_callers_must_define(weight, part, whole):
    with pytest.raises(ValueError, match="no portion"):
        portion(Decimal(weight), Decimal(part), Decimal(whole), 2)


@pytest.mark.parametrize(("value", "places", "result"), [("2.005", 2, "2.01"), ("2.0049", 2, "2.00"), ("2.5", 0, "3")])
def test_rounded_is_half_up(value, places, result):
    assert str(rounded(Decimal(value), places)) == result
