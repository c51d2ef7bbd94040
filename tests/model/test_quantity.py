from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.evaluation import Quantity
from jixiao.model.number import fits, plain
from jixiao.model.quantity import beside, parse_quantity
from jixiao.model.terms import Op

SIGNS = {"": Op.NONE, "≥": Op.AT_LEAST, "不低于": Op.AT_LEAST, ">": Op.MORE, "＝": Op.EQUAL, "═": Op.EQUAL} | {
    "≤": Op.AT_MOST,
    "不超过": Op.AT_MOST,
    "<=": Op.AT_MOST,
    "＜": Op.LESS,
    "小于等于": Op.AT_MOST,
}
UNITS = [None, "%", "‰", "套", "人次", "万元", "元/人", "㎡", "个月", "次/月"]
numbers = st.decimals(-(10**11), 10**11, allow_nan=False, places=6) | st.decimals(0, 1000, allow_nan=False, places=2)


@given(st.sampled_from(sorted(SIGNS)), numbers, st.sampled_from(UNITS))
def test_what_is_printed_with_a_sign_is_read_back(sign, number, unit):
    expected = Quantity(SIGNS[sign], number, number, unit)
    parsed = parse_quantity(f"{sign}{plain(number)}{unit or ''}")
    assert parsed == expected
    assert plain(parsed.low) == plain(number), "the printed places are kept"


@given(numbers, st.sampled_from(UNITS))
def test_what_is_printed_with_a_word_behind_is_read_back(number, unit):
    text = f"{number:,f}{unit or ''}"
    assert parse_quantity(f"{text}以上") == Quantity(Op.AT_LEAST, number, number, unit)
    assert parse_quantity(f"{text}以内") == Quantity(Op.AT_MOST, number, number, unit)


@given(numbers, numbers, st.sampled_from(UNITS), st.sampled_from("-~～至—"))
def test_a_range_is_read_back(one, other, unit, sign):
    low, high = sorted((one, other))
    text = f"{plain(low)}{unit or ''}{sign}{plain(high)}{unit or ''}"
    assert parse_quantity(text) == Quantity(Op.BETWEEN, low, high, unit)


@given(
    st.text(st.sampled_from("0123456789.,%％≥≤不低于一二三百分之年月日前套元—~至 ："), max_size=80)
    | st.text(max_size=80)
)
def test_any_text_is_a_quantity_that_a_column_can_hold(text):
    parsed = parse_quantity(text)
    assert all(end is None or fits(end) for end in (parsed.low, parsed.high))
    assert parsed.op is not Op.TEXT or parsed.text == text.strip()


