from forms.layouts import document, grid
from jixiao.forms import read_forms
from jixiao.forms.leftovers import left_over

HEAD = ["一级指标", "三级指标", "指标性质", "指标值", "度量单位", "评分标准", "完成值", "得分"]
FORM = [
    [("2021年度项目支出绩效自评表", 1, 8), *[None] * 7],
    ["项目名称", ("公墓维护", 1, 3), None, None, "联系电话", ("63000000", 1, 3), None, None],
    HEAD,
    ["产出指标", "公墓数量", "≥", "3", "处", "少一处扣一分", "3处", "10"],
    ["效益指标", "祭扫秩序", "定性", "有序", "", "—", "有序", "10"],
    [("总分", 1, 7), *[None] * 6, "20"],
    ["存在问题", ("台账不全", 1, 7), *[None] * 6],
    [("填报人电话：63000001", 1, 8), *[None] * 7],
]


def left(*blocks):
    layout = document(*blocks)
    return [[(one.label, one.text, one.place.row) for one in form] for form in left_over(layout, read_forms(layout))]


def test_what_became_no_field_is_kept_with_its_label():
    assert left(grid(*FORM)) == [
        [
            ("联系电话", "63000000", 2),
            ("评分标准", "少一处扣一分", 4),
            ("存在问题", "台账不全", 7),
            ("填报人电话", "填报人电话：63000001", 8),
        ]
    ]


def test_every_part_of_a_target_has_its_place():
    (evaluation,) = read_forms(document(grid(*FORM)))
    places = {path: source.place.col for path, source in evaluation.sources.items() if ".target" in path}
    assert places["indicators[0].target_parsed.op"] == 3
    assert places["indicators[0].target_parsed.low"] == 4
    assert places["indicators[0].target_parsed.unit"] == 5


def test_a_cell_belongs_to_the_form_it_stands_in_and_a_table_without_one_to_none():
    other = grid(["科目", "决算数"], ["本年收入", "5"], ordinal=3)
    first, second = left(grid(*FORM), grid(*FORM, ordinal=2), other)
    assert len(first) == len(second) == 4
    assert all("科目" not in entry for entry in (*first, *second))
