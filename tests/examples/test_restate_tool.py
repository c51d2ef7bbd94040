"""report.docx is made from report.txt, and both read alike."""

import importlib.util
from pathlib import Path

import pytest

from jixiao.readers import read_layout

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT / "examples" / "jinnan-2020" / "published"


@pytest.fixture(scope="module")
def restate():
    specification = importlib.util.spec_from_file_location("restate", ROOT / "tools" / "restate.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def text():
    return read_layout(PUBLISHED / "report.txt")


@pytest.fixture(scope="module")
def word():
    return read_layout(PUBLISHED / "report.docx")


def test_the_committed_document_is_what_the_tool_makes(restate, text):
    assert restate.main(["--check"]) == 0
    assert (PUBLISHED / "report.docx").read_bytes() == restate.docx(text)


def test_a_changed_document_fails_the_check(restate, tmp_path, monkeypatch, capsys):
    for path in PUBLISHED.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "report.docx").write_bytes(b"PK")
    monkeypatch.setattr(restate, "PUBLISHED", tmp_path)
    assert restate.main(["--check"]) == 1
    assert "report.docx" in capsys.readouterr().out
    assert restate.main([]) == 0
    assert restate.main(["--check"]) == 0


def test_text_and_document_have_the_same_paragraphs(text, word):
    assert [paragraph.text for paragraph in word.paragraphs] == [paragraph.text for paragraph in text.paragraphs]


def test_text_and_document_have_the_same_cells(restate, text, word):
    """A blank in the text may be a part of a merged cell; the orphan hangs below another cell there."""

    def printed(layout):
        return [[line for cell in table.cells for line in cell.lines] for table in layout.tables]

    assert printed(word) == printed(text)
    assert [line for table in printed(word) for line in table].count(restate.ORPHAN) == 1


def test_the_form_has_the_merged_cells_of_the_printed_one(word):
    _, form = word.tables
    merged = {cell.text: (cell.rowspan, cell.colspan) for cell in form.cells if cell.rowspan > 1}
    assert merged == {
        "项目资金（万元）": (5, 1),
        "年度总体目标": (2, 1),
        " 标": (16, 1),
        "产出指标（50分）": (9, 1),
        "数量指标": (3, 1),
        "质量指标": (3, 1),
        "时效指标": (2, 1),
        "效益指标（30分）": (5, 1),
        "社会效益指标": (2, 1),
    }
    assert all(cell is not None for row in form.grid() for cell in row)


def test_each_indicator_stands_beside_its_classes(word):
    _, form = word.tables
    rows = {row[3].text: [cell.text for cell in row[1:8]] for row in form.grid()}
    assert rows["视频监控系统在线率"] == ["产出指标（50分）", "质量指标", "视频监控系统在线率", "98%", "98%", "3", "3"]
    assert rows["视频监控系统运维满意度"][:2] == ["满意度指标（10分）", "服务对象满意度指标"]
    assert rows["视频监控系统运维满意度"][3:] == ["达到要求", "未开展", "10", "10"]
