from collections import Counter
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.evaluation import Indicator, Quantity
from jixiao.model.terms import Op, Origin
from jixiao.scoring.rows import score_indicator
from scoring import oracle
from scoring.founding import number, words
from scoring.laws import law
from scoring.random_rows import cases

LAWS = {variant: law({"formula.reverse": variant}) for variant in (1, 2, None)}


def test_computed_points_equal_the_reference_on_random_rows():
    seen = Counter()
    for case in cases():
        row = score_indicator(case.indicator, LAWS[case.reverse])
        due = oracle.points(case)
        assert (row.points is None, row.points) == (due is None, due), case
        assert row.origin is (Origin.BLANK if due is None else Origin.COMPUTED)
        assert row.why
        seen[case.op, "none" if due is None else "full" if due == case.weight else "zero" if due == 0 else "part"] += 1
    part = [op for op in Op if seen[op, "part"]]
    assert part == [Op.AT_LEAST, Op.MORE, Op.EQUAL, Op.AT_MOST, Op.LESS, Op.BETWEEN]
    assert all(seen[op, kind] for op in (*part, Op.NONE) for kind in ("none", "full"))
    assert all(seen[op, "zero"] for op in part)


def numeric(op, t, v, weight=3, **changes):
    """A row in percent; t is a number, or two for an interval."""
    low, high = t if isinstance(t, tuple) else (t, t)
    parsed = Quantity(op, Decimal(low), Decimal(high), "%"), number(v, unit="%")
    row = Indicator("产出指标", "数量指标", "数量", f"{t}", f"{v}", Decimal(weight), None, None, *parsed)
    return replace(row, **changes)


def scored(row, **changes):
    """Points under the law with changes, their dots written as double underscores."""
    return score_indicator(row, law({name.replace("__", "."): value for name, value in changes.items()}))


@pytest.mark.parametrize(
    ("row", "points", "why"),
    [
        (numeric(Op.AT_LEAST, 98, 95, 3), "2.91", "实际 95%，低于目标 ≥98%，按比例 3×95÷98=2.91 分"),
        (numeric(Op.AT_LEAST, 98, 98, 3), "3", "实际 98%，达到目标 ≥98%，得满分 3 分"),
        (numeric(Op.EQUAL, 100, 50, 3), "1.5", "实际 50%，低于目标 =100%，按比例 3×50÷100=1.5 分"),
        (numeric(Op.AT_MOST, 10, 12, 5), "4", "实际 12%，超过目标 ≤10%，按比例 5×（2×10−12）÷10=4 分"),
        (numeric(Op.LESS, 10, 20, 5), "0", "实际 20%，超过目标 <10% 一倍以上，得 0 分"),
        (numeric(Op.AT_MOST, 0, 1, 5), "0", "实际 1%，超过目标 ≤0%，得 0 分"),
        (numeric(Op.MORE, 0, 0, 5), "0", "实际 0%，没有做到目标 >0%，得 0 分"),
        (numeric(Op.BETWEEN, (90, 95), 96, 5), "4.95", "实际 96%，超过目标 90～95%，按比例 5×（2×95−96）÷95=4.95 分"),
        (numeric(Op.BETWEEN, (90, 95), 45, 5), "2.5", "实际 45%，低于目标 90～95%，按比例 5×45÷90=2.5 分"),
        (numeric(Op.AT_LEAST, 98, -1, 3), "0", "实际 -1%（负数按 0 计），低于目标 ≥98%，得 0 分"),
        (numeric(Op.NONE, 98, 98, 3), "3", "实际 98%，与目标 98% 相等，无论目标是不低于、等于还是不高于，得满分 3 分"),
    ],
)
def test_a_computed_row_explains_itself(row, points, why):
    found = scored(row)
    assert (found.origin, found.points, found.why) == (Origin.COMPUTED, Decimal(points), why)


def test_the_second_reverse_formula_divides_the_target_by_the_actual_value():
    found = scored(numeric(Op.AT_MOST, 10, 12, 5), formula__reverse=2)
    assert (found.points, found.why) == (Decimal("4.17"), "实际 12%，超过目标 ≤10%，按比例 5×10÷12=4.17 分")
    assert found.basis == ("formula.reverse", "score.places")


def test_money_is_shown_in_the_unit_of_the_target():
    target, actual = number(100, Op.AT_MOST, "万元"), number("0.012", unit="亿元")
    row = numeric(Op.AT_MOST, 1, 1, 5, target_parsed=target, actual_parsed=actual)
    assert scored(row).why == "实际 120万元，超过目标 ≤100万元，按比例 5×（2×100−120）÷100=4 分"


@pytest.mark.parametrize(
    ("op", "t", "v", "met"),
    [
        (Op.AT_LEAST, 98, 98, True),
        (Op.MORE, 98, 98, False),
        (Op.LESS, 98, 98, False),
        (Op.AT_MOST, 98, 98, True),
        (Op.EQUAL, 98, 99, False),
        (Op.BETWEEN, (90, 95), 95, True),
        (Op.BETWEEN, (90, 95), 96, False),
        (Op.NONE, 98, 98, True),
    ],
)
def test_met_takes_the_target_at_its_word_even_where_the_formula_gives_full_points(op, t, v, met):
    assert scored(numeric(op, t, v)).met is met


