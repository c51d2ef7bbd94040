from jixiao.model.layout import Cell, Layout, Paragraph, Table
from jixiao.model.place import Place
from jixiao.readers.traditional import in_simplified


def layout(*texts):
    cells = [
        Cell(text, row, 0, 1, 1, Place(table=1, row=row + 1, col=1), (text,)) for row, text in enumerate(texts[1:])
    ]
    return Layout("表.html", "html", (Paragraph(texts[0], 1), Table(1, len(cells), 1, tuple(cells))))


def test_a_form_in_traditional_characters_is_read_in_simplified_ones():
    read = in_simplified(layout("項目支出績效自評表", "項目資金（萬元）", "執行率", "≥98%"))
    assert [cell.text for cell in read.blocks[1].cells] == ["项目资金（万元）", "执行率", "≥98%"]
    assert read.blocks[1].cells[0].lines == ("项目资金（万元）",)
    assert read.blocks[0].text == "项目支出绩效自评表"
    assert read.notes == ("原文是繁体字，已转为简体后读取",)


def test_a_traditional_name_in_a_simplified_form_stays_as_printed():
    printed = layout("项目支出绩效自评表", "項目名稱", "中华老字號")
    assert in_simplified(printed) is printed
