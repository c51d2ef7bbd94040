"""Deliverables, assessments, spot checks, inspections, surveys, counts."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.measures.period import Period
from jixiao.measures.survey_rate import wilson
from jixiao.model.errors import InputError
from measures.evidence import at, d, day, measured, table

A_WEEK = Period(day("2020-01-01"), day("2020-01-07"))


def test_late_missing_and_unconfirmed_deliverables_are_named():
    found = measured(
        "deliverables_on_time",
        engagements=table(
            "engagements",
            ("W1", "造价审核", day("2020-03-01"), day("2020-04-01"), day("2020-04-01"), "报告一", "王"),
            ("W2", "造价审核", day("2020-03-01"), day("2020-04-02"), day("2020-04-12"), "报告二", "王"),
            ("W3", "法律咨询", day("2020-03-01"), day("2020-04-03"), None, "意见书", None),
            ("W4", "法律咨询", day("2020-03-01"), day("2020-04-04"), day("2020-04-04"), None, None),
            ("W5", "法律咨询", day("2020-03-01"), day("2021-01-04"), None, "意见书", None),
        ),
    )
    assert found.value == d("25.00")
    assert found.notes == (
        "“报告二”（W2）应于2020年4月2日交付，实际于2020年4月12日交付，迟 10 天。",
        "“意见书”（W3）应于2020年4月3日交付，没有交付日期。",
        "“法律咨询”（W4）已交付，没有委托方确认。",
    )
    assert found.sources[0].left_out == {"应交日期不在评价期间": 1}
    assert found.sources[0].numbers == (3, 4, 5)


def test_quarters_without_an_assessment_are_named():
    found = measured(
        "assessments_held",
        settings={"within": "31"},
        assessments=table(
            "assessments",
            (1, day("2020-04-15"), d("95.5"), d("100"), "公安分局"),
            (2, day("2020-08-10"), d("88"), d("100"), "公安分局"),
            (4, day("2021-01-20"), d("90"), d("100"), "公安分局"),
        ),
    )
    assert found.value == 3
    assert found.parts["average"] == d("91.17")
    assert found.parts["quarter_1_score"] == d("95.5")
    assert found.series["by_quarter"][2] == ("第三季度", None)
    assert found.notes == ("第三季度没有考核记录。", "第二季度的考核在季度结束后 41 天才组织，超过 31 天的期限。")


def test_figures_that_contradict_each_other_are_told_with_their_rows():
    assessments = table("assessments", (1, day("2020-04-15"), d("140"), d("100"), "公安分局"))
    found = measured("assessments_held", assessments=assessments)
    assert "第2行得分 140 不在 0 至满分 100 之间，填得不对。" in found.notes
    checks = table("spot_checks", *((month, day(f"2020-{month:02}-15"), 20, 20, "") for month in range(1, 12)))
    assert measured("spot_checks_held", spot_checks=checks).notes == ("12 月没有抽查记录。",)
    wrong = table("spot_checks", (1, day("2020-01-15"), 20, 21, ""))
    assert "第2行合格数 21 多于抽查数 20，填得不对。" in measured("spot_checks_held", spot_checks=wrong).notes


def test_rows_that_were_not_understood_are_named():
    rows = table("engagements", left_out={"与前面的行完全重复": (3,), "空着": tuple(range(5, 20))})
    assert measured("deliverables_on_time", engagements=rows).remarks == (
        "evidence/engagements.csv 没有用第3行：与前面的行完全重复。",
        "evidence/engagements.csv 没有用第5、6、7等15行：空着。",
    )


def test_a_missing_spot_check_is_named_and_leaves_no_bounds():
    rows = [(month, day(f"2020-{month:02}-15"), 40, 39, "公安分局") for month in range(1, 13) if month != 7]
    found = measured("spot_check_rate", spot_checks=table("spot_checks", *rows, (7, day("2020-07-15"), 40, 41, "")))
    assert found.value == d("97.50")
    assert (found.low, found.high) == (None, None)
    assert found.notes == ("7 月没有抽查记录。",)
    assert found.sources[0].left_out == {"合格数多于抽查数": 1}
    assert found.coverage == d("0.916667")


@pytest.mark.parametrize(("frequency", "expected", "done"), [("每日", 14, 3), ("每周", 2, 2), ("每月", 2, 2)])
def test_inspections_count_once_in_each_span(frequency, expected, done):
    found = measured(
        "inspection_rate",
        period=A_WEEK,
        settings={"巡检频次": frequency, "机房": "甲、乙"},
        inspections=table(
            "inspections",
            ("甲", day("2020-01-01"), "赵", "正常"),
            ("甲", day("2020-01-01"), "钱", "异常"),
            ("甲", day("2020-01-02"), "赵", "正常"),
            ("乙", day("2020-01-07"), "赵", "正常"),
            ("丙", day("2020-01-07"), "赵", "正常"),
            ("乙", day("2020-01-08"), "赵", "正常"),
        ),
    )
    assert (found.parts["expected"], found.parts["done"]) == (expected, done)
    assert found.parts["abnormal"] == 1
    assert found.sources[0].left_out == {"不是所选机房": 1, "日期不在评价期间": 1}
    spans = [span for note in found.notes for span in note.removesuffix("。").partition("：")[2].split("、") if span]
    assert len(spans) == expected - done


def test_missing_inspections_are_named_room_by_room():
    rows = [("甲", day(f"2020-01-0{n}"), "赵", "正常") for n in (1, 2, 4, 5, 6, 7)]
    found = measured("inspection_rate", period=A_WEEK, inspections=table("inspections", *rows))
    assert found.notes == ("甲没有巡检记录的：2020年1月3日。",)


def test_a_survey_that_was_not_held_is_blank():
    found = measured("survey_rate")
    assert (found.value, found.why_blank) == (None, "没有开展满意度调查")
    assert measured("survey_rate", survey=table("survey")).why_blank == "没有开展满意度调查"


def test_a_survey_has_an_interval_and_bounds_for_those_who_did_not_answer():
    found = measured(
        "survey_rate",
        survey=table(
            "survey",
            (day("2020-11-01"), "居民", "问卷", 120, 110, 100, 70, 20, 10),
            (day("2020-11-01"), "单位", "问卷", 20, 20, 20, 10, 5, 6),
        ),
    )
    assert found.value == d("90.00")
    assert (found.low, found.high) == (d("75.00"), d("91.67"))
    assert (found.parts["interval_low"], found.parts["interval_high"]) == (d("82.56"), d("94.48"))
    assert found.sources[0].left_out == {"满意、基本满意、不满意相加不等于有效份数": 1}


def test_a_survey_of_another_time_does_not_count():
    rows = [(day(when), "居民", "问卷", 100, 90, 90, 80, 5, 5) for when in ("2019-12-31", "2021-03-31", "2021-04-01")]
    found = measured("survey_rate", survey=table("survey", *rows))
    assert found.parts["sent"] == 100
    assert found.sources[0].left_out == {"调查日期不在评价期间开始至报告日期之间": 2}
    assert measured("survey_rate", survey=table("survey", rows[0])).why_blank == "满意度调查没有能用的有效答卷"


def test_a_survey_that_nobody_can_read_was_still_held():
    unread = table("survey", left_out={"“有效”读不懂，应为整数": (2,)})
    assert measured("survey_rate", survey=unread).why_blank == "满意度调查没有能用的有效答卷"


def test_only_the_satisfied_may_count():
    survey = table("survey", (day("2020-11-01"), "居民", "问卷", 120, 110, 100, 70, 20, 10))
    assert measured("survey_rate", settings={"计入满意": "满意"}, survey=survey).value == d("70.00")


@given(st.integers(1, 10**6).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_wilson_interval_holds_every_share_that_the_test_would_not_reject(counts):
    part, whole = counts
    square = Fraction("1.959964") ** 2
    low, high = wilson(part, whole, 2)
    assert 0 <= low <= Fraction(100 * part, whole) <= high <= 100
    for end, step in ((low, d("0.01")), (high, d("-0.01"))):
        inner = Fraction(end + step) / 100
        inside = (Fraction(part, whole) - inner) ** 2 <= square * inner * (1 - inner) / whole
        outer = Fraction(end) / 100
        outside = (Fraction(part, whole) - outer) ** 2 >= square * outer * (1 - outer) / whole
        assert outside
        assert inside or high - low <= d("0.02")


def test_things_are_counted_on_a_day_or_during_the_period():
    cameras = table(
        "cameras",
        ("A", "", day("2019-01-01"), None),
        ("B", "", day("2020-06-01"), None),
        ("C", "", day("2019-01-01"), day("2020-03-01")),
        ("D", "", day("2019-01-01"), day("2020-01-01")),
    )
    assert measured("count", settings={"of": "摄像机"}, cameras=cameras).value == 3
    assert measured("count", settings={"of": "摄像机", "on": "2020-12-31"}, cameras=cameras).value == 2
    whole = measured("count", settings={"对象": "摄像机", "合为一套": "是"}, cameras=cameras)
    assert (whole.value, whole.unit, whole.parts["counted"]) == (1, "套", 3)


def test_rooms_and_lines_are_counted_by_name_and_kind():
    inspections = table("inspections", *(("甲", day(f"2020-01-0{n}"), "赵", "正常") for n in range(1, 4)))
    rooms = measured("count", settings={"of": "机房"}, inspections=inspections)
    assert (rooms.value, rooms.unit) == (1, "个")
    lines = table("lines", ("G", "光纤", "", "", day("2020-01-01")), ("D", "电路", "", "", day("2020-01-01")))
    assert measured("count", settings={"of": "线路", "kinds": "光纤"}, lines=lines).value == 1
    probes = table("probes", ("OA", at("2020-01-01T00:00"), "成功"))
    assert measured("count", settings={"of": "系统"}, probes=probes).value == 1


def test_what_has_no_evidence_is_not_counted():
    assert measured("count", settings={"of": "会议"}).why_blank == "没有数会议的佐证"


@pytest.mark.parametrize(
    ("kind", "settings", "words"),
    [
        ("count", {}, "写的是“”"),
        ("count", {"of": "会议", "对象": "会议"}, "写了两次"),
        ("count", {"of": "会议", "at": "x"}, "没有设置“at”"),
        ("count", {"of": "摄像机", "on": "年底"}, "年底"),
        ("counts", {}, "没有“counts”这种测量方法"),
    ],
)
def test_settings_that_cannot_be_used_name_their_cell(kind, settings, words):
    with pytest.raises(InputError) as error:
        measured(kind, settings=settings, cameras=table("cameras"), meetings=table("meetings"))
    assert words in str(error.value)
    assert "指标!K5" in str(error.value)
