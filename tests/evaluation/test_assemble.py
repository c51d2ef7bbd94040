from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evaluation.folders import HERE, JUDGED, MEASURED, ROWS, a_dossier, an_evaluated, planned
from jixiao.model.dossier import FundPlan, Origin, Payment
from jixiao.model.errors import InputError
from jixiao.model.measurement import EvidenceGrade
from jixiao.model.terms import FundSource, Level1, Level2
from jixiao.model.terms import Origin as Points


def row(name, evaluated=None):
    return next(row for row in (evaluated or an_evaluated()).rows if row.plan.id == name)


def printed(name, evaluated=None):
    evaluated = evaluated or an_evaluated()
    return next(one for one in evaluated.evaluation.indicators if one.level3 == f"{name}的名称")


def test_a_measured_row_is_computed_by_the_formula_in_force():
    one = row("online")
    assert (one.actual, one.grade, one.points.origin) == ("97.50%", EvidenceGrade.MEASURED, Points.COMPUTED)
    assert one.points.points == Decimal("39.80")


def test_a_survey_that_was_not_held_earns_nothing_and_says_so():
    one = printed("asked")
    assert (one.actual, one.score, one.reason) == ("未开展", "", "没有开展满意度调查")
    assert an_evaluated().scorecard.undecided == 10


def test_a_judged_row_has_the_judges_points_name_day_and_reason():
    one = row("safe")
    assert (one.points.origin, one.points.points) == (Points.JUDGED, Decimal(9))
    assert one.points.why == "王五于2021年3月5日评定为“达成”，9分，理由：有一项延期"


def test_a_judge_outside_the_band_leaves_the_row_blank():
    judged = replace(JUDGED, score=Decimal(3))
    plan = planned("safe", "达到预期", "10", classes=(Level1.BENEFIT, Level2.SOCIAL), measured=False, judged=judged)
    evaluated = an_evaluated(a_dossier(indicators=(*ROWS[:2], plan, ROWS[3])))
    assert row("safe", evaluated).points.origin is Points.BLANK
    assert printed("safe", evaluated).score == ""


def test_a_judges_tier_is_printed_where_the_words_do_not_name_it():
    judged = replace(JUDGED, tier=JUDGED.tier.PARTIAL, score=Decimal(7))
    more = {"measured": False, "judged": judged, "classes": (Level1.BENEFIT, Level2.SOCIAL)}
    plan = planned("safe", "全部完成", "10", said="全部完成", **more)
    one = row("safe", an_evaluated(a_dossier(indicators=(ROWS[0], plan))))
    assert one.actual == "全部完成（部分达成）"
    assert one.points.origin is Points.JUDGED


def test_what_is_only_stated_is_graded_so():
    assert row("told").grade is EvidenceGrade.STATED


def test_rows_of_one_class_stand_together():
    names = [row.plan.id for row in an_evaluated().rows]
    assert names == ["online", "told", "asked", "safe"]


def test_the_scores_have_one_number_of_places():
    assert {str(one.score) for one in an_evaluated().evaluation.indicators} == {"39.8", "30.0", "", "9.0"}
    assert str(an_evaluated().evaluation.funds[0].score) == "9.0"


def test_amounts_are_printed_in_wan_to_the_fen():
    line = an_evaluated().evaluation.funds[0]
    assert list(map(str, (line.initial, line.budget, line.executed, line.rate, line.score))) == [
        "120.000000",
        "100.000000",
        "90.000000",
        "90.00",
        "9.0",
    ]


def test_one_source_that_bears_the_budget_bears_the_spending_and_several_leave_it_open():
    one = {line.source: line.executed for line in an_evaluated().evaluation.funds}
    assert one[FundSource.DISTRICT] == Decimal("90.000000")
    here = Origin("项目资料.xlsx", "资金!A5")
    plans = tuple(
        FundPlan(source, Decimal("500000.00"), Decimal(0), "", "", Decimal("500000.00"), here)
        for source in (FundSource.CENTRAL, FundSource.DISTRICT)
    )
    two = {line.source: line.executed for line in an_evaluated(a_dossier(funds=plans)).evaluation.funds}
    assert two[FundSource.CENTRAL] == two[FundSource.DISTRICT] == ""
    assert two[FundSource.TOTAL] == Decimal("90.000000")


def test_the_amounts_of_a_source_lead_to_where_it_stands():
    there = Origin("项目资料.xlsx", "资金!A6")
    plans = tuple(
        FundPlan(source, Decimal(1), Decimal(0), "", "", Decimal(1), origin)
        for source, origin in ((FundSource.DISTRICT, HERE), (FundSource.UNIT, there))
    )
    facts = an_evaluated(a_dossier(funds=plans)).facts
    assert facts["fund.district.budget"].origin == facts["fund.budget"].origin == "项目资料.xlsx 指标!A5"
    assert facts["fund.other.budget"].origin == "项目资料.xlsx 资金!A6"


def test_payments_that_say_their_source_give_each_source_its_spending():
    plans = tuple(
        FundPlan(source, Decimal("500000.00"), Decimal(0), "", "", Decimal("500000.00"), HERE)
        for source in (FundSource.CENTRAL, FundSource.DISTRICT)
    )
    payments = tuple(
        Payment(str(amount), "", "F1", day, Decimal(amount), day, day, "", "", HERE, source)
        for amount, source, day in (
            (600000, FundSource.CENTRAL, date(2020, 3, 1)),
            (300000, FundSource.DISTRICT, date(2020, 9, 1)),
            (10000, FundSource.DISTRICT, date(2019, 9, 1)),
        )
    )
    dossier = a_dossier(funds=plans, payments=payments)
    lines = {line.source: line.executed for line in an_evaluated(dossier).evaluation.funds}
    assert (lines[FundSource.CENTRAL], lines[FundSource.DISTRICT]) == (Decimal("60.000000"), Decimal("30.000000"))
    unsaid = replace(dossier, payments=(*payments[:1], replace(payments[1], source=None)))
    assert {line.executed for line in an_evaluated(unsaid).evaluation.funds[1:] if line.budget} == {""}


def test_every_printed_figure_has_its_fact():
    evaluated = an_evaluated()
    assert set(evaluated.printed.values()) <= set(evaluated.facts)


def test_a_figure_of_a_measurement_names_it():
    facts = an_evaluated().facts
    assert facts["indicator.online.actual"].measurement == "online"
    assert facts["fund.executed"].measurement == "payments"
    assert facts["fund.budget"].origin == "项目资料.xlsx 指标!A5"


def test_figures_enter_the_goals_by_name():
    assert an_evaluated().evaluation.goals[0].achieved == "在线率97.50%。"


def test_a_name_that_is_no_fact_is_refused_with_the_nearest():
    goal = replace(a_dossier().goals[0], achieved="{fact:indicator.on_line.actual}")
    with pytest.raises(InputError) as error:
        an_evaluated(a_dossier(goals=(goal,)))
    assert "没有名为“indicator.on_line.actual”的数" in str(error.value)
    assert "indicator.online.actual" in str(error.value)


def test_without_payments_nothing_is_executed():
    without = {name: one for name, one in MEASURED.items() if name != "payments"}
    assert an_evaluated(measurements=without).evaluation.funds[0].executed == 0


@pytest.mark.parametrize("layout", ["tianjin", "mof"])
def test_the_lines_below_the_total_add_up_to_it(layout):
    total, *lines = an_evaluated(layout=layout).evaluation.funds
    for name in ("initial", "budget", "executed"):
        assert sum(getattr(line, name) for line in lines) == getattr(total, name)
