from collections import Counter
from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.measures.period import Period
from jixiao.model.errors import InputError
from measures.evidence import at, d, day, measured, table
from measures.oracle import classes

TWO_DAYS = Period(date(2020, 1, 31), date(2020, 2, 1))
START = at("2020-01-31T00:00")
NAMES = ("A", "B", "C")
CLASSES = ("up", "down", "excluded", "unknown")

days = st.dates(date(2020, 1, 29), date(2020, 2, 4))
moments = st.integers(-600, 2 * 86400 + 600).map(lambda second: START + timedelta(seconds=second))
# Many samples fall on few instants, so that some repeat or contradict others.
instants = st.one_of(moments, st.integers(0, 60).map(lambda nth: START + timedelta(minutes=30 * nth)))
cameras = st.lists(st.tuples(st.sampled_from(NAMES), days, st.none() | days), unique_by=lambda one: one[0])
samples = st.lists(st.tuples(st.sampled_from((*NAMES, "X")), instants, st.booleans()), max_size=40)
windows = st.lists(
    st.tuples(st.sampled_from((*NAMES, "全部")), moments, st.integers(1, 40000)).map(
        lambda one: (one[0], one[1], one[1] + timedelta(seconds=one[2]))
    ),
    max_size=4,
)
minutes = st.integers(1, 300).flatmap(lambda interval: st.tuples(st.just(interval), st.integers(0, interval - 1)))


def measure(cameras, samples, windows, interval=15, tolerance=5, period=TWO_DAYS):
    return measured(
        "online_rate",
        period=period,
        settings={"interval": str(interval), "tolerance": str(tolerance)},
        cameras=table("cameras", *((name, "", joined, left) for name, joined, left in cameras)),
        camera_status=table("camera_status", *((name, when, "在线" if up else "离线") for name, when, up in samples)),
        maintenance=table("maintenance", *windows),
    )


def services(cameras, period):
    first = datetime.combine(period.first, datetime.min.time())
    last = datetime.combine(period.last, datetime.min.time()) + timedelta(days=1)
    spans = {}
    for name, joined, left in cameras:
        since = max(first, datetime.combine(joined, datetime.min.time()))
        until = min(last, datetime.combine(left, datetime.min.time())) if left else last
        if since < until:
            spans[name] = (since, until)
    return spans


def seconds(measurement):
    return {
        name: int(measurement.parts[f"{name}_seconds"]) for name in CLASSES if f"{name}_seconds" in measurement.parts
    }


@settings(deadline=None, max_examples=60)
@given(cameras, samples, windows, minutes)
def test_every_second_is_classed_as_a_second_by_second_count_does(cameras, samples, windows, minutes):
    interval, tolerance = minutes
    found = measure(cameras, samples, windows, interval, tolerance)
    spans = services(cameras, TWO_DAYS)
    truth = classes(spans, samples, windows, TWO_DAYS, interval * 60, tolerance * 60)
    by_class = Counter()
    for (_, _, kind), count in truth.items():
        by_class[kind] += count
    if not spans:
        assert found.why_blank == "评价期间没有在用的摄像机"
        return
    assert seconds(found) == {name: by_class[name] for name in CLASSES}
    months = Counter()
    for (_, month, kind), count in truth.items():
        months[month, kind] += count
    for month, rate in found.series["by_month"]:
        up, known = months[month, "up"], months[month, "up"] + months[month, "down"]
        assert (rate is None) == (known == 0)
        if known:
            assert abs(Fraction(rate) - Fraction(100 * up, known)) <= Fraction(1, 200)


@settings(deadline=None, max_examples=60)
@given(cameras, samples, windows, minutes)
def test_the_fleet_is_the_sum_of_its_cameras_and_the_classes_add_up_to_the_service_time(
    cameras, samples, windows, minutes
):
    fleet = measure(cameras, samples, windows, *minutes)
    spans = services(cameras, TWO_DAYS)
    sums = Counter()
    for camera in cameras:
        one = measure([camera], samples, windows, *minutes)
        if camera[0] in spans:
            since, until = spans[camera[0]]
            assert sum(seconds(one).values()) == (until - since).total_seconds()
            sums.update(seconds(one))
    if spans:
        assert seconds(fleet) == {name: sums[name] for name in CLASSES}


@settings(deadline=None, max_examples=60)
@given(cameras, samples, windows, minutes, st.fractions(0, 1))
def test_bounds_enclose_every_filling_of_the_unknown_time(cameras, samples, windows, minutes, share):
    found = measure(cameras, samples, windows, *minutes)
    if found.value is None:
        assert found.why_blank
        return
    time = seconds(found)
    filled = Fraction(100) * (time["up"] + share * time["unknown"]) / (time["up"] + time["down"] + time["unknown"])
    half = Fraction(1, 200)
    assert Fraction(found.low) - half <= filled <= Fraction(found.high) + half
    assert found.low <= found.value <= found.high
    if not time["unknown"]:
        assert found.low == found.value == found.high


