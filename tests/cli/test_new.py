from jixiao.sources.sheet_form import read_sheet_form


def test_a_new_folder_has_everything_to_fill_in(run, tmp_path):
    code, printed, _ = run("new", tmp_path / "项目")
    assert code == 0
    assert "项目资料.xlsx" in printed
    assert {path.name for path in (tmp_path / "项目").iterdir()} == {"项目资料.xlsx", "narrative.md", "evidence"}
    stated = read_sheet_form((tmp_path / "项目" / "项目资料.xlsx").read_bytes())
    assert not any(stated.tables.values())


def test_last_years_form_brings_indicators_and_what_was_achieved(run, tmp_path, published):
    assert run("new", tmp_path / "a", "--from", published / "report.docx")[0] == 0
    stated = read_sheet_form((tmp_path / "a" / "项目资料.xlsx").read_bytes())
    first = stated.tables["indicator"][0].texts
    assert (first["level3"], first["target"], first["weight"], first["previous"]) == (
        "视频监控系统运维数量",
        "1套",
        "3",
        "1套",
    )
    assert stated.tables["project"][0].texts["year"] == "2021"
    assert len(stated.tables["indicator"]) == 13


def test_both_spellings_are_made_and_the_other_is_not(run, tmp_path, published):
    assert run("new", tmp_path / "a", "--toml", "--from", published / "report.txt")[0] == 0
    assert not (tmp_path / "a" / "项目资料.xlsx").exists()
    assert "视频监控系统运维数量" in (tmp_path / "a" / "project.toml").read_text(encoding="utf-8")


def test_a_folder_with_files_is_left_alone(run, tmp_path):
    (tmp_path / "x").write_text("mine", encoding="utf-8")
    code, _, complaint = run("new", tmp_path)
    assert code == 2
    assert "里面有内容" in complaint
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_form_that_cannot_be_read_leaves_nothing_behind(run, tmp_path):
    code, _, complaint = run("new", tmp_path / "a", "--from", tmp_path / "none.docx")
    assert code == 2
    assert "找不到文件" in complaint
    assert not (tmp_path / "a").exists()


def test_a_kind_of_evidence_is_explained(run):
    code, printed, _ = run("explain", "evidence/cameras")
    assert code == 0
    assert "接入日期" in printed
    assert "evidence/probes" in run("explain", "evidence")[1]
    assert run("explain", "evidence/none")[0] == 2
