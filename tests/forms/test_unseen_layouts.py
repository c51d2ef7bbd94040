"""What forms of finance bureaus do that the ministry's does not, each in the smallest table that does it."""

from decimal import Decimal

import pytest

from forms.layouts import COLUMNS, document, grid
from jixiao.forms import read_forms
from jixiao.model.evaluation import Evaluation
from jixiao.model.json import to_json
from jixiao.model.layout import Table
from jixiao.model.terms import FundSource

NAME = ("项目名称", 1, 1)
LEVELS = ["一级指标", "二级指标", "三级指标"]


def read(*rows: list[str | tuple[str, int, int] | None], title: str = "2021年度项目支出绩效自评表") -> Evaluation:
    (evaluation,) = read_forms(document(title, grid(*rows)))
    return evaluation


def wide(text: str, width: int) -> list[str | tuple[str, int, int] | None]:
    return [(text, 1, width), *[None] * (width - 1)]


def fund(evaluation: Evaluation) -> dict[str, str | None]:
    total = to_json(evaluation)["funds"][0]
    return {key: total[key] for key in ("initial", "budget", "executed", "weight", "score", "rate") if total[key]}


def indicators(evaluation: Evaluation, *keys: str) -> list[tuple[str | None, ...]]:
    return [tuple(row[key] for key in keys) for row in to_json(evaluation)["indicators"]]


def test_labels_that_count_only_as_a_whole_cell():
    evaluation = read(
        ["预算项目名称", *wide("河道清淤", 4)],
        ["上级主管部门", "水务局", "项目实施主体", *wide("河道管理站", 2)],
        ["指标一级", "明细指标", "年初设定值", "年末实际完成值", "标准分值"],
        ["产出指标", "清淤长度", "≥3公里", "3公里", "10"],
    )
    project = evaluation.project
    assert (project.name, project.department, project.unit) == ("河道清淤", "水务局", "河道管理站")
    assert indicators(evaluation, "level1", "level3", "target", "actual", "weight") == [
        ("产出指标", "清淤长度", "≥3公里", "3公里", "10")
    ]


def test_each_source_of_money_in_a_column_of_its_own():
    evaluation = read(
        ["项目名称", *wide("乡村道路", 6)],
        [("项目资金（万元）", 2, 1), "中央", "本级", "其他", "合计", "执行数", "执行率"],
        [None, "", "309", "", "309", "300", "97.09%"],
        [*LEVELS, "指标值", "完成值", "分值", "得分"],
        ["产出指标", "数量指标", "里程", "9公里", "9公里", "10", "10"],
    )
    assert fund(evaluation) == {"budget": "309", "executed": "300", "rate": "97.09"}


def test_each_amount_beside_its_own_name_below_the_header():
    evaluation = read(
        ["项目名称", *wide("空气监测", 6)],
        [*wide("预算安排情况（调整后）", 2), *wide("资金到位情况", 2), *wide("资金执行情况", 2), "预算执行进度（%）"],
        ["预算数", "60", "到位数", "60", "执行数", "57", "95%"],
        wide("三、目标完成情况", 7),
        [*wide("年度预期目标", 3), *wide("具体完成情况", 4)],
        [*wide("监测全年不断线", 3), *wide("全年未断线", 4)],
        wide("四、年度绩效指标完成情况", 7),
        [*LEVELS, "指标值", "完成值", "分值", "得分"],
        ["产出指标", "数量指标", "站点", "9个", "9个", "10", "10"],
    )
    assert fund(evaluation) == {"budget": "60", "executed": "57", "rate": "95"}
    (goal,) = evaluation.goals
    assert (goal.expected, goal.achieved) == ("监测全年不断线", "全年未断线"), "a numbered heading is no goal"


