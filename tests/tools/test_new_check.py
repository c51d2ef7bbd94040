"""A check begun by the tool can be read, and is refused by the tests until it is filled."""

import importlib.util
import re
from pathlib import Path

import pytest
from answers import as_evaluation, outcomes
from test_examples import LISTS

from jixiao import checks
from jixiao.checks import base

ROOT = Path(__file__).resolve().parents[2]


def load(path):
    specification = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def tool(tmp_path, monkeypatch):
    module = load(ROOT / "tools" / "new_check.py")
    monkeypatch.setattr(module, "CHECKS", tmp_path)
    return module


def test_a_new_check_can_be_read(tool, tmp_path, capsys):
    assert tool.main(["SC98", "score-of-a-new-kind"]) == 0
    assert str(tmp_path / "sc98.py") in capsys.readouterr().out
    check = base._read(load(tmp_path / "sc98.py"))
    assert (check.code, check.slug) == ("SC98", "score-of-a-new-kind")


def test_a_new_check_fails_the_tests_of_the_catalogue(tool, tmp_path):
    tool.main(["SC98", "score-of-a-new-kind"])
    check = base._read(load(tmp_path / "sc98.py"))
    assert not check.why
    assert not check.remedy
    assert not check.head.basis
    for kind in ("fires", "apart", "unsure"):
        told = outcomes([(check, as_evaluation(example)) for example in getattr(check, kind).values()])
        assert told != [LISTS[kind]]


def test_no_check_in_the_catalogue_was_left_unfilled(tool):
    files = [path for path in Path(checks.__file__).parent.glob("*.py") if re.fullmatch(r"[a-z]{2}\d{2}", path.stem)]
    assert files
    assert "〔请填写〕" in tool.TEMPLATE
    assert [path.name for path in files if "〔请填写〕" in path.read_text("utf-8")] == []


@pytest.mark.parametrize(
    ("code", "slug", "said"),
    [
        ("SC01", "score-of-a-new-kind", "CODE=SC01：这个代码已经用过"),
        ("ZZ01", "score-of-a-new-kind", "CODE=ZZ01：没有 ZZ 这一类"),
        ("sc98", "score-of-a-new-kind", "CODE=sc98：代码是两个大写字母加两位数字"),
        ("SC٩٨", "score-of-a-new-kind", "CODE=SC٩٨：代码是两个大写字母加两位数字"),
        ("", "", "CODE=：代码是两个大写字母加两位数字"),
        ("SC98", "score", "SLUG=score：短名是小写英文词"),
        ("SC98", "Score-of-it", "SLUG=Score-of-it：短名是小写英文词"),
        ("SC98", "score_of_it", "SLUG=score_of_it：短名是小写英文词"),
        ("SC98", "../../evil-name", "SLUG=../../evil-name：短名是小写英文词"),
        ("SC98", "points-lost-though-target-met", "SLUG=points-lost-though-target-met：另一项检查已经用了这个短名"),
    ],
)
def test_what_will_not_do_is_refused_with_a_remedy(tool, tmp_path, capsys, code, slug, said):
    assert tool.main([code, slug]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(said)
    assert second.startswith("怎么办：")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_begun_is_not_begun_again(tool, tmp_path, capsys):
    tool.main(["SC98", "score-of-a-new-kind"])
    (tmp_path / "sc98.py").write_text("filled", "utf-8")
    assert tool.main(["SC98", "score-of-another-kind"]) == 2
    assert "已经用过" in capsys.readouterr().err
    assert (tmp_path / "sc98.py").read_text("utf-8") == "filled"


def test_it_says_how_it_is_called(tool, capsys):
    assert tool.main(["SC98"]) == 2
    assert capsys.readouterr().err.startswith("用法：make new-check")
