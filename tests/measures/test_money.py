from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.measures.amount_paid import outside
from jixiao.model.dossier import Contract, FundPlan, Origin, Payment
from jixiao.model.terms import FundSource
from measures.evidence import NO_PROJECT, YEAR, d, day, measured

IN_YEAR = (day("2020-01-01"), day("2020-03-31"))


def paid(row, when, amount, service=IN_YEAR, fee="F1"):
    origin = Origin("项目资料.xlsx", f"支付!A{row}")
    return Payment(f"Z{row}", "", fee, day(when), d(amount), *service, "", "", origin)


def funds(budget):
    origin = Origin("项目资料.xlsx", "资金!A2")
    return (FundPlan(FundSource.DISTRICT, d("100.00"), d("0"), "", "", d(budget), origin),)


def contract(name, starts, ends, *, awarded=None, signed=None, **rest):
    days = [day(text) if text else None for text in (awarded, signed, starts, ends)]
    origin = Origin("项目资料.xlsx", f"合同!A{name[-1]}")
    return replace(Contract(name, "运维合同", "乙", "F1", d("1.00"), *days, "", "", origin), **rest)


def payments(*rows, **settings):
    return measured("amount_paid", settings=settings, dossier=replace(NO_PROJECT, payments=rows))


def contracts(*rows, **settings):
    return measured("contract_timeliness", settings=settings, dossier=replace(NO_PROJECT, contracts=rows))


def execution(budget, *rows):
    return measured("budget_execution", dossier=replace(NO_PROJECT, payments=rows, funds=funds(budget)))


def test_payments_of_the_year_are_added_by_quarter_and_fee():
    found = payments(
        paid(2, "2020-03-31", "100.01"),
        paid(3, "2020-04-01", "200.02", fee="F2"),
        paid(4, "2020-12-31", "-0.03"),
        paid(5, "2021-01-04", "999.99"),
    )
    assert found.value == d("0.030000")
    assert found.unit == "万元"
    assert found.parts["quarter_1_paid"] == d("100.01")
    assert found.parts["quarter_2_paid"] == d("200.02")
    assert found.parts["quarter_4_paid"] == d("-0.03")
    assert found.parts["returned"] == d("0.03")
    assert dict(found.series["by_fee"]) == {"F1": d("99.98"), "F2": d("200.02")}
    assert found.sources[0].left_out == {"支付日期不在评价期间": 1}
    assert found.sources[0].numbers == (2, 3, 4)


def test_amounts_can_be_shown_in_yuan_for_some_fees():
    found = payments(paid(2, "2020-03-31", "100.01"), paid(3, "2020-04-01", "200.02", fee="F2"), 单位="元", 费用项="F2")
    assert (found.value, found.unit, found.places) == (d("200.02"), "元", 2)
    assert found.sources[0].left_out == {"不是所选费用项": 1}


def test_payments_that_do_not_fit_their_contract_are_told():
    agreed = contract("HT-2", "2020-01-01", "2020-12-31", signed="2020-01-01", amount=d("100.00"))
    first, second = (replace(paid(row, "2020-03-31", "60.00"), contract="HT-2") for row in (2, 3))
    dossier = replace(NO_PROJECT, contracts=(agreed,), payments=(first, replace(second, fee="F2")))
    assert measured("amount_paid", dossier=dossier).notes == (
        "《运维合同》（HT-2）累计支付 120.00 元，多于合同金额 100.00 元。",
        "项目资料.xlsx 支付!A3：Z3 的费用项是 F2，合同 HT-2 的是 F1。",
    )
    assert measured("amount_paid", dossier=replace(dossier, payments=(first,))).notes == ()


def test_payments_for_the_year_before_are_told_apart():
    before = (day("2019-10-01"), day("2019-12-31"))
    found = payments(paid(2, "2020-05-15", "735.00", before), paid(3, "2020-05-15", "735.00"))
    assert found.parts["cross_year"] == d("735.00")
    assert found.parts["other_years"] == d("735.00")


