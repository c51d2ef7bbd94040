import pytest

from returned.forms import as_docx


@pytest.fixture
def wrong(tmp_path):
    path = tmp_path / "表.docx"
    path.write_bytes(as_docx([("98.75", "97.75"), ("对绩效指标", "对绩效绩效指标"), ("95%", "９５%")]))
    return path


def test_what_was_changed_and_what_was_not_is_told(run, wrong, tmp_path):
    before = wrong.read_bytes()
    code, out, err = run("check", wrong, "--fix")
    assert not err
    assert code == 0
    target = tmp_path / "表（已改）.docx"
    assert f"改了 2 处，写在 {target}" in out
    assert "SC01　表1第9行第7列　“97.75” → “98.75”" in out
    assert "FM06　第4段　“绩效绩效” → “绩效”" in out
    assert "没有改的 1 处，请人工核对：\n　FM19　表1第8行第5列　“９５%” → “95%”：这是指标值" in out
    assert wrong.read_bytes() == before
    assert run("check", target, "--fix")[1].startswith("没有能自动改的，没有写文件。")
    assert {one.name for one in tmp_path.iterdir()} == {"表.docx", "表（已改）.docx"}


def test_a_file_that_is_there_is_not_overwritten_unless_named(run, wrong, tmp_path):
    run("check", wrong, "--fix")
    code, out, err = run("check", wrong, "--fix")
    assert (code, out) == (2, "")
    assert "已经有这个文件，没有覆盖" in err
    assert run("check", wrong, "--fix", "--out", tmp_path / "表（已改）.docx")[0] == 0
    assert run("check", wrong, "--fix", "--out", wrong)[0] == 0
    assert wrong.read_bytes() == (tmp_path / "表（已改）.docx").read_bytes()


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--format", "json"], "--fix 只和 --out、--region、--on 一起用"),
        (["--annotate", "批注"], "--fix 只和 --out、--region、--on 一起用"),
    ],
)
def test_options_that_do_not_go_together_are_refused(run, wrong, more, message):
    code, _, err = run("check", wrong, "--fix", *more)
    assert code == 2
    assert message in err


def test_several_files_and_other_formats_are_refused(run, wrong, published):
    assert "--fix 一次改一个文件" in run("check", wrong, wrong, "--fix")[2]
    code, _, err = run("check", published / "report.txt", "--fix")
    assert code == 2
    assert "这种格式（txt）不能直接改\n怎么办：请用 WPS 或 Word 另存为 .docx" in err


def test_a_target_that_cannot_be_written_is_told(run, wrong, tmp_path):
    (tmp_path / "占").write_text("")
    code, _, err = run("check", wrong, "--fix", "--out", tmp_path / "占/表.docx")
    assert code == 2
    assert "路径中有一级是文件，不是文件夹" in err
