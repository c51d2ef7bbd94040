import pytest

from jixiao.readers.delimited import read_delimited


def grid(layout, index=0):
    return [[cell and cell.text for cell in row] for row in list(layout.tables)[index].grid()]


def test_a_csv_is_one_table_and_knows_its_lines():
    layout = read_delimited('项目名称,"道路,保洁",\n一级指标,目标,得分\n产出,"多\n行",5\n\n合计,,5\n', "表.csv")
    assert layout.format == "csv"
    assert grid(layout) == [
        ["项目名称", "道路,保洁", ""],
        ["一级指标", "目标", "得分"],
        ["产出", "多行", "5"],
        ["合计", "", "5"],
    ]
    assert [cell.place.line for cell in next(layout.tables).cells if cell.col == 0] == [1, 2, 3, 6]


@pytest.mark.parametrize(("mark", "rows"), [(";", 3), (",", 3), ("\t", 3)])
def test_the_delimiter_is_found(mark, rows):
    text = f'"甲"{mark}"乙"\n' * rows
    assert grid(read_delimited(text, "f")) == [["甲", "乙"]] * rows


def test_a_title_of_one_field_may_stand_above_a_wide_table():
    text = "2021年项目支出绩效自评表\n" + "一,二,三,四\n" * 5
    assert grid(read_delimited(text, "f"))[0] == ["2021年项目支出绩效自评表", None, None, None]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一、基本情况,\n",
        "项目实施顺利,效果良好。\n资金使用合规,没有违规。\n",
        "甲,乙\n甲,乙,丙\n甲\n甲,乙,丙,丁\n甲,乙\n",
        "甲\t乙\n丙\t丁\n戊\t己\n",
        "甲|乙\n丙|丁\n",
        '甲,"乙\n丙,丁\n戊,己\n',
        "a" * 140_000 + ",b\n" + "c,d\n" * 3,
    ],
)
def test_prose_and_text_tables_are_left_to_the_reader_of_text(text):
    assert read_delimited(text, "f") is None


def test_markdown_tables_and_headings_are_read():
    text = "# 一、情况\n\n| 项目 | **分** |\n|:--|---:|\n| 甲<br>乙 | 5\\|6 |\n| 丙 |\n**注**：完\n"
    layout = read_delimited(text, "表.md")
    assert layout.format == "md"
    assert [(paragraph.text, paragraph.line) for paragraph in layout.paragraphs] == [("一、情况", 1), ("注：完", 7)]
    assert grid(layout) == [["项目", "分"], ["甲乙", "5|6"], ["丙", None]]
