from datetime import date, datetime, timedelta
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.number import MONEY_UNITS, in_yuan, plain
from jixiao.sources.cells import read_column
from jixiao.sources.schema import Cell, Column, words


def read(cell, *texts, unit="", **column):
    """The values, and None or the text for what was not understood."""
    reading = read_column(pl.Series(texts, dtype=pl.String), Column("a", "甲", cell, **column), unit)
    assert reading.wrong.to_list() == [
        bool(text and text.strip()) and value is None for text, value in zip(texts, reading.values, strict=True)
    ]
    return reading.values.to_list()


fen = st.integers(-(10**13), 10**13).map(lambda value: Decimal(value).scaleb(-2))


@given(fen)
def test_an_amount_in_yuan_is_kept_to_the_fen(amount):
    assert read(Cell.MONEY, plain(amount), f"{amount:,}元") == [amount, amount]


@given(fen, st.sampled_from(sorted(MONEY_UNITS)))
def test_an_amount_in_any_unit_is_the_same_amount_in_yuan(amount, unit):
    printed = amount.scaleb(-MONEY_UNITS[unit])
    assert read(Cell.MONEY, plain(printed), unit=unit) == [in_yuan(printed, unit)]
    assert read(Cell.MONEY, f"{plain(printed)}{unit}") == [amount]


@given(st.integers(1, 10**12).filter(lambda value: value % 10))
def test_an_amount_finer_than_a_fen_is_not_rounded_but_not_read(thousandths):
    assert read(Cell.MONEY, plain(Decimal(thousandths).scaleb(-3))) == [None]


@pytest.mark.parametrize("text", ["abc", "1,2", "1e5", "=1+1", "12345678901234", "一百", "1.2.3", "--1", "∞", "NaN"])
def test_what_is_no_amount_is_not_read(text):
    assert read(Cell.MONEY, text) == [None]


def test_full_width_digits_and_units_are_read():
    assert read(Cell.MONEY, "１２．３４元", " 5 ") == [Decimal("12.34"), Decimal("5.00")]


def test_a_count_is_whole_and_not_negative():
    assert read(Cell.COUNT, "3", "3.0", "4份", "3.5", "-1", "") == [3, 3, 4, None, None, None]


def test_durations_are_whole_milliseconds():
    assert read(Cell.MILLISECONDS, "1.25", "30ms", "2分钟", unit="秒") == [1250, 30, 120_000]


days = st.dates(date(1990, 1, 1), date(2099, 12, 31))
_SPELLINGS = ("{0:%Y-%m-%d}", "{0.year}-{0.month}-{0.day}", "{0.year}/{0.month}/{0.day}", "{0.year}.{0.month}.{0.day}")


@given(days, st.sampled_from((*_SPELLINGS, "{0.year}年{0.month}月{0.day}日", "{0:%Y%m%d}", "{0} 00:00:00")))
def test_a_day_is_read_in_every_spelling(day, spelling):
    assert read(Cell.DAY, spelling.format(day)) == [day]


@pytest.mark.parametrize("text", ["2020-02-30", "2020-13-01", "2020-04-01 10:00", "43831", "昨天", "20-4-1", "2020-4"])
def test_what_is_no_day_is_not_read(text):
    assert read(Cell.DAY, text) == [None]


times = st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)).map(lambda time: time.replace(microsecond=0))


@given(
    times, st.sampled_from(("{0}", "{0:%Y/%m/%d %H:%M:%S}", "{0:%Y-%m-%dT%H:%M:%S}", "{0:%Y年%m月%d日%H时%M分%S秒}"))
)
def test_a_time_is_read_in_every_spelling(time, spelling):
    assert read(Cell.TIME, spelling.format(time)) == [time]


@given(times, st.integers(-12 * 60, 14 * 60))
def test_a_time_with_an_offset_is_brought_to_beijing(time, minutes):
    sign = "-" if minutes < 0 else "+"
    printed = f"{time:%Y-%m-%dT%H:%M:%S}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    assert read(Cell.TIME, printed) == [time + timedelta(minutes=480 - minutes)]


def test_the_hour_24_is_the_next_midnight_and_a_day_alone_is_its_first():
    reading = read_column(
        pl.Series(["2020-12-31 24:00", "2020-04-01", "2020-04-01 25:00"]), Column("a", "甲", Cell.TIME)
    )
    assert reading.values.to_list() == [datetime(2021, 1, 1), datetime(2020, 4, 1), None]
    assert reading.remarked.to_list() == [False, True, False]


def test_times_of_a_parquet_file_with_a_zone_are_brought_to_beijing():
    cells = pl.Series([datetime(2020, 1, 1)]).dt.replace_time_zone("UTC")
    assert read_column(cells, Column("a", "甲", Cell.TIME)).values.to_list() == [datetime(2020, 1, 1, 8)]


def test_quarters_and_months_are_read_in_the_words_of_offices():
    assert read(Cell.QUARTER, "第二季度", "2", "Q3", "2020年第四季度", "2020Q1", "5") == [2, 2, 3, 4, 1, None]
    assert read(Cell.MONTH, "4", "4月", "2020年4月", "2020-04", "十二月", "202004", "13") == [4, 4, 4, 4, 12, 4, None]


def test_a_choice_is_one_of_its_spellings_whatever_the_case():
    assert read(Cell.CHOICE, "Online", "离线", "也许", choices=words("在线 online", "离线")) == ["在线", "离线", None]


@pytest.mark.parametrize("shown", ["#REF!", "#N/A", "#DIV/0!", "#NAME?", "#VALUE!"])
def test_what_a_failed_formula_shows_is_no_text(shown):
    reading = read_column(pl.Series([shown, f"{shown}号", "一号"]), Column("name", "名称"))
    assert reading.wrong.to_list() == [True, False, False]


def test_text_with_control_characters_is_not_read():
    assert read(Cell.TEXT, " 甲\n乙 ", "a\x01") == ["甲\n乙", None]


@given(st.lists(st.sampled_from(["1.00", "2元", "", None, "x", "３"]), max_size=6), st.sampled_from([1, 30]))
def test_a_spelling_in_many_cells_is_read_as_in_one(texts, times):
    once = [value for text in texts for value in read(Cell.MONEY, text)]
    assert read(Cell.MONEY, *texts * times) == once * times
