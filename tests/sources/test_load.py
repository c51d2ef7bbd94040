from datetime import date, datetime
from io import BytesIO

import polars as pl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao.model.errors import InputError
from jixiao.sources.load import find, load
from jixiao.sources.rows import SCHEMAS

YEAR = (date(2020, 1, 1), date(2020, 12, 31))
HEADER = "编号,时间,状态\n"
ROWS = HEADER + "C1,2020-01-01 00:00,在线\nC1,2020-01-01 00:15,离线\n"


@pytest.fixture
def put(tmp_path):
    """Puts a file into evidence; gives the project folder."""

    def put(content, name="camera_status.csv"):
        path = tmp_path / "evidence" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return put


def book(*rows, formulas=()):
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as made:
        sheet = made.add_worksheet("任意")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        for cell, formula, value in formulas:
            sheet.write_formula(cell, formula, None, value)
    return target.getvalue()


def refusal(folder, kind="camera_status"):
    with pytest.raises(InputError) as caught:
        load(folder, kind)
    assert caught.value.file.startswith("evidence")
    assert caught.value.remedy
    return caught.value.cause


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_encoding_of_chinese_is_read(put, encoding):
    assert load(put(ROWS.encode(encoding)), "camera_status").frame["state"].to_list() == ["在线", "离线"]


@pytest.mark.parametrize("separator", [",", "\t", ";", "|", "，"])
def test_every_separator_is_read(put, separator):
    assert load(put(ROWS.replace(",", separator)), "camera_status").frame.height == 2


def test_a_file_may_have_its_chinese_name(put):
    assert load(put(ROWS, "在线采样.csv"), "camera_status").file == "evidence/在线采样.csv"


def test_rows_keep_their_number_below_a_title_and_an_empty_line(put):
    table = load(put("在线情况,,\n\n" + ROWS), "camera_status")
    assert table.frame["row"].to_list() == [4, 5]
    assert table.total == 2


def test_a_table_of_excel_is_read_and_its_formulas_are_remarked(put):
    rows = [
        ("编号", "系统", "发生时间", "恢复时间", "级别", "现象", "原因", "是否服务中断"),
        ("1", "OA", "2020-04-01 10:00", "", ""),
    ]
    data = book(*rows, formulas=[("D2", '="2020-04-01 11:00"', "2020-04-01 11:00")])
    table = load(put(data, "incidents.xlsx"), "incidents")
    assert table.frame["ends"].to_list() == [datetime(2020, 4, 1, 11)]
    assert table.remarks == {"单元格里是公式，用其结果": (2,)}


def test_parquet_is_read(put):
    frame = pl.DataFrame({"编号": ["C1"], "时间": [datetime(2020, 1, 1)], "状态": ["在线"]})
    target = BytesIO()
    frame.write_parquet(target)
    assert load(put(target.getvalue(), "camera_status.parquet"), "camera_status").frame["row"].to_list() == [2]


def test_what_is_not_used_is_counted_by_reason_and_row(put):
    rows = [
        "C1,2020-01-01 00:00,在线",
        "C1,2020-01-01 00:00,在线",
        "C1,2020-01-01 00:15,在线",
        "C1,2020-01-01 00:15,离线",
        "C1,昨天,在线",
        ",2020-01-01 00:30,在线",
        "C1,2020-01-01 00:45,也许",
        "C1,2021-01-01 00:00,在线",
        "C1,2020-01-02 00:00,在线,多",
    ]
    table = load(put(HEADER + "\n".join(rows)), "camera_status", YEAR)
    assert table.left_out == {
        "“时间”读不懂，应为日期和时间": (6,),
        "“编号”空着": (7,),
        "“状态”读不懂，可以写在线、离线": (8,),
        "单元格比表头多": (10,),
        "与前面的行完全重复": (3,),
        "“编号、时间”相同而内容不同，无法判断哪行对": (4, 5),
        "不在评价期间": (9,),
    }
    assert table.frame["row"].to_list() == [2]
    assert table.total == 9


