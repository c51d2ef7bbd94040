from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.layout import Paragraph
from jixiao.readers.text import read_text
from jixiao.readers.text_noise import NOTE


def layout(text):
    return read_text(text.encode(), "表.txt")


def texts(table):
    return [[cell.text.strip() for cell in row if cell] for row in table.grid()]


def test_a_line_with_pipes_is_a_row_and_its_pad_is_no_cell():
    (table,) = layout("附表\n指标 | 目标 | 得分 |||\n数量 | | 10 ||||\n质量 | 5个 | 8 |\n以上。").tables
    assert texts(table) == [["指标", "目标", "得分"], ["数量", "", "10"], ["质量", "5个", "8"]]
    assert (table.ragged, table.loose) == (True, True)


def test_a_pipe_at_the_end_of_lines_makes_each_a_cell():
    (table,) = layout("一级\n指标 |\n目标 |\n产出 |\n5个 |\n").tables
    assert texts(table) == [["指标"], ["目标"], ["产出"], ["5个"]]


def test_a_cell_broken_over_lines_is_one():
    (table,) = layout("一级指标 | 目标 | 得分 |\n产出 | 建厂房\n一间 | 10 |\n质量 | 5个 | 8 |\n").tables
    assert texts(table)[1] == ["产出", "建厂房一间", "10"]


def test_pipes_at_both_ends_and_rules_below_the_header_are_no_cells():
    (table,) = layout("| 指标 | 目标 |\n|---|---|\n| 数量 | 5个 |\n| 质量 | 好 |\n").tables
    assert texts(table) == [["指标", "目标"], ["数量", "5个"], ["质量", "好"]]


def test_a_line_of_links_is_prose():
    assert list(layout("首页 | 新闻 | 公开\n一、基本情况\n").tables) == []


def test_prose_around_a_table_stays_prose():
    blocks = layout("关于公示的通知\n\n指标 | 目标 |\n数量 | 5个 |\n质量 | 好 |\n\n特此公示。\n").blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["关于公示的通知", "特此公示。"]


def test_a_cell_knows_the_line_where_it_begins():
    (table,) = layout("甲 | 乙 |\n丙 | 丁 |\n戊 | 己 |\n").tables
    assert [cell.place.line for cell in table.cells] == [1, 1, 2, 2, 3, 3]


def test_text_garbled_against_copying_is_restored_and_said_to_be():
    read = layout("項(xiàng)目績(jì)效自評(píng)表\n預(yù)算數(A)100")
    assert [paragraph.text for paragraph in read.paragraphs] == ["项目绩效自评表", "预算数(A)100"]
    assert read.notes == (NOTE,)


def test_traditional_text_that_nobody_garbled_stays_as_it_is():
    assert [paragraph.text for paragraph in layout("項目績效").paragraphs] == ["項目績效"]


@given(st.text("甲乙。1a|｜ \n-", max_size=80))
def test_no_character_of_a_cell_is_lost(text):
    read = layout(text)
    printed = [
        block.text if isinstance(block, Paragraph) else "".join(cell.text for cell in block.cells)
        for block in read.blocks
    ]
    letters = [sign for sign in "".join(printed) if sign in "甲乙。1a"]
    assert letters == [sign for sign in text if sign in "甲乙。1a"]
