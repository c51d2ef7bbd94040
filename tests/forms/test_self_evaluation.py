from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.layouts import COLUMNS, FUNDS, document, form, grid, ragged
from jixiao.forms import read_forms
from jixiao.model.evaluation import Evaluation, Goal, Group, Project, Total
from jixiao.model.layout import Layout
from jixiao.model.terms import FundSource, Kind, Scope
from jixiao.readers.text import read_text

ROW = ["", "产出指标（50分）", "数量指标", "光纤条数", "≥12条", "12条", "10", "10", ""]


def only(layout: Layout) -> Evaluation:
    (evaluation,) = read_forms(layout)
    return evaluation


def kinds(evaluation: Evaluation) -> list[str]:
    return [trouble.kind for trouble in evaluation.troubles]


def test_a_form_of_the_ministry_is_read_whole():
    evaluation = only(document("2021年度项目支出绩效自评表", form(ROW)))
    assert (evaluation.kind, evaluation.form) == (Kind.SELF_EVALUATION, "mof")
    assert evaluation.project == Project("光纤租赁", "示例区政府办", "示例区大数据中心", 2021)
    assert [line.source for line in evaluation.funds] == [FundSource.TOTAL, FundSource.FISCAL]
    total, fiscal = evaluation.funds
    assert (str(total.initial), str(total.rate), total.money_unit) == ("100.50", "90", "万元")
    assert (fiscal.label, fiscal.weight, fiscal.score) == ("其中：当年财政拨款", "", "")
    assert evaluation.goals == (Goal(Scope.ANNUAL, "线路畅通", "已完成"),)
    assert evaluation.groups == (Group("产出指标", None, Decimal(50)),)
    assert evaluation.total == Total(Decimal(100), Decimal(98), None)
    assert not evaluation.troubles
    assert evaluation.confidence == 1


def test_a_blank_cell_an_unread_cell_and_an_absent_column_are_three_things():
    row = [*ROW[:-3], "", "优秀", ""]
    evaluation = only(document(form(row)))
    (indicator,) = evaluation.indicators
    assert (indicator.weight, indicator.score, indicator.reason) == ("", None, "")
    assert "reason" in evaluation.columns
    assert evaluation.fund_total.reason is None, "these funds have no column for a reason"
    (trouble,) = evaluation.troubles
    assert (trouble.kind, trouble.message) == ("not-a-number", "这里应当是数字，读到的是“优秀”")
    assert trouble.place == evaluation.place("indicators[0].score")
    assert evaluation.confidence < 1


def test_every_field_knows_where_it_stood_and_what_was_printed():
    evaluation = only(document(form(ROW)))
    source = evaluation.sources["indicators[0].target"]
    assert (str(source.place), source.raw) == ("表1第9行第5列", "≥12条")
    assert evaluation.sources["groups[0].weight"].raw == "产出指标（50分）"
    for path in ("project.name", "funds[1].label", "goals[0].achieved", "indicators[0].level1", "total.score"):
        assert path in evaluation.sources


def test_classes_are_filled_down_and_a_new_first_class_ends_the_second():
    below = ["", "", "", "机房个数", "2个", "2个", "5", "5", ""]
    anew = ["", "效益指标\n（30分）", "", "群众知晓率", "90%", "91%", "5", "5", ""]
    rows = only(document(form(ROW, below, anew))).indicators
    assert [(row.level1, row.level2) for row in rows] == [
        ("产出指标", "数量指标"),
        ("产出指标", "数量指标"),
        ("效益指标", ""),
    ]


def test_a_class_without_indicators_is_no_indicator():
    empty = ["", "效益指标", "经济效益指标", "", "", "", "", "", ""]
    template = ["", "", "社会效益指标", "指标1：", "", "", "", "", ""]
    dots = ["", "", "生态效益指标", "……", "", "", "—", "—", ""]
    assert [row.level3 for row in only(document(form(ROW, empty, template, dots))).indicators] == ["光纤条数"]


def test_a_label_set_upright_is_a_word():
    upright = ["", "产\n出\n指\n标\n（50分）", *ROW[2:]]
    evaluation = only(document(form(upright)))
    assert evaluation.indicators[0].level1 == "产出指标"
    assert evaluation.groups[0].level1 == "产出指标"


def test_a_weight_beside_a_second_class_is_a_group_of_its_own():
    evaluation = only(document(form([*ROW[:2], "数量指标(20)", *ROW[3:]])))
    assert evaluation.groups[1] == Group("产出指标", "数量指标", Decimal(20))


def test_a_header_that_comes_again_is_no_row():
    again = [["绩效指标", *COLUMNS], ["", "效益指标", "社会效益指标", "知晓率", "90%", "90%", "5", "5", ""]]
    evaluation = only(document(form(ROW, *again)))
    assert [row.level3 for row in evaluation.indicators] == ["光纤条数", "知晓率"]