def test_a_bare_number_is_never_read_as_at_least():
    row = scored(numeric(Op.NONE, 0, 3))
    assert (row.origin, row.points) == (Origin.BLANK, None)
    assert row.why == "目标 0% 没有写明不低于、等于还是不高于，实际 3% 与它不等，无法按公式计分"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"weight": None}, "没有读到分值"),
        ({"weight": ""}, "没有填写分值"),
        ({"weight": Decimal(-1)}, "分值 -1 是负数"),
        ({"target": None}, "没有读到目标值"),
        ({"target": " "}, "没有填写目标值"),
        ({"actual": None}, "没有读到实际完成值"),
        ({"actual": ""}, "没有填写实际完成值"),
        ({"actual": "—"}, "没有填写实际完成值"),
        ({"actual": "一般", "actual_parsed": words("一般")}, "目标“98”是数字，实际完成值“一般”不是数字"),
        ({"actual_parsed": number(95, unit="人")}, "目标的单位是“%”，实际完成值的单位是“人”，不能相比"),
        ({"target_parsed": number(-1, Op.AT_LEAST, "%")}, "目标 ≥-1% 是负数或者上下限颠倒，没有公式可用"),
        ({"target_parsed": number(10**9, Op.AT_LEAST, "亿元"), "actual_parsed": number(1)}, "数字太大，超出计算范围"),
    ],
)
def test_a_row_that_no_rule_covers_is_blank_and_says_why(changes, why):
    row = scored(replace(numeric(Op.AT_LEAST, 98, 95), **changes))
    assert (row.origin, row.points, row.why) == (Origin.BLANK, None, why)


def test_a_parameter_that_is_not_in_force_leaves_the_row_blank_and_is_named():
    row = numeric(Op.AT_MOST, 10, 12)
    found = scored(row, formula__reverse=None)
    assert (found.origin, found.basis) == (Origin.BLANK, ("formula.reverse",))
    found = scored(row, score__places=None)
    assert (found.origin, found.basis) == (Origin.BLANK, ("score.places",))


@pytest.mark.parametrize("field", ["target", "actual"])
@pytest.mark.parametrize("text", ["不适用", " 不 涉及"])
def test_a_row_that_does_not_apply_is_waived(field, text):
    row = scored(numeric(Op.AT_LEAST, 98, 95, **{field: text}))
    assert (row.origin, row.points, row.weight) == (Origin.WAIVED, None, 3)


@pytest.mark.parametrize(("v", "over"), [("119.99", False), (120, True)])
def test_over_achievement_leaves_full_points_and_says_so(v, over):
    row = scored(numeric(Op.AT_LEAST, 100, v))
    assert (row.points, row.over, row.proposal) == (3, over, None)
    assert row.why.endswith("；实际不少于 120%，大幅超过目标，应当分析原因，可以人工调减得分") is over


@pytest.mark.parametrize(("v", "proposal"), [(120, "3"), (150, "2.1"), (220, "0"), (500, "0")])
def test_the_formula_for_over_achievement_is_only_proposed(v, proposal):
    found = scored(numeric(Op.AT_LEAST, 100, v), over__action="formula_reduce")
    assert (found.points, found.proposal) == (3, Decimal(proposal))
    assert found.why.endswith(f"可调减为 {proposal} 分（仅供参考）")


def test_nothing_is_over_achieved_in_reverse_or_without_a_rule():
    assert not scored(numeric(Op.AT_MOST, 100, 1)).over
    assert not scored(numeric(Op.AT_LEAST, 100, 500), over__at=None).over


@pytest.mark.parametrize(("v", "over"), [(29, False), (30, True)])
def test_a_target_of_0_is_over_achieved_from_the_number_that_the_law_names(v, over):
    row = numeric(Op.AT_LEAST, 0, v)
    assert not scored(row).over
    assert scored(row, over__zero_target_at=30).over is over


def qualitative(actual, score=None, level1="效益指标", weight=5):
    parsed = words("达到要求"), words(actual)
    points = Decimal(weight), Decimal(score) if score else score
    return Indicator(level1, "社会效益指标", "效果", "达到要求", actual, *points, None, *parsed)


MET, PARTIAL, UNMET, UNSAID = (4, 5, True), (3, 4, False), (0, 3, False), (0, 5, None)


