import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.layouts import document, form
from jixiao.forms.claims import read_claims


def claims(text):
    return [(one.about, one.subject, one.value and str(one.value), one.unit) for one in read_claims(document(text))]


@pytest.mark.parametrize(
    ("text", "about", "value", "unit"),
    [
        ("年初预算2837.8294万元", "initial", "2837.8294", "万元"),
        ("年初预算数为1,200.50万元", "initial", "1200.50", "万元"),
        ("核减预算202.624967万元", "cut", "202.624967", "万元"),
        ("2020年年度预算资金2635.204433万元", "budget", "2635.204433", "万元"),
        ("全年预算数90元", "budget", "90", "元"),
        ("实际投入资金2635.204433万元", "executed", "2635.204433", "万元"),
        ("实际支出共计81 万元", "executed", "81", "万元"),
        ("实际投入资金占预算资金的100%", "rate", "100", "%"),
        ("预算执行率为98.5％", "rate", "98.5", "%"),
        ("自评得分96分", "total", "96", "分"),
        ("总分为96.50分", "total", "96.50", "分"),
        ("项目得分99.30分", "total", "99.30", "分"),
        ("总体得分为96分", "total", "96", "分"),
        ("评分结果为88.5分", "total", "88.5", "分"),
        ("最终评分为91分", "total", "91", "分"),
    ],
)
def test_a_figure_is_read_with_what_it_is_said_of(text, about, value, unit):
    assert claims(f"本项目{text}，情况良好。") == [(about, "", value, unit)]


def test_completion_names_its_class():
    assert claims("数量指标完成率100%，产出质量指标达标率 99%，成本指标完成80%、服务对象满意度指标完成率为95%。") == [
        ("completion", "数量指标", "100", "%"),
        ("completion", "质量指标", "99", "%"),
        ("completion", "成本指标", "80", "%"),
        ("completion", "服务对象满意度指标", "95", "%"),
    ]


@pytest.mark.parametrize("text", ["评价等级为“优”。", "评价等级：优", "等级为优秀。"])
def test_a_grade_is_a_claim_without_a_number(text):
    assert claims(text) == [("grade", "优", None, "")]


@pytest.mark.parametrize(
    "text",
    [
        "总分100分，自评得分为各行之和。",
        "总分为100分。",
        "评价结论良莠不齐",
        "预算执行，共3次",
        "预算资金由2家单位使用",
        "完成率高",
    ],
)
def test_what_is_no_claim_is_left_alone(text):
    assert claims(text) == []


def test_a_claim_knows_its_words_and_tables_hold_none():
    text = "（年初预算10万元，核减预算1万元）"
    row = ["", "产出指标", "数量指标", "年初预算10万元", "1", "1", "10", "10", ""]
    found = read_claims(document("封面", form(row), text))
    assert [claim.about for claim in found] == ["initial", "cut"]
    for claim in found:
        assert claim.place.line == 3
        assert text[claim.place.start : claim.place.end] == claim.raw


@given(
    st.text(
        st.sampled_from("年初预算资金核减实际投入占执行率总分为完成0123456789.,%％万元分，。优等级："), max_size=200
    )
)
def test_claims_of_any_text_are_its_own_words(text):
    for claim in read_claims(document(text)):
        assert text[claim.place.start : claim.place.end] == claim.raw != ""


@pytest.mark.parametrize(
    "sentence",
    [
        "核减预算资金20万元。",
        "全年预算执行98万元。",
        "年度预算结余2万元。",
        "年度预算人均2万元。",
        "实际支出设备费60万元、安装费38万元。",
        "实际使用单位自筹10万元。",
        "2021年年初预算80万元，上年实际支出90万元。",
        "其中中央财政预算资金60万元。",
        "实际支出比上年减少5万元。",
        "预算执行自评得分9.8分，产出指标自评得分50分。",
        "最终得分：产出指标50分。",
        "综合评分90分以上为优，评价得分90分（含）以上为优。",
        "上级评价得分85分。",
        "设备验收质量达标率99%。",
    ],
)
def test_a_part_another_year_or_a_scale_is_no_claim_of_the_whole(sentence):
    found = read_claims(document(sentence), 2020)
    assert [one.about for one in found if one.about not in ("cut", "grade")] == []


@pytest.mark.parametrize("text", ["评价结果为“优”", "评价结果：优", "本项目属于“优”"])
def test_a_grade_may_be_a_result_or_what_a_project_belongs_to(text):
    assert claims(f"{text}。") == [("grade", "优", None, "")]


@pytest.mark.parametrize("text", ["属于中等收入家庭", "评价结果优化了流程", "三个项目得分90分", "产出指标得分为48分"])
def test_other_belongings_results_and_scores_of_parts_are_no_claims(text):
    assert claims(f"{text}。") == []
