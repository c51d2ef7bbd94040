import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from jixiao.cli.app import app, main
from jixiao.model.errors import InputError
from jixiao.readers.limited import Limited

PUBLISHED = Path(__file__).parents[2] / "examples/jinnan-2020/published"


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(app, ["read", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "收到的"
    folder.mkdir()
    shutil.copy(PUBLISHED / "report.docx", folder / "甲.docx")
    (folder / "乙.docx").write_bytes(b"PK\x03\x04")
    shutil.copy(PUBLISHED / "report.txt", folder / "丙.txt")
    return folder


def test_one_file_is_one_line_of_json(read):
    result = read(PUBLISHED / "report.docx", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["project"]["year"] == 2020


def test_a_folder_goes_on_behind_a_file_that_cannot_be_read_and_ends_with_2(read, folder):
    result = read(folder, "--json")
    assert result.exit_code == 2
    assert [json.loads(line)["file"] for line in result.stdout.splitlines()] == ["丙.txt", "甲.docx"]
    assert "乙.docx" in result.stderr


def test_the_page_is_written_where_it_is_wanted(read, folder, tmp_path):
    assert read(folder, "--html").exit_code == 2
    assert "甲.docx" in (tmp_path / "reading.html").read_text("utf-8")
    read(PUBLISHED / "report.txt", "--html", "--out", "别处/页.html")
    assert (tmp_path / "别处/页.html").is_file()


def test_what_was_read_before_an_interruption_is_taken_from_the_folder_that_keeps_it(read, folder, tmp_path):
    first = read(folder, "--json", "--resume", "存")
    assert len(list((tmp_path / "存").iterdir())) == 2
    assert read(folder, "--json", "--resume", "存").stdout == first.stdout


def test_json_and_a_page_are_not_written_at_once(read):
    result = read(PUBLISHED / "report.txt", "--json", "--html")
    assert isinstance(result.exception, InputError | click.ClickException)


@pytest.mark.parametrize("name", ["甲\x1b[2J.docx", "甲\n乙：通过.docx", "甲\x9b31m.docx", "甲\u202e.docx"])
def test_names_of_files_are_shown_and_not_obeyed(read, tmp_path, name):
    folder = tmp_path / "收到的"
    folder.mkdir()
    try:
        shutil.copy(PUBLISHED / "report.docx", folder / name)
    except OSError:
        pytest.skip("这个文件系统不许这样的文件名")
    (folder / f"坏{name}").write_bytes(b"")
    for arguments in ([folder], [folder, "--json"], [folder / f"坏{name}"]):
        result = read(*arguments)
        assert result.exit_code in (0, 2)
        for sign in ("\x1b", "\n乙", "\x9b", "\u202e"):
            assert sign not in result.output


def test_words_of_a_document_are_shown_and_not_obeyed(read, tmp_path):
    (tmp_path / "甲.html").write_text(
        "<table><tr><td>项目名称<td>甲&#x202e;乙<tr><td>三级指标<td>指标值<td>得分<tr><td>丙<td>1<td>2</table>"
    )
    for arguments in (["甲.html"], ["甲.html", "--json"]):
        result = read(*arguments)
        assert result.exit_code == 0
        assert "\u202e" not in result.output
    assert json.loads(result.output)["project"]["name"] == "甲\u202e乙"


def test_a_pdf_alone_is_read_under_limits_too(read, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(
        Limited, "__call__", lambda _, file, __: asked.append(file.name) or InputError(file.name, "因", "法")
    )
    (tmp_path / "甲.pdf").write_bytes(b"%PDF-1.4\n")
    (tmp_path / "乙.txt").write_bytes(b"%")
    assert read("甲.pdf").exit_code == read("乙.txt").exit_code == read("没有.pdf").exit_code == 2
    assert asked == ["甲.pdf"]


def test_a_file_gives_the_same_line_in_every_run():
    twin = PUBLISHED.parents[2] / "tests/cases/twins/documents/l03-elders-xlsxwriter.xlsx"
    program = [sys.executable, "-c", "from jixiao.cli import main; main()", "read", twin, "--json"]
    lines = {
        subprocess.run(program, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2", "3")
    }
    assert len(lines) == 1


def test_an_interruption_says_how_to_go_on(monkeypatch, capsys):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "main", interrupted)
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 130
    assert "--resume" in capsys.readouterr().err