def test_an_end_before_its_beginning_is_not_used(put):
    text = "编号,开始,结束,原因,责任方\nL1,2020-01-02 00:00,2020-01-01 00:00,,\nL1,2020-01-03 00:00,,,\n"
    table = load(put(text, "outages.csv"), "outages", YEAR)
    assert table.left_out == {"“结束”早于“开始”": (2,)}
    assert table.frame["ends"].to_list() == [None]


def test_a_clock_that_goes_back_is_remarked_for_each_device(put):
    rows = "C1,2020-01-01 00:15,在线\nC2,2020-01-01 00:00,在线\nC1,2020-01-01 00:00,在线\n"
    assert load(put(HEADER + rows), "camera_status").remarks == {"时间比前一行早": (4,)}


def test_columns_that_mean_nothing_here_are_named_but_remarks_of_people_are_not(put):
    text = "备注,状态,厂家,时间,编号\n,在线,甲,2020-01-01 00:00,C1\n"
    assert load(put(text), "camera_status").unknown == ("厂家",)


def test_a_formula_in_csv_is_text(put):
    text = "编号,位置,接入日期,退出日期\n=1+1,@SUM(A1),2020-01-01,\n"
    assert load(put(text, "cameras.csv"), "cameras").frame.row(0) == (2, "=1+1", "@SUM(A1)", date(2020, 1, 1), None)


def test_an_amount_takes_the_unit_of_its_header(put):
    header = "编号,类型,起点,终点,起租日期,止租日期,月租（万元）"
    text = f"{header}\nL1,光纤,甲,乙,2020-01-01,,0.123456\nL2,电路,,,2020-01-01,,1200元\n"
    assert load(put(text, "lines.csv"), "lines").frame["rent"].cast(pl.String).to_list() == ["1234.56", "1200.00"]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "文件是空的"),
        ("编号,时间\nC1,2020-01-01 00:00\n", "缺少列：状态"),
        ("编号,设备编号,时间,状态\nC1,C1,2020-01-01 00:00,在线\n", "“编号”和“设备编号”两列都是“编号”"),
        ("今天天气很好。", "缺少列：编号、时间、状态"),
        (b"\x00\x01\x02\x03" * 50, "不是文本文件"),
        (b"PAR1" + bytes(20), "Parquet 文件已损坏"),
        (b"PK\x03\x04" + bytes(200), "文件已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "这是旧版表格"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_remedy(put, content, cause):
    assert refusal(put(content)).startswith(cause)


def test_evidence_that_is_absent_or_there_twice_is_refused(put):
    folder = put(ROWS)
    assert refusal(folder, "probes") == "没有“系统拨测”这份佐证"
    put(ROWS, "在线采样.xlsx")
    assert "是同一种佐证" in refusal(folder)
    assert find(folder, "cameras") is None


def test_a_header_without_rows_is_an_empty_table(put):
    table = load(put(HEADER), "camera_status", YEAR)
    assert table.total == table.frame.height == 0


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_kind_reads_its_own_header(put, kind):
    header = ",".join(column.title for column in SCHEMAS[kind].columns)
    table = load(put(f"{header}\n", f"{kind}.csv"), kind, YEAR)
    assert table.frame.columns == ["row", *(column.name for column in SCHEMAS[kind].columns)]


cell = st.text(st.sampled_from("C1,，\"'\n\r\t;|=-@ 在线离线2020-01-01 00:00"), max_size=20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(st.lists(cell, max_size=5), max_size=8), st.booleans())
def test_whatever_stands_in_a_file_every_row_is_used_or_left_out_for_one_reason(put, rows, quoted):
    body = "\n".join(",".join(f'"{text}"' if quoted else text for text in row) for row in rows)
    folder = put(HEADER + body)
    try:
        table = load(folder, "camera_status", YEAR)
    except InputError:
        return
    numbers = [*table.frame["row"], *(number for rows in table.left_out.values() for number in rows)]
    assert len(numbers) == len(set(numbers)) == table.total
