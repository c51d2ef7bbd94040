"""Where a text breaks off."""

import pytest

from jixiao.checks.prose import breaks_off
from jixiao.checks.samples import a_report, a_section, an_evaluation


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("按月巡查，全年没有发生事故。", False),
        ("项目按合同支付，截至年底已经支付", True),
        ("支出包括：", True),
        ("示例区图书馆\n2022年3月18日", False),
        ("示例县公路养护中心（盖章）", False),
        ("无", False),
    ],
)
def test_a_text_breaks_off_in_the_middle_of_a_sentence(text, broken):
    assert breaks_off(a_report(a_section("一、", "基本情况", text))) is broken


def test_a_small_heading_without_text_is_the_end_of_what_was_kept():
    first = a_section("一、", "基本情况", "略。")
    assert breaks_off(a_report(first, a_section("1.", "项目背景", level=3)))
    assert not breaks_off(a_report(first, a_section("二、", "有关建议")))


def test_a_form_without_text_does_not_break_off():
    assert not breaks_off(an_evaluation())
