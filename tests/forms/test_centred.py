"""Words of a page in order of height: a class stands in the middle of its rows."""

import pytest

from jixiao.forms import read_forms
from jixiao.readers.text import read_text

HEAD = "项目名称 示例县助残补贴 主管部门 示例县残联 一级指标 二级指标 三级指标 年度指标值 实际完成值 "
CASES = {
    "three and three": (
        "人次 4人 4人 产出指标 数量指标 人数 9人 9人 户数 2户 2户 到位率 1% 1% 质量指标 合格率 5% 6% 服药率 9% 9%",
        ["数量指标"] * 3 + ["质量指标"] * 3,
    ),
    "two, one and two": (
        "人数 9人 9人 数量指标 户数 2户 2户 产出指标 质量指标 合格率 95% 96% 按时率 1% 9% 时效指标 及时率 1% 8%",
        ["数量指标"] * 2 + ["质量指标"] + ["时效指标"] * 2,
    ),
}


def only(text):
    (evaluation,) = read_forms(read_text(text.encode(), "表.txt"))
    return evaluation


@pytest.mark.parametrize(("rows", "classes"), CASES.values(), ids=CASES)
def test_rows_before_and_behind_a_class_are_its_own(rows, classes):
    evaluation = only(HEAD + rows)
    assert [row.level2 for row in evaluation.indicators] == classes
    assert {row.level1 for row in evaluation.indicators} == {"产出指标"}
    assert all(
        source.confidence < 1 for path, source in evaluation.sources.items() if path.endswith(("level1", "level2"))
    )


def test_satisfaction_goes_with_its_class_where_counts_leave_it_open():
    rows = (
        "托养人数 ≥40人 42人 产出指标 数量指标 培训人数 ≥90人 95人 改造户数 ≥20户 20户 "
        "受助者满意度 ≥90% 92% 满意度指标 服务对象满意度指标 家属满意度 ≥90% 93%"
    )
    assert [row.level2 for row in only(HEAD + rows).indicators][-2:] == ["服务对象满意度指标"] * 2


def test_a_class_that_stands_before_its_rows_stays_there():
    rows = "产出指标 数量指标 培训人数 ≥90人 95人 改造户数 ≥20户 20户 质量指标 培训合格率 ≥95% 96% 服药率 ≥90% 91%"
    assert [row.level2 for row in only(HEAD + rows).indicators] == ["数量指标"] * 2 + ["质量指标"] * 2
