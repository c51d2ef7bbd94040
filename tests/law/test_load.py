import tomllib
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.law import load
from jixiao.law.snapshot import Evidence
from jixiao.model.errors import InputError

HOME = Path(load.__file__).parent
REGIONS = sorted(folder.name for folder in (HOME / "regions").iterdir() if folder.is_dir())
PROFILES = [profile.name for profile in load.profiles()]
FOUNDING_DAY = date(2021, 3, 31)
DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))


def every_law():
    for region in ["", *REGIONS]:
        for profile in ["", *PROFILES]:
            for year in range(2015, 2031):
                yield load.on(date(year, 3, 31), region, profile)


def weights(law):
    return [law.number(f"weight.{name}") for name in ("execution", "cost", "output", "benefit", "satisfaction")]


def test_the_founding_report_is_scored_10_50_30_10():
    law = load.on(FOUNDING_DAY, "120112")
    assert weights(law) == [Decimal(10), None, Decimal(50), Decimal(30), Decimal(10)]
    assert law.entries["weight.cost"].value is None
    assert law.number("score.total") == Decimal(100)


def test_the_national_text_of_2020():
    law = load.on(FOUNDING_DAY)
    assert law.number("formula.reverse") == Decimal(1)
    assert (law.number("band.met"), law.number("band.partial")) == (Decimal("0.8"), Decimal("0.6"))
    assert (law.number("over.at"), law.word("over.action")) == (Decimal("1.2"), "manual_reduce")
    assert [law.number(f"grade.{name}") for name in ("excellent", "good", "fair")] == [90, 80, 60]
    assert (law.number("light.gap"), law.number("light.unspent")) == (5, 20)
    assert law.word("execution.base") == "budget"
    assert law.flag("execution.cap")
    assert law.flag("reason.below_weight")
    assert law.word("satisfaction.unheld") == "blank"
    assert "not_applicable.rescale" in law.entries
    assert not law.flag("not_applicable.rescale")


def test_forms_with_a_cost_class_have_weights_only_since_the_2021_text():
    day = date(2021, 8, 18)
    assert load.on(day - timedelta(days=1)).number("weight_cost_class.cost") is None
    law = load.on(day)
    names = ("execution", "cost", "output", "benefit", "satisfaction")
    assert [law.number(f"weight_cost_class.{name}") for name in names] == [10, 20, 40, 20, 10]
    assert {law.entries[f"weight_cost_class.{name}"].evidence for name in names} == {Evidence.MEMORY}


def test_the_weights_begin_with_the_2020_text_and_are_unknown_before():
    day = date(2020, 2, 25)
    assert load.on(day).number("weight.output") == Decimal(50)
    assert "weight.output" not in load.on(day - timedelta(days=1)).entries


def test_what_no_national_text_speaks_of_is_not_in_force():
    law = load.on(FOUNDING_DAY)
    assert law.number("execution.explain_below") is None
    assert "execution.explain_below" not in law.entries
    assert "weight.benefit_and_satisfaction" not in law.entries


def test_hubei_scores_execution_20_and_sets_benefit_with_satisfaction():
    law = load.on(date(2022, 3, 31), "4201")
    assert weights(law) == [Decimal(20), None, Decimal(40), None, None]
    assert law.number("weight.benefit_and_satisfaction") == Decimal(40)
    assert law.number("band.partial") == Decimal("0.5")
    assert law.entries["weight.output"].layer == "湖北"


def test_sichuan_leaves_ninety_points_to_the_unit_and_asks_for_reasons():
    law = load.on(date(2024, 3, 31), "510923")
    assert weights(law) == [Decimal(10), None, None, None, None]
    assert law.number("weight_cost_class.output") is None
    assert law.number("execution.explain_below") == Decimal(90)


def test_guangxi_asks_for_a_reason_at_130_per_cent():
    law = load.on(FOUNDING_DAY, "45")
    assert (law.number("over.at"), law.word("over.action")) == (Decimal("1.3"), "require_reason")
    assert law.number("over.zero_target_at") == Decimal(30)


def test_beijing_divided_by_the_initial_budget_until_the_national_text():
    assert load.on(date(2017, 3, 31), "110108").word("execution.base") == "initial"
    after = load.on(date(2020, 2, 25), "110108")
    assert (after.word("execution.base"), after.entries["execution.base"].layer) == ("budget", "全国")


def test_a_profile_lies_over_the_region_and_says_so():
    law = load.on(FOUNDING_DAY, "45", "review-14")
    assert law.word("satisfaction.unheld") == "zero"
    assert law.entries["over.at"].layer == "十四条复核口径"
    assert law.number("over.zero_target_at") == Decimal(30)


