import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from evaluation.folders import JUDGED, MEASURED, ROWS, a_dossier, an_evaluated, measured
from jixiao import api
from jixiao.evaluation.notes import notes_of
from jixiao.evaluation.record import record_of
from jixiao.evaluation.story.annex import evidence_of
from jixiao.evaluation.story.blocks import Chart, Paragraph, Signature, Table
from jixiao.evaluation.story.lines import signed, text_of_report
from jixiao.evaluation.story.report import report_of
from jixiao.evaluation.words import plain, text_of
from jixiao.forms import read_forms
from jixiao.model.errors import InputError
from jixiao.model.outline import OUTLINE
from jixiao.model.quantity import parse_quantity
from jixiao.readers.carried import carried_in
from jixiao.readers.docx import read_docx
from jixiao.readers.package import Package
from jixiao.readers.pdf import read_pdf
from jixiao.readers.pdfpage import drawn_on
from jixiao.readers.xlsx import read_xlsx
from jixiao.writers.exports import FORM, FORM_BOOK, RECORD, REPORT, REPORT_PDF, documents
from jixiao.writers.fonts import find
from jixiao.writers.grid import Align, plain_grid
from jixiao.writers.report_tables import chart_scale, signed_at

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
MONTHLY = measured(
    "online",
    "97.5",
    notes=("停机窗口不计。",),
    series={"by_month": (("2020-01", Decimal("98.1")), ("2020-02", None), ("2020-03", Decimal(97)))},
)


@pytest.fixture(scope="module")
def made():
    evaluated = an_evaluated(measurements=MEASURED | {"online": MONTHLY})
    report = report_of(evaluated, [], {})
    return evaluated, report, documents(evaluated, report, find(), plain=False)


def part(data, name):
    return etree.fromstring(ZipFile(BytesIO(data)).read(name))


def text_of_pdf(data):
    document = pypdfium2.PdfDocument(data)
    return "".join(re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in document)


def paragraphs(report):
    return [text_of(block.words) for block in report.blocks if isinstance(block, Paragraph)]


def test_the_form_in_the_report_is_the_form(made):
    evaluated, _, files = made
    (read,) = read_forms(read_docx(Package(files[REPORT], REPORT), REPORT))
    assert api.form_key(read) == api.form_key(evaluated.evaluation)
    assert read.report_date == evaluated.dossier.report_date
    assert read.project.year == 2020


def test_the_headings_count_without_gap(made):
    (read,) = read_forms(read_docx(Package(made[2][REPORT], REPORT), REPORT))
    numbers = [one.number for one in read.sections if one.level == 1]
    assert numbers == [f"{sign}、" for sign in "一二三四五六七"]


@pytest.mark.parametrize("name", [FORM, REPORT])
def test_every_link_leads_to_the_row_of_its_evidence(made, name):
    root = part(made[2][name], "word/document.xml")
    key = f"{{{W['w']}}}"
    rows = {
        mark.get(f"{key}name"): "".join(row.itertext())
        for row in root.iterfind(".//w:tr", W)
        for mark in row.iterfind(".//w:bookmarkStart", W)
    }
    links = [(link.get(f"{key}anchor"), "".join(link.itertext())) for link in root.iterfind(".//w:hyperlink", W)]
    assert {anchor for anchor, _ in links} <= set(rows)
    assert "online的名称97.50%实测" in rows[{text: anchor for anchor, text in links}["97.50%"]]
    assert len({mark.get(f"{key}id") for mark in root.iterfind(".//w:bookmarkStart", W)}) == len(rows)


def test_every_figure_of_the_workbook_opens_its_evidence(made):
    book = made[2][FORM_BOOK]
    sheet = part(book, "xl/worksheets/sheet1.xml")
    targets = {link.get("ref"): link.get("location") for link in sheet.iterfind(".//{*}hyperlink")}
    layout = read_layout_of(book)
    form, *evidence = layout.tables
    rows = {cell.place.cell: cell.text for table in evidence for cell in table.cells if cell.col == 0}
    (actual,) = (cell for cell in form.cells if cell.text == "97.50%")
    places = {ref: place.removeprefix("#").replace("'", "") for ref, place in targets.items()}
    assert rows[places[actual.place.cell.rpartition("!")[2]]] == "online的名称"
    assert set(places.values()) <= set(rows)


def test_every_sheet_of_evidence_prints_its_title_and_header_on_every_page(made):
    book = ZipFile(BytesIO(made[2][FORM_BOOK])).read("xl/workbook.xml").decode()
    sheets = re.findall(r'<sheet name="(佐证\d)"', book)
    assert sheets == ["佐证1", "佐证2", "佐证3"]
    assert all(f"{sheet}!$1:$2" in book for sheet in sheets)


