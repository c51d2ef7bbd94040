from pathlib import Path

import pytest

from jixiao.model.errors import InputError
from jixiao.readers.pdf import MAX_PAGES, read_pdf
from readers.pages import line, pdf, table, text

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
WIDTHS = [80, 80, 120, 60]
HEADER = ["一级指标", "二级指标", "三级指标", "分值"]


def grid(layout, index=0):
    return [[cell and cell.text for cell in row] for row in list(layout.tables)[index].grid()]


def paragraphs(layout):
    return [paragraph.text for paragraph in layout.paragraphs]


def test_ruling_lines_make_a_grid_and_the_rest_is_prose():
    rows = [["项目名称", "道路保洁", None], ["产出", "数量", "5个"], [None, "质量", "98%"]]
    form = table(50, 700, [60, 80, 100], 20, rows, skip={("v", 0, 2), ("h", 2, 0)})
    layout = read_pdf(pdf(text(100, 750, "一、项目情况") + form + text(50, 600, "填表人：甲")), "表.pdf")
    assert grid(layout) == [["项目名称", "道路保洁", "道路保洁"], ["产出", "数量", "5个"], ["产出", "质量", "98%"]]
    assert [type(block).__name__ for block in layout.blocks] == ["Paragraph", "Table", "Paragraph"]
    assert paragraphs(layout) == ["一、项目情况", "填表人：甲"]
    first = next(layout.tables).cells[1]
    assert (first.place.as_dict(), layout.format) == ({"page": 1, "table": 1, "row": 1, "col": 2}, "pdf")


def test_lines_drawn_as_thin_rectangles_or_frames_count_as_well():
    bars = "".join(f"50 {y} 200 0.5 re f\n" for y in (700, 680)) + "".join(
        f"{x} 680 0.5 20 re f\n" for x in (50, 150, 250)
    )
    frames = "50 600 100 20 re S\n150 600 100 20 re S\n"
    words = text(55, 685, "甲") + text(155, 685, "乙") + text(55, 605, "丙") + text(155, 605, "丁")
    layout = read_pdf(pdf(bars + frames + words), "f")
    assert [grid(layout, index) for index in range(2)] == [[["甲", "乙"]], [["丙", "丁"]]]


def test_text_whose_font_is_not_in_the_file_is_read_alike_on_every_machine():
    assert paragraphs(read_pdf(pdf(text(50, 700, "甲") + text(50, 650, "乙5")), "f")) == ["甲", "乙5"]


def test_coloured_areas_underlines_and_frames_make_no_table():
    drawn = "0.9 g 40 690 300 40 re f 0 g\n" + line(50, 695, 120, 695) + "40 600 200 60 re S\n"
    layout = read_pdf(pdf(drawn + text(50, 700, "标题") + text(50, 620, "框内")), "f")
    assert (list(layout.tables), paragraphs(layout)) == ([], ["标题", "框内"])


def test_double_lines_and_open_sides_are_forgiven():
    twice = line(150, 660, 150, 700) + line(152, 660, 152, 700)
    levels = "".join(line(50, y, 250, y) for y in (700, 680, 660))
    words = text(55, 685, "甲") + text(160, 685, "乙") + text(55, 665, "丙") + text(160, 665, "丁")
    assert grid(read_pdf(pdf(twice + levels + words), "f")) == [["甲", "乙"], ["丙", "丁"]]


def test_the_lines_of_a_cell_are_joined_and_wide_text_stays_in_its_cell():
    rows = [["", "1,026,000.00", ""], ["", "", ""]]
    form = table(50, 700, [60, 40, 60], 40, rows)
    form += text(55, 685, "社会效") + text(55, 670, "益指标") + text(110, 628, "居中的长文字")
    assert grid(read_pdf(pdf(form), "f")) == [["社会效益指标", "1,026,000.00", ""], ["", "居中的长文字", ""]]


def test_a_table_over_two_pages_is_one_with_its_header_once_and_its_labels_prolonged():
    above = table(50, 120, WIDTHS, 20, [HEADER, ["产出指标", "数量指标", "维修道路", "10"]])
    below = table(
        50, 780, WIDTHS, 20, [HEADER, ["", "", "清运垃圾", "5"], ["", "质量指标", "合格率", "5"]], skip={("h", 2, 0)}
    )
    layout = read_pdf(pdf(above + text(290, 30, "- 1 -"), below + text(290, 30, "- 2 -")), "f")
    assert grid(layout) == [
        HEADER,
        ["产出指标", "数量指标", "维修道路", "10"],
        ["产出指标", "数量指标", "清运垃圾", "5"],
        ["产出指标", "质量指标", "合格率", "5"],
    ]
    assert [cell.place.page for cell in next(layout.tables).cells if cell.col == 3] == [1, 1, 2, 2]


def test_a_row_cut_by_a_page_break_is_one_row():
    above = table(50, 120, WIDTHS, 20, [HEADER, ["产出", "数量", "按照计划维修破损的道路", "10"]])
    below = table(50, 780, WIDTHS, 20, [["", "", "和排水设施", ""], ["产出", "质量", "合格率", "5"]])
    assert grid(read_pdf(pdf(above, below), "f")) == [
        HEADER,
        ["产出", "数量", "按照计划维修破损的道路和排水设施", "10"],
        ["产出", "质量", "合格率", "5"],
    ]


