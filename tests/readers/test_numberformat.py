from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.readers.numberformat import built_in, show_number, show_text


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("0.98", "0%", "98%"),
        ("0.9643", "0.00%", "96.43%"),
        ("0.95", "≥0%", "≥95%"),
        ("0.1", "0.00", "0.10"),
        ("0.125", "0.00", "0.13"),
        ("2635.204432", "General", "2635.204432"),
        ("28378294.123456", "General", "28378294.123456"),
        ("0.928571428571429", "General", "0.928571429"),
        ("12345.6666666667", "General", "12345.66667"),
        ("0.30000000000000004", "General", "0.3"),
        ("0.00001234", "General", "0.00001234"),
        ("-0", "General", "0"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("1234567", "#,##0,", "1,235"),
        ("1234.5", "#,##0.###", "1,234.5"),
        ("0.1", "#.##", ".1"),
        ("8", "000", "008"),
        ("12", '0"套"', "12套"),
        ("100", 'General"分"', "100分"),
        ("13800000000", "000-0000-0000", "138-0000-0000"),
        ("20201231", "0000\\-00\\-00", "2020-12-31"),
        ("5", "[$¥-804]#,##0.00", "¥5.00"),
        ("5.5", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "5.50"),
        ("0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        ("-1234.5", "#,##0.00;(#,##0.00)", "(1,234.50)"),
        ("-5", "0;0", "5"),
        ("-0.004", "0.00", "0.00"),
        ("7", ";;;", ""),
        ("95", '[>=90]"优";[>=80]"良";General', "优"),
        ("85", '[>=90]"优";[>=80]"良";General', "良"),
        ("70", '[>=90]"优";[>=80]"良";General', "70"),
        ("12345", "0.00E+00", "1.23E+04"),
        ("0.5", "# ?/?", "0.5"),
        ("5", "@", "5"),
        ("1E+40", "0.00", "1E+40"),
    ],
)
def test_a_number_reads_as_it_is_displayed(stored, code, shown):
    assert show_number(Decimal(stored), code) == shown


@pytest.mark.parametrize(
    ("day", "code", "shown"),
    [
        ("44196", "yyyy/m/d", "2020/12/31"),
        ("44196", "yyyy-mm-dd", "2020-12-31"),
        ("44196", 'yyyy"年"m"月"d"日"', "2020年12月31日"),
        ("44196", '[DBNum1][$-804]yyyy"年"m"月"d"日";@', "2020年12月31日"),
        ("44196", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2020年12月31日"),
        ("44196", "d-mmm-yy", "31-Dec-20"),
        ("44196", "aaaa", "星期四"),
        ("44196.75", "yyyy/m/d h:mm", "2020/12/31 18:00"),
        ("44196.999999", "h:mm:ss", "0:00:00"),
        ("0.75", '上午/下午h"时"mm"分"', "下午6时00分"),
        ("1.5", "[h]:mm", "36:00"),
        ("1", "yyyy/m/d", "1900/1/1"),
        ("61", "yyyy/m/d", "1900/3/1"),
        ("-3", "yyyy/m/d", "-3"),
        ("9999999999", "yyyy/m/d", "9999999999"),
    ],
)
def test_a_date_reads_as_it_is_displayed(day, code, shown):
    assert show_number(Decimal(day), code) == shown


def test_old_macs_count_days_from_1904():
    assert show_number(Decimal(42734), "yyyy/m/d", since_1904=True) == "2020/12/31"


def test_built_in_formats_are_those_of_a_chinese_excel():
    assert (built_in(14), built_in(31), built_in(9)) == ("yyyy/m/d", 'yyyy"年"m"月"d"日"', "0%")
    assert built_in(164) == "General"


@pytest.mark.parametrize(
    ("code", "shown"), [("General", "甲"), ("@", "甲"), ("0.00", "甲"), ('0;0;0;"第"@"号"', "第甲号"), (";;;", "")]
)
def test_a_text_reads_as_it_is_displayed(code, shown):
    assert show_text("甲", code) == shown


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(["General", "0.00", "#,##0.00", "@"]))
def test_money_is_never_changed_by_a_format_with_room_for_it(amount, code):
    shown = show_number(amount, code).replace(",", "")
    assert Decimal(shown) == amount


@given(st.decimals(allow_nan=True), st.text('0#?.,;%E+-[]<>=$@"\\_*/ymdhs年general', max_size=12))
def test_any_number_under_any_format_gives_a_text(number, code):
    assert isinstance(show_number(number, code), str)
    assert isinstance(show_text("甲", code), str)
