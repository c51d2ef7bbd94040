"""Text that lost its cells and its digits: names are told apart, values are not made up."""

import pytest

from jixiao.forms import read_forms
from jixiao.readers.text import read_text

HEAD = "项目名称示例大学奖助学金项目实施单位示例大学预算执行情况(万元)(分)预算数()执行数()执行率()得分(分*执行率)"
HEADER = "一级指标二级指标三级指标年初目标值()实际完成值()得分"
CASES = {
    "people and shares": (
        "产出指标数量指标一等奖学金人数分(因招生减少)勤工助学人数退役士兵人数质量指标奖金发放率分评审公示率",
        ["一等奖学金人数", "勤工助学人数", "退役士兵人数", "奖金发放率", "评审公示率"],
    ),
    "what several names end in": (
        "产出指标成本指标博士生人均补贴硕士生人均补贴本科生人均补贴效益指标(分)社会效益指标困难学生毕业率",
        ["博士生人均补贴", "硕士生人均补贴", "本科生人均补贴", "困难学生毕业率"],
    ),
    "signs and units left": (
        "产出指标数量指标新修道路里程≥公里公里维护桥梁数量≥座座质量指标道路验收合格率≥时效指标工程按期完成率≥",
        ["新修道路里程", "维护桥梁数量", "道路验收合格率", "工程按期完成率"],
    ),
    "numbered names": (
        "产出指标数量指标指标：举办讲座场次≥场场指标：参加活动人次≥人次人次效益指标社会效益指标指标：群众满意度≥",
        ["举办讲座场次", "参加活动人次", "群众满意度"],
    ),
}


def only(text):
    (evaluation,) = read_forms(read_text(text.encode(), "表.txt"))
    return evaluation


@pytest.mark.parametrize(("rows", "names"), CASES.values(), ids=CASES)
def test_names_that_ran_together_are_told_by_their_ends(rows, names):
    evaluation = only(HEAD + HEADER + rows)
    assert [row.level3 for row in evaluation.indicators] == names
    assert not any(row.target or row.actual or row.weight or row.score for row in evaluation.indicators)


@pytest.mark.parametrize("value", ["是", "达成预期指标"])
@pytest.mark.parametrize("name", ["资金分配是否公开", "评审程序是否合规"])
def test_words_that_are_printed_twice_are_target_and_actual(name, value):
    rows = f"产出指标数量指标受助学生人数发放补助次数过程指标{name}{value}{value}"
    last = only(HEAD + HEADER + rows).indicators[-1]
    assert (last.level1, last.level3, last.target, last.actual) == ("过程指标", name, value, value)


def test_words_of_another_column_are_no_names():
    rows = "产出指标数量指标培训学员人数台账记录质量指标结业考核合格率台账记录时效指标课程按期完成率台账记录"
    names = [row.level3 for row in only(HEAD + HEADER + rows).indicators]
    assert names == ["培训学员人数", "结业考核合格率", "课程按期完成率"]
