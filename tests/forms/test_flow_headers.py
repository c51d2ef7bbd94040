"""Headers of lost tables: labels whose name is not known, in one line or two, with columns that are not read."""

import pytest

from jixiao.forms import read_forms
from jixiao.readers.text import read_text

HEAD = ["项目名称", "示例区图书购置", "实施单位", "示例区图书馆"]
LEVELS = ["一级指标", "二级指标", "三级指标"]
ROWS = [
    ["产出指标", "数量指标", "购置图书册数", "≥3200册", "3200册", "20", "20"],
    ["产出指标", "质量指标", "图书验收合格率", "≥95%", "93%", "15", "14"],
    ["效益指标", "社会效益指标", "读者借阅人次", "≥1800人次", "1900人次", "30", "30"],
]
VALUES = ["年度指标值", "实际完成值", "分值", "得分"]
NAMED = {
    "prefixed": ["年初设定目标值", "自评完成值", "标准分值", "单位自评得分"],
    "of a plan": ["计划指标值", "年度实际完成值", "指标权重", "评价得分"],
    "with brackets": ["绩效目标值（A）", "指标完成值（B）", "权重（分）", "实际得分"],
}


def only(text):
    (evaluation,) = read_forms(read_text(text.encode(), "表.txt"))
    return evaluation


def values(evaluation):
    return [[row.level3, row.target, row.actual, str(row.weight), str(row.score)] for row in evaluation.indicators]


WANTED = [row[2:] for row in ROWS]


@pytest.mark.parametrize("gap", ["", " ", "\n", "\n\n\n"])
@pytest.mark.parametrize("labels", NAMED.values(), ids=NAMED)
def test_labels_whose_name_is_not_known_are_labels_by_how_they_are_put_together(labels, gap):
    cells = [*HEAD, *LEVELS, *labels, *(cell for row in ROWS for cell in row)]
    assert values(only(gap.join(cells))) == WANTED


@pytest.mark.parametrize("labels", NAMED.values(), ids=NAMED)
def test_a_label_whose_name_is_not_known_is_none_in_a_sentence(labels):
    said = f"一、基本情况\n本项目{labels[0]}由主管部门核定，{labels[3]}以财政部门复核为准。\n二、结论\n自评得分95分。"
    assert not only(said).indicators


@pytest.mark.parametrize("misread", ["年初预匏数", "年初顶算数"])
@pytest.mark.parametrize("amounts", [["64.8", "64.8", "60"], ["1203.5", "1180", "1180"]])
def test_a_label_with_one_character_misread_heads_its_column(misread, amounts):
    funds = ["年度资金总额", misread, "全年预算数", "全年执行数", *amounts]
    line = only("\n".join([*HEAD, *funds, *LEVELS, *VALUES, *ROWS[0]])).funds[0]
    assert [str(one) for one in (line.initial, line.budget, line.executed)] == amounts


@pytest.mark.parametrize("column", ["数据来源", "责任科室", "评（扣）分标准"])
@pytest.mark.parametrize(("at", "cell"), [(3, "统计台账"), (5, "档案记录")])
def test_a_column_that_is_not_read_keeps_its_cells_from_the_others(column, at, cell):
    header = [*LEVELS, *VALUES]
    header.insert(at, column)
    rows = [[*row[:at], cell, *row[at:]] for row in ROWS]
    assert values(only("\n".join([*HEAD, *header, *(cell for row in rows for cell in row)]))) == WANTED


@pytest.mark.parametrize("gap", [" ", "\n"])
@pytest.mark.parametrize("value", ["数值", "指标值", "值"])
def test_sign_value_and_unit_in_a_second_line_stand_below_the_target(value, gap):
    header = [*LEVELS, *VALUES, "指标性质", value, "度量单位"]
    rows = [["产出指标", "数量指标", "购置图书册数", "≥", "3200", "册", "3200册", "20", "20"],
            ["产出指标", "质量指标", "图书验收合格率", "≥", "95", "%", "93%", "15", "14"]]  # fmt: skip
    evaluation = only(gap.join([*HEAD, *header, *(cell for row in rows for cell in row)]))
    assert values(evaluation) == WANTED[:2]


@pytest.mark.parametrize("digits", [("8", "8"), ("50", "50"), ("120", "120")])
def test_a_two_that_stands_for_a_sign_is_one_where_the_values_agree(digits):
    target, actual = digits
    header = "指标名称计量单位指标性质指标值指标权重(分)全年完成值指标得分(分)说明"
    rows = f"造林面积亩2{target}10{actual}10苗木成活率%2901010010"
    first, second = only("".join(HEAD) + header + rows).indicators
    assert (first.target, first.actual, str(first.weight), str(first.score)) == (f"≥{target}亩", actual, "10", "10")
    assert second.level3 == "苗木成活率"
