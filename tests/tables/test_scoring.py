from collections import Counter
from decimal import Decimal
from random import Random

import polars as pl
import pytest

from jixiao.model.evaluation import FundLine
from jixiao.model.terms import FundSource, Op, Origin
from jixiao.scoring.execution import score_execution
from jixiao.scoring.rows import score_indicator
from jixiao.tables.schema import MONEY, POINTS
from jixiao.tables.scoring import due, execution_due
from scoring.laws import law
from scoring.random_rows import COUNT, cases

LAWS = {variant: law({"formula.reverse": variant}) for variant in (1, 2, None)}


def indicators(rows, over_at="1.2", places=2):
    numbers = {
        "indicator.t": [row.t for row in rows],
        "indicator.t_high": [row.high for row in rows],
        "indicator.v": [row.v for row in rows],
        "indicator.weight": [row.weight for row in rows],
        "law.formula_reverse": [row.reverse and Decimal(row.reverse) for row in rows],
        "law.over_at": [over_at and Decimal(over_at)] * len(rows),
        "law.score_places": [places if places is None else Decimal(places)] * len(rows),
    }
    columns = {name: pl.Series(values, dtype=POINTS) for name, values in numbers.items()}
    return pl.DataFrame(
        columns | {"indicator.op": pl.Series([row.op.value for row in rows], dtype=pl.Enum([op.value for op in Op]))}
    )


def test_columns_give_what_rows_give_on_random_rows():
    rows = cases()
    scored = due(indicators(rows))
    seen = Counter()
    columns = (scored[name].to_list() for name in ("indicator.due", "indicator.met", "indicator.over"))
    for case, points, met, over in zip(rows, *columns, strict=True):
        row = score_indicator(case.indicator, LAWS[case.reverse])
        assert (points is None, points) == (row.points is None, row.points), case
        if row.origin is Origin.COMPUTED:
            assert met is row.met, case
            assert over is (None if case.t == 0 and case.op in (Op.AT_LEAST, Op.MORE, Op.EQUAL) else row.over), case
        seen[row.origin, row.met, row.over] += 1
    assert {(Origin.COMPUTED, met, over) for met in (True, False) for over in (True, False)} < set(seen)
    assert seen[Origin.BLANK, None, False]


def test_columns_are_exact_decimals_beside_the_ones_that_were_there():
    frame = indicators(cases(10))
    scored = due(frame)
    assert scored.columns == [*frame.columns, "indicator.due", "indicator.met", "indicator.over"]
    assert scored.schema["indicator.due"] == POINTS


def test_words_and_days_have_no_formula():
    rows = [case for case in cases(200) if None not in (case.t, case.v, case.weight)]
    frame = indicators(rows).with_columns(pl.lit("text").alias("indicator.op"))
    scored = due(frame)
    assert scored.select("indicator.due", "indicator.met", "indicator.over").null_count().row(0) == (len(rows),) * 3


@pytest.mark.parametrize("places", [0, 1, 3, 6])
def test_the_law_says_to_how_many_places(places):
    rows = cases(2000)
    points = due(indicators(rows, places=places))["indicator.due"].to_list()
    expected = [
        score_indicator(row.indicator, law({"formula.reverse": row.reverse, "score.places": places})) for row in rows
    ]
    assert points == [row.points for row in expected]


@pytest.mark.parametrize("places", [None, "-1", "7"])
def test_without_usable_places_only_rows_without_a_division_have_points(places):
    rows = cases(2000)
    points = due(indicators(rows, places=places))["indicator.due"].to_list()
    assert {0, None} < {found and found == row.weight for found, row in zip(points, rows, strict=True)}
    assert all(found in (None, 0, row.weight) for found, row in zip(points, rows, strict=True))


def test_nothing_is_over_achieved_where_the_law_does_not_say_when():
    assert not due(indicators(cases(2000), over_at=None))["indicator.over"].any()


def test_columns_of_another_type_are_refused():
    frame = indicators(cases(10)).with_columns(pl.col("indicator.v").cast(pl.Float64))
    with pytest.raises(TypeError, match=r"indicator\.v is Float64"):
        due(frame)


def budgets(count=COUNT):
    """Budget, executed, weight and cap, crowding around no budget and full execution."""
    chance = Random(20200331)
    for _ in range(count):
        base = chance.choice((None, Decimal(0), Decimal(-1), *(_money(chance) for _ in range(9))))
        other = chance.choice((base, None, Decimal(0), -_money(chance), *(_money(chance) for _ in range(9))))
        weight = chance.choice((Decimal(10), Decimal(20), Decimal("7.5"), Decimal(0), Decimal(-1)))
        yield base, other, weight, chance.random() < 0.8


def _money(chance):
    return Decimal(chance.randrange(10 ** chance.randrange(1, 14))).scaleb(-2)


def test_execution_columns_give_what_rows_give_on_random_budgets():
    rows = list(budgets())
    base, executed, weight, cap = zip(*rows, strict=True)
    scored = execution_due(
        pl.DataFrame(
            {
                "project.base": pl.Series(base, dtype=MONEY),
                "project.executed": pl.Series(executed, dtype=MONEY),
                "project.execution_weight": pl.Series(weight, dtype=POINTS),
                "law.score_places": pl.Series([2] * len(rows), dtype=POINTS),
                "law.execution_cap": cap,
            }
        )
    )
    laws = {flag: law({"execution.cap": flag}) for flag in (True, False)}
    seen = Counter()
    for (a, b, w, capped), points in zip(rows, scored["project.due"].to_list(), strict=True):
        row = score_execution(FundLine(FundSource.TOTAL, "年度资金总额", "元", None, a, b, w), laws[capped])
        fits = row.points is None or row.points < 10**12
        assert points == (row.points if fits else None), (a, b, w, capped)
        seen["blank" if points is None else "over" if points > w else "full" if points == w else "part"] += 1
    assert seen.keys() == {"blank", "over", "full", "part"}
