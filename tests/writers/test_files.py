import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.errors import InputError
from jixiao.writers.files import write_atomically, write_together


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(number):
    def fail(*_args, **_more):
        raise OSError(number, os.strerror(number))

    return fail


def test_text_is_written_as_utf_8(tmp_path):
    write_atomically(tmp_path / "结果.html", "绩效\n")
    assert (tmp_path / "结果.html").read_bytes() == "绩效\n".encode()


@given(content=st.binary(max_size=200))
def test_bytes_are_written_as_they_are(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("bytes") / "a.bin"
    write_atomically(path, content)
    assert path.read_bytes() == content


def test_folders_are_created(tmp_path):
    write_atomically(tmp_path / "甲" / "乙" / "a.txt", "a")
    assert (tmp_path / "甲" / "乙" / "a.txt").read_text() == "a"


def test_an_earlier_file_is_replaced_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    write_atomically(path, "new")
    assert path.read_text() == "new"
    assert listing(tmp_path) == ["a.txt"]


def test_a_name_as_long_as_the_system_allows_is_written(tmp_path):
    path = tmp_path / ("绩" * 84 + ".x")
    write_atomically(path, "a")
    assert listing(tmp_path) == [path.name]


@pytest.mark.parametrize("step", ["open", "replace"])
@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.EACCES, "没有写入权限"),
        (errno.EROFS, "只能读取"),
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.EIO, "写入失败"),
    ],
)
def test_a_failure_says_what_to_do_and_leaves_the_earlier_file(tmp_path, monkeypatch, step, number, cause):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with monkeypatch.context() as patched:
        patched.setattr(Path, step, failing(number))
        with pytest.raises(InputError) as caught:
            write_atomically(path, "new")
    assert cause in caught.value.cause
    assert caught.value.file == str(path)
    assert caught.value.remedy
    assert path.read_text() == "old"
    assert listing(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_cannot_be_replaced_leaves_all_as_they_were(tmp_path, monkeypatch, links):
    names = [tmp_path / name for name in ("a", "b", "c")]
    for path in names[1:]:
        path.write_text("old", encoding="utf-8")
    replace = Path.replace

    def locked(self, target):
        if target == names[2]:
            raise OSError(errno.EACCES, "locked")
        return replace(self, target)

    def no_links(*_):
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(Path, "replace", locked)
    if not links:
        monkeypatch.setattr("os.link", no_links)
    with pytest.raises(InputError, match="没有写入权限"):
        write_together(dict.fromkeys(names, "new"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "c"]
    assert [path.read_text(encoding="utf-8") for path in names[1:]] == ["old", "old"]


def test_a_disk_that_fills_up_while_writing_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    with pytest.raises(InputError, match="磁盘空间不足"):
        write_atomically(tmp_path / "a.txt", "new")
    assert listing(tmp_path) == []


def test_an_interruption_leaves_nothing(tmp_path, monkeypatch):
    def interrupt(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a.txt", "new")
    assert listing(tmp_path) == []


def test_a_folder_is_not_written_over(tmp_path):
    (tmp_path / "out").mkdir()
    with pytest.raises(InputError, match="这是一个文件夹"):
        write_atomically(tmp_path / "out", "a")
    assert listing(tmp_path) == ["out"]


@pytest.mark.parametrize("below", ["a.txt", "b/a.txt"])
def test_a_file_is_no_folder(tmp_path, below):
    (tmp_path / "file").write_text("old")
    with pytest.raises(InputError, match="不是文件夹"):
        write_atomically(tmp_path / "file" / below, "a")
    assert (tmp_path / "file").read_text() == "old"
