import pytest

from jixiao.model.errors import InputError
from jixiao.readers.html import read_html, read_mht


def read(body, head=""):
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "页.html")


def paragraphs(layout):
    return [paragraph.text for paragraph in layout.paragraphs]


def grid(layout, index=0):
    return [[cell and cell.text for cell in row] for row in list(layout.tables)[index].grid()]


def test_blocks_become_paragraphs_and_breaks_part_lines_of_one():
    layout = read("<h2>一、基本\n情况</h2>开头<p>甲<b>乙</b><br>丙</p><div>丁 &nbsp;A\nB</div>")
    assert paragraphs(layout) == ["一、基本情况", "开头", "甲乙", "丙", "丁 \xa0A B"]
    assert [paragraph.line for paragraph in layout.paragraphs] == [1, 2, 3, 3, 4]


@pytest.mark.parametrize("noise", ["<script>x</script>", "<style>x</style>", "<!-- x -->", "<ruby><rt>x</rt></ruby>"])
def test_what_a_browser_does_not_print_is_left_out(noise):
    layout = read(f"<p>甲{noise}乙</p>", head="<title>x</title>")
    assert (paragraphs(layout), layout.notes) == (["甲乙"], ())


@pytest.mark.parametrize("style", ["display: none", "font-size:0", "visibility:hidden"])
def test_hidden_text_is_left_out_and_noted(style):
    layout = read(f"<p>甲<span style='{style}'>噪</span>乙</p><table><tr><td>丙<i style='{style}'>噪</i></td><td>丁")
    assert (paragraphs(layout), grid(layout)) == (["甲乙"], [["丙", "丁"]])
    assert layout.notes == ("网页里有隐藏的文字，未读取",)


def test_a_small_font_is_not_hidden():
    assert paragraphs(read("<p style='font-size:0.8em'>甲</p>")) == ["甲"]


def test_spans_are_filled():
    table = (
        "<table><caption>自评表</caption><thead><tr><th rowspan=2>项目<br>名称<th colspan=2>道路</tr></thead>"
        "<tr><td>1<td>2</tr><tr><td colspan='3 '><p>甲</p><p>乙</p></table>"
    )
    layout = read(table)
    assert paragraphs(layout) == ["自评表"]
    assert grid(layout) == [["项目名称", "道路", "道路"], ["项目名称", "1", "2"], ["甲乙", "甲乙", "甲乙"]]
    assert [cell.lines for cell in next(layout.tables).cells][-1] == ("甲", "乙")


def test_a_span_that_reaches_below_the_table_ends_with_it():
    assert grid(read("<table><tr><td rowspan=0>甲<td>乙<tr><td>丙</table>")) == [["甲", "乙"], ["甲", "丙"]]
    assert grid(read("<table><tr><td rowspan=99>甲<td rowspan=x>乙</table>")) == [["甲", "乙"]]


def test_a_span_ends_where_a_cell_from_above_begins():
    rows = "<tr><td>1<td rowspan=2>2<td>3<tr><td colspan=3>4"
    assert grid(read(f"<table>{rows}</table>")) == [["1", "2", "3"], ["4", "2", None]]


def test_a_table_that_only_places_the_page_is_opened():
    data = "<table><tr><td>1<td>2</table>"
    layout = read(f"<table><tr><td>首页<td>二<tr><td colspan=2><p>正文</p>{data * 4}</table>")
    assert paragraphs(layout) == ["首页", "二", "正文"]
    assert [grid(layout, index) for index in range(4)] == [[["1", "2"]]] * 4


def test_a_small_table_in_a_cell_becomes_the_next_table():
    layout = read("<table><tr><td>绩效目标<td>详见附表<table><tr><td>1<td>2</table></table>")
    assert [grid(layout, index) for index in range(2)] == [[["绩效目标", "详见附表"]], [["1", "2"]]]


def test_rows_within_a_misplaced_form_are_found():
    assert grid(read("<table><form><tr><td>1<td>2</tr></form></table>")) == [["1", "2"]]


def test_fields_of_a_web_form_show_their_values():
    fields = "<input value='道路'><input type=hidden value=x><input type=checkbox checked>是<input type=radio>否"
    choice = "<select><option>甲<option selected>乙</select>"
    assert paragraphs(read(f"<p>{fields}</p><p>{choice}</p>")) == ["道路☑是□否", "乙"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "big5"])
def test_any_chinese_encoding_is_read(encoding):
    page = f"<html><meta charset={encoding}><p>預算執行率，數量與質量指標。</p></html>"
    assert paragraphs(read_html(page.encode(encoding), "f")) == ["預算執行率，數量與質量指標。"]


def test_a_single_file_page_is_unpacked():
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n"
    body = "Content-Transfer-Encoding: 8bit\r\n\r\n<p>正文</p>\r\n--b--\r\n"
    assert paragraphs(read_mht((head + body).encode(), "f")) == ["正文"]
    with pytest.raises(InputError, match="没有网页正文"):
        read_mht(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n<p>x</p>", "f")


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b"])
def test_deep_nesting_is_read(tag):
    layout = read(f"<{tag}>" * (60 if "table" in tag else 240) + "深")
    assert "深" in "".join([*paragraphs(layout), *(cell.text for table in layout.tables for cell in table.cells)])


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b"])
def test_nesting_beyond_all_sense_is_refused(tag):
    with pytest.raises(InputError, match="嵌套过深"):
        read(f"<{tag}>" * 100_000 + "深")
