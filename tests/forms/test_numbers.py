import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.forms.numbers import parse_number
from jixiao.model.number import plain

numbers = st.decimals(-(10**11), 10**11, allow_nan=False, places=6)


@given(numbers, st.sampled_from(["", "%", "分", "％"]))
def test_a_printed_number_is_read_back_to_its_last_place(number, ending):
    assert plain(parse_number(f" {plain(number)}{ending} ")) == plain(number)
    assert plain(parse_number(f"{number:,f}{ending}")) == plain(number)


@pytest.mark.parametrize("text", ["", " ", "\u3000", "—", "——", "-", "－", "/", "\\"])
def test_blanks_and_dashes_are_blank(text):
    assert parse_number(text) == ""


@pytest.mark.parametrize("text", ["优秀", "10优", "1,2", "1.2.3", "=3", "10-12", "1000000000000", "0.0000001", "二"])
def test_what_is_no_number_or_fits_no_column_is_unread(text):
    assert parse_number(text) is None


def test_full_width_digits_are_digits():
    assert str(parse_number("１０．５０")) == "10.50"


def test_an_amount_may_repeat_the_unit_of_its_block_and_no_other():
    assert str(parse_number("620.82万元", "万元")) == "620.82"
    assert parse_number("620.82元", "万元") is None
    assert parse_number("620.82万元") is None


def test_points_that_nobody_can_give_are_blank_and_the_total_is_what_was_earned():
    assert parse_number("无法判断") == ""
    assert str(parse_number("已得83.08分，另10分无法判断")) == "83.08"
    assert parse_number("已得83.08分") is None
