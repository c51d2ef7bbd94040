from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.evaluation import Evaluation
from jixiao.model.layout import Cell, Layout, Paragraph, Table
from jixiao.model.place import Place, Source
from jixiao.model.terms import Kind
from jixiao.writers.drawn import draw
from jixiao.writers.families import Family, use_of

TEXT = "年度预算120万元，执行率98%"


def an_evaluation(**sources):
    return Evaluation("文件", Kind.REPORT, "prose", sources=sources)


def a_layout(*texts):
    cells = (Cell(text, 0, col, 1, 1, Place(table=1, row=1, col=col + 1)) for col, text in enumerate(texts))
    return Layout("文件", "docx", (Table(1, 1, len(texts), tuple(cells)),))


def a_source(confidence="0.99", **place):
    return Source(Place(**place), "", Decimal(confidence))


def squares(layout, *evaluations):
    (table,) = draw(layout, evaluations).blocks
    return table[0]


def test_a_cell_is_what_it_became_and_others_are_labels_blank_or_left_over():
    score = {"indicators[1].score": a_source(table=1, row=1, col=2)}
    drawn = squares(a_layout("得分", "9.5", "　", "手写批注"), an_evaluation(**score))
    assert [square.family for square in drawn] == [Family.LABEL, Family.SCORE, None, Family.LEFT_OVER]
    assert drawn[1].uses[0].title == "第2行指标的得分"


def test_a_cell_says_all_that_it_became_and_in_which_form():
    first, second = (an_evaluation(**{"total.score": a_source(table=1, row=1, col=1)}) for _ in range(2))
    (square,) = squares(a_layout("96"), first, second)
    assert [use.title for use in square.uses] == ["第1张表：得分", "第2张表：得分"]


def test_what_was_read_without_confidence_is_not_sure():
    sources = {"total.score": a_source("0.6", table=1, row=1, col=1), "total.weight": a_source(table=1, row=1, col=2)}
    assert [square.sure for square in squares(a_layout("96", "100"), an_evaluation(**sources))] == [False, True]


def test_places_are_counted_by_what_they_became():
    drawing = draw(a_layout("得分", "9.5", "手写批注", "又一处"), [])
    assert drawing.counts == {Family.LABEL: 1, Family.LEFT_OVER: 3}


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=6))
def test_a_paragraph_cut_by_fields_is_still_the_paragraph(spans):
    claims = {f"claims[{at}]": a_source(line=1, start=min(span), end=max(span)) for at, span in enumerate(spans)}
    (line,) = draw(Layout("文件", "txt", (Paragraph(TEXT, 1),)), [an_evaluation(**claims)]).blocks
    assert "".join(stretch.text for stretch in line.stretches) == TEXT


def test_a_figure_in_a_sentence_counts_before_the_sentence():
    sources = {"sections[0].text[0]": a_source(line=1), "claims[0]": a_source(line=1, start=4, end=9)}
    (line,) = draw(Layout("文件", "txt", (Paragraph(TEXT, 1),)), [an_evaluation(**sources)]).blocks
    assert [(stretch.text, stretch.uses[0].family) for stretch in line.stretches] == [
        (TEXT[:4], Family.PROSE),
        (TEXT[4:9], Family.CLAIMS),
        (TEXT[9:], Family.PROSE),
    ]


def test_every_field_of_a_form_has_a_name_in_chinese():
    paths = (
        "project.name",
        "funds[0].budget",
        "goals[0].expected",
        "headers.funds[3]",
        "groups[0].weight",
        "report_date",
    )
    assert [use_of(path, Decimal(1)).title for path in paths] == [
        "项目名称", "第1行资金的全年预算数", "第1条预期目标", "资金", "分值", "报告日期"
    ]  # fmt: skip
