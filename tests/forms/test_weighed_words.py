"""Words of a page in order of height: names with weight and score between those of other columns."""

import pytest

from jixiao.forms import read_forms
from jixiao.readers.text import read_text

HEAD = "示例市项目绩效目标自评表 项目名称 河道保洁 项目实施单位 示例市水务局 项目权重 评价内容 分值 自评分 "
BELOW = "一级指标 二级指标 指标名称 年初指标值 年终完成值 自评分 评价标准 产出指标 数量指标 河道长度 40公里 40公里 15"
CASES = {
    "in order": (
        "项目决策 2 分 决策依据 2 2 项目管理 13 分 财务制度 3 3 组织机构 2 2 运行监管 4 3 目标申报 4 4 ",
        [("项目决策", "决策依据", "2", "2"), ("项目管理", "财务制度", "3", "3"), ("项目管理", "组织机构", "2", "2"),
         ("项目管理", "运行监管", "4", "3"), ("项目管理", "目标申报", "4", "4")],
    ),
    "classes in the middle, words of the rules between": (
        "项目决策 5 分 立项程序 5 4 有文件的计 5 分。 资金拨付 3 3 按期 2 分； 监督检查 项目管理 7 分 4 4 ",
        [("项目决策", "立项程序", "5", "4"), ("项目管理", "资金拨付", "3", "3"), ("项目管理", "监督检查", "4", "4")],
    ),
}  # fmt: skip


def read(text):
    (evaluation,) = read_forms(read_text(text.encode(), "表.txt"))
    return [(row.level1, row.level3, str(row.weight), str(row.score)) for row in evaluation.indicators]


@pytest.mark.parametrize(("rows", "wanted"), CASES.values(), ids=CASES)
def test_rows_belong_to_the_classes_whose_weight_they_make(rows, wanted):
    assert read(HEAD + rows + BELOW)[: len(wanted)] == wanted


@pytest.mark.parametrize("worth", ["6", "8"])
def test_weights_that_do_not_make_those_of_their_classes_are_not_read(worth):
    rows = CASES["classes in the middle, words of the rules between"][0].replace(
        "项目管理 7 分", f"项目管理 {worth} 分"
    )
    assert "监督检查" not in [name for _, name, _, _ in read(HEAD + rows + BELOW)]
