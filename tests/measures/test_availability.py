from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.measures.period import Period
from measures.evidence import at, d, day, measured, table
from measures.oracle import Line

TWO_DAYS = Period(date(2020, 1, 31), date(2020, 2, 1))
START = at("2020-01-31T00:00")
CLASSES = ("up", "down", "excluded", "unknown")

moments = st.integers(-600, 2 * 86400 + 600).map(lambda second: START + timedelta(seconds=second))
rented = st.dates(date(2020, 1, 30), date(2020, 2, 2))
lines = st.lists(st.tuples(st.sampled_from("AB"), rented, st.none() | rented), unique_by=lambda one: one[0], min_size=1)
outages = st.lists(
    st.tuples(
        st.sampled_from("AB"), moments, st.none() | st.integers(1, 40000), st.sampled_from(("用户单位", "运营商", None))
    ),
    max_size=6,
)


def lasting(outage):
    name, begin, length, party = outage
    return name, begin, begin + timedelta(seconds=length) if length else None, "", party


@settings(deadline=None, max_examples=60)
@given(lines, outages)
def test_every_second_of_a_line_is_classed_as_a_second_by_second_count_does(lines, outages):
    outages = [lasting(one) for one in outages]
    found = measured(
        "line_availability",
        period=TWO_DAYS,
        settings={"excused": "用户单位"},
        lines=table("lines", *((name, "光纤", "", "", since, until) for name, since, until in lines)),
        outages=table("outages", *outages),
    )
    truth = Counter()
    for name, since, until in lines:
        line = Line(TWO_DAYS)
        own = [(begin, end or line.end, party, end) for who, begin, end, _, party in outages if who == name]
        line.fill(line.first, line.end, "up")
        for state, chosen in (
            ("unknown", [one for one in own if one[3] is None]),
            ("down", [one for one in own if one[3] is not None]),
            ("excluded", [one for one in own if one[2] == "用户单位"]),
        ):
            for begin, end, _, _ in chosen:
                line.fill(begin, end, state)
        line.fill(line.first, START + (since - START.date()), None)
        if until:
            line.fill(START + (until - START.date() + timedelta(days=1)), line.end, None)
        for _, state, count in line.counts():
            truth[state] += count
    if found.why_blank:
        assert truth["up"] + truth["down"] == 0
        return
    assert {name: int(found.parts[f"{name}_seconds"]) for name in CLASSES} == {name: truth[name] for name in CLASSES}
    assert abs(Fraction(found.value) - Fraction(100 * truth["up"], truth["up"] + truth["down"])) <= Fraction(1, 200)


def test_only_lines_of_the_chosen_kinds_count():
    found = measured(
        "line_availability",
        settings={"线路类型": "光纤"},
        lines=table(
            "lines",
            ("G1", "光纤", "", "", day("2020-01-01")),
            ("D1", "电路", "", "", day("2020-01-01")),
            ("G0", "光纤", "", "", day("2018-01-01"), day("2019-12-31")),
        ),
        outages=table(
            "outages",
            ("G1", at("2020-05-01T00:00"), at("2020-05-02T00:00")),
            ("D1", at("2020-05-01T00:00"), at("2020-06-01T00:00")),
            ("X9", at("2020-05-01T00:00"), at("2020-06-01T00:00")),
        ),
    )
    assert found.parts["devices"] == 1
    assert found.value == d("99.73")  # 365 of 366 days
    assert found.sources[0].left_out == {"不是所选类型的线路": 1, "评价期间不在租": 1}
    assert found.sources[1].left_out == {"编号不在台账里": 1, "不是所选类型的线路": 1}
    assert found.sources[1].numbers == (2,)
    assert dict(found.series["by_month"])["2020-05"] == d("96.77")


def test_an_outage_without_an_end_is_unknown_from_its_beginning():
    found = measured(
        "line_availability",
        lines=table("lines", ("G1", "光纤", "", "", day("2020-01-01"))),
        outages=table("outages", ("G1", at("2020-12-31T00:00"), None)),
    )
    assert found.parts["unknown_hours"] == d("24.00")
    assert (found.low, found.value, found.high) == (d("99.73"), d("100.00"), d("100.00"))
    assert "1 次中断没有记恢复时间，从中断开始到期末为未知。" in found.notes


def test_windows_for_all_cameras_do_not_touch_lines():
    found = measured(
        "line_availability",
        lines=table("lines", ("G1", "光纤", "", "", day("2020-01-01"))),
        outages=table("outages", ("G1", at("2020-05-01T00:00"), at("2020-05-02T00:00"))),
        maintenance=table("maintenance", ("全部", at("2020-05-01T00:00"), at("2020-05-02T00:00"), "检修")),
    )
    assert found.parts["excluded_seconds"] == 0
    assert found.sources[2].left_out == {"别的对象的维护窗口": 1}


def test_a_system_is_available_while_its_probes_succeed():
    found = measured(
        "system_availability",
        period=Period(day("2020-01-31"), day("2020-01-31")),
        settings={"采样间隔": "480", "系统": "OA"},
        probes=table(
            "probes",
            ("OA", at("2020-01-31T00:00"), "成功"),
            ("OA", at("2020-01-31T08:00"), "失败"),
            ("门户", at("2020-01-31T00:00"), "失败"),
        ),
    )
    assert found.value == d("50.00")
    assert (found.low, found.high) == (d("33.33"), d("66.67"))
    assert found.sources[0].left_out == {"不是所选系统": 1}


def test_a_system_without_probes_is_not_available_by_silence():
    found = measured("system_availability", settings={"系统": "OA"}, probes=table("probes"))
    assert found.value is None
    assert found.why_blank == "没有这些系统的拨测"
