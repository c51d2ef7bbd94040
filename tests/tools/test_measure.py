"""The measure of tools/measure.py, and its agreement with the one that the corpus was published with."""

import importlib.util
import json
from decimal import Decimal
from pathlib import Path

import pytest
from measure import document, number, text

from jixiao import api
from jixiao.model.errors import InputError
from jixiao.model.json import to_json

ROOT = Path(__file__).parents[2]
SHARED = next((one / "shared" for one in ROOT.parents if (one / "shared/score_read.py").is_file()), None)

TRUTH = {
    "project": "河道清淤",
    "funds": {"annual": "1,200.00", "rate": "98%"},
    "indicators": [{"level3": "清淤长度", "target": "≥12公里", "score": "9.5"}, {"level3": "合格率", "score": "10"}],
}
READ = {
    "project": {"name": "河道 清淤"},
    "funds": [{"source": "other", "budget": "7"}, {"source": "total", "budget": "1200", "rate": "98"}],
    "indicators": [{"level3": "合格率", "score": "9"}, {"level3": "清淤长度", "target": "≥12公里", "score": "9.50"}],
    "sources": {"indicators[0].score": {"confidence": 0.95}, "indicators[1].score": {"confidence": 0.5}},
}


def test_a_field_is_right_if_both_say_the_same():
    tally = document("f", [TRUTH], [READ])
    assert (tally.fields, tally.right, tally.invented) == (8, 7, 0)
    assert tally.misses == ["f indicators.1.score 应为：10；读到：9"]


def test_what_the_truth_leaves_out_is_invented():
    assert document("f", [{"project": "甲"}], [{"project": {"name": "甲", "unit": "乙"}}]).invented == 1


def test_rows_and_forms_that_the_truth_does_not_have_are_counted():
    more = {**READ, "indicators": [*READ["indicators"], {"level3": "多出来的"}]}
    tally = document("f", [TRUTH], [more, more])
    assert (tally.extra_rows, tally.extra_forms) == (1, 1)


def test_a_document_that_was_not_read_has_nothing_right():
    tally = document("f", [TRUTH], [])
    assert (tally.fields, tally.right, tally.sure) == (8, 0, 0)


def test_only_fields_read_with_confidence_count_for_it():
    tally = document("f", [TRUTH], [READ])
    assert (tally.sure, tally.sure_right) == (7, 6)


def test_words_are_compared_without_what_does_not_count_and_numbers_as_numbers():
    assert text(" 《甲》，乙： ") == "甲乙"
    assert text("——") is None
    assert number("１，２００．００") == number("1200") == Decimal(1200)
    assert number("98%") == Decimal(98)
    assert number("约三成") == "约三成"


# The published measure leaves its files open.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.skipif(SHARED is None, reason="没有 ../shared/corpus")
def test_it_agrees_with_the_measure_of_the_corpus(tmp_path, capsys):
    corpus, lines, right, fields = SHARED / "corpus", [], 0, 0
    for path in sorted(corpus.glob("*.truth.json"))[:25]:
        truth = json.loads(path.read_text("utf-8"))
        (tmp_path / path.name).write_text(json.dumps(truth), "utf-8")
        try:
            read = [to_json(one) for one in api.read(corpus / truth["file"]).evaluations]
        except InputError:
            read = []
        lines += [json.dumps(one) for one in read]
        tally = document(truth["file"], truth["forms"], read)
        right, fields = right + tally.right, fields + tally.fields
    (tmp_path / "read.jsonl").write_text("\n".join(lines), "utf-8")
    specification = importlib.util.spec_from_file_location("score_read", SHARED / "score_read.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    module.main(str(tmp_path), str(tmp_path / "read.jsonl"))
    assert f"fields right {right}/{fields} " in capsys.readouterr().out
