from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from jixiao import api
from jixiao.writers.form import Form
from jixiao.writers.form_docx import form_docx
from jixiao.writers.form_grid import form_grid
from jixiao.writers.form_xlsx import form_xlsx
from writers.forms import NAMESPACE, a_small_evaluation, forms, sheet_of

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
WRITERS = {"docx": form_docx, "xlsx": form_xlsx}


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """Writes a form and reads the file as users do."""
    folder = tmp_path_factory.mktemp("forms")

    def written_and_read(kind, form):
        path = folder / f"自评表.{kind}"
        path.write_bytes(WRITERS[kind](form))
        return api.read(path)

    return written_and_read


def document(form):
    return etree.fromstring(ZipFile(BytesIO(form_docx(form))).read("word/document.xml"))


@pytest.mark.parametrize("kind", WRITERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(evaluation=forms())
def test_what_is_written_is_read_again_and_written_the_same(read, kind, evaluation):
    form = Form(evaluation, notes=("注：1.说明。",), signed="填报人：赵例")
    (again,) = read(kind, form).evaluations
    assert api.form_key(again) == api.form_key(evaluation)
    assert again.form == evaluation.form
    assert not again.troubles
    assert form_grid(again) == form_grid(evaluation)


@pytest.mark.parametrize("write", [form_docx, form_xlsx])
@settings(max_examples=5, deadline=None)
@given(evaluation=forms())
def test_the_same_form_is_the_same_bytes(write, evaluation):
    assert write(Form(evaluation)) == write(Form(evaluation))


@given(evaluation=forms())
@settings(max_examples=40, deadline=None)
def test_every_position_of_the_grid_is_covered_once(evaluation):
    grid = form_grid(evaluation)
    taken = [
        (row, col)
        for box in grid.boxes
        for row in range(box.row, box.row + box.rowspan)
        for col in range(box.col, box.col + box.colspan)
    ]
    assert sorted(taken) == [(row, col) for row in range(grid.rows) for col in range(len(grid.widths))]


def test_blank_points_are_said_and_the_total_is_open():
    row = a_small_evaluation().indicators[0]
    evaluation = a_small_evaluation(indicators=(row, replace(row, level3="满意度", weight=Decimal(10), score="")))
    texts = [box.text for box in form_grid(evaluation).boxes]
    assert texts.count("无法判断") == 1
    assert "已得100分，另10分无法判断" in texts


def test_no_text_becomes_a_formula():
    row = replace(a_small_evaluation().indicators[0], level3="=HYPERLINK(1)")
    sheet = sheet_of(form_xlsx(Form(a_small_evaluation(indicators=(row,)))))
    assert not list(sheet.iterfind(".//s:f", NAMESPACE))
    assert {cell.get("t", "s") for cell in sheet.iterfind(".//s:c", NAMESPACE)} == {"s"}


def test_the_sheet_prints_on_a4_with_the_header_on_every_page():
    data = form_xlsx(Form(a_small_evaluation()))
    setup = sheet_of(data).find("s:pageSetup", NAMESPACE)
    assert (setup.get("paperSize"), setup.get("fitToHeight")) == ("9", "0")
    assert "Print_Titles" in ZipFile(BytesIO(data)).read("xl/workbook.xml").decode()


def test_the_header_of_the_indicators_stands_on_every_page_and_no_row_is_broken():
    root = document(Form(a_small_evaluation()))
    tables = root.findall(".//w:tbl", W)
    assert [len(table.findall(".//w:tblHeader", W)) for table in tables] == [0, 1]
    assert len(root.findall(".//w:tr", W)) == len(root.findall(".//w:cantSplit", W))


def test_numbers_are_set_at_the_right():
    root = document(Form(a_small_evaluation()))
    right = {
        "".join(cell.itertext())
        for cell in root.iterfind(".//w:tc", W)
        if (align := cell.find(".//w:jc", W)) is not None and align.get(f"{{{W['w']}}}val") == "right"
    }
    assert {"100", "90", "10", "100.00%"} <= right


def test_the_fonts_are_those_of_offices():
    styles = ZipFile(BytesIO(form_docx(Form(a_small_evaluation())))).read("word/styles.xml").decode()
    for font in ("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "Times New Roman"):
        assert f'"{font}"' in styles


def test_characters_that_no_file_may_hold_are_replaced(read):
    row = replace(a_small_evaluation().indicators[0], reason="断\x0b行\ud800")
    form = Form(a_small_evaluation(indicators=(row,)))
    for layout in (read(kind, form).layout for kind in WRITERS):
        assert any(
            cell.text == "断\N{REPLACEMENT CHARACTER}行\N{REPLACEMENT CHARACTER}"
            for table in layout.tables
            for cell in table.cells
        )
