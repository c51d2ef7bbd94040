"""The recomputed execution rate, against exact fractions."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from jixiao.checks.samples import an_evaluation
from jixiao.law.load import on
from jixiao.model.number import step
from jixiao.tables.flatten import flatten
from jixiao.tables.workspace import Workspace

amounts = st.tuples(st.integers(0, 10**10), st.integers(-6, 0)).map(lambda pair: f"{pair[0]}E{pair[1]}")
rates = st.tuples(st.integers(0, 10**6), st.integers(-4, 0)).map(lambda pair: f"{pair[0]}E{pair[1]}")


def derived(budget, executed, rate):
    cells = {"budget": format(Decimal(budget), "f"), "executed": format(Decimal(executed), "f")}
    evaluation = an_evaluation(funds=cells | {"rate": format(Decimal(rate), "f")})
    frame = Workspace(flatten([evaluation], [on(date(2021, 3, 31))]).frames).with_columns(
        "project", ["project.rate_due", "project.rate_wrong"]
    )
    return evaluation.funds[0], frame["project.rate_due"][0], frame["project.rate_wrong"][0]


@given(amounts, amounts, rates)
@example("1E0", "0E0", "1E0")
@example("1E-4", "1000000E0", "1E0")
def test_a_rate_is_wrong_when_no_amounts_within_their_printing_give_it(budget, executed, rate):
    line, due, wrong = derived(budget, executed, rate)
    base, paid, printed = (Fraction(value) for value in (line.budget, line.executed, line.rate))
    if base == 0:
        assert due is None
        assert wrong is None
        return
    half = {name: Fraction(step(getattr(line, name))) / 2 for name in ("budget", "executed", "rate")}
    least, most = paid - half["executed"], paid + half["executed"]
    low = (printed - half["rate"]) * (base - half["budget"])
    high = (printed + half["rate"]) * (base + half["budget"])
    assert wrong is (high <= 100 * least or low > 100 * most)
    if 100 * paid / base < 10**12 - 1:
        assert abs(Fraction(due) - 100 * paid / base) <= Fraction(1, 200)
    else:
        assert due is None


def test_a_rate_too_large_for_its_column_is_unknown_and_stops_nothing():
    assert derived("0.0001", "99999999999.99", "99999999.99")[1] is None