def test_the_points_of_a_block_stand_in_its_label_or_behind_its_amounts():
    labelled = read(
        ["项目名称", *wide("护理补贴", 4)],
        [("预算执行情况（万元）（20分）", 2, 1), "", "预算数（A）", "执行数（B）", "得分（20分*执行率）"],
        [None, "年度财政资金总额", "30", "15", "10"],
        ["一级指标", "三级指标", "年初目标值", "实际完成值", "得分"],
        ["产出指标", "人次", "9", "9", "5"],
    )
    behind = read(
        ["项目名称", *wide("护理补贴", 5)],
        ["预算执行情况（万元）", "预算数：", "30", "执行数：", "15", "20"],
        [*LEVELS, "年度指标值", "实际完成指标值", "60"],
        ["产出指标", "数量指标", "指标1：人次", "9", "9", "5"],
    )
    assert fund(labelled) == {"budget": "30", "executed": "15", "weight": "20", "score": "10"}
    assert fund(behind) == {"budget": "30", "executed": "15", "weight": "20"}
    assert indicators(behind, "level3", "score") == [("人次", "5")], "the column below 60 holds the scores"


def test_a_row_number_is_no_amount():
    evaluation = read(
        ["1", "项目名称", *wide("造林", 5)],
        [
            "2",
            "资金情况（万元）",
            "全年预算数（A）",
            "扣除整合资金后预算（C）",
            "全年到位资金（D）",
            "全年执行资金（E）",
            "预算执行（E/C×100%）",
        ],
        ["3", "年度资金总额", "80", "80", "80", "60", "75%"],
        ["序号", *LEVELS, "指标值", "全年实际完成值", "未完成原因和改进措施"],
        ["4", "产出指标", "数量指标", "造林面积", "9亩", "9亩", ""],
    )
    assert fund(evaluation) == {"budget": "80", "executed": "60", "rate": "75"}
    assert indicators(evaluation, "level3") == [("造林面积",)]


def test_points_of_decision_and_management_come_before_the_indicators():
    evaluation = read(
        ["项目名称", *wide("乡村道路", 5)],
        ["项目权重", "评价内容", "分值", "自评分", "复核分", "评价标准及依据"],
        ["项目决策2分", "决策依据", "2", "2", "", "有计划计2分"],
        ["项目管理3分", "财务制度", "3", "2.5", "", "制度健全3分"],
        [*LEVELS, "年初指标值", "年终完成值", "自评分"],
        ["产出指标", "数量指标", "里程", "9公里", "9公里", "10"],
    )
    assert indicators(evaluation, "level1", "level3", "weight", "score") == [
        ("项目决策", "决策依据", "2", "2"),
        ("项目管理", "财务制度", "3", "2.5"),
        ("产出指标", "里程", None, "10"),
    ]


def test_the_target_is_that_of_the_last_year_that_the_header_names():
    evaluation = read(
        ["项目名称", *wide("主体班", 4)],
        [("一级指标", 2, 1), ("二级指标", 2, 1), ("三级指标", 2, 1), *wide("指标值", 2)],
        [None, None, None, "2021年实际实现值", "预期2022年实现值"],
        ["产出指标", "数量指标", "培训人次", "250人次", "280人次"],
        title="项目支出绩效目标批复表（2022年度）",
    )
    assert indicators(evaluation, "target", "actual") == [("280人次", None)]


def test_a_goal_written_out_over_merged_cells_is_one():
    evaluation = read(
        ["项目名称", *wide("补助", 4)],
        ["年度总体目标", "预期目标", "预期目标", "实际完成情况", "实际完成情况"],
        ["年度总体目标", "补助三十人", "补助三十人", "已补助", "已补助"],
        ["一级指标", "三级指标", "指标值", "完成值", "得分"],
        ["产出指标", "人数", "9人", "9人", "5"],
    )
    assert [(goal.expected, goal.achieved) for goal in evaluation.goals] == [("补助三十人", "已补助")]


def test_what_stands_below_the_indicators_ends_them_and_the_total_may_come_after_it():
    row = ["产出指标", "数量指标", "里程", "9公里", "9公里", "10", "10", ""]
    told = read(
        ["项目名称", *wide("道路", 7)],
        COLUMNS,
        row,
        [*wide("其他需要说明的事项", 2), *wide("无", 6)],
        [*wide("总分", 5), "100", "98", "优"],
    )
    result = read(
        ["项目名称", *wide("道路", 7)],
        COLUMNS,
        row,
        ["预算绩效评价结果", "完成率", "10分", "节约率", "10分", "", "", ""],
    )
    assert (str(told.total.weight), str(told.total.score)) == ("100", "98")
    assert len(told.indicators) == len(result.indicators) == 1