@pytest.mark.parametrize(
    ("actual", "band"),
    [
        ("达到要求。", MET),
        ("达成预期指标", MET),
        ("已完成", MET),
        ("部分达成年度指标并具有一定效果", PARTIAL),
        ("未达成年度指标且效果较差", UNMET),
        ("尚未开展", UNMET),
        ("一般", UNSAID),
        ("基本完成", UNSAID),
        ("完成，但不及时", UNSAID),
        ("完成50项", UNSAID),
    ],
)
def test_a_judged_score_must_lie_in_the_band_of_its_tier(actual, band):
    low, high, _ = band
    closed = high == 5
    inside = ["0.5", "3", "4"] if band is UNSAID else [f"{low + Decimal('0.01')}", f"{high - Decimal('0.01')}"]
    for score in (*inside, *(["5"] if closed else [])):
        row = scored(qualitative(actual, score))
        assert (row.origin, row.points, (row.low, row.high, row.met)) == (Origin.JUDGED, Decimal(score), band)
        assert row.why.endswith("，未写明评分人")
    for score in (f"{low - Decimal('0.01')}", "5.01" if closed else f"{high}"):
        row = scored(qualitative(actual, score))
        assert (row.origin, row.points, (row.low, row.high, row.met)) == (Origin.BLANK, None, band)
        assert row.why.endswith("不在范围内")


def test_a_judged_row_explains_itself():
    assert (
        scored(qualitative("达到要求", "4")).why
        == "实际“达到要求”属于“达成”，应得 4～5 分；自评打分 4 分，未写明评分人"
    )
    said = "实际“部分完成”属于“部分达成”，应得不少于 3 分、不足 4 分，但没有读到自评得分"
    assert scored(qualitative("部分完成")).why == said


def test_nobody_chooses_a_number_where_none_is_printed():
    row = scored(qualitative("达到要求", ""))
    assert (row.origin, row.points, row.low, row.high) == (Origin.BLANK, None, 4, 5)
    assert row.why.endswith("但没有填写自评得分")


@given(st.decimals("0.01", 100, places=2), st.integers(0, 10**4))
def test_edges_of_a_band_are_rounded_before_they_are_compared(weight, cents):
    score = Decimal(cents) / 100
    edge = Fraction(floor(Fraction(weight) * 80 + Fraction(1, 2)), 100)
    row = scored(replace(qualitative("达到要求", weight=weight), score=score))
    assert row.low == edge
    assert (row.origin is Origin.JUDGED) is (edge <= Fraction(score) <= Fraction(weight))


def test_no_band_no_points():
    row = scored(qualitative("达到要求", "5"), band__met=None)
    assert (row.origin, row.why, row.basis) == (Origin.BLANK, "现行规定没有写明定性指标各档的得分范围", ("band.met",))


def test_a_number_that_was_promised_and_not_begun_is_judged_in_the_lowest_band():
    row = numeric(Op.AT_LEAST, 98, 0, 10, actual="未开展", actual_parsed=words("未开展"), score=Decimal(2))
    found = scored(row)
    assert (found.origin, found.points, found.low, found.high) == (Origin.JUDGED, 2, 0, 6)
    assert scored(replace(row, score=Decimal(10))).origin is Origin.BLANK


@pytest.mark.parametrize("actual", ["未开展", "无", "", "—"])
@pytest.mark.parametrize("level1", ["满意度指标", "社会公众满意度"])
def test_a_survey_that_was_not_held_earns_nothing_by_itself(actual, level1):
    indicator = qualitative(actual, "5", level1=level1)
    row = scored(indicator)
    assert (row.origin, row.points, row.why) == (Origin.BLANK, None, "没有开展调查，满意度无从得分")
    row = scored(indicator, satisfaction__unheld="zero")
    assert (row.origin, row.points, row.met, row.basis) == (Origin.COMPUTED, 0, False, ("satisfaction.unheld",))


def test_a_survey_that_was_held_is_scored_like_any_row():
    row = scored(numeric(Op.AT_LEAST, 90, 95, level1="满意度指标", actual="95%（另一项调查未开展）"))
    assert (row.origin, row.points) == (Origin.COMPUTED, 3)


def dated(actual, last="2020-12-31", score=None):
    target, done = Quantity(Op.BEFORE, text=last), Quantity(Op.BEFORE, text=actual)
    return scored(Indicator("产出指标", "时效指标", "按期", last, actual, Decimal(5), score, None, target, done))


@given(st.dates(), st.dates())
def test_work_done_in_time_earns_full_points_and_late_work_is_judged_below_them(done, last):
    row = dated(done.isoformat(), last.isoformat(), Decimal("3.99"))
    expected = (Origin.COMPUTED, 5, True) if done <= last else (Origin.JUDGED, Decimal("3.99"), False)
    assert (row.origin, row.points, row.met) == expected


def test_late_work_cannot_earn_the_points_of_work_in_time():
    row = dated("2021-01-01", score=Decimal(4))
    assert (row.origin, row.low, row.high) == (Origin.BLANK, 0, 4)
    assert row.why == ("实际“2021-01-01”，晚于目标“2020-12-31”，应得不足 4 分；自评打分 4 分，不在范围内")


def test_a_day_that_was_promised_and_answered_in_words_is_judged():
    target = Quantity(Op.BEFORE, text="2020-12-31")
    row = scored(numeric(Op.NONE, 1, 1, 5, target_parsed=target, actual="已完成", actual_parsed=words("已完成")))
    assert (row.origin, row.low, row.high) == (Origin.BLANK, 4, 5)
