"""evaluate and verify on the example, as a clerk runs them."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from jixiao import api
from jixiao.model.errors import InputError
from jixiao.model.finding import Severity
from jixiao.sources.entries import understand
from jixiao.sources.sheet_form import read_sheet_form
from jixiao.sources.stated import TABLES
from sources.folders import SMALL, write_folder

EXAMPLE = Path(__file__).parents[2] / "examples/shili-2020"
FILES = {"自评表.xlsx", "自评表.docx", "绩效评价报告.docx", "绩效评价报告.pdf", "findings.html", "evaluation.json"}


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    return api.evaluate(EXAMPLE, tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="module")
def out(exported):
    return exported.paths[0].parent


def edited(path, folder, part, old, new):
    """A copy of an office file with some text of one part changed."""
    copy = folder / path.name
    with ZipFile(path) as before, ZipFile(copy, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == part:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            after.writestr(name, data)
    return copy


def test_all_six_files_are_written(exported, out):
    assert {path.name for path in out.iterdir()} == {path.name for path in exported.paths} == FILES


def test_our_own_report_has_nothing_that_must_be_changed(exported):
    assert [finding for one in exported.examined for finding in one.failed(Severity.ERROR)] == []
    assert not any(one.evaluation.troubles for one in exported.examined)


def test_nothing_is_left_to_be_filled(out):
    report = api.read(out / "绩效评价报告.docx")
    assert not any("待填" in paragraph.text for paragraph in report.layout.paragraphs)


@pytest.mark.parametrize("name", ["自评表.docx", "绩效评价报告.docx"])
def test_the_documents_print_the_evaluation(exported, out, name):
    assert api.form_key(api.read(out / name).evaluations[0]) == api.form_key(exported.evaluated.evaluation)


@pytest.mark.parametrize("name", ["自评表.xlsx", "自评表.docx", "绩效评价报告.docx", "绩效评价报告.pdf"])
def test_next_year_begins_with_what_this_year_says(run, out, tmp_path, name):
    assert run("new", tmp_path / "a", "--from", out / name)[0] == 0
    stated = read_sheet_form((tmp_path / "a" / "项目资料.xlsx").read_bytes())
    goals = understand(stated.tables["goal"], TABLES["goal"])
    assert [entry.texts["scope"] for entry in stated.tables["goal"]] == ["年度目标"]
    assert goals[0]["expected"].count("\n") == 4
    assert len(understand(stated.tables["indicator"], TABLES["indicator"])) == 18


@pytest.mark.parametrize("name", sorted(FILES - {"findings.html"}))
def test_an_untouched_file_holds(run, out, name):
    code, printed, _ = run("verify", out / name, EXAMPLE)
    assert code == 0
    assert "佐证与导出时相同" in printed


def test_a_changed_score_is_named(run, out, tmp_path):
    copy = edited(out / "自评表.docx", tmp_path, "word/document.xml", ">2.67<", ">3.00<")
    code, printed, _ = run("verify", copy)
    assert code == 1
    assert "改动　“PPP子项目咨询成果按时交付率”的得分：导出时“2.67”，现在“3”" in printed


def test_a_changed_sentence_is_named(run, out, tmp_path):
    copy = edited(
        out / "绩效评价报告.docx", tmp_path, "word/document.xml", "没有依据的指标不打分", "没有依据的指标打满分"
    )
    code, printed, _ = run("verify", copy)
    assert code == 1
    assert "没有依据的指标打满分" in printed
    assert printed.count("改动") == 1


def test_one_changed_byte_of_evidence_says_which_figures_no_longer_follow(run, out, tmp_path):
    folder = tmp_path / "项目"
    shutil.copytree(EXAMPLE, folder)
    file = folder / "evidence/spot_checks.csv"
    data = bytearray(file.read_bytes())
    data[-1:] = b" "
    file.write_bytes(data)
    code, printed, _ = run("verify", out / "自评表.docx", folder)
    assert code == 1
    assert "佐证　evidence/spot_checks.csv：内容变了" in printed
    assert "不再成立　视频监控系统月度抽查次数实际完成值：导出时 11次" in printed
    assert "视频监控系统在线率实际完成值" not in printed


def test_a_folder_that_is_not_there_is_told_as_such(run, out, tmp_path):
    code, printed, err = run("verify", out / "自评表.docx", tmp_path / "别处")
    assert (code, printed) == (2, "")
    assert "没有这个文件夹" in err


def test_a_plain_file_cannot_be_verified(run, tmp_path):
    api.evaluate(EXAMPLE, tmp_path, plain=True)
    code, _, err = run("verify", tmp_path / "自评表.xlsx")
    assert code == 2
    assert "文件没有携带计算资料" in err


def test_a_part_left_empty_must_be_written(run, tmp_path):
    folder = tmp_path / "项目"
    shutil.copytree(EXAMPLE, folder)
    (folder / "narrative.md").write_text("# 一、基本情况\n", "utf-8")
    code, printed, _ = run("evaluate", folder, "--out", tmp_path / "结果")
    assert code == 1
    assert "CM21　“项目背景”还没有写。" in printed


def test_a_typed_figure_is_a_finding(tmp_path):
    folder = tmp_path / "项目"
    shutil.copytree(EXAMPLE, folder)
    text = (folder / "narrative.md").read_text("utf-8")
    (folder / "narrative.md").write_text(text.replace("{fact:fund.initial}", "2887.66万元"), "utf-8")
    found = api.evaluate(folder, tmp_path / "结果").examined[-1].findings
    assert [(one.code, one.facts["figure"]) for one in found] == [("CX11", "2887.66万元")]


def test_nothing_is_written_where_the_folder_cannot_be_used(run, tmp_path):
    folder = tmp_path / "项目"
    shutil.copytree(EXAMPLE, folder)
    text = (folder / "narrative.md").read_text("utf-8")
    (folder / "narrative.md").write_text(text.replace("{fact:fund.initial}", "{fact:fund.first}"), "utf-8")
    code, _, err = run("evaluate", folder, "--out", tmp_path / "结果")
    assert code == 2
    assert "没有名为“fund.first”的数" in err
    assert not (tmp_path / "结果").exists()


def test_the_national_layout_is_read_as_such(tmp_path):
    made = api.evaluate(EXAMPLE, tmp_path, layout="mof")
    (read,) = api.read(tmp_path / "自评表.docx").evaluations
    assert read.form == "mof"
    assert api.form_key(read) == api.form_key(made.evaluated.evaluation)


@pytest.mark.parametrize(("region", "form"), [("120112", "tianjin"), ("3301", "mof"), ("", "mof")])
def test_the_layout_is_that_of_the_place_where_none_is_named(tmp_path, region, form):
    project = [{**SMALL["project"][0], "region": region}]
    indicators = [SMALL["indicator"][1]]
    folder = write_folder(tmp_path, {**SMALL, "project": project, "indicator": indicators, "document": []}, toml=True)
    assert api.evaluate(folder, tmp_path / "out").evaluated.evaluation.form == form


def test_an_absent_folder_is_refused(tmp_path):
    with pytest.raises(InputError):
        api.evaluate(tmp_path / "无", tmp_path / "结果")
