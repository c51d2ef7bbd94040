import pytest

from jixiao.model.errors import InputError
from jixiao.model.layout import Paragraph
from jixiao.readers.docx import read_docx
from jixiao.readers.package import Package
from readers.words import NAMESPACES, W, p, package, relationships, tbl, tc, tr, word_parts


def read(body, **parts):
    return read_docx(Package(package(word_parts(body, **parts)), "报告.docx"), "报告.docx")


def paragraphs(layout):
    return [paragraph.text for paragraph in layout.paragraphs]


def grid(layout, index=0):
    return [[cell and cell.text for cell in row] for row in list(layout.tables)[index].grid()]


START = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"


def span(width):
    return f'<w:gridSpan w:val="{width}"/>'


def test_paragraphs_and_tables_come_in_reading_order_with_their_places():
    layout = read(p("一、基本情况") + p("") + p("概况") + tbl(tr(tc("甲"), tc("1"))) + p("完"))
    first, second, table, last = layout.blocks
    assert (first, second, last) == (Paragraph("一、基本情况", 1), Paragraph("概况", 3), Paragraph("完", 4))
    assert [cell.place.as_dict() for cell in table.cells] == [
        {"table": 1, "row": 1, "col": 1},
        {"table": 1, "row": 1, "col": 2},
    ]
    assert layout.format == "docx"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>", "A-1"),
        ("<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "新"),
        ("<w:moveFrom><w:r><w:t>去</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>来</w:t></w:r></w:moveTo>", "来"),
        ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>填写</w:t></w:r></w:sdtContent></w:sdt>", "填写"),
        ("<w:r><w:t>正文</w:t><w:footnoteReference w:id='2'/></w:r>", "正文"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>", "3"),
        ("<w:r><w:br w:type='page'/><w:t>四、</w:t></w:r>", "四、"),
        ("<w:r><w:ruby><w:rt><w:t>jì</w:t></w:rt><w:rubyBase><w:t>绩</w:t></w:rubyBase></w:ruby></w:r>", "绩"),
    ],
)
def test_a_paragraph_holds_what_is_printed(inside, text):
    assert paragraphs(read(f"<w:p>{inside}</w:p>")) == [text]


def test_a_soft_break_in_prose_makes_two_paragraphs_of_one_place():
    layout = read("<w:p><w:r><w:t>一、概况</w:t><w:br/><w:t>正文</w:t></w:r></w:p>")
    assert layout.blocks == (Paragraph("一、概况", 1), Paragraph("正文", 1))


def test_a_text_box_is_read_once_after_its_paragraph():
    box = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert paragraphs(read(f"<w:p><w:r><w:t>前</w:t>{drawing}<w:t>后</w:t></w:r></w:p>")) == ["前后", "框内"]
    (table,) = read(tbl(tr(tc(f"<w:p><w:r><w:t>格</w:t>{drawing}</w:r></w:p>")))).tables
    assert table.cells[0].lines == ("格", "框内")


def test_the_fallback_is_read_where_there_is_no_choice():
    fallback = "<mc:AlternateContent><mc:Fallback><w:t>后备</w:t></mc:Fallback></mc:AlternateContent>"
    assert paragraphs(read(f"<w:p><w:r>{fallback}</w:r></w:p>")) == ["后备"]


def test_a_cell_joins_its_paragraphs_and_keeps_its_lines():
    (table,) = read(tbl(tr(tc(p("产") + p("") + p("出") + p("（50分）"))))).tables
    assert (table.cells[0].text, table.cells[0].lines) == ("产出（50分）", ("产", "出", "（50分）"))


def test_merged_cells_stand_once_and_span():
    layout = read(
        tbl(
            tr(tc("项目名称", span(2)), tc("道路保洁", span(2))),
            tr(tc("产出", START), tc("数量", START), tc("5个"), tc("10")),
            tr(tc("", ON), tc("", ON), tc("6个"), tc("9")),
            tr(tc("", ON), tc("质量", START), tc("98%"), tc("8")),
        )
    )
    assert grid(layout) == [
        ["项目名称", "项目名称", "道路保洁", "道路保洁"],
        ["产出", "数量", "5个", "10"],
        ["产出", "数量", "6个", "9"],
        ["产出", "质量", "98%", "8"],
    ]
    (table,) = layout.tables
    assert [(cell.text, cell.rowspan, cell.colspan) for cell in table.cells if cell.rowspan > 1] == [
        ("产出", 3, 1),
        ("数量", 2, 1),
    ]
    assert not table.ragged


def test_a_cell_goes_on_only_from_one_of_its_own_width_right_above():
    layout = read(tbl(tr(tc("甲", span(2) + START)), tr(tc("乙", ON), tc("丙")), tr(tc("丁")), tr(tc("戊", ON))))
    assert grid(layout) == [["甲", "甲"], ["乙", "丙"], ["丁", None], ["戊", None]]