def read_layout_of(book):
    return read_xlsx(Package(book, FORM_BOOK), FORM_BOOK)


def test_the_pdf_says_what_the_document_says(made):
    printed = text_of_pdf(made[2][REPORT_PDF])
    for text in paragraphs(made[1]):
        assert re.sub(r"\s", "", text) in re.sub(r"—\d+—", "", printed)


@pytest.mark.parametrize("latin", ["latin", "body"])
def test_a_hash_stays_within_its_cell_and_is_read_back_whole(made, latin):
    evaluated, report, _ = made
    fonts = replace(find(), families={**find().families, "latin": find().families[latin]})
    wide = Table("佐证文件", ("文件", "校验值"), ((plain("a.csv"), plain("d0" * 32)),), "ll", (280, 680))
    data = documents(evaluated, replace(report, blocks=(wide,)), fonts, plain=True)[REPORT_PDF]
    document = pypdfium2.PdfDocument(data)
    assert max(run.right for page in document for run in drawn_on(page).runs) < 52_200
    assert any("d0" * 32 in cell.text for table in read_pdf(data, "a").tables for cell in table.cells)


def test_every_chart_is_a_part_with_its_figures(made):
    charts = [block for block in made[1].blocks if isinstance(block, Chart)]
    names = [
        name
        for name in ZipFile(BytesIO(made[2][REPORT])).namelist()
        if re.fullmatch(r"word/charts/chart\d+\.xml", name)
    ]
    assert len(names) == len(charts) == 3
    for chart, name in zip(charts, names, strict=True):
        text = "".join(part(made[2][REPORT], name).itertext())
        assert all(category in text for category in chart.categories)


def test_every_exported_file_carries_the_record(made):
    evaluated, report, files = made
    assert carried_in(files[REPORT_PDF], "") == carried_in(files[REPORT], "") == files[RECORD].decode()
    assert carried_in(files[FORM], "") == carried_in(files[FORM_BOOK], "") != ""
    assert record_of(evaluated, text_of_report(report, notes_of(evaluated))) == files[RECORD].decode()


def test_plain_files_carry_nothing(made):
    files = documents(made[0], made[1], find(), plain=True)
    assert [carried_in(files[name], "") for name in (FORM, FORM_BOOK, REPORT, REPORT_PDF)] == [""] * 4
    assert not any(b"hyperlink" in ZipFile(BytesIO(files[name])).read("word/document.xml") for name in (FORM, REPORT))
    assert "佐证" not in ZipFile(BytesIO(files[FORM_BOOK])).read("xl/workbook.xml").decode()


def test_the_same_evaluation_gives_the_same_bytes(made):
    again = documents(made[0], made[1], find(), plain=False)
    assert again == made[2]


def test_an_empty_part_is_to_be_filled():
    report = report_of(an_evaluated(a_dossier(narrative={})), [], {})
    assert paragraphs(report).count("〔待填〕") == sum(part.narrative for part in OUTLINE)


def test_a_method_is_named_only_with_its_table():
    assert any("因素分析法" in text for text in paragraphs(report_of(an_evaluated(), [], {})))
    without = report_of(an_evaluated(a_dossier(fees=())), [], {})
    assert not any("因素分析法" in text for text in paragraphs(without))


def test_a_row_that_lost_points_is_a_problem_with_advice(made):
    texts = paragraphs(made[1])
    assert any(text.startswith("1.“online的名称”没有得满分：指标值≥98%，实际完成97.50%") for text in texts)
    assert any("开展满意度调查" in text and "对应问题2" in text for text in texts)


def test_advice_for_like_rows_is_given_once_with_their_names():
    rows = [replace(ROWS[2], id=name, level3=name, judged=JUDGED) for name in ("甲", "乙")]
    texts = paragraphs(report_of(an_evaluated(a_dossier(goals=(), indicators=(ROWS[0], *rows))), [], {}))
    (advice,) = (text for text in texts if "整改事项" in text)
    assert advice.startswith("2.针对评定“甲”“乙”时指出的不足")
    assert advice.endswith("（对应问题2、3）。")


def test_a_rate_that_missed_its_target_names_the_months_and_not_how_it_is_taken(made):
    (problem,) = (text for text in paragraphs(made[1]) if text.startswith("1.“online的名称”"))
    assert "低于指标值的月份：3月97%。" in problem
    assert "停机窗口" not in problem
    assert "“online的名称”的统计口径：停机窗口不计。" in paragraphs(made[1])


def test_what_rests_on_part_of_the_time_says_so():
    row = replace(ROWS[0], target="≥97.2%", target_parsed=parse_quantity("≥97.2%"))
    texts = paragraphs(report_of(an_evaluated(a_dossier(goals=(), indicators=(row,))), [], {}))
    assert "其中“online的名称”按最不利的情形计达不到指标值，是否达标取决于没有记录的部分。" in texts
    assert any("记录覆盖98.00%，其余部分按最不利、最有利的情形计，分别为97.00%、98.20%。" in text for text in texts)