def test_a_lost_row_break_is_found_again_and_its_label_belongs_to_the_next_row():
    lost = ragged(
        ["项目名称", "光纤租赁"],
        ["年度总体目标", "年初预期目标", "年度实际完成情况"],
        ["", "线路畅通", "全部完成\n 标", *COLUMNS],
        ROW,
        ["总分", "100", "98", ""],
    )
    evaluation = only(document(lost))
    assert evaluation.goals[0].achieved == "全部完成"
    assert len(evaluation.indicators) == 1


def test_the_last_line_of_a_goal_stays_when_it_ends_no_label():
    lost = ragged(["项目名称", "光纤租赁"], ["预期目标", "实际完成情况"], ["畅通", "甲\n乙", *COLUMNS], ROW)
    assert only(document(lost)).goals[0].achieved == "甲乙"


def test_merged_cells_of_a_grid_stand_in_all_their_rows():
    table = grid(
        [("项目名称", 1, 2), None, ("光纤租赁", 1, 7), None, None, None, None, None, None],
        [("项目资金（元）", 2, 2), None, "", "年初预算数", "全年预算数", "全年执行数", "分值", "得分", "执行率"],
        [None, None, "年度资金总额", "100", "90", "81", "10", "9", "90%"],
        [("绩效指标", 3, 1), *COLUMNS],
        [None, ("产出指标（50分）", 2, 1), ("数量指标", 2, 1), "光纤条数", "12条", "12条", "10", "10", ("", 2, 1)],
        [None, None, None, "机房个数", "2个", "2个", "5", "4", None],
        [("总分", 1, 6), None, None, None, None, None, "100", "98", ""],
    )
    evaluation = only(document(table))
    assert (evaluation.form, evaluation.project.name) == ("tianjin", "光纤租赁")
    assert (evaluation.funds[0].money_unit, str(evaluation.funds[0].score)) == ("元", "9")
    assert [(row.level1, row.level2, row.level3, str(row.score)) for row in evaluation.indicators] == [
        ("产出指标", "数量指标", "光纤条数", "10"),
        ("产出指标", "数量指标", "机房个数", "4"),
    ]
    assert len(evaluation.groups) == 1
    assert evaluation.total == Total(Decimal(100), Decimal(98), None)


def test_a_header_of_two_lines_begins_no_other_form():
    table = grid(
        [("项目名称", 2, 1), ("光纤租赁", 1, 8), None, None, None, None, None, None, None],
        [None, ("（第二行）", 1, 8), None, None, None, None, None, None, None],
        [(text, 2, 1) for text in [*FUNDS, ""]],
        [None] * 9,
        ["", "年度资金总额", "100", "90", "81", "10", "90%", "9", ""],
        [(text, 2, 1) for text in ["绩效指标", *COLUMNS]],
        [None] * 9,
        ROW,
        [("总分", 1, 6), None, None, None, None, None, "100", "98", ""],
    )
    evaluation = only(document(table))
    assert evaluation.project.name == "光纤租赁"
    assert str(evaluation.funds[0].budget) == "90"
    assert [row.level3 for row in evaluation.indicators] == ["光纤条数"]
    assert not evaluation.troubles


def test_in_text_the_numbers_of_the_last_row_are_found_without_its_merged_cells():
    for total in (
        ("总分", "100", "98"),
        ("总分", "", "", "", "", "100", "98", ""),
        ("合计", "100", "98", "优", "", ""),
    ):
        read = only(document(form(ROW, total=total))).total
        assert (read.weight, read.score) == (Decimal(100), Decimal(98))
    assert read.grade == "优"


def test_a_form_without_a_last_row_says_so():
    evaluation = only(document(form(ROW, total=("", "", "", "", "", "", "", "", ""))))
    assert evaluation.total == Total()
    assert kinds(evaluation) == ["no-total"]


def test_without_a_money_unit_the_assumption_is_a_trouble():
    evaluation = only(document(form(ROW, funds=["项目资金", *FUNDS[1:]])))
    assert evaluation.funds[0].money_unit == "万元"
    assert kinds(evaluation) == ["no-money-unit"]


def test_an_amount_of_an_unknown_source_is_a_trouble_and_a_blank_one_is_not():
    unknown, blank = (["", "债券资金", *amounts, "", "", ""] for amounts in (["5", "5", "5"], ["", "—", ""]))
    for row, expected in ((unknown, ["unknown-fund-row"]), (blank, [])):
        table = ragged(["项目名称", "光纤租赁"], FUNDS, row, ["", *COLUMNS], ROW, ["总分", "100", "98"])
        evaluation = only(document(table))
        assert (evaluation.funds, kinds(evaluation)) == ((), expected)


def test_a_row_that_is_too_short_says_what_is_missing():
    evaluation = only(document(form(ROW, ["2个", "5", "5", ""])))
    (trouble,) = evaluation.troubles
    assert trouble.message == "这一行的单元格比表头少，没有读到：三级指标、年度指标值"
    assert evaluation.indicators[1].level3 is None
    assert evaluation.sources["indicators[1].score"].confidence < evaluation.sources["indicators[0].score"].confidence


