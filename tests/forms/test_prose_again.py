"""What the sentences around a table that ran together say again of its indicators."""

import pytest

from jixiao.forms import read_forms
from jixiao.readers.text import read_text

TABLE = (
    "项目名称示例县书屋建设项目年度绩效目标评价内容绩效内容绩效目标值实际完成值累计完成率产出目标数量目标"
    "新建农家书屋数量>=12个10个83%全年借阅图书册次>=5000册5200册104%质量目标读者对书屋的知晓率>=90%92%102%(二)项目财务管理情况"
)
CASES = {
    "time and cost": (
        "(1)时效目标:图书到位时间绩效目标值是6月前,实际完成值为6月前,(2)成本目标:建设投入绩效目标值是30万元,实际完成值为28万元,",
        [
            ("产出目标", "时效目标", "图书到位时间", "6月前"),
            ("产出目标", "成本目标", "建设投入", "30万元"),
        ],
    ),
    "one that is there already": (
        "(1)数量目标:新建农家书屋数量绩效目标值是12个,实际完成值为10个,目标完成率为83%,",
        [],
    ),
}


def only(text):
    (evaluation,) = read_forms(read_text(text.encode(), "表.txt"))
    return evaluation


@pytest.mark.parametrize(("said", "new"), CASES.values(), ids=CASES)
def test_rows_that_only_sentences_state_are_added(said, new):
    rows = only(TABLE + said).indicators
    assert [row.level3 for row in rows[:3]] == ["新建农家书屋数量", "全年借阅图书册次", "读者对书屋的知晓率"]
    assert [(row.level1, row.level2, row.level3, row.target) for row in rows[3:]] == new


@pytest.mark.parametrize(
    ("said", "points"),
    [
        ("新建农家书屋数量本项目满分10分,得8分,扣分原因为:两处未开工,", ("10", "8", "两处未开工")),
        ("完成新建农家书屋数量项目满分12分,得12分,", ("12", "12", None)),
        ("书屋选址合理性本项目满分10分,得8分,", ("None", "None", None)),
    ],
)
def test_points_that_sentences_state_go_to_the_row_of_that_name(said, points):
    row = only(TABLE + said).indicators[0]
    assert (str(row.weight), str(row.score), row.reason) == points


def test_a_table_whose_cells_are_known_takes_nothing_from_sentences():
    rows = ["一级指标\t二级指标\t三级指标\t指标值\t实际完成值", "产出指标\t数量指标\t新建农家书屋数量\t12个\t10个"]
    said = "一、目标完成情况\n(1)时效目标:图书到位时间绩效目标值是6月前,实际完成值为6月前,目标完成率为100%。"
    assert len(only("\n".join(["项目名称\t书屋建设", *rows]) + "\n\n" + said).indicators) == 1
