from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.finding import Severity
from jixiao.model.layout import Cell, Layout, Paragraph, Table
from jixiao.model.place import Place
from jixiao.writers.marked import Box, Line, Mark, Sheet, marked, pieces, spot, spots


def a_mark(number, severity=Severity.HINT, **place):
    return Mark(number, severity, f"问题{number}", Place(**place))


def a_cell(row, col, text="", rowspan=1, colspan=1, table=1):
    return Cell(text, row, col, rowspan, colspan, Place(table=table, row=row + 1, col=col + 1), (text,) if text else ())


def a_layout(*blocks):
    return Layout("文件.docx", "docx", blocks)


TEXT = "正文写的总分是九十六分"
OFFSETS = st.integers(0, len(TEXT) + 3)
MARKS = st.lists(st.tuples(st.sampled_from(Severity), OFFSETS, OFFSETS), max_size=8)


@given(MARKS)
def test_a_paragraph_cut_into_pieces_is_still_the_paragraph(drawn):
    cut = pieces(TEXT, [a_mark(number, one, start=a, end=b) for number, (one, a, b) in enumerate(drawn)])
    assert "".join(piece.text for piece in cut) == TEXT


@given(MARKS)
def test_every_character_has_the_gravest_of_the_marks_on_it(drawn):
    cut = pieces(TEXT, [a_mark(number, one, start=a, end=b) for number, (one, a, b) in enumerate(drawn)])
    coloured = [piece.severity for piece in cut for _ in piece.text]
    for at in range(len(TEXT)):
        on_it = [severity for severity, start, end in drawn if start <= at < end]
        assert coloured[at] is min(on_it, key=list(Severity).index, default=None)


@given(MARKS)
def test_every_mark_has_its_number_once_behind_its_last_character(drawn):
    marks = [a_mark(number, one, start=a, end=b) for number, (one, a, b) in enumerate(drawn)]
    at, numbered = 0, {}
    for piece in pieces(TEXT, marks):
        assert not numbered.keys() & {mark.number for mark in piece.ended}
        numbered |= {mark.number: at for mark in piece.ended}
        at += len(piece.text)
    assert numbered == {number: min(max(a, b), len(TEXT)) for number, (_, a, b) in enumerate(drawn)}


def test_a_mark_without_characters_covers_the_paragraph():
    cut = pieces(TEXT, [a_mark(1, Severity.ERROR, line=3)])
    assert [(piece.text, piece.severity) for piece in cut] == [(TEXT, Severity.ERROR), ("", None)]


def test_paragraphs_and_tables_keep_their_order():
    layout = a_layout(Paragraph("前", 1), Table(1, 1, 1, (a_cell(0, 0),)), Paragraph("后", 2))
    assert [type(block) for block in marked(layout, [], {})] == [Line, Sheet, Line]


def test_a_heading_has_its_level():
    layout = a_layout(Paragraph("一、基本情况", 1), Paragraph("正文", 2))
    assert [line.level for line in marked(layout, [], {1: 1})] == [1, 0]


def test_lines_of_one_paragraph_are_marked_whole_and_placed_once():
    layout = a_layout(Paragraph("上一行", 7), Paragraph("下一行", 7))
    first, second = marked(layout, [a_mark(1, line=7, start=1, end=2)], {})
    assert [piece.text for line in (first, second) for piece in line.pieces] == ["上一行", "", "下一行", ""]
    assert (first.spot, second.spot) == ((7,), None)


def test_merged_cells_stand_once_and_gaps_stay_gaps():
    cells = (a_cell(0, 0, "竖", rowspan=2), a_cell(0, 1, "横", colspan=2), a_cell(1, 2, "格"))
    (sheet,) = marked(a_layout(Table(1, 2, 3, cells)), [], {})
    drawn = [[box and (box.cell.text, box.cell.rowspan, box.colspan) for box in row] for row in sheet.rows]
    assert drawn == [[("竖", 2, 1), ("横", 1, 2)], [None, ("格", 1, 1)]]


def test_the_last_cell_of_a_ragged_row_reaches_the_edge():
    cells = (a_cell(0, 0), a_cell(0, 1), a_cell(0, 2), a_cell(1, 0), a_cell(2, 0), a_cell(2, 1))
    (sheet,) = marked(a_layout(Table(1, 3, 3, cells, ragged=True)), [], {})
    assert [[box.colspan for box in row] for row in sheet.rows] == [[1, 1, 1], [3], [1, 2]]


def test_a_cell_shows_all_its_marks_and_the_gravest_severity():
    layout = a_layout(Table(1, 1, 2, (a_cell(0, 0), a_cell(0, 1))))
    # In a text a cell has a line too; the table counts.
    marks = [a_mark(1, table=1, row=1, col=2, line=1), a_mark(2, Severity.ERROR, table=1, row=1, col=2)]
    (sheet,) = marked(layout, marks, {})
    plain, wrong = sheet.rows[0]
    assert isinstance(wrong, Box)
    assert ([mark.number for mark in wrong.marks], wrong.severity) == ([1, 2], Severity.ERROR)
    assert (plain.marks, plain.severity) == ([], None)


def test_only_cells_and_paragraphs_are_spots():
    assert spot(Place(table=2, row=3, col=4, line=9)) == (2, 3, 4)
    assert spot(Place(line=9, start=1, end=2)) == (9,)
    assert [spot(place) for place in (None, Place(), Place(page=1), Place(table=2), Place(table=2, line=9))] == [
        None
    ] * 5


def test_the_spots_of_a_document_are_those_of_its_cells_and_paragraphs():
    layout = a_layout(Paragraph("前", 1), Table(1, 1, 1, (a_cell(0, 0),)), Paragraph("后", 5))
    assert spots(layout) == {(1,), (1, 1, 1), (5,)}
