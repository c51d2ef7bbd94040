from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.number import contradicts, fits, in_yuan, plain, step, tidy

printed = st.tuples(st.integers(-(10**12), 10**12), st.integers(-6, 0)).map(lambda p: Decimal(p[0]).scaleb(p[1]))


def interval(number):
    digits = plain(number)
    places = len(digits.partition(".")[2])
    half = Fraction(1, 2 * 10**places)
    return Fraction(number) - half, Fraction(number) + half


@given(printed, printed)
def test_two_printings_contradict_when_their_half_open_intervals_do_not_meet(a, b):
    (low_a, high_a), (low_b, high_b) = interval(a), interval(b)
    assert contradicts(a, b) is not (low_a < high_b and low_b < high_a)


@given(printed)
def test_spelling_out_loses_nothing(number):
    assert Decimal(plain(number)) == number == Decimal(tidy(number))
    assert step(Decimal(plain(number))) == step(number)
    assert not tidy(number).endswith((".", ".0"))


@given(printed, st.sampled_from(["元", "万元", "亿元"]))
def test_converting_money_keeps_value_and_precision(number, unit):
    factor = {"元": 1, "万元": 10**4, "亿元": 10**8}[unit]
    assert Fraction(in_yuan(number, unit)) == Fraction(number) * factor
    assert Fraction(step(in_yuan(number, unit))) == Fraction(step(number)) * factor


def test_the_founding_amounts():
    text, table = Decimal("2635.204433"), Decimal("2635.204432")
    assert contradicts(text, table)
    assert not contradicts(Decimal("2635.20"), text)
    assert not contradicts(Decimal(28378294), in_yuan(Decimal("2837.83"), "万元"))


def test_what_a_column_cannot_hold_does_not_fit():
    assert fits(Decimal("999999999999.999999"))
    assert not fits(Decimal(1000000000000))
    assert not fits(Decimal("0.1234567"))
    assert fits(Decimal("0.1000000000"))
    assert fits(Decimal("9999999999999999.99"), 2)