def test_the_next_form_of_the_same_kind_is_another_table():
    forms = [
        table(50, 780, WIDTHS, 20, [["自评表", None, None, None], ["项目名称", name, "", ""]]) for name in ("甲", "乙")
    ]
    assert len(list(read_pdf(pdf(*forms), "f").tables)) == 2


def test_a_page_that_lies_on_its_side_reads_the_same():
    form = table(50, 500, [60, 80], 20, [["项目名称", "道路"], ["产出", "5个"]])
    upright = read_pdf(pdf(form), "f")
    for turn in ("0 1 -1 0 600 0", "0 -1 1 0 0 800", "-1 0 0 -1 600 800"):
        assert grid(read_pdf(pdf(f"q {turn} cm\n{form}Q\n", rotate=90), "f")) == grid(upright)


def test_prose_is_joined_over_lines_and_pages_and_parted_at_indents():
    full = "项目资金使用符合规定" * 4
    first = text(70, 700, full[:38]) + text(50, 685, full) + text(50, 670, "到此结束。")
    first += text(70, 655, full[:38]) + text(50, 640, full) + text(50, 625, full)
    second = text(50, 780, "完。") + text(50, 765, "二、绩效") + text(50, 30, "第 2 页 共 2 页")
    layout = read_pdf(pdf(first, second), "f")
    assert paragraphs(layout) == [f"{full[:38]}{full}到此结束。", f"{full[:38]}{full}{full}完。", "二、绩效"]


def test_running_heads_are_dropped():
    pages = [text(50, 780, "某局绩效报告") + text(50, 700, f"第{word}部分") for word in "一二三"]
    assert paragraphs(read_pdf(pdf(*pages), "f")) == ["第一部分", "第二部分", "第三部分"]


def test_radicals_become_the_characters_that_they_stand_for():
    assert paragraphs(read_pdf(pdf(text(50, 700, "⼦⽹⻚①％")), "f")) == ["子网页①％"]


def test_a_scan_is_refused_and_a_scanned_page_noted():
    image = "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q\n"
    with pytest.raises(InputError, match="这是扫描件"):
        read_pdf(pdf(image), "f")
    assert read_pdf(pdf(text(50, 700, "正文"), image), "f").notes == ("第 2 页是图片，未读取",)


def test_text_that_does_not_show_is_read_and_noted():
    image = "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q\n"
    seen, unseen = text(50, 700, "一、概况"), "3 Tr " + text(50, 600, "二、绩效")
    recognised = read_pdf(pdf(seen, image + unseen), "f")
    assert recognised.notes == ("第 2 页是识别过的扫描件，文字可能有识别错误，已读取",)
    hidden = read_pdf(pdf(seen + unseen, seen), "f")
    assert hidden.notes == ("第 1 页有看不见的文字，已读取",)
    assert paragraphs(recognised) == paragraphs(read_pdf(pdf(seen, "0 Tr " + text(50, 600, "二、绩效")), "f"))


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_text_beside_the_page_is_left_out_and_noted(rotate):
    written = text(100, 700, "一、概况") + text(100, 50, "页面以外")
    layout = read_pdf(pdf(written, rotate=rotate, box="50 100 500 750"), "f")
    assert (paragraphs(layout), layout.notes) == (["一、概况"], ("第 1 页有页面以外的文字，未读取",))
    whole = read_pdf(pdf(written, rotate=rotate), "f")
    assert (paragraphs(whole), whole.notes) == (["一、概况", "页面以外"], ())


def test_a_form_inside_a_drawing_reads_the_same():
    form = table(50, 700, [60, 80], 20, [["项目名称", "道路"], ["产出", "5个"]])
    head = "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [1 0 0 1 20 10]"
    drawing = f"<< {head} /Resources << /Font << /F1 3 0 R >> >> /Length {len(form)} >>\nstream\n{form}endstream"
    drawn = read_pdf(pdf("q .5 0 0 .5 30 40 cm /X Do Q\n", extra="/XObject << /X FIRST >>", more=[drawing]), "f")
    assert grid(drawn) == grid(read_pdf(pdf(form), "f"))


def test_a_password_and_too_many_pages_are_refused():
    encrypted = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "00" * 32 + "> /U <" + "00" * 32 + "> >> /ID [<00> <00>]"
    )
    with pytest.raises(InputError, match="文件设有打开密码"):
        read_pdf(pdf(text(50, 700, "正文"), trailer=encrypted), "f")
    with pytest.raises(InputError, match="页数过多"):
        read_pdf(pdf(*[""] * (MAX_PAGES + 1)), "f")


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of published documents is not here")
def test_every_published_pdf_has_a_table_in_which_every_position_is_filled():
    paths = sorted(CORPUS.glob("*.pdf"))
    assert len(paths) > 1
    for path in paths:
        layout = read_pdf(path.read_bytes(), path.name)
        assert list(layout.tables)
        assert all(cell is not None for one in layout.tables for row in one.grid() for cell in row), path.name