def test_grid_columns_before_a_row_stay_empty():
    layout = read(tbl(tr(tc("甲"), tc("乙")), tr(tc("丙"), properties='<w:gridBefore w:val="1"/>')))
    assert grid(layout) == [["甲", "乙"], [None, "丙"]]


def test_rows_in_content_controls_count_and_deleted_rows_do_not():
    wrapped = f"<w:sdt><w:sdtContent>{tr(tc('乙'))}</w:sdtContent></w:sdt>"
    layout = read(tbl(tr(tc("甲")), wrapped, tr(tc("删"), properties="<w:del/>")))
    assert grid(layout) == [["甲"], ["乙"]]


def test_a_nested_table_becomes_the_next_table():
    layout = read(tbl(tr(tc(p("外") + tbl(tr(tc("内"))) + p("面")))) + tbl(tr(tc("后"))))
    assert [grid(layout, index) for index in range(3)] == [[["外面"]], [["内"]], [["后"]]]
    assert [table.ordinal for table in layout.tables] == [1, 2, 3]


def test_a_strict_document_reads_the_same():
    strict = NAMESPACES.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    body = p("正文") + tbl(tr(tc("甲", span(2))))
    assert read(body, namespaces=strict) == read(body)


def test_macros_are_noted():
    parts = word_parts(p("正文")) | {"word/vbaProject.bin": b"\xd0\xcf"}
    assert read_docx(Package(package(parts), "报告.docx"), "报告.docx").notes == ("文件含有宏，未运行",)
    assert read(p("正文")).notes == ()


@pytest.mark.parametrize(
    "table",
    [tbl(*[tr(tc("甲"))] * 5001), tbl(tr(tc("甲", span(201)))), tbl(tr(*[tc("甲")] * 201))],
    ids=["rows", "span", "cells"],
)
def test_a_table_beyond_the_limits_is_refused(table):
    with pytest.raises(InputError, match="表格过大") as refusal:
        read(tbl(tr(tc("乙"))) + table)
    assert refusal.value.place == "表2"


def test_cells_merged_to_the_left_in_the_old_way_span():
    merge = '<w:hMerge w:val="restart"/>'
    rows = tbl(tr(tc("甲", merge), tc("", "<w:hMerge/>"), tc("乙")), tr(tc("1"), tc("2"), tc("3")))
    assert grid(read(rows)) == [["甲", "甲", "乙"], ["1", "2", "3"]]


def test_a_deleted_cell_is_not_printed():
    assert grid(read(tbl(tr(tc("甲", "<w:cellDel/>"), tc("乙"))))) == [["乙"]]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "☑"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "≥"),
        ('<w:sym w:font="Other" w:char="F041"/>', "\uf041"),
        ('<w:sym w:font="Symbol" w:char="x"/>', ""),
        ('<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0a3</w:t>', "≤"),
        ("<w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>", "☑"),
        ('<w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar>', "□"),
    ],
)
def test_signs_of_symbol_fonts_and_check_boxes_are_characters(inside, text):
    assert paragraphs(read(f"<w:p><w:r>{inside}<w:t>5个</w:t></w:r></w:p>")) == [f"{text}5个"]


def test_hidden_text_is_left_out_and_hidden_rows_are_read_and_both_noted():
    hidden = (
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>明</w:t></w:r>"
    )
    layout = read(f"<w:p>{hidden}</w:p>" + tbl(tr(tc("甲"), properties="<w:hidden/>")))
    assert (paragraphs(layout), grid(layout)) == (["明"], [["甲"]])
    assert layout.notes == ("文件含有隐藏文字，未读取", "表格有隐藏的行，已读取")


def test_footnotes_follow_the_block_that_refers_to_them_and_come_once():
    def reference(number):
        return f'<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="{number}"/></w:r></w:p>'

    notes = "".join(f'<w:footnote w:id="{number}">{p(f"注{number}")}</w:footnote>' for number in (0, 1, 2))
    parts = word_parts(reference(1) + tbl(tr(tc(reference(2)))) + reference(1) + reference(7)) | {
        "word/_rels/document.xml.rels": relationships(footnotes="footnotes.xml"),
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>',
    }
    layout = read_docx(Package(package(parts), "f"), "f")
    assert [block.text if isinstance(block, Paragraph) else "表" for block in layout.blocks] == [
        "正文", "注1", "表", "注2", "正文", "正文",
    ]  # fmt: skip


def test_documents_put_into_the_document_are_noted():
    parts = word_parts(p("正文") + "<w:altChunk/>") | {"word/embeddings/book.xlsx": "x"}
    assert read_docx(Package(package(parts), "f"), "f").notes == (
        "文件内嵌其他文件（如 Excel 表），未读取内嵌内容",
        "文件插入了其他文档，未读取插入的部分",
    )
