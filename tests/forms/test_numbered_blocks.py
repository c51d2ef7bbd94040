"""Words of a page that a viewer took column by column: names with targets first, then actual values and points."""

import pytest

from jixiao.forms import read_forms
from jixiao.readers.text import read_text

HEAD = "项目名称 镇卫生服务 实施单位 示例卫生院 一级指标 二级指标 三级指标 指标值 完成值 分值 得分 产出指标 数量指标 "
AFTER = "指标{}:建立档案户数 120户 96户 4 3.2"
CASES = {
    "targets with the names": (
        "指标1:健康讲座场次 12场 指标2:随访老人数 320人 11场 5 4.6 300人 6 5.6 ",
        [("健康讲座场次", "12场", "11场", "5", "4.6"), ("随访老人数", "320人", "300人", "6", "5.6")],
    ),
    "names that are lost": (
        "指标1:健康讲座场次 12场 320人 不少于6 种 指标3:发放资料种类 11场 5 4.6 300人 6 5.6 8种 3 3 ",
        [
            ("健康讲座场次", "12场", "11场", "5", "4.6"),
            (None, "320人", "300人", "6", "5.6"),
            ("发放资料种类", "不少于6 种", "8种", "3", "3"),
        ],
    ),
    "names before all their values": (
        "指标1:传染病报告例 数 指标2:签约家庭数 14例 14例 2 2 2400户 2250户 4 3.8 ",
        [("传染病报告例 数", "14例", "14例", "2", "2"), ("签约家庭数", "2400户", "2250户", "4", "3.8")],
    ),
}


def read(text):
    (evaluation,) = read_forms(read_text(text.encode(), "表.txt"))
    return [(row.level3, row.target, row.actual, str(row.weight), str(row.score)) for row in evaluation.indicators]


@pytest.mark.parametrize(("rows", "wanted"), CASES.values(), ids=CASES)
def test_values_go_to_the_rows_that_their_counts_give_them(rows, wanted):
    after = AFTER.format(len(wanted) + 1)
    assert read(HEAD + rows + after) == [*wanted, ("建立档案户数", "120户", "96户", "4", "3.2")]


def test_rows_that_stand_one_after_the_other_stay():
    rows = "指标1:健康讲座场次 12场 11场 5 4.6 指标2:随访老人数 320人 300人 6 5.6 "
    assert read(HEAD + rows + AFTER.format(3))[:2] == CASES["targets with the names"][1]


@pytest.mark.parametrize("lost", ["11场 ", "5 4.6 "])
def test_where_counts_do_not_agree_no_value_is_moved(lost):
    rows = CASES["targets with the names"][0].replace(lost, "")
    assert read(HEAD + rows + AFTER.format(3))[:2] != CASES["targets with the names"][1]