@pytest.mark.parametrize(
    "title",
    ["2022年度流动图书服务绩效自评表", "2022年度流动图书服务项目绩效评价得分表"],
)
def test_a_title_in_the_table_names_the_project(title):
    rows = [
        wide(title, 5),
        ["一级指标", "三级指标", "目标值", "完成值", "得分"],
        ["产出指标", "册数", "9册", "9册", "5"],
    ]
    (evaluation,) = read_forms(document(grid(*rows)))
    assert (evaluation.project.name or "").removesuffix("项目") == "流动图书服务"
    assert evaluation.sources["project.name"].confidence < 1


def test_a_mark_stays_with_the_name_and_its_number_does_not():
    evaluation = read(
        ["项目名称", *wide("果园", 7)], COLUMNS, ["产出指标", "数量指标", "★指标1：面积", "9亩", "9亩", "10", "10", ""]
    )
    assert indicators(evaluation, "level3") == [("★面积",)]


def test_a_source_of_money_is_known_by_its_words():
    evaluation = read(
        ["项目名称", *wide("果园", 3)],
        [("项目资金（万元）", 3, 1), "", "全年预算数", "全年执行数"],
        [None, "年度资金总额", "9", "9"],
        [None, "其中：国有资本经营预算拨款", "9", "9"],
        ["一级指标", "三级指标", "指标值", "完成值"],
        ["产出指标", "面积", "9亩", "9亩"],
    )
    assert [line.source for line in evaluation.funds] == [FundSource.TOTAL, FundSource.FISCAL]


def test_a_label_of_the_head_may_head_the_sources_of_money():
    evaluation = read(
        ["项目名称", *wide("公墓", 5)],
        ["资金名称", "年初预算", "调整后预算", "实际支出", "执行率", "得分"],
        ["资金总额", "96", "92", "46", "50%", "5"],
        [*LEVELS, "指标值", "完成值", "得分"],
        ["产出指标", "数量指标", "公墓", "3处", "3处", "10"],
    )
    assert fund(evaluation) == {"initial": "96", "budget": "92", "executed": "46", "rate": "50", "score": "5"}


def test_a_list_of_tasks_is_no_block_of_amounts_and_a_department_needs_no_project():
    evaluation = read(
        ["部门（单位）名称", *wide("示例区档案馆", 6)],
        [
            ("年度主要任务", 2, 1),
            "任务名称",
            "主要内容",
            "预算数（万元）",
            "其中：财政拨款",
            "执行数（万元）",
            "完成情况",
        ],
        [None, "日常运行", "保障运转", "40", "40", "38", "已完成"],
        [("部门预算执行情况（万元）", 2, 1), "", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"],
        [None, "部门支出总额", "185", "160", "112", "70%", "7"],
        ["年度总体目标", *wide("完成数字化", 6)],
        ["年度总体目标完成情况", *wide("完成了数字化", 6)],
        [*LEVELS, "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "页数", "9万页", "9万页", "10", "10"],
        title="2020年度部门整体支出绩效自评表",
    )
    assert evaluation.project.unit == "示例区档案馆"
    assert fund(evaluation)["budget"] == "160"
    assert [(goal.expected, goal.achieved) for goal in evaluation.goals] == [("完成数字化", "完成了数字化")]


def test_points_of_a_merged_cell_count_once():
    evaluation = read(
        ["项目名称", *wide("补助", 6)],
        [*LEVELS, "指标值", "完成值", "分值", "得分"],
        [("产出指标", 2, 1), ("数量指标", 2, 1), "人数", "9人", "9人", ("20", 2, 1), ("19", 2, 1)],
        [None, None, "场次", "3场", "3场", None, None],
        [*wide("自评总分", 5), "20", "19"],
    )
    assert indicators(evaluation, "level3", "weight", "score") == [("人数", "20", "19"), ("场次", "", "")]
    assert (str(evaluation.total.weight), str(evaluation.total.score)) == ("20", "19")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("项目支出绩效自评复核表", "review"),
        ("项目支出绩效自评表", "self-evaluation"),
        ("绩效评价得分表", "review"),
        ("自评指标评分表", "self-evaluation"),
    ],
)
def test_the_title_says_what_kind_of_form_it_is(title, kind):
    row = ["产出指标", "数量指标", "里程", "9公里", "9公里", "10", "10", ""]
    assert read(["项目名称", *wide("道路", 7)], COLUMNS, row, title=title).kind == kind


