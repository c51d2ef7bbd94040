import os
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao import readers
from jixiao.model.errors import InputError
from jixiao.model.layout import Layout
from jixiao.readers import read_bytes, read_layout
from jixiao.readers.docx import read_docx
from jixiao.readers.gate import MAX_BYTES
from jixiao.readers.package import Package
from readers.books import book_parts, c, row, sheet
from readers.compound import END, compound
from readers.words import p, package, relationships, tbl, tc, tr, word_parts

WORD = package(word_parts(p("一、基本情况") + tbl(tr(tc("项目名称"), tc("道路保洁")))))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
LAUGHS = "".join(f"<!ENTITY {more} '{f'&{less};' * 10}'>" for less, more in pairwise("abcdefghijk"))
XML = b'<?xml version="1.0"?>'


def refusal(path):
    with pytest.raises(InputError) as caught:
        read_layout(path)
    assert caught.value.file == path.name
    assert caught.value.remedy
    return caught.value.cause


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "文件是空的"),
        (b" \r\n\t", "文件是空的"),
        ("\ufeff　\n".encode(), "文件里没有文字"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "这是图片"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "这是图片"),
        (b"GIF89a" + bytes(64), "这是图片"),
        (b"%PDF-1.7\n", "文件已损坏"),
        (b"Rar!\x1a\x07\x00", "这是压缩包"),
        (XML + b"<data/>", "这是 XML 数据文件"),
        (b'{"file": "a.txt"}', "这是 JSON 数据"),
        (b'\xef\xbb\xbf[\n  {"file": 1}]', "这是 JSON 数据"),
        (
            XML + b'<!DOCTYPE w [<!ENTITY a "a">]><w xmlns="http://schemas.microsoft.com/office/word/2003/wordml"/>',
            "文件里有 XML 实体声明",
        ),
        (b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx", "这是邮件"),
        (b"<html><body><p> </p></body></html>", "文件里没有文字"),
        (OLE, "文件已损坏"),
        (b"PK\x03\x04" + bytes(100), "文件已损坏"),
        (WORD[:-30], "文件已损坏"),
        (b"BM" + bytes(64), "这是图片"),
        (b"\x7fELF" + bytes(64), "不是文本文件"),
    ],
)
def test_a_file_named_docx_is_taken_for_what_it_is(write, data, cause):
    assert refusal(write(data)).startswith(cause)


@pytest.mark.parametrize(
    ("parts", "cause"),
    [
        ({"甲.txt": "文字"}, "这是压缩包"),
        ({"OFD.xml": "<OFD/>"}, "这是 OFD"),
        ({"_rels/.rels": relationships(officeDocument="xl/book.xml"), "xl/book.xml": "<workbook/>"}, "文件里没有文字"),
        ({"_rels/.rels": relationships(officeDocument="ppt/p.xml"), "ppt/p.xml": "<presentation/>"}, "这是演示文稿"),
        ({"[Content_Types].xml": "<Types/>"}, "文档不完整"),
        (word_parts("") | {"word/document.xml": "<w:document"}, "文件已损坏"),
        (word_parts(""), "文件里没有文字"),
        (word_parts(tbl(tr(tc(""), tc("")))), "文件里没有文字"),
        (word_parts(p("文字")) | {"1.xml": "0" * (2 << 20)}, "文件异常"),
        (word_parts(p("文字")) | {f"{count}.xml": "" for count in range(2000)}, "文件异常"),
    ],
)  # fmt: skip
def test_a_package_that_is_no_word_document_is_refused(write, parts, cause):
    assert refusal(write(parts)).startswith(cause)


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>',
        '<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>',
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
        f"<!DOCTYPE d [<!ENTITY a 'ha'>{LAUGHS}]><d>&k;</d>",
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/numbering.xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_declaration_is_refused(write, declaration, part, encoding):
    assert refusal(write(word_parts(p("文字")) | {part: declaration.encode(encoding)})).startswith(
        "文件里有 XML 实体声明"
    )


