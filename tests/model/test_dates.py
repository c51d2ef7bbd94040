from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.dates import day_in, last_day

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(days)
def test_a_day_is_found_in_all_its_spellings(day):
    for text in (f"{day.year}年{day.month}月{day.day}日", day.isoformat(), f"：{day.year}.{day.month}.{day.day}"):
        assert day_in(text) == day


@given(days)
def test_the_end_of_a_month_is_its_last_day(day):
    end = last_day(f"{day.year}年{day.month}月底前")
    assert (end.year, end.month, (end + timedelta(days=1)).day) == (day.year, day.month, 1)


def test_a_day_that_no_calendar_has_is_no_day():
    assert day_in("2021年2月29日") is None
    assert last_day("2021年13月底前") is None
    assert last_day("0000年12月底前") is None
