"""Amounts of lost tables: which are of the year, and which cannot be."""

import pytest

from jixiao.forms import read_forms
from jixiao.readers.text import read_text

HEAD = ["项目名称", "示例区增雨作业", "实施单位", "示例区气象局"]
ROWS = ["一级指标", "二级指标", "三级指标", "指标值", "产出指标", "数量指标", "作业航时", "≥30小时"]


def total(text):
    (evaluation,) = read_forms(read_text(text.encode(), "表.txt"))
    return evaluation.funds[0]


@pytest.mark.parametrize("period", ["中期", "实施期"])
def test_the_amount_of_some_years_is_not_that_of_the_year(period):
    line = total("\n".join([*HEAD, f"{period}资金总额：", "449.8万", "年度资金总额：", "189.8万", *ROWS]))
    assert (line.initial, str(line.budget)) == (None, "189.8")


def test_an_amount_spent_of_no_budget_stands_in_another_column_and_is_left_open():
    funds = ["全年预算数", "全年执行数", "分值", "执行率", "得分", "年度资金总额", "0", "207.45", "10", "100%", "10"]
    line = total("\n".join([*HEAD, *funds, *ROWS]))
    assert (line.budget, line.executed, str(line.rate)) == (None, None, "100")


def test_amounts_that_lost_the_digits_before_their_point_are_left_open():
    line = total("".join([*HEAD, "年初预算数全年预算数全年执行数执行率权重得分年度总金额.32.06.579.27107.93", *ROWS]))
    assert (line.initial, line.budget, line.executed) == (None, None, None)


@pytest.mark.parametrize("unit", ["元", "万元"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_unit_of_money_stands_in_the_label_of_the_block(unit, gap):
    funds = [f"项目资金{gap}（{unit}）", "年初预算数", "全年预算数", "全年执行数", "年度资金总额", "50", "40", "30"]
    (evaluation,) = read_forms(read_text("\n".join([*HEAD, *funds, *ROWS]).encode(), "表.txt"))
    assert [(line.money_unit, str(line.budget)) for line in evaluation.funds] == [(unit, "40")]
    assert "no-money-unit" not in [trouble.kind for trouble in evaluation.troubles]