def test_a_member_with_a_password_is_refused(write):
    data = bytearray(WORD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert refusal(write(bytes(data))) == "文件设有打开密码"


@pytest.mark.parametrize("wrap", ["w:sdtContent", "w:ins", "w:r", "w:tbl"])
@pytest.mark.parametrize("depth", [40, 240, 300, 5000])
def test_deep_nesting_is_read_or_refused(wrap, depth):
    inside = f"<{wrap}>" * depth + p("深") + f"</{wrap}>" * depth
    if wrap == "w:tbl":
        inside = "<w:tbl><w:tr><w:tc>" * (depth // 3) + p("深") + "</w:tc></w:tr></w:tbl>" * (depth // 3)
    data = package(word_parts(inside))
    if depth > 256:
        with pytest.raises(InputError, match="文件已损坏"):
            read_docx(Package(data, "报告.docx"), "报告.docx")
    else:
        assert isinstance(read_docx(Package(data, "报告.docx"), "报告.docx"), Layout)


@pytest.mark.parametrize(
    ("streams", "after", "cause"),
    [
        (["EncryptedPackage", "EncryptionInfo"], END, "文件设有打开密码"),
        (["PowerPoint Document"], END, "这是演示文稿"),
        (["Contents"], END, "不是 Word 文档"),
        (["Workbook"], END, "文件已损坏"),
        (["Workbook"], 1, "文件已损坏"),
        (["Workbook"], 0x7FFFFFFF, "文件已损坏"),
    ],
)
def test_a_compound_file_is_taken_for_what_is_in_it(write, streams, after, cause):
    assert refusal(write(compound(*streams, after=after))).startswith(cause)


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    assert refusal(tmp_path / "没有.docx") == "找不到文件"
    assert refusal(tmp_path) == "这是文件夹，不是文件"
    assert refusal(tmp_path / "a\0b") == "找不到文件"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="没有命名管道的系统")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "管道.docx")
    assert refusal(tmp_path / "管道.docx") == "这不是普通的文件（是管道或设备），未读取"


def test_a_document_of_too_many_paragraphs_and_cells_is_not_sought_through(write, monkeypatch):
    monkeypatch.setattr(readers, "MAX_SIZE", 3)
    body = p("一") + tbl(tr(tc("甲"), tc("乙")))
    assert len(list(read_layout(write(package(word_parts(body)))).blocks)) == 2
    cause = refusal(write(package(word_parts(body + p("二")))))
    assert cause == "内容过多（4 个段落和格子；上限 3）"


def test_where_nothing_was_read_what_was_left_out_is_told(write):
    cause = refusal(write(package(book_parts(sheet("自评表", row(1, c("A1", "一")), row(5002, c("A5002", "二")))))))
    assert cause == "没有读到文字：工作表“自评表”过大（5002 行 × 1 列），不像表单，未读取"


def test_a_file_that_is_too_big_is_not_read(tmp_path):
    path = tmp_path / "大.docx"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert refusal(path).startswith("文件过大")


def test_the_suffix_decides_nothing(write):
    assert read_layout(write(WORD, "报告.txt")).format == "docx"
    assert read_layout(write("绩效".encode(), "报告.docx")).format == "txt"


def test_messages_carry_the_name_that_the_caller_gives(write):
    assert read_layout(write(WORD), "甲单位/报告.docx").file == "甲单位/报告.docx"
    with pytest.raises(InputError, match="文件是空的") as caught:
        read_layout(write(b""), "甲单位/空.docx")
    assert str(caught.value).startswith("甲单位/空.docx：文件是空的\n怎么办：")


def reads_or_refuses(data):
    try:
        layout = read_bytes(data, "f")
    except InputError:
        return
    for table in layout.tables:
        assert len(table.grid()) == table.rows


FUZZ = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
STORED = package(word_parts(p("一、")), stored=True)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4), st.integers(0, 4)), min_size=1, max_size=5)


def damaged(data, edits):
    for share, new, dropped in edits:
        at = int(share * len(data))
        data = data[:at] + new + data[at + dropped :]
    return data


@FUZZ
@given(
    st.sampled_from([WORD, STORED, "\t项目\n\t名称\n\n\t甲\n\t1\n".encode(), "绩效\t得分\n".encode("gb18030")]), EDITS
)
def test_damaged_bytes_are_read_or_refused(data, edits):
    reads_or_refuses(damaged(data, edits))


@FUZZ
@given(EDITS)
def test_damaged_xml_is_read_or_refused(edits):
    parts = word_parts(p("一、") + tbl(tr(tc("甲", '<w:gridSpan w:val="2"/>'), tc("乙"))))
    broken = {name: damaged(text.encode(), edits) for name, text in parts.items() if name == "word/document.xml"}
    reads_or_refuses(package(parts | broken))


@FUZZ
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    reads_or_refuses(data)
