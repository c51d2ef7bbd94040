"""Whose project it is, where neither a label nor the title says so."""

import pytest

from jixiao.forms import read_forms
from jixiao.readers.text import read_text

BODY = "一、基本情况\n（一）项目概况\n{}\n二、评价结论\n自评得分92分。\n"
CASES = {
    "the one office of the place in the title": (
        "青岚县2021年度水库移民扶持资金项目绩效评价报告",
        "青岚县水务局负责审批，青岚县财政局拨付资金，青岚县水务局组织验收。",
        "青岚县水务局",
    ),
    "no one of several offices": (
        "青岚县2021年度水库移民扶持资金项目绩效评价报告",
        "青岚县水务局负责审批，青岚县民政局发放补贴。",
        None,
    ),
    "the place that the writer calls its own": (
        "中央水利发展资金绩效自评报告",
        "下达我县资金五百万元。白石县河道整治工程已完工，我县群众满意。",
        "白石县",
    ),
    "the office of that place": (
        "村村通经费绩效自评报告",
        "上级为临江市文旅局下达经费，我市七个区已完成。",
        "临江市文旅局",
    ),
    "a place of another kind is not its own": (
        "防汛资金绩效自评报告",
        "我省防汛会商由应急部门牵头，涉及望川县。",
        None,
    ),
}


def only(text):
    (evaluation,) = read_forms(read_text(text.encode(), "报告.txt"))
    return evaluation


@pytest.mark.parametrize(("title", "said", "unit"), CASES.values(), ids=CASES)
def test_a_report_speaks_for_its_office_or_its_place(title, said, unit):
    evaluation = only(f"{title}\n" + BODY.format(said))
    assert evaluation.project.unit == unit
    if unit:
        assert evaluation.sources["project.unit"].confidence < 1


FORM = "项目绩效目标表\n项目名称 {} \n一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 管网长度 ≥12公里\n"


@pytest.mark.parametrize("office", ["柳溪区水利局", "云峰县农业农村局"])
def test_a_notice_of_goals_speaks_to_an_office(office):
    text = f"关于下达2022年水利发展资金的通知\n\n{office}：\n\n现将资金下达给你局。\n\n{FORM.format('管网延伸')}"
    assert only(text).project.unit == office


@pytest.mark.parametrize(("place", "office"), [("雁湖县", "教育局"), ("南屏区", "民政局")])
def test_the_office_that_published_a_page_is_that_of_the_place_in_its_title(place, office):
    text = f"2020年度{place}助学金项目绩效目标表\n发布机构：{office}     字体：大\n{FORM.format('助学金')}"
    assert only(text).project.unit == place + office