@settings(deadline=None, max_examples=40)
@given(cameras, samples, windows, minutes, st.randoms())
def test_the_order_of_the_rows_does_not_matter(cameras, samples, windows, minutes, random):
    mixed = samples.copy()
    random.shuffle(mixed)
    one, other = (measure(cameras, rows, windows, *minutes) for rows in (samples, mixed))
    assert (one.value, one.low, one.high, one.parts) == (other.value, other.low, other.high, other.parts)


def one_camera(*samples, windows=(), **rest):
    return measure(
        [("A", day("2020-01-31"), None)],
        [(name, at(f"2020-01-31T{clock}"), up) for name, clock, up in samples],
        [(name, at(f"2020-01-31T{begin}"), at(f"2020-01-31T{end}")) for name, begin, end in windows],
        **rest,
        period=Period(date(2020, 1, 31), date(2020, 1, 31)),
    )


def test_a_late_sample_within_the_tolerance_leaves_nothing_unknown():
    found = one_camera(("A", "00:00", True), ("A", "12:05", True), interval=720, tolerance=5)
    assert seconds(found) == {"up": 86400, "down": 0, "excluded": 0, "unknown": 0}


def test_after_a_gap_a_sample_speaks_for_one_interval():
    found = one_camera(("A", "00:00", True), ("A", "12:06", False), interval=720, tolerance=5)
    assert seconds(found) == {"up": 43200, "down": 86400 - 43200 - 360, "excluded": 0, "unknown": 360}
    assert found.value == d("50.21")
    assert (found.low, found.high) == (d("50.00"), d("50.42"))
    assert found.coverage == d("0.995833")


def test_contradictory_samples_leave_their_time_unknown_and_are_counted():
    found = one_camera(("A", "00:00", True), ("A", "12:00", True), ("A", "12:00", False), interval=720)
    assert seconds(found) == {"up": 43200, "down": 0, "excluded": 0, "unknown": 43200}
    assert found.sources[1].left_out == {"同一时刻重复，状态矛盾": 2}
    assert found.sources[1].used == 1


def test_equal_samples_at_one_instant_count_once():
    found = one_camera(("A", "00:00", True), ("A", "00:00", True), interval=1440)
    assert found.value == d("100.00")
    assert found.sources[1].left_out == {"同一时刻重复，状态相同": 1}


def test_unknown_cameras_and_samples_outside_the_service_are_counted():
    found = one_camera(("A", "00:00", True), ("X", "00:00", False), interval=1440)
    assert found.sources[1].left_out == {"编号不在台账里": 1}
    assert "1 行采样没有用：编号不在台账里。" in found.notes


def test_a_clock_that_goes_back_is_sorted_and_counted():
    found = one_camera(("A", "12:00", False), ("A", "00:00", True), interval=720)
    assert found.value == d("50.00")
    assert "1 行采样的时间早于同一对象的前一行，按时间排序后使用。" in found.notes


def test_outages_in_windows_do_not_count_and_overlapping_windows_count_once():
    found = one_camera(
        *(("A", "00:00", True), ("A", "06:00", False), ("A", "12:00", True), ("A", "18:00", False)),
        interval=360,
        windows=[("A", "05:00", "12:00"), ("全部", "11:00", "13:00")],
    )
    assert seconds(found) == {"up": 10 * 3600, "down": 6 * 3600, "excluded": 8 * 3600, "unknown": 0}
    assert found.parts["outages"] == 1
    assert found.parts["longest_outage_minutes"] == 360
    assert found.sources[1].numbers == (5,)
    assert "1 个维护窗口与别的窗口重叠，合并后只算一次。" in found.notes


def test_the_worst_cameras_come_first():
    cameras = [(name, day("2020-01-31"), None) for name in NAMES]
    samples = [("A", START, True), ("B", START, False), ("C", START, True), ("C", START + timedelta(days=1), False)]
    found = measure(cameras, samples, [], interval=1440)
    assert found.series["worst"] == (("B", d("0.00")), ("C", d("50.00")), ("A", d("100.00")))


def test_without_samples_nothing_can_be_told():
    found = one_camera()
    assert found.value is None
    assert found.coverage == 0
    assert found.why_blank == "评价期间没有一刻知道是正常还是中断"


def test_without_a_register_the_measurement_is_blank():
    found = measured("online_rate", camera_status=table("camera_status"))
    assert found.why_blank == "没有佐证：摄像机台账"


@pytest.mark.parametrize("word", ["十五", "-1", "1.5", "１５", "", "0"])
def test_settings_that_are_no_numbers_are_refused(word):
    with pytest.raises(InputError, match="采样间隔"):
        one_camera(interval=word)


def test_a_tolerance_as_long_as_the_interval_would_hide_a_missing_sample():
    with pytest.raises(InputError, match="容差"):
        one_camera(interval=15, tolerance=15)