def test_a_number_too_long_for_any_column_is_a_trouble():
    evaluation = only(document(form([*ROW[:4], "9999999999999条", *ROW[5:]])))
    assert kinds(evaluation) == ["number-too-long"]


def test_a_table_of_targets_before_the_form_is_no_form():
    targets = ragged(
        ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "光纤条数", "12条"], ordinal=1
    )
    assert len(only(document(targets, form(ROW))).indicators) == 1


def test_two_forms_are_two_evaluations_and_the_prose_goes_with_the_first():
    first, second = read_forms(document("一、基本情况", "总得分98分。", form(ROW), form(ROW, ROW)))
    assert [len(first.indicators), len(second.indicators)] == [1, 2]
    assert (len(first.sections), len(first.claims)) == (1, 1)
    assert (len(second.sections), len(second.claims)) == (0, 0)


def test_what_follows_the_last_row_belongs_to_no_indicator():
    table = form(ROW)
    after = ragged(["存在的问题", "", "", "资金拨付较慢", "", "", "", "", ""], ordinal=2)
    assert len(only(document(table, after)).indicators) == 1


def test_prose_with_headings_is_a_report_and_anything_else_is_nothing():
    report = only(document("2020年度绩效评价报告", "一、基本情况", "项目按期完成。", "2021年3月5日"))
    assert (report.kind, report.indicators, report.project.year) == (Kind.REPORT, (), 2020)
    assert str(report.report_date) == "2021-03-05"
    assert read_forms(document("会议通知", "请准时参加。")) == []
    assert read_forms(document(ragged(["姓名", "电话"], ["甲", "1"]))) == []
    assert read_forms(document()) == []


def test_the_year_named_most_often_is_the_fiscal_year_and_a_labelled_date_wins():
    layout = document("一、基本情况", "报告日期：2021年4月1日", "2020年度、2020年度和2019年度。", "2021年5月1日")
    evaluation = only(layout)
    assert evaluation.project.year == 2020
    assert str(evaluation.report_date) == "2021-04-01"


words = st.sampled_from(
    [*FUNDS, *COLUMNS, *ROW, "项目名称", "总分", "年度资金总额", "预期目标", "实际完成情况", "标", "—", "x"]
)
texts = st.lists(words | st.text(max_size=6), min_size=1, max_size=10)


@settings(deadline=None)
@given(st.lists(st.lists(texts, min_size=1, max_size=8) | st.text(max_size=20), max_size=6))
def test_no_layout_is_refused(blocks):
    layout = document(*(block if isinstance(block, str) else ragged(*block) for block in blocks))
    for evaluation in read_forms(layout):
        assert 0 <= evaluation.confidence <= 1
        assert all(trouble.message for trouble in evaluation.troubles)


@pytest.mark.parametrize("empty", ["", " ", "\n"])
def test_a_blank_department_is_blank_and_not_the_next_label(empty):
    table = ragged(["项目名称", "光纤租赁"], ["主管部门", empty, "实施单位", "示例区大数据中心"], ["", *COLUMNS], ROW)
    assert only(document(table)).project == Project("光纤租赁", "", "示例区大数据中心", None)


def test_a_weight_above_the_full_mark_is_kept_and_reported():
    evaluation = only(document(form([*ROW[:-3], "120", "10", ""])))
    assert evaluation.indicators[0].weight == 120
    (trouble,) = evaluation.troubles
    assert trouble.kind == "weight-too-large"
    assert "“120”" in trouble.message
    assert trouble.place == evaluation.place("indicators[0].weight")


def test_the_unit_above_the_table_holds_for_its_amounts():
    evaluation = only(document("单位：元", form(ROW, funds=["项目资金", *FUNDS[1:]])))
    assert evaluation.funds[0].money_unit == "元"
    assert kinds(evaluation) == []


@pytest.mark.parametrize("stripped", ["right", "both"])
def test_rows_whose_blank_cells_were_stripped_stand_below_the_columns_that_they_fit(stripped):
    text = [
        ["项目名称", "示例", "实施单位", "甲局"],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
        ["产出指标", "数量指标", "巡检次数", "≥12次", "12次", "20", "20", ""],
        ["", "质量指标", "合格率", "100%", "98%", "10", "9.8", "设备旧"],
        ["", "", "故障数", "≤2次", "2次", "10", "10", ""],
        ["总分", "", "", "", "", "40", "39.8", ""],
    ]
    keep = {"right": lambda row: "\t".join(row).rstrip("\t"), "both": lambda row: "\t".join(filter(None, row))}[
        stripped
    ]
    (evaluation,) = read_forms(read_text("\n".join(map(keep, text)).encode(), "表.txt"))
    assert [(row.level3, row.target, row.actual, str(row.weight), str(row.score)) for row in evaluation.indicators] == [
        ("巡检次数", "≥12次", "12次", "20", "20"),
        ("合格率", "100%", "98%", "10", "9.8"),
        ("故障数", "≤2次", "2次", "10", "10"),
    ]
    assert evaluation.indicators[1].reason == "设备旧"
    assert (str(evaluation.total.weight), str(evaluation.total.score)) == ("40", "39.8")
