import json
import re
import subprocess
import sys

import pytest

from jixiao.cli.app import COMMANDS
from jixiao.law.load import on
from jixiao.law.snapshot import Evidence

ENGLISH = re.compile(r"\b(Usage|Options|Commands|Show|Error|Missing|Invalid|default)\b")


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join)
def test_help_is_chinese(run, words):
    code, out, _ = run(*words)
    assert code == 0
    assert "用法：" in out
    assert not ENGLISH.search(out)


def test_an_unknown_command_is_named(run):
    code, _, err = run("chek")
    assert code == 2
    assert "没有“chek”这个命令" in err


def test_law_shows_what_is_in_force_and_how_it_is_known(run):
    code, out, _ = run("law", "--on", "2021-03-31", "--region", "120112")
    assert code == 0
    assert "天津" in out
    assert "项目支出绩效评价管理办法" in out.replace("\n", "")
    assert "待核" in out


def test_law_needs_a_day(run):
    code, _, err = run("law")
    assert code == 2
    assert "缺少" in err


def test_nothing_recalled_or_proposed_is_shown_as_confirmed():
    from jixiao.law.explain import explain

    law = on(__import__("datetime").date(2022, 3, 31), "120112")
    for line in explain(law):
        if law.entries[line.name].evidence in (Evidence.MEMORY, Evidence.PROPOSAL):
            assert not line.confirmed
            assert "待核" in line.evidence or "建议" in line.evidence


def test_explain_gives_a_page_and_a_list(run):
    code, out, _ = run("explain", "sc01")
    assert code == 0
    assert "各行得分相加不等于总分" in out
    assert "怎么改：" in out
    assert "SC01  必须改" in run("explain", "--all")[1]
    assert run("explain", "XX99")[0] == 2


def test_read_prints_one_json_object_a_form(run, published):
    code, out, _ = run("read", published, "--json")
    forms = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [form["file"] for form in forms] == ["report.docx", "report.txt"]
    assert all(form["generation"] == 1 and form["total"]["score"] == "96" for form in forms)


def test_read_without_json_shows_a_table(run, published):
    _, out, _ = run("read", published / "report.txt")
    assert "视频监控系统在线率" in out
    assert "总分" in out


def test_reading_a_file_does_not_load_polars(published):
    program = (
        "import sys; from jixiao import api; from pathlib import Path; "
        f"api.read(Path({str(published / 'report.txt')!r})); import jixiao.cli.app, jixiao.cli.read; "
        "assert 'polars' not in sys.modules and 'lxml' not in sys.modules and 'jinja2' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_programming_error_shows_no_traceback(run, monkeypatch, published):
    from jixiao import api

    monkeypatch.setattr(api, "read", lambda _: 1 / 0)
    code, _, err = run("read", published / "report.txt")
    assert code == 2
    assert "Traceback" not in err
    assert "程序出错" in err
