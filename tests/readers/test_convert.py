import shutil
import time
from pathlib import Path

import pytest

from jixiao.model.errors import InputError
from jixiao.readers import read_bytes
from jixiao.readers.convert import convert
from readers.words import package

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")


def rtf(text):
    words = "".join(f"\\u{ord(sign)}?" for sign in text)
    return f"{{\\rtf1\\ansi {words}\\par \\trowd\\cellx2000\\cellx4000 {words}\\cell 5\\cell\\row}}".encode()


def test_without_libreoffice_a_message_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr("jixiao.readers.convert._program", lambda: None)
    with pytest.raises(InputError, match="需要 LibreOffice") as refusal:
        read_bytes(rtf("绩效"), "表.rtf")
    assert "apt-get install libreoffice-writer" in refusal.value.remedy
    assert "另存为 .docx" in refusal.value.remedy


@needs_office
def test_rich_text_is_read_through_libreoffice():
    layout = read_bytes(rtf("项目名称"), "表.rtf")
    assert layout.format == "rtf"
    assert [paragraph.text for paragraph in layout.paragraphs] == ["项目名称"]
    assert [[cell.text for cell in row] for row in next(layout.tables).grid()] == [["项目名称", "5"]]


@needs_office
def test_what_libreoffice_cannot_open_is_refused_and_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(InputError, match="不能打开"):
        convert(package({"mimetype": "application/vnd.oasis.opendocument.text"}), "odt", "f")
    assert not list(tmp_path.iterdir())


def test_a_conversion_that_takes_too_long_is_stopped(tmp_path, monkeypatch):
    slow = tmp_path / "soffice"
    slow.write_text('#!/bin/sh\nsleep 30 & echo $! > "$HOME/../child"\nwait\n')
    slow.chmod(0o755)
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setattr("jixiao.readers.convert._program", lambda: str(slow))
    monkeypatch.setattr("jixiao.readers.convert.SECONDS", 1)
    with pytest.raises(InputError, match="转换超过 1 秒"):
        convert(rtf("绩效"), "rtf", "f")
    child = Path(folder / "child").read_text().strip()
    status = Path(f"/proc/{child}/stat")
    until = time.monotonic() + 20  # a killed process of a busy machine ends in its own time
    while status.exists() and status.read_text().split()[2] != "Z" and time.monotonic() < until:
        time.sleep(0.05)
    assert not status.exists() or status.read_text().split()[2] == "Z"