@pytest.mark.parametrize(
    ("text", "op", "low", "high", "unit"),
    [
        ("≥９８．１０％", Op.AT_LEAST, "98.10", "98.10", "%"),
        ("≧ 98 %", Op.AT_LEAST, "98", "98", "%"),
        ("≤2837.8294万元", Op.AT_MOST, "2837.8294", "2837.8294", "万元"),
        ("达到95%以上", Op.AT_LEAST, "95", "95", "%"),
        ("95%及以上", Op.AT_LEAST, "95", "95", "%"),
        ("30天内", Op.AT_MOST, "30", "30", "天"),
        ("24小时之内", Op.AT_MOST, "24", "24", "小时"),
        ("95-98%", Op.BETWEEN, "95", "98", "%"),
        ("10至12人", Op.BETWEEN, "10", "12", "人"),
        ("1套", Op.NONE, "1", "1", "套"),
        ("0次", Op.NONE, "0", "0", "次"),
        ("1,234.50元", Op.NONE, "1234.50", "1234.50", "元"),
        ("98%。", Op.NONE, "98", "98", "%"),
        ("-5%", Op.NONE, "-5", "-5", "%"),
        ("三套", Op.NONE, "3", "3", "套"),
        ("两次以上", Op.AT_LEAST, "2", "2", "次"),
        ("十二个月", Op.NONE, "12", "12", "个月"),
        ("一万二千元", Op.NONE, "12000", "12000", "元"),
        ("百分之九十八", Op.NONE, "98", "98", "%"),
        ("不低于百分之百", Op.AT_LEAST, "100", "100", "%"),
        ("5年", Op.NONE, "5", "5", "年"),
    ],
)
def test_numbers_in_many_spellings(text, op, low, high, unit):
    parsed = parse_quantity(text)
    assert (parsed.op, str(parsed.low), str(parsed.high), parsed.unit) == (op, low, high, unit)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020年12月底前", "2020-12-31"),
        ("2020年2月底前完成", "2020-02-29"),
        ("2020年12月31日", "2020-12-31"),
        ("2020年6月30日前", "2020-06-30"),
        ("于2020年6月30日之前完成", "2020-06-30"),
        ("2020年年底前", "2020-12-31"),
        ("2020-12-31", "2020-12-31"),
        ("2020年11月", "2020-11-30"),
        ("2020.6.30前", "2020-06-30"),
        ("2020-06-30之前完成", "2020-06-30"),
        ("2020/6/30", "2020-06-30"),
        ("2020年上半年", "2020-06-30"),
        ("2020年第三季度完成", "2020-09-30"),
        ("2020年4季度", "2020-12-31"),
    ],
)
def test_a_deadline_is_its_last_day(text, day):
    assert parse_quantity(text) == Quantity(Op.BEFORE, text=day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "达到要求",
        "3次以上/年",
        "2020年全年",
        "2020年第三季度前",
        "未发生系统故障",
        "按照时间节点完成",
        "一般",
        "三公经费",
        "第三次",
        "三五次",
        "200余人",
        "80%左右",
        "12,34",
        "98%-95%",
        "95%-98人",
        "2020年",
        "10月",
        "11月底前",
        "2020年12月前",
        "2020年13月1日",
        "2020年2月30日",
        "100%覆盖",
        "5完成",
        "不低于90%以下",
        "≥**人",
        "12345678901234567890" * 4,
    ],
)
def test_what_is_not_one_clear_figure_stays_text(text):
    assert parse_quantity(text) == Quantity(Op.TEXT, text=text)


@pytest.mark.parametrize("text", ["1000000000000", "≥0.0000001%", "1-1000000000000"])
def test_a_number_that_no_column_holds_is_unread(text):
    assert parse_quantity(text) == Quantity(Op.UNREAD)


def test_zeros_beyond_the_last_place_still_fit():
    assert parse_quantity("1.50000000").low == Decimal("1.5")


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [("≥3千人", "3000", "人"), ("1百万元", "1000000", "元"), ("≥2.5千人次", "2500", "人次"), ("≥5百人", "500", "人")],
)
def test_digits_with_a_chinese_multiple_are_multiplied(text, number, unit):
    parsed = parse_quantity(text)
    assert (parsed.low, parsed.unit) == (Decimal(number), unit)


def test_ten_thousand_yuan_is_a_unit_and_no_multiple():
    assert (parse_quantity("≤2837.8294万元").low, parse_quantity("≤2837.8294万元").unit) == (
        Decimal("2837.8294"),
        "万元",
    )


@pytest.mark.parametrize(
    ("actual", "target", "number"),
    [
        ("5.6", "≥5万人次", "56000"),
        ("5.6万人次", "≥5万人次", "56000"),
        ("56000人次", "≥5万人次", "56000"),
        ("5.6", "≥5人次", "5.6"),
        ("5.6", "≥5万元", "5.6"),
        ("2.5", "≤3千人。", "2500"),
    ],
)
def test_an_actual_value_without_a_unit_counts_in_that_of_its_target(actual, target, number):
    assert beside(parse_quantity(actual), target).low == Decimal(number)


def test_words_beside_a_target_stay_words():
    assert beside(parse_quantity("完成"), "≥5万人次") == parse_quantity("完成")
