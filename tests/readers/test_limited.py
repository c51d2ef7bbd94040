import pytest

from jixiao.model.errors import InputError
from jixiao.readers import read_layout
from jixiao.readers.limited import read_limited
from readers.words import p, package, tbl, tc, tr, word_parts


@pytest.fixture
def form(write):
    return write(package(word_parts(p("一、情况") + tbl(tr(tc("项目名称"), tc("道路保洁"))))))


def test_a_file_reads_the_same_under_limits(form):
    assert read_limited(form) == read_layout(form)
    assert read_limited(form, "甲单位/报告.docx").file == "甲单位/报告.docx"


def test_messages_come_through(tmp_path):
    with pytest.raises(InputError) as refusal:
        read_limited(tmp_path / "没有.docx", "甲.docx")
    assert str(refusal.value) == "甲.docx：找不到文件\n怎么办：请检查文件名和所在文件夹"


def test_a_file_that_takes_too_long_costs_one_message_and_the_next_is_read(form, write):
    with pytest.raises(InputError, match="读取超过 0 秒"):
        read_limited(write(b"a\n" * (1 << 20), "long.txt"), seconds=0)
    assert read_limited(form) == read_layout(form)


def test_a_file_that_takes_too_much_memory_costs_one_message(form):
    with pytest.raises(InputError, match="内存超过 16 MiB 或读取程序中断"):
        read_limited(form, megabytes=16)
