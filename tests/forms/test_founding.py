"""The founding case against its hand-checked truth."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from jixiao.forms import read_forms
from jixiao.model.json import from_json, to_json
from jixiao.readers import read_layout

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="没有 ../shared/corpus（公开文档样本），跳过")


@pytest.fixture(scope="module")
def founding():
    (evaluation,) = read_forms(read_layout(CORPUS / "jinnan-2020.txt"))
    return evaluation


def test_every_field_agrees_with_the_truth_and_none_is_invented(founding, tmp_path):
    truth = "jinnan-2020.truth.json"
    (tmp_path / truth).write_bytes((CORPUS / truth).read_bytes())
    read = tmp_path / "read.jsonl"
    read.write_text(json.dumps(to_json(founding), ensure_ascii=False) + "\n", encoding="utf-8")
    command = [sys.executable, SHARED / "score_read.py", tmp_path, read, "--verbose"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "fields right 106/106 = 1.0000; invented 0.0000 (0); extra rows 0" in said, said


def test_its_kind_form_and_what_the_truth_does_not_hold(founding):
    assert (founding.kind, founding.form, founding.report_date) == ("self-evaluation", "tianjin", None)
    assert founding.project.department == ""
    assert [(line.source, line.initial) for line in founding.funds[1:]] == [
        ("central", ""),
        ("municipal", ""),
        ("other", ""),
    ]
    assert [(group.level1, str(group.weight)) for group in founding.groups] == [
        ("产出指标", "50"),
        ("效益指标", "30"),
        ("满意度指标", "10"),
    ]
    assert not founding.troubles


def test_its_headings_keep_their_broken_numbers_and_have_their_true_levels(founding):
    assert [one.number for one in founding.sections if one.level == 1] == [
        "一、",
        "二、",
        "3、",
        "四、",
        "4、",
        "五、",
        "六、",
    ]
    assert [one.number for one in founding.sections if one.level == 2] == [
        *("（一）", "（二）", "（一）", "（2）", "（3）"),
        *("（一）", "（二）", "（三）", "（4）"),
    ]


def test_its_prose_claims_the_figures_that_contradict_the_form(founding):
    assert [(one.about, one.subject, str(one.value)) for one in founding.claims] == [
        ("budget", "", "2635.204433"),
        ("initial", "", "2837.8294"),
        ("cut", "", "202.624967"),
        ("executed", "", "2635.204433"),
        ("rate", "", "100"),
        ("completion", "数量指标", "100"),
        ("completion", "质量指标", "100"),
        ("completion", "时效指标", "90"),
        ("completion", "成本指标", "100"),
        ("completion", "社会效益指标", "100"),
        ("completion", "可持续影响指标", "80"),
        ("completion", "服务对象满意度指标", "100"),
    ]


def test_a_place_in_its_prose_is_found_in_the_file(founding):
    lines = (CORPUS / "jinnan-2020.txt").read_text(encoding="utf-8").split("\n")
    for ordinal, section in enumerate(founding.sections):
        for row, text in enumerate(section.text.split("\n") if section.text else ()):
            place = founding.sources[f"sections[{ordinal}].text[{row}]"].place
            assert lines[place.line - 1][place.start or 0 :].startswith(text)


def test_it_comes_back_from_json_unchanged(founding):
    back = from_json(json.loads(json.dumps(to_json(founding))))
    assert back == founding
    assert back.sources == founding.sources


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_document_of_the_corpus_is_refused(file):
    for evaluation in read_forms(read_layout(file)):
        assert from_json(to_json(evaluation)) == evaluation
