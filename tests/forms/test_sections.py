from forms.layouts import document, form
from jixiao.forms.notes import Notes
from jixiao.forms.sections import read_sections
from jixiao.model.evaluation import Section


def sections(*paragraphs):
    return read_sections(document(*paragraphs), Notes())


def test_the_style_of_a_number_gives_the_level():
    read = sections("一、总体情况", "（一）目标", "1.数量", "(1)条数", "正文。")
    assert [(one.number, one.title, one.level) for one in read] == [
        ("一、", "总体情况", 1),
        ("（一）", "目标", 2),
        ("1.", "数量", 3),
        ("(1)", "条数", 4),
    ]
    assert read[-1].text == "正文。"


def test_a_title_of_the_outline_has_its_level_whatever_its_number():
    read = sections("3、 综合评价情况及评价结论", "（2） 绩效评价工作过程。", "有关建议", "1、 项目立项")
    assert [(one.number, one.level) for one in read] == [("3、", 1), ("（2）", 2), ("", 1), ("1、", 3)]
    assert read[1] == Section("（2）", "绩效评价工作过程", 2, "（2） 绩效评价工作过程。", "")


def test_a_heading_may_begin_its_paragraph():
    notes = Notes()
    (section,) = read_sections(document(" 1. 部署。制定计划。再分工。"), notes)
    assert (section.title, section.heading, section.text) == ("部署", "1. 部署。", "制定计划。再分工。")
    place = notes.sources["sections[0].text[0]"].place
    assert " 1. 部署。制定计划。再分工。"[place.start : place.end] == section.text


def test_a_numbered_sentence_and_a_figure_are_no_headings():
    long = "1." + "保障机房安全运行，" * 8
    (section,) = sections(long, "2020年启动。", "1.5万元已支付。")
    assert (section.level, section.text) == (0, f"{long}\n2020年启动。\n1.5万元已支付。")


def test_what_stands_in_tables_is_no_text():
    row = ["", "产出指标", "数量指标", "一、不是标题", "1", "1", "10", "10", ""]
    before, after = sections("封面", "一、结论", form(row), "  表后文字。 ")
    assert (before.level, before.text) == (0, "封面")
    assert after.text == "表后文字。"