@given(st.decimals("-1000000", "1000000", places=2), st.dates(), st.dates())
def test_the_part_for_other_years_is_its_share_of_days_to_the_fen(amount, first, last):
    first, last = sorted((first, last))
    payment = Payment("Z", "", "F", day("2020-06-01"), amount, first, last, "", "", Origin("", ""))
    part = outside(payment, YEAR)
    days = (last - first).days + 1
    within = max(0, (min(last, YEAR.last) - max(first, YEAR.first)).days + 1)
    assert abs(Fraction(part) - Fraction(amount) * (days - within) / days) <= Fraction(1, 200)


def test_without_payments_nothing_is_known():
    assert payments().why_blank == "没有支付记录"


def test_execution_is_what_was_paid_of_the_adjusted_budget():
    found = execution("99.99", paid(2, "2020-03-31", "99.50"))
    assert found.value == d("99.51")
    assert found.parts["left"] == d("0.49")
    assert found.formula == "99.50 元 ÷ 99.99 元 × 100% = 99.51%"


@pytest.mark.parametrize(
    ("budget", "rows", "why"),
    [
        ("0.00", [paid(2, "2020-03-31", "99.50")], "全年预算数为零，没有执行率"),
        ("9.00", [], "没有支付记录"),
        ("9.00", [paid(2, "2020-03-31", "-1.00")], "退回的多于支付的，没有执行率"),
    ],
)
def test_there_is_no_rate_without_budget_and_payments(budget, rows, why):
    assert execution(budget, *rows).why_blank == why


def test_a_contract_signed_after_the_limit_is_named():
    found = contracts(
        contract("HT-1", "2020-04-01", "2020-12-31", awarded="2020-03-02", signed="2020-04-01"),
        contract("HT-2", "2020-04-01", "2020-12-31", awarded="2020-03-02", signed="2020-04-27"),
        contract("HT-3", "2020-01-01", "2020-12-31", awarded="2019-12-01", signed="2019-12-20"),
    )
    assert found.value == d("50.00")
    assert "《运维合同》（HT-2）2020年3月2日成交，2020年4月27日签订，历时 56 天，超过 30 天的期限。" in found.notes
    assert "服务已经开始、合同还没有签订的（评价期间内的天数）：《运维合同》（HT-2） 26 天。" in found.notes
    assert found.sources[0].left_out == {"不在评价期间签订": 1}
    assert found.sources[0].numbers == (2,)


def test_a_transfer_that_leaves_a_month_uncovered_is_a_gap():
    found = contracts(
        contract("HT-1", "2018-04-01", "2020-03-31", signed="2018-03-26"),
        contract("HT-2", "2020-05-01", "2020-12-31", signed="2020-05-19", replaces="HT-1"),
        contract("HT-3", "2020-01-01", "2020-12-31", signed="2019-12-19", fee="F2"),
    )
    assert found.value == d("0.00")
    assert (found.parts["gaps"], found.parts["gap_days"]) == (1, 30)
    assert found.notes[-1] == (
        "2020年4月1日至4月30日共 30 天没有合同覆盖：《运维合同》（HT-1）已经到期，《运维合同》（HT-2）还没有开始。"
    )


def test_a_contract_that_was_never_signed_is_late_and_its_service_unsigned():
    found = contracts(contract("HT-1", "2020-07-01", "2020-12-31"))
    assert found.value == d("0.00")
    assert found.parts["unsigned_days"] == 184


def test_contracts_that_take_over_each_other_in_a_circle_do_no_harm():
    found = contracts(
        contract("HT-1", "2020-01-01", "2020-03-31", signed="2020-01-01", replaces="HT-2"),
        contract("HT-2", "2020-04-01", "2020-12-31", signed="2020-04-01", replaces="HT-1"),
    )
    assert found.parts["gaps"] == 0