def test_a_county_without_rules_of_its_own_follows_its_province():
    assert load.on(FOUNDING_DAY, "420106").entries == load.on(FOUNDING_DAY, "42").entries
    assert load.on(FOUNDING_DAY, "330106").entries == load.on(FOUNDING_DAY).entries


@pytest.mark.parametrize("code", ["9", "99", "990101", "123", "12345", "1234567", "天津", "１２", " 12"])
def test_no_law_for_a_place_that_does_not_exist(code):
    with pytest.raises(InputError, match="没有这个行政区划代码") as refusal:
        load.on(FOUNDING_DAY, code)
    assert "例如天津填12" in refusal.value.remedy


def test_an_unknown_profile_is_answered_with_the_known_ones():
    with pytest.raises(InputError) as refusal:
        load.on(FOUNDING_DAY, profile="review-15")
    assert "review-14（十四条复核口径）" in refusal.value.remedy


def test_figures_of_a_profile_carry_a_mark_with_the_place_of_the_unit():
    assert load.mark("review-14", "120112") == "参考口径（外地复核做法，非天津规定）"
    assert load.mark("review-14", "") == "参考口径（外地复核做法，非本地规定）"
    assert load.mark("", "120112") == ""


@pytest.mark.parametrize(("code", "name"), [("", "全国"), ("12", "天津"), ("120112", "天津"), ("4201", "湖北")])
def test_a_place_is_named_as_far_down_as_it_is_known(code, name):
    assert load.region_name(code) == name


@pytest.mark.parametrize(
    ("report_date", "year", "day"),
    [
        (date(2021, 5, 20), 2020, date(2021, 5, 20)),
        (None, 2020, date(2021, 3, 31)),
        (date(2021, 5, 20), None, date(2021, 5, 20)),
        (None, None, None),
    ],
)
def test_the_day_that_counts(report_date, year, day):
    assert load.counting_day(report_date, year) == day


@given(DAYS, st.sampled_from(["", *REGIONS, "330106"]), st.sampled_from(["", *PROFILES]))
def test_whatever_is_in_force_has_begun_and_not_ended(day, region, profile):
    for name, entry in load.on(day, region, profile).entries.items():
        assert entry.name == name
        assert entry.since <= day
        assert entry.until is None or day < entry.until


@given(DAYS, DAYS)
def test_no_national_parameter_is_lost_as_time_goes_on(one, other):
    earlier, later = sorted((one, other))
    assert load.on(earlier).entries.keys() <= load.on(later).entries.keys()


def test_every_region_and_profile_changes_something():
    assert set(REGIONS) <= tomllib.loads((HOME / "regions" / "names.toml").read_text(encoding="utf-8")).keys()
    day = date(2024, 6, 30)
    national = load.on(day).entries
    changed = {code for code in REGIONS if load.on(day, code).entries != national}
    assert changed == set(REGIONS) - {"11"}  # Beijing's old form has ended
    assert load.on(date(2017, 3, 31), "11").entries != load.on(date(2017, 3, 31)).entries
    assert PROFILES == ["review-14"]
    assert load.on(day, profile="review-14").entries != national


def test_no_article_stands_beside_a_value_that_nobody_read_in_the_text():
    laws = list(every_law())
    articled = [entry for law in laws for entry in law.entries.values() if entry.article]
    assert articled
    assert all(entry.evidence.confirmed for entry in articled)


def test_where_all_weights_are_set_they_sum_to_the_total():
    families = ("weight", "weight_cost_class")
    complete = 0
    for law in every_law():
        for family in families:
            parts = [law.entries.get(f"{family}.{name}") for name in ("execution", "output", "benefit", "satisfaction")]
            if all(part and part.value is not None for part in parts):
                complete += 1
                cost = law.number(f"{family}.cost") or Decimal(0)
                assert sum((law.number(part.name) for part in parts), cost) == law.number("score.total")
    assert complete


def test_the_acts_that_checks_cite_are_known():
    cited = {"cz-2020-10", "cz-2021-101", "seed-form", "fiscal-software", "county-review-14", "jx-practice"}
    assert cited <= load.acts().keys()
    assert all(key == act.id for key, act in load.acts().items())


def test_a_unit_is_placed_by_the_province_that_its_name_starts_with():
    assert load.region_of("天津市津南区大数据管理中心") == "12"
    assert load.region_of("某大学天津分校") == ""


def test_an_act_of_which_only_the_existence_is_known_is_never_shown_as_read():
    act = load.acts()["cz-2020-10"]
    assert act.evidence is Evidence.GOVERNMENT
    assert "条款待核" in act.words