def test_a_class_that_nobody_can_judge_has_no_rate(made):
    (chart,) = (block for block in made[1].blocks if isinstance(block, Chart) and block.title == "各类指标得分率")
    assert dict(zip(chart.categories, chart.values, strict=True))["满意度指标"] is None
    assert "服务对象满意度指标分值10分，得分无法判断。" in paragraphs(made[1])


def test_rows_one_after_another_are_named_together():
    source = replace(MEASURED["online"].sources[0], numbers=(2, 3, 4, 7))
    one = replace(MEASURED["online"], sources=(source,), remarks=("evidence/online.csv 没有用第9行：空着。",))
    table = evidence_of(an_evaluated(measurements=MEASURED | {"online": one}))[0]
    cell = text_of(next(row for row in table.rows if text_of(row[0]) == "online的名称")[4])
    assert cell.splitlines() == [
        "evidence/online.csv：共10行，采用9行，未采用：重复1行；起决定作用的：第2至4行、第7行",
        "evidence/online.csv 没有用第9行：空着。",
    ]


def test_no_cell_of_the_evidence_looks_empty(made):
    assert all(text_of(cell) for table in evidence_of(made[0]) for row in table.rows for cell in row)


def test_the_unit_stands_centred_above_the_day_and_whom_to_ask_below():
    assert signed(Signature("示例中心", date(2021, 3, 12), ("填报人：赵例",))) == [
        "示例中心（盖章）",
        "2021年3月12日",
        "填报人：赵例",
    ]
    assert signed_at("示例中心（盖章）", "2021年3月12日") == (6, 8)
    assert signed_at("某某市某某区大数据管理中心（盖章）", "2021年3月12日") == (0, 8)


def test_words_in_a_column_of_figures_stand_at_the_left_and_none_in_the_middle():
    rows = [["a", "3.00分"], ["b", "≥98%"], ["c", "无法判断"], ["d", "满足公安机关调阅需要"], ["e", "-1次"]]
    grid = plain_grid(("名", "数"), rows, (1, 1), (Align.LEFT, Align.RIGHT), {})
    aligns = [box.align for box in grid.boxes if box.col == 1 and box.row]
    assert aligns == [Align.RIGHT, Align.RIGHT, Align.CENTER, Align.LEFT, Align.RIGHT]


def test_a_row_that_waits_for_a_judge_asks_for_one():
    row = replace(ROWS[2], judged=None)
    texts = paragraphs(report_of(an_evaluated(a_dossier(goals=(), indicators=(ROWS[0], row))), [], {}))
    assert any(text.startswith("2.由评价工作组依据材料给“safe的名称”评分") for text in texts)


def test_the_table_of_fees_has_a_column_for_what_was_changed():
    def columns(**more):
        fees = (replace(a_dossier().fees[0], **more),)
        blocks = report_of(an_evaluated(a_dossier(fees=fees)), [], {}).blocks
        return next(one for one in blocks if isinstance(one, Table) and "费用明细" in one.title).header[1:]

    assert columns() == ("年初安排", "核减", "调整后", "已付")
    assert columns(cuts={}) == ("年初安排", "已付")
    assert columns(cuts={}, added=Decimal(5)) == ("年初安排", "追加", "调整后", "已付")


def test_full_marks_leave_no_problem():
    evaluated = an_evaluated(a_dossier(goals=(), indicators=(replace(ROWS[3], weight=Decimal(90)),)))
    texts = paragraphs(report_of(evaluated, [], {}))
    assert "各项指标均达到目标，对表内各数的检查没有发现问题。" in texts
    assert not any("没有得满分" in text for text in texts)


def test_who_judged_and_why_stands_below_the_form(made):
    assert "3.“safe的名称”由王五于2021年3月5日评定为“达成”，9分，理由：有一项延期。" in notes_of(made[0])


def test_a_folder_of_fonts_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputError, match="没有这个字体文件夹"):
        find(tmp_path / "无")


@given(
    st.lists(st.none() | st.decimals(0, 10**6, places=4), min_size=1, max_size=12), st.sampled_from(["columns", "line"])
)
def test_every_point_of_a_chart_lies_within_its_axes(values, kind):
    scale = chart_scale(Chart("图", kind, tuple(map(str, range(len(values)))), "数", tuple(values), ""))
    shares = [one["share"] for one in (*scale["points"], *scale["ticks"]) if one["share"] is not None]
    assert all(0 <= share <= 1 for share in shares)
    assert len(scale["ticks"]) <= 12