def beside(left: list[list[str]], right: list[list[str]], gap: int) -> Table:
    return grid(*([*one, *[""] * gap, *other] for one, other in zip(left, right, strict=True)))


def two_projects(gap: int) -> list[Evaluation]:
    forms = [
        [
            ["项目名称", name, "", ""],
            ["一级指标", "三级指标", "指标值", "分值"],
            ["产出指标", f"{name}面积", "9亩", "10"],
        ]
        for name in ("果园", "茶园")
    ]
    return read_forms(document("2021年度项目支出绩效目标表", beside(*forms, gap)))


def test_forms_side_by_side_with_a_blank_column_between_are_two():
    first, second = two_projects(gap=1)
    assert (first.project.name, second.project.name) == ("果园", "茶园")
    assert indicators(second, "level3", "target") == [("茶园面积", "9亩")]
    assert second.sources["indicators[0].level3"].place.col == 7


def test_without_a_blank_column_they_are_one_table():
    assert len(two_projects(gap=0)) == 1


def test_a_list_of_projects_before_a_form_gives_it_neither_name_nor_year():
    listing = grid(
        ["序号", "项目名称", "年初预算数", "全年预算数", "全年执行数", "自评得分"], ["1", "茶园", "9", "9", "9", "99"]
    )
    form = grid(
        ["项目名称", "果园", "", ""], ["一级指标", "三级指标", "指标值", "完成值"], ["产出指标", "面积", "9亩", "9亩"]
    )
    (evaluation,) = read_forms(
        document("2021年度项目支出绩效自评结果汇总表", listing, "项目支出绩效自评表", "（2019年度）", form)
    )
    assert (evaluation.project.name, evaluation.project.year) == ("果园", 2019)
    assert read_forms(document("2021年度项目支出绩效自评结果汇总表", listing)) == []


def test_a_value_ends_at_the_label_that_follows_without_a_gap():
    (evaluation,) = read_forms(
        document(
            "2021年度项目支出绩效自评表",
            "单位名称：示例区果业中心填报日期：2022年3月1日",
            grid(
                ["项目名称", "果园", "", ""],
                ["一级指标", "三级指标", "指标值", "完成值"],
                ["产出指标", "面积", "9亩", "9亩"],
            ),
        )
    )
    assert evaluation.project.unit == "示例区果业中心"


def test_sources_of_the_year_beside_those_of_the_whole_project():
    evaluation = read(
        ["项目名称", *wide("口袋公园", 4)],
        [("项目资金（元）", 4, 1), "项目资金总额", "900.00", "年度资金申请总额", "300.00"],
        [None, ("其中：财政资金", 2, 1), ("800.00", 2, 1), "其中：当年财政拨款", "250.00"],
        [None, None, None, "上年结转资金", "50.00"],
        [None, "其他资金", "100.00", "其他资金", "0.00"],
        [*LEVELS, *wide("年度指标值", 2)],
        ["产出指标", "数量指标", "公园", *wide("≥2处", 2)],
        title="2023年度财政项目支出绩效目标填报表",
    )
    assert [(line.source.value, line.initial) for line in evaluation.funds[1:]] == [
        ("fiscal", Decimal("250.00")), ("carryover", Decimal("50.00")), ("other", Decimal("0.00")),
    ]  # fmt: skip
    assert fund(evaluation)["budget"] == "300.00"
