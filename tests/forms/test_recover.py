"""Forms in text whose tables are lost, in the ways that web pages, viewers and recognition lose them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.layouts import document
from jixiao.forms import read_forms
from jixiao.model.layout import Layout
from jixiao.model.terms import FundSource, Kind
from jixiao.readers.text import read_text

HEADER = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
ROWS = [
    ["产出指标（50分）", "数量指标", "维护光纤条数", "≥12条", "12条", "20", "20"],
    ["质量指标", "验收合格率", "100%", "98%", "10", "9.8"],
    ["时效指标", "故障响应时间", "≤2小时", "2小时", "20", "20"],
    ["效益指标（30分）", "社会效益指标", "群众办事便利程度", "明显提升", "达成预期指标", "30", "30"],
]
HEAD = ["项目名称", "示例区光纤租赁", "主管部门", "示例区政府办公室", "实施单位", "示例区大数据中心"]
FUNDS = ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
TOTAL = ["年度资金总额", "100", "90", "81", "10", "90%", "9"]
CELLS = [*HEAD, *FUNDS, *TOTAL, "绩效指标", *HEADER, *(cell for row in ROWS for cell in row), "总分", "90", "88.8"]


def read(text):
    return read_forms(read_text(text.encode(), "表.txt"))


def only(text):
    (evaluation,) = read(text)
    return evaluation


def rows(evaluation):
    return [
        (row.level1, row.level2, row.level3, row.target, row.actual, str(row.weight), str(row.score))
        for row in evaluation.indicators
    ]


WANTED = [
    ("产出指标", "数量指标", "维护光纤条数", "≥12条", "12条", "20", "20"),
    ("产出指标", "质量指标", "验收合格率", "100%", "98%", "10", "9.8"),
    ("产出指标", "时效指标", "故障响应时间", "≤2小时", "2小时", "20", "20"),
    ("效益指标", "社会效益指标", "群众办事便利程度", "明显提升", "达成预期指标", "30", "30"),
]


def lines(*parts):
    return "\n".join(parts)


LOST = {
    "a cell a line": "\n\n".join(CELLS),
    "words in one line": " ".join(CELLS),
    "no gap at all": "".join(CELLS),
    "a cell a line with a pipe": "".join(f"{cell} |\n" for cell in CELLS),
    "a pipe a line": "\n|\n".join(CELLS) + "\n|\n",
    "a row a line with spaces": lines(
        " ".join(HEAD), " ".join(FUNDS), " ".join(TOTAL), " ".join(HEADER), *map(" ".join, ROWS), "总分 90 88.8"
    ),
    "a row a line with pipes and pads": lines(
        *(" | ".join(row) + " | ||||" for row in (HEAD, FUNDS, TOTAL, HEADER, *ROWS, ["总分", "90", "88.8"]))
    ),
}


@pytest.mark.parametrize("text", LOST.values(), ids=LOST)
def test_a_form_is_read_however_its_table_was_lost(text):
    evaluation = only(text)
    assert rows(evaluation) == WANTED
    assert evaluation.project.name == "示例区光纤租赁"
    assert evaluation.project.unit == "示例区大数据中心"
    assert [line.source for line in evaluation.funds] == [FundSource.TOTAL]
    total = evaluation.funds[0]
    assert [str(one) for one in (total.initial, total.budget, total.executed, total.rate)] == ["100", "90", "81", "90"]
    assert (str(evaluation.total.weight), str(evaluation.total.score)) == ("90", "88.8")


def test_what_ran_together_is_less_sure_than_what_was_parted():
    glued, parted = only(LOST["no gap at all"]), only(LOST["words in one line"])
    assert glued.sources["indicators[0].target"].confidence < parted.sources["indicators[0].target"].confidence


def test_numbers_that_ran_together_are_parted_where_score_weight_and_rate_agree():
    text = "".join([*HEAD, *HEADER, *ROWS[0][:3], "40", "36.5", "20", "18.25", *ROWS[3]])
    assert rows(only(text))[0][3:] == ("40", "36.5", "20", "18.25")


def test_labels_broken_over_lines_or_set_upright_are_labels():
    text = "\n".join([*HEAD, "一级\n指标", "二级\n指标", "三级指标", "年度\n指标值", "实际\n完成值", "分值", "得分"])
    body = "\n".join(["产\n出\n指\n标", "数量\n指标", *ROWS[0][2:], "总分", "20", "20"])
    assert rows(only(f"{text}\n{body}")) == [WANTED[0]]


def test_operator_value_and_unit_in_columns_of_their_own_make_the_target():
    header = ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "权重", "得分"]
    row = ["产出指标", "数量指标", "维护光纤条数", "≥", "12", "条", "20", "20"]
    (indicator,) = only("\n".join([*HEAD, *header, *row, "合计", "20", "20"])).indicators
    assert (indicator.target, str(indicator.target_parsed.op), str(indicator.target_parsed.low)) == (
        "≥12条",
        ">=",
        "12",
    )


def test_a_weight_may_stand_before_the_target():
    header = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "全年实际值", "得分"]
    row = ["产出指标", "数量指标", "维护光纤条数", "20", "≥12条", "12条", "20"]
    assert rows(only("".join([*HEAD, *header, *row, "总分20"]))) == [WANTED[0]]


def test_a_row_within_another_is_its_part():
    sub = ["其中城区条数", "8条", "8条"]
    text = "\n".join([*HEAD, *HEADER[:7], *ROWS[0], *sub, *ROWS[1], "总分", "30", "29.8"])
    evaluation = only(text)
    assert len(evaluation.indicators) == 2
    assert [(one.name, one.target) for one in evaluation.indicators[0].sub] == [("其中城区条数", "8条")]


def test_names_lose_the_number_that_the_form_gives_them_and_empty_ones_are_none():
    text = "\n".join(
        [*HEAD, *HEADER[:7], *ROWS[0][:2], "指标1：维护光纤条数", *ROWS[0][3:], "指标2：", "……", "总分", "20", "20"]
    )
    assert [row.level3 for row in only(text).indicators] == ["维护光纤条数"]


def test_points_beside_classes_are_those_of_groups():
    header = ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "得分"]
    row = ["项目决策", "20", "项目立项", "8", "立项依据", "3", "3"]
    evaluation = only("\n".join([*HEAD, *header, *row, "总分", "20", "20"]))
    assert [(one.level1, one.level2, str(one.weight)) for one in evaluation.groups] == [
        ("项目决策", None, "20"),
        ("项目决策", "项目立项", "8"),
    ]
    assert str(evaluation.indicators[0].weight) == "3"


def test_a_form_of_targets_is_one():
    header = ["一级指标", "二级指标", "三级指标", "指标值"]
    text = "\n".join(
        ["项目支出绩效目标表", *HEAD, "年度资金总额：", "5.00", *header, "产出指标", "数量指标", "光纤条数", "12条"]
    )
    evaluation = only(text)
    assert (evaluation.kind, str(evaluation.funds[0].initial)) == (Kind.TARGET, "5.00")


def test_two_forms_in_a_page_are_two():
    assert [rows(one) for one in read("\n".join([*CELLS, "项目支出绩效自评表", *CELLS]))] == [WANTED, WANTED]


def test_a_row_that_the_end_of_the_text_cuts_is_left_over_and_said_to_be():
    evaluation = only("\n".join([*HEAD, *HEADER, *ROWS[0], "质量指标", "验收合格率"]))
    assert rows(evaluation) == [WANTED[0]]
    assert [trouble.kind for trouble in evaluation.troubles if "验收合格率" in trouble.message] == ["left-over"]


def test_a_class_that_is_not_printed_follows_from_the_one_below_it_and_is_less_sure():
    evaluation = only("\n".join([*HEAD, *HEADER, *ROWS[0][1:], "总分", "20", "20"]))
    assert evaluation.indicators[0].level1 == "产出指标"
    assert evaluation.sources["indicators[0].level1"].confidence < evaluation.sources["indicators[0].level2"].confidence


def test_prose_that_speaks_of_indicators_is_no_form():
    prose = "各部门根据各项指标确定三级指标的分值，得分不超过分值上限。一级指标、二级指标由财政部门确定。"
    assert read(f"一、基本情况\n{prose}\n二、结论\n自评得分95分。")[0].kind is Kind.REPORT


def test_every_cell_stands_where_its_place_says():
    text = LOST["words in one line"]
    evaluation = only(text)
    for path, source in evaluation.sources.items():
        if path.startswith(("indicators", "funds")) and source.place.start is not None:
            assert text[source.place.start :].startswith(source.raw[:4]), path


@pytest.mark.parametrize("first", ["单位名称", "填报单位"])
def test_who_carries_a_project_out_goes_before_who_fills_the_form_in(first):
    text = "\n".join(
        [first, "示例区财务科", "项目名称", "光纤租赁", "项目实施单位", "示例区大数据中心", *HEADER, *ROWS[0]]
    )
    assert only(text).project.unit == "示例区大数据中心"


@pytest.mark.parametrize("value", ["示例市交通局", "示例县卫生院"])
def test_a_value_that_stands_twice_side_by_side_is_one(value):
    text = " ".join(["项目名称", "道路养护", "项目实施单位", value, value, "项目负责人", "张某", *HEADER, *ROWS[0]])
    assert only(text).project.unit == value


def test_a_line_that_says_the_same_of_two_periods_is_one_row():
    header = ["一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"]
    row = ["产出指标", "数量指标", "光纤条数", "12条", "数量指标", "光纤条数", "12条"]
    assert [one.level3 for one in only("\n".join([*HEAD, *header, *row])).indicators] == ["光纤条数"]


@pytest.mark.parametrize("gap", [" ", "\n"])
@pytest.mark.parametrize("total", [("110", "107.5"), ("90", "88.8"), ("100", "100")])
def test_a_total_may_be_above_a_hundred_where_its_figures_are_parted(gap, total):
    evaluation = only(gap.join([*HEAD, *HEADER[:7], *ROWS[0], "合计", *total]))
    assert (str(evaluation.total.weight), str(evaluation.total.score)) == total


@pytest.mark.parametrize("empty", ["≥%", "≧个"])
def test_a_sign_and_a_unit_without_a_number_are_no_target(empty):
    row = ["产出指标", "数量指标", "维护光纤条数", empty, "12条", "20", "20"]
    assert not only("\n".join([*HEAD, *HEADER[:7], *row, "总分", "20", "20"])).indicators[0].target


def test_rows_before_the_head_of_the_next_form_have_no_year_of_its_title():
    rows = "\n".join([*HEADER[:7], *ROWS[0], "总分", "20", "20"])
    first, second = read(f"{rows}\n项目支出绩效自评表（2023年度）\n" + "\n".join(CELLS))
    assert (first.project.year, second.project.year) == (None, 2023)


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_sentences_of_a_list_of_what_was_done_are_left_over(gap):
    header = ["一级指标", "二级指标", "三级指标", "自评内容", "完成情况", "需提供的支撑材料"]
    row = ["项目管理", "资金投入", "预算编制科学性", "测算依据充分，标准明确", "已按要求完成", "1.测算材料 2.支出截图"]
    evaluation = only(gap.join([*HEAD, *header, *row]))
    assert not evaluation.indicators
    assert any("预算编制科学性" in one.message for one in evaluation.troubles)


words = st.sampled_from(
    [*CELLS, "≥", "指标2：", "……", "20100%100%20", "1038.7536.29.34", "标", "。", "1", " ", "\n", "|"]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(words | st.text(max_size=5), max_size=60))
def test_no_text_is_refused(parts):
    for evaluation in read_forms(Layout("表.txt", "txt", document("".join(parts)).blocks)):
        assert all(trouble.message for trouble in evaluation.troubles)
