from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.measures.analysis import comparison, factor_analysis, years
from jixiao.model.dossier import Fee, Origin, PlannedIndicator
from jixiao.model.measurement import EvidenceGrade, Measurement
from jixiao.model.quantity import parse_quantity
from jixiao.model.terms import Level1, Level2
from measures.evidence import NO_PROJECT, d

HERE = Origin("", "")
money = st.decimals(0, 10**9, places=2)
fees = st.lists(
    st.builds(
        lambda initial, *cuts: (initial, dict(zip(("scope", "price", "time"), cuts, strict=True))),
        *[money] * 4,
    ),
    min_size=1,
    max_size=5,
)


def of_fees(*fees):
    return replace(
        NO_PROJECT, fees=tuple(Fee(f"F{n}", f"费用{n}", initial, cuts, HERE) for n, (initial, cuts) in enumerate(fees))
    )


def planned(name, target, previous=""):
    plan = PlannedIndicator(
        *(name, Level1.OUTPUT, Level2.QUALITY, f"{name}指标", target, parse_quantity(target), d("5"), None, None),
        *("", "", (), HERE),
    )
    return plan, {plan.level3: previous} if previous else {}


def of_indicators(*plans):
    previous = {name: value for _, before in plans for name, value in before.items()}
    return replace(NO_PROJECT, indicators=tuple(plan for plan, _ in plans), previous=previous)


def value(name, number, unit="%"):
    digits = None if number is None else d(number)
    return Measurement(name, "", digits, unit, 2, "", Decimal(1), EvidenceGrade.MEASURED)


@given(fees, st.lists(money, min_size=5, max_size=5))
def test_every_row_and_the_total_add_up_to_the_fen(fees, payments):
    paid = {f"F{n}": amount for n, amount in enumerate(payments)}
    table = factor_analysis(of_fees(*fees), paid)
    if table is None:
        assert not any(any(cuts.values()) for _, cuts in fees)
        return
    for line in (*table.lines, table.total):
        initial, *cuts, budget, executed, left = (figure.value for figure in line.figures)
        assert initial - sum(cuts) == budget
        assert budget - executed == left
    for nth, figure in enumerate(table.total.figures):
        assert figure.value == sum(line.figures[nth].value for line in table.lines)


def test_what_was_added_stands_beside_what_was_cut():
    fee = replace(of_fees((d("100.00"), {"scope": d("30.00")})).fees[0], added=d("5.80"))
    table = factor_analysis(replace(NO_PROJECT, fees=(fee,)), {"F0": d("70.00")})
    assert table.header[-4:] == ("追加", "调整后预算", "实际支付", "结余")
    assert [figure.value for figure in table.total.figures][-4:] == [d("5.80"), d("75.80"), d("70.00"), d("5.80")]
    only = replace(fee, cuts={"price": d("0.00")})
    assert factor_analysis(replace(NO_PROJECT, fees=(only,)), {}).header[1:3] == ("年初预算", "追加")
    assert factor_analysis(replace(NO_PROJECT, fees=(only,)), {}).total.figures[-3].value == d("105.80")


def test_a_stated_value_is_compared_where_nothing_was_measured():
    plan, previous = planned("x", "≥300人", "296人")
    dossier = replace(NO_PROJECT, indicators=(replace(plan, stated="312人"),), previous=previous)
    assert [figure.value for figure in comparison(dossier, {}).lines[0].figures] == [
        *map(d, ("300", "312", "12", "104.00")),
    ]
    assert [figure.value for figure in years(dossier, {}).lines[0].figures] == [*map(d, ("296", "312", "16"))]
    assert comparison(replace(dossier, indicators=(replace(plan, stated="约312人"),)), {}) is None


def test_a_budget_that_was_not_cut_has_no_factors():
    assert factor_analysis(of_fees((d("100.00"), {"scope": d("0.00")})), {}) is None
    assert factor_analysis(NO_PROJECT, {}) is None


def test_figures_carry_the_names_of_their_facts():
    table = factor_analysis(of_fees((d("100.00"), {"price": d("1.50")})), {"F0": d("98.00")})
    found = {figure.fact: (title, figure.value) for title, figure in table.figures}
    assert found["fee.F0.cut.price"] == ("费用0：核减：价格", d("1.50"))
    assert found["fund.cut.price"] == ("合计：核减：价格", d("1.50"))
    assert found["fund.left"] == ("合计：结余", d("0.50"))


@pytest.mark.parametrize(
    ("target", "number", "unit", "figures"),
    [
        ("≥98%", "98.04", "%", ["98", "98.04", "0.04", "100.04"]),
        ("≤2617.105673万元", "2604.557082", "万元", ["26171056.73", "26045570.82", "-125485.91", None]),
        ("≤0次", "0", "次", ["0", "0", "0", None]),
        ("≥0次", "0", "次", ["0", "0", "0", None]),
    ],
)
def test_targets_stand_against_actual_values_in_one_unit(target, number, unit, figures):
    table = comparison(of_indicators(planned("x", target)), {"x": value("x", number, unit)})
    shown = [figure.value for figure in table.lines[0].figures]
    assert shown == [None if text is None else d(text) for text in figures]


@pytest.mark.parametrize(
    ("target", "number", "unit"),
    [("达到要求", "98", "%"), ("≥98%", None, "%"), ("≥40路", "40", "台"), ("1～3次", "2", "次")],
)
def test_what_cannot_be_compared_makes_no_table(target, number, unit):
    assert comparison(of_indicators(planned("x", target)), {"x": value("x", number, unit)}) is None
    assert comparison(of_indicators(planned("x", target)), {}) is None


def test_this_year_stands_against_last_year():
    dossier = of_indicators(planned("x", "≥98%", "97.62%"), planned("y", "≥98%"), planned("z", "≥98%", "良好"))
    table = years(dossier, {name: value(name, "98.04") for name in "xyz"})
    assert table.header == ("指标", "2019年", "2020年", "增减")
    assert [[figure.value for figure in line.figures] for line in table.lines] == [[d("97.62"), d("98.04"), d("0.42")]]


def test_without_last_year_there_is_no_comparison_with_it():
    assert years(of_indicators(planned("x", "≥98%")), {"x": value("x", "98")}) is None
