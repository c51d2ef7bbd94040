from datetime import date
from decimal import Decimal

import pytest

from jixiao.law.explain import explain, shown_value
from jixiao.law.load import on
from jixiao.law.snapshot import Act, Entry, Evidence, Law

DAY = date(2020, 3, 1)


def entry(evidence=Evidence.PUBLIC, article="", issued_evidence=Evidence.PUBLIC, **changes):
    act = Act("act", "《办法》", "财预〔2020〕1号", "财政部", DAY, Evidence.GOVERNMENT, "正文待核。", issued_evidence)
    fields = {"name": "score.total", "title": "总分", "unit": "分", "value": Decimal(100), "since": DAY}
    rest = {"checked": DAY, "note": "百分制。", "layer": "全国"}
    return Entry(**(fields | rest | {"act": act, "article": article, "evidence": evidence} | changes))


def line(entry):
    (line,) = explain(Law(DAY, "", "", {entry.name: entry}))
    return line


def test_a_line_says_everything_about_its_parameter():
    shown = line(entry(Evidence.GOVERNMENT, "第三条"))
    assert (shown.name, shown.title, shown.value, shown.since) == ("score.total", "总分", "100分", "2020-03-01")
    assert (shown.layer, shown.act, shown.number, shown.article) == ("全国", "《办法》", "财预〔2020〕1号", "第三条")
    assert (shown.evidence, shown.confirmed) == ("已核政府网页", True)
    assert (shown.note, shown.act_note) == ("百分制。", "正文待核。")


@pytest.mark.parametrize(
    ("grade", "words", "article"),
    [
        ("G", "已核政府网页", "第三条"),
        ("S", "见于原始报告", "第三条"),
        ("P", "见于公开资料", "条款待核"),
        ("R", "见于在用软件（做法，非法规）", ""),
        ("M", "待核（未见原文）", "条款待核"),
        ("D", "本项目建议（待核）", ""),
    ],
)
def test_an_article_is_shown_only_where_it_was_read(grade, words, article):
    shown = line(entry(Evidence(grade), "第三条"))
    assert (shown.evidence, shown.article, shown.confirmed) == (words, article, grade in "GS")


def test_a_confirmed_value_without_an_article_says_that_the_article_is_open():
    assert line(entry(Evidence.GOVERNMENT)).article == "条款待核"


@pytest.mark.parametrize("grade", [Evidence.MEMORY, None])
def test_a_day_that_is_not_known_is_marked(grade):
    assert line(entry(issued_evidence=grade)).since == "2020-03-01（起始日待核）"


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"value": Decimal("0.80"), "unit": "×分值"}, "0.8×分值"),
        ({"value": Decimal("1E+2")}, "100分"),
        ({"value": True, "unit": "是/否"}, "是"),
        ({"value": False, "unit": "是/否"}, "否"),
        ({"value": None}, "未规定数值"),
        ({"value": "zero", "unit": "", "choice": "计0分"}, "计0分"),
    ],
)
def test_values_are_shown_in_words(changes, shown):
    assert shown_value(entry(**changes)) == shown


def test_nothing_recalled_or_proposed_is_shown_as_confirmed():
    lines = {line.name: line for line in explain(on(date(2024, 3, 31), "12", "review-14"))}
    assert lines["weight_cost_class.output"].evidence == "待核（未见原文）"
    assert lines["not_applicable.rescale"].evidence == "本项目建议（待核）"
    confirmed = {name for name, line in lines.items() if line.confirmed}
    assert confirmed == {"execution.base"}


def test_lines_come_in_the_order_of_their_names():
    names = [line.name for line in explain(on(date(2021, 3, 31)))]
    assert names == sorted(names)
    assert "weight.output" in names
