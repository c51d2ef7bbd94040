import re
from pathlib import Path

import pytest

from jixiao import api
from jixiao.model.evaluation import Evaluation, Trouble
from jixiao.model.layout import Cell, Layout, Paragraph, Table
from jixiao.model.place import Place
from jixiao.model.terms import Kind
from jixiao.writers.reading_html import render

PUBLISHED = Path(__file__).parents[2] / "examples/jinnan-2020/published"
HOSTILE = '<script>alert("1")</script>\x00\u202e'


@pytest.fixture(scope="module")
def page():
    documents = [api.read(PUBLISHED / name) for name in ("report.docx", "report.txt")]
    return render([(one.layout, one.evaluations) for one in documents])


def test_the_page_needs_nothing_else(page):
    assert not re.search(r'(?:src|href)=(?!"#)', page)
    assert "http:" not in page
    assert "<script" not in page


def test_the_legend_names_what_the_cells_became(page):
    assert all(word in page for word in ("三级指标", "实际完成值", "没有用上", "读到了但没有把握"))
    assert 'class="score"' in page
    assert 'title="第1行指标的得分"' in page


def test_every_id_stands_once_and_every_link_has_its_target(page):
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_what_stands_in_a_document_is_text_and_nothing_else():
    place = Place(table=1, row=1, col=1)
    cell = Cell(HOSTILE, 0, 0, 1, 1, place)
    trouble = Trouble("x", HOSTILE, place)
    evaluation = Evaluation(HOSTILE, Kind.REPORT, "prose", troubles=(trouble,))
    layout = Layout(HOSTILE, "docx", (Paragraph(HOSTILE, 1), Table(1, 1, 1, (cell,))), (HOSTILE,))
    page = render([(layout, [evaluation])])
    assert "<script" not in page
    assert not set("\x00\u202e") & set(page)


def test_troubles_are_listed_with_a_link_to_their_place():
    place = Place(table=1, row=1, col=1)
    layout = Layout("文件", "docx", (Table(1, 1, 1, (Cell("九成", 0, 0, 1, 1, place),)),))
    evaluation = Evaluation("文件", Kind.REPORT, "prose", troubles=(Trouble("x", "这里应当是数字", place),))
    page = render([(layout, [evaluation])])
    assert '<a href="#at-1-1-1-1">表1第1行第1列</a>：这里应当是数字' in page
    assert '<td id="at-1-1-1-1" class="leftover"' in page
