import pytest

from jixiao.readers.package import Package
from jixiao.readers.xlsx import read_xlsx
from readers.books import book_parts, c, row, sheet, styles
from readers.words import package


def read(*sheets, **parts):
    return read_xlsx(Package(package(book_parts(*sheets, **parts)), "表.xlsx"), "表.xlsx")


def grid(layout, index=0):
    return [[cell and cell.text for cell in line] for line in list(layout.tables)[index].grid()]


def test_a_sheet_is_a_table_with_the_address_of_every_cell():
    (table,) = read(sheet("自评表", row(3, c("B3", "项目名称"), c("C3", "道路保洁")))).tables
    assert [(cell.text, cell.place.as_dict()) for cell in table.cells] == [
        ("项目名称", {"table": 1, "row": 1, "col": 1, "cell": "自评表!B3"}),
        ("道路保洁", {"table": 1, "row": 1, "col": 2, "cell": "自评表!C3"}),
    ]


def test_numbers_dates_and_percentages_read_as_displayed():
    cells = [c("A1", 0.98, s=1), c("B1", 44196, s=2), c("C1", "0.1", s=3), c("D1", "1e3"), c("E1", 1, t="b")]
    layout = read(sheet("表", row(1, *cells)), styles=styles("0%", 14, "0.00"))
    assert grid(layout) == [["98%", "2020/12/31", "0.10", "1000", "TRUE"]]


def test_strings_come_from_the_cell_the_shared_table_or_a_formula():
    strings = "<si><r><t>产</t></r><r><t>出</t></r><rPh><t>chan</t></rPh></si>"
    cells = [c("A1", 0, t="s"), c("B1", "合格", t="str", f="IF(1,2)"), c("C1", "#DIV/0!", t="e"), c("D1", 9, t="s")]
    cells += ['<c r="E1" t="inlineStr"><is><t>第一行_x000D_\n第二行</t></is></c>']
    layout = read(sheet("表", row(1, *cells)), strings=strings)
    assert grid(layout) == [["产出", "合格", "#DIV/0!", "", "第一行第二行"]]


def test_merged_ranges_stand_once_and_span():
    rows = [row(1, c("A1", "产出"), c("B1", "数量"), c("C1", "5")), row(2, c("C2", "6"))]
    layout = read(sheet("表", *rows, merged=["A1:A2", "B1:B2", "C9:D10", "A1:C2"]))
    assert grid(layout) == [["产出", "数量", "5"], ["产出", "数量", "6"]]


def test_rows_and_cells_without_addresses_follow_each_other():
    layout = read(sheet("表", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"))
    assert grid(layout) == [["1", "2"], ["3", ""]]


def test_hidden_sheets_rows_and_columns_are_read_and_noted():
    shown = sheet("表", row(1, c("A1", "甲")), row(2, c("A2", "乙"), hidden=True), row(9, hidden=True))
    layout = read(shown, sheet("底稿", row(1, c("A1", "丙"), c("C1", "丁")), hidden=True, columns="2"))
    assert [grid(layout, index) for index in range(2)] == [[["甲"], ["乙"]], [["丙", "", "丁"]]]
    assert layout.notes == (
        "工作表“表”有隐藏的行（第 2 行），已读取",
        "工作表“底稿”是隐藏的，已读取",
        "工作表“底稿”有隐藏的列（B 列），已读取",
    )


def test_an_empty_sheet_gives_no_table_and_a_huge_one_is_noted():
    ledger = sheet("台账", row(1, c("A1", "甲")), row(1048576, c("A1048576", "乙")))
    layout = read(sheet("空"), ledger, sheet("表", row(1, c("A1", "甲"))))
    assert grid(layout) == [["甲"]]
    assert layout.notes == ("工作表“台账”过大（1048576 行 × 1 列），不像表单，未读取",)


def test_a_merge_over_the_whole_sheet_costs_nothing():
    assert grid(read(sheet("表", row(1, c("A1", "甲")), merged=["A1:XFD1048576"] * 50))) == [["甲"]]


def test_macros_and_links_to_other_files_are_noted():
    parts = book_parts(sheet("表", row(1, c("A1", "甲")))) | {
        "xl/vbaProject.bin": b"x",
        "xl/externalLinks/externalLink1.xml": "<externalLink/>",
    }
    assert read_xlsx(Package(package(parts), "f"), "f").notes == (
        "文件含有宏，未运行",
        "文件引用外部文件，未读取外部内容",
    )


@pytest.mark.parametrize("address", ["A0", "ZZZZ1", "甲1", "A99999999", ""])
def test_a_broken_address_is_counted_on(address):
    assert grid(read(sheet("表", row(1, c("A1", "甲"), c(address, "乙"))))) == [["甲", "乙"]]
