"""The generated pages are fresh, and say of law only what is known."""

import importlib.util
from datetime import date
from pathlib import Path

import pytest

from jixiao.checks.base import FAMILIES, FAMILY_TITLES, catalogue, document, folder, waiver
from jixiao.checks.pages import TABLE_TITLES
from jixiao.law.load import acts
from jixiao.law.snapshot import Evidence
from jixiao.sources.rows import SCHEMAS
from jixiao.sources.stated import TABLES as STATED
from jixiao.tables.schema import TABLES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def tool():
    specification = importlib.util.spec_from_file_location("build_docs", ROOT / "tools" / "build_docs.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def copied(tool, tmp_path, monkeypatch):
    """The tool, working on pages in a folder of their own."""
    monkeypatch.setattr(tool, "DOCS", tmp_path)
    assert tool.main([]) == 0
    return tool


def test_the_committed_pages_are_fresh(tool, capsys):
    assert tool.main(["--check"]) == 0, capsys.readouterr().out


def test_the_pages_are_the_same_each_time(tool):
    assert tool.pages() == tool.pages()


def test_every_check_has_a_page_and_a_line_in_the_index(tool):
    pages = tool.pages()
    for code, check in catalogue().items():
        assert pages[f"checks/{code}.md"].splitlines()[2] == f"# {code}　{check.title}"
        assert f"| [{code}]({code}.md) | {check.title} |" in pages["checks/README.md"]


def test_a_page_shows_the_message_of_each_firing_example_and_the_names_of_the_others(tool):
    pages = tool.pages()
    for code, check in catalogue().items():
        page = pages[f"checks/{code}.md"]
        assert all(f"- {name}：" in page for name in check.fires), code
        assert all(f"- {name}" in page for name in (*check.silent, *check.apart, *check.unsure)), code
    assert "- 少加一分：三级指标得分相加 87 分" in pages["checks/SC01.md"]


def test_families_tables_and_fields_all_have_a_chinese_name():
    assert tuple(FAMILY_TITLES) == FAMILIES
    assert {check.head.on for check in catalogue().values()} <= set(TABLE_TITLES) <= {*TABLES, document, folder, waiver}


def test_every_value_of_every_layer_is_on_the_law_page(tool):
    lines = tool.pages()["law.md"].splitlines()
    for layer in ("values", "regions", "profiles"):
        for file in (tool.LAW / layer).rglob("*/*.toml"):
            name = f"`{file.parent.name}.{file.stem}`"
            values = file.read_text("utf-8").count("[[in_force]]")
            if values:
                assert sum(line.startswith(f"| {name} |") for line in lines) >= values, name


def test_every_act_that_a_value_rests_on_is_named_on_the_law_page(tool):
    page = tool.pages()["law.md"]
    texts = [file.read_text("utf-8") for file in tool.LAW.rglob("*/*.toml")]
    used = {line.split('"')[1] for text in texts for line in text.splitlines() if line.startswith("act =")}
    assert used
    assert [name for name in used if f"{acts()[name].title} {acts()[name].number}".rstrip() not in page] == []


@pytest.mark.parametrize("grade", [Evidence.MEMORY, Evidence.PROPOSAL])
def test_what_may_not_be_taken_for_law_stands_out_everywhere(tool, grade):
    pages = tool.pages()
    told = [page for name, page in pages.items() if name.endswith(".md") and grade.words in page]
    assert told
    assert all(page.count(grade.words) == page.count(f"**{grade.words}**") for page in told)


def test_the_founding_case_accounts_for_every_check(tool):
    page = tool.pages()["founding-case.md"]
    assert all(page.count(f"| [{code}](checks/{code}.md) |") == 1 for code in catalogue())


def test_every_kind_of_evidence_and_every_table_of_the_folder_is_on_the_evidence_page(tool):
    lines = tool.pages()["evidence.md"].splitlines()
    heads = [f"## {one.kind}　{one.title}" for one in SCHEMAS.values()]
    heads += [f"## [{name}]　{one.title}" for name, one in STATED.items()]
    assert [head for head in heads if lines.count(head) != 1] == []


def test_a_stale_a_missing_and_a_surplus_page_are_named(copied, tmp_path, capsys):
    assert copied.main(["--check"]) == 0
    (tmp_path / "law.md").write_text("old", "utf-8")
    (tmp_path / "checks/SC01.md").unlink()
    (tmp_path / "checks/XX99.md").write_text("gone", "utf-8")
    assert copied.main(["--check"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told == [
        "缺少 docs/checks/SC01.md，请运行 make docs",
        "docs/law.md 已过时，请运行 make docs",
        "docs/checks/XX99.md 没有对应的检查，请运行 make docs",
    ]


def test_writing_removes_the_page_of_a_check_that_is_gone_and_nothing_else(copied, tmp_path):
    (tmp_path / "checks/XX99.md").write_text("gone", "utf-8")
    (tmp_path / "glossary.md").write_text("by hand", "utf-8")
    (tmp_path / "checks/coverage.md").write_text("by hand", "utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.md") if path.name != "XX99.md"}
    assert copied.main([]) == 0
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.md")} == before


def test_a_value_that_ended_says_when(tool):
    lines = tool.pages()["law.md"].splitlines()
    ended = [line for line in lines if line.startswith("| `execution.base` | 预算执行率的分母 | 年初预算数")]
    assert [f"到 {date(2020, 2, 25)} 前" in line for line in ended] == [True]


def test_a_bar_in_a_cell_does_not_break_the_table(tool):
    assert tool._table(("a",), [("x|y",)]).splitlines()[-1] == r"| x\|y |"
