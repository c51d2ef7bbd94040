"""Goals of lost tables: each beside its label, or side by side; what does not end surely is left over."""

import pytest

from jixiao.forms import read_forms
from jixiao.readers.text import read_text

HEAD = ["项目名称", "示例区路灯维护", "实施单位", "示例区城管局"]
ROWS = [
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "产出指标",
    "数量指标",
    "维护路灯盏数",
    "800盏",
    "800盏",
]


def only(text):
    (evaluation,) = read_forms(read_text(text.encode(), "表.txt"))
    return evaluation


@pytest.mark.parametrize(
    ("label", "outcome"),
    [("年初设定目标", "目标实际完成情况"), ("预期目标", "实际完成情况"), ("年度预期目标", "年度目标完成情况")],
)
@pytest.mark.parametrize("texts", [("全年亮灯，市民满意。", "亮灯如期。"), ("1.换灯；2.巡查。", "1.已换；2.已巡查。")])
def test_goal_and_outcome_each_stand_behind_their_label(label, outcome, texts):
    (goal,) = only("\n".join([*HEAD, label, texts[0], outcome, texts[1], "绩效指标", *ROWS])).goals
    assert (goal.expected, goal.achieved) == texts


@pytest.mark.parametrize("text", ["保障全年照明群众反映良好故障逐年下降", "维护路灯按期完成亮灯率有所提高"])
def test_two_texts_that_ran_together_are_left_over(text):
    evaluation = only("".join([*HEAD, "预期目标", "实际完成情况", text, "绩效指标", *ROWS]))
    assert not evaluation.goals
    assert any(text in one.message for one in evaluation.troubles)


def test_a_goal_ends_where_the_amounts_begin():
    funds = ["项目资金", "全年预算数", "全年执行数", "执行率", "年度资金总额", "80", "80", "100%"]
    evaluation = only("\n".join([*HEAD, "年度预期目标", "全年亮灯。", *funds, *ROWS]))
    assert evaluation.goals[0].expected == "全年亮灯。"


@pytest.mark.parametrize(
    "text",
    [
        "目标1:清扫道路目标1:道路已清扫目标2:清运垃圾目标2:垃圾已清运",
        "1.办班三期1.已办三期2.学员满意2.满意度高3.结余上交3.已上交",
    ],
)
def test_goals_and_outcomes_whose_lines_stand_by_turns_are_left_over(text):
    evaluation = only("\n".join([*HEAD, "预期目标", "实际完成情况", *text.split("目标"), "绩效指标", *ROWS]))
    assert not evaluation.goals


@pytest.mark.parametrize("labels", [["中期目标（2022年-2024年）", "年度目标"], ["年度目标", "中期目标"]])
def test_labels_of_goals_whose_texts_stand_behind_them_all_leave_these_open(labels):
    evaluation = only("\n".join([*HEAD, "总体目标", *labels, "建成照明体系。", "全年亮灯。", "绩效指标", *ROWS]))
    assert not evaluation.goals
