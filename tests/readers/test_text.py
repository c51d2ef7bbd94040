import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.errors import InputError
from jixiao.model.layout import Paragraph
from jixiao.readers.encoding import MAX_BYTES
from jixiao.readers.text import read_text

FORM = """\
三、评价结论
\t项目名称
\t道路保洁

\t一级指标
\t分值
\t得分

\t
\t
产


出

（50分）
\t10


\t总分
\t96

目标已完成。
"""


def layout(text):
    return read_text(text.encode(), "表.txt")


def texts(table):
    return [[cell.text for cell in row if cell] for row in table.grid()]


def test_a_tab_opens_a_cell_and_an_empty_line_ends_the_row():
    (table,) = layout(FORM).tables
    assert texts(table) == [
        ["项目名称", "道路保洁"],
        ["一级指标", "分值", "得分"],
        ["", "产出（50分）", "10"],
        ["总分", "96"],
    ]
    assert table.ragged
    assert (table.rows, table.cols) == (4, 3)


def test_prose_around_a_table_keeps_its_line_numbers():
    blocks = layout(FORM).blocks
    assert [block for block in blocks if isinstance(block, Paragraph)] == [
        Paragraph("三、评价结论", 1),
        Paragraph("目标已完成。", 23),
    ]
    assert blocks[1] == next(layout(FORM).tables)


def test_a_cell_knows_where_it_stands():
    (table,) = layout(FORM).tables
    ten = next(cell for cell in table.cells if cell.text == "10")
    assert ten.place.as_dict() == {"table": 1, "row": 3, "col": 3, "line": 17}


def test_a_broken_line_is_joined_without_a_space_and_stays_recoverable():
    (table,) = layout("\t视频监控\n系统\n\t全部完成\n 标\n\n\t1\n").tables
    first, second, _ = table.cells
    assert (first.text, first.lines) == ("视频监控系统", ("视频监控", "系统"))
    assert (second.text, second.lines) == ("全部完成 标", ("全部完成", " 标"))


@pytest.mark.parametrize(
    ("lines", "joined"),
    [("Chief\nOfficer", "Chief Officer"), ("2635.\n20", "2635.20"), ("OA\n系统", "OA系统"), ("（A）\nB", "（A）B")],
)
def test_only_latin_words_get_a_space_where_a_line_breaks(lines, joined):
    (table,) = layout(f"\t甲\n\t{lines}\n\n\t乙\n\t丙\n").tables
    assert table.cells[1].text == joined


def test_a_header_repeated_after_an_empty_line_stays_in_the_table():
    (table,) = layout("\t指标\n\t值\n\n\t甲\n\t1\n\n\n\t指标\n\t值\n\n\t乙\n\t2\n").tables
    assert texts(table)[2] == ["指标", "值"]


def test_two_tables_with_prose_between_are_two():
    text = "\t甲\n\t1\n\n\t乙\n\t2\n\n表二\n\t丙\n\t3\n\n\t丁\n\t4\n"
    assert [table.ordinal for table in layout(text).tables] == [1, 2]
    assert [paragraph.text for paragraph in layout(text).paragraphs] == ["表二"]


def test_tabs_within_lines_make_a_row_of_each_line():
    (table,) = layout("附表\n指标\t目标\t得分\n数量\t≥5个\t10\n\t\t\n质量\t\t8\n以上。").tables
    assert texts(table) == [["指标", "目标", "得分"], ["数量", "≥5个", "10"], ["", "", ""], ["质量", "", "8"]]


def test_paragraphs_indented_by_a_tab_are_prose():
    read = layout("\t本项目完成。\n\n\t资金合理。\n\n一、\t基本情况\n")
    assert [paragraph.text for paragraph in read.paragraphs] == ["本项目完成。", "资金合理。", "一、\t基本情况"]
    assert list(read.tables) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_make_no_difference(encoding, newline):
    text = FORM.replace("\n", newline)
    assert read_text(text.encode(encoding), "表.txt") == layout(FORM)


@pytest.mark.parametrize(
    "data",
    [b"\x00\x01\x02", b"abc\x00def", "报告\x02".encode(), b"\xff\xfe\x00", b"\x80\x81\xff" * 9, "绩效".encode()[:-1]],
)
def test_bytes_that_are_no_text_are_refused(data):
    with pytest.raises(InputError, match="不是文本文件"):
        read_text(data, "表.txt")


def test_too_much_text_is_refused():
    with pytest.raises(InputError, match="文本过大"):
        read_text(b"a" * (MAX_BYTES + 1), "表.txt")


@pytest.mark.parametrize("data", ["甲\t乙\n" * 5001, "甲\t" * 201 + "\n甲\t乙\n"])
def test_a_table_beyond_the_limits_is_refused(data):
    with pytest.raises(InputError, match="表格过大") as refusal:
        layout(data)
    assert refusal.value.place == "表1"


CELL = st.text("甲乙丙一二1289.%≥ab（）", max_size=8)
ROW = st.lists(CELL, min_size=2, max_size=5)


@given(st.lists(ROW, min_size=2, max_size=6))
def test_a_table_printed_one_cell_a_line_reads_back(rows):
    printed = "\n".join("".join(f"\t{cell}\n" for cell in row) for row in rows)
    (table,) = layout(printed).tables
    assert texts(table) == rows


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=2, max_size=6))
def test_a_table_printed_one_row_a_line_reads_back(rows):
    (table,) = layout("\n".join("\t".join(row) for row in rows)).tables
    assert texts(table) == rows


@given(st.text("甲乙。1a\t\n ", max_size=80))
def test_no_character_is_lost_and_all_stay_in_order(text):
    read = layout(text)
    printed = [
        block.text if isinstance(block, Paragraph) else "".join(cell.text for cell in block.cells)
        for block in read.blocks
    ]
    assert "".join("".join(printed).split()) == "".join(text.split())


@given(st.text("甲乙。1a\t\n ", max_size=80))
def test_every_place_points_at_the_line_where_the_text_begins(text):
    lines = text.split("\n")
    for block in layout(text).blocks:
        for cell in () if isinstance(block, Paragraph) else block.cells:
            assert lines[cell.place.line - 1].count("\t") >= 1
        if isinstance(block, Paragraph):
            assert block.text.strip() == lines[block.line - 1].strip()
