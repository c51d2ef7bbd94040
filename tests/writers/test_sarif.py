"""The log against the rules of SARIF 2.1.0: required properties, enumerations, indices, references."""

import json
from dataclasses import replace
from datetime import date
from urllib.parse import unquote, urlparse

import pytest

from jixiao import api
from jixiao.checks.base import catalogue
from jixiao.model.finding import Finding, Outcome, Severity, Standing
from jixiao.model.waiver import Waiver
from jixiao.writers.sarif import sarif

WAIVER = Waiver(1, "SC01", "已核实", "张三", "会议纪要", date(2030, 1, 1), fingerprint="0")


@pytest.fixture
def log(published):
    def log(**changes):
        documents = [api.read(published / "report.txt", "甲 局/a:b.txt"), api.read(published / "report.docx")]
        review = api.review(documents)
        first = review.examined[0]
        findings = [replace(first.findings[0], **changes), *first.findings[1:]]
        gone = Finding("旧.docx", "ZZ99", Severity.HINT, Outcome.FAIL, "旧问题", "", "", standing=Standing.GONE)
        review = replace(review, examined=[replace(first, findings=findings), *review.examined[1:]], loose=[gone])
        return json.loads(sarif(review, complete=True))

    return log


def test_required_properties_and_closed_vocabularies(log):
    made = log()
    assert made["version"] == "2.1.0"
    (run,) = made["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "jixiao"
    assert [rule["id"] for rule in driver["rules"]][:-1] == list(catalogue())
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"][:-1])
    assert all("怎么改：" in rule["help"]["text"] for rule in driver["rules"][:-1])
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    assert all(isinstance(one["executionSuccessful"], bool) for one in run["invocations"])
    assert len(run["results"]) > 40
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert result["kind"] in ("fail", "open")
        assert result["level"] in (("error", "warning", "note") if result["kind"] == "fail" else ("none",))
        assert all(isinstance(text, str) for text in result["partialFingerprints"].values())
        for location in result["locations"]:
            artifact = location["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]
            assert not urlparse(artifact["uri"]).scheme
            region = location["physicalLocation"].get("region")
            if region:
                assert region["startLine"] >= 1
                assert 1 <= region.get("startColumn", 1) <= region.get("endColumn", 1)
            assert all(logical["decoratedName"] for logical in location["logicalLocations"])


def test_file_names_are_relative_references(log):
    uris = [one["location"]["uri"] for one in log()["runs"][0]["artifacts"]]
    assert uris[0] == "%E7%94%B2%20%E5%B1%80/a%3Ab.txt"
    assert unquote(uris[0]) == "甲 局/a:b.txt"


def test_only_lines_of_plain_text_are_regions(log):
    results = log()["runs"][0]["results"]
    text, word = [], []
    for result in results:
        physical = result["locations"][0]["physicalLocation"]
        (text if physical["artifactLocation"]["index"] == 0 else word).append("region" in physical)
    assert any(text)
    assert not any(word)


def test_a_waiver_is_a_suppression_with_its_justification(log):
    first, *others = log(waiver=WAIVER)["runs"][0]["results"]
    (suppression,) = first["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert "已核实（张三，会议纪要，至 2030-01-01）" in suppression["justification"]
    assert all(other["suppressions"] == [] for other in others)


def test_an_undecided_question_is_open(log):
    first = log(outcome=Outcome.UNDECIDED, missing=("total.score",))["runs"][0]["results"][0]
    assert (first["kind"], first["level"]) == ("open", "none")
    assert "缺总分" in first["message"]["text"]


def test_a_baseline_gives_every_result_a_state(run, published, tmp_path):
    earlier = tmp_path / "e.json"
    run("check", published / "report.docx", "--format", "json", "--out", earlier)
    lines = earlier.read_text("utf-8").splitlines(keepends=True)
    earlier.write_text("".join(lines[1:]) + lines[-1].replace('"fingerprint": "', '"fingerprint": "0'), "utf-8")
    _, out, _ = run("check", published / "report.docx", "--format", "sarif", "--baseline", earlier)
    states = [result["baselineState"] for result in json.loads(out)["runs"][0]["results"]]
    assert set(states) == {"new", "unchanged", "absent"}
    assert (states.count("new"), states.count("absent")) == (1, 1)


def test_an_unread_file_is_no_success(run, published, tmp_path):
    (tmp_path / "a.txt").write_text("没有表")
    code, out, _ = run("check", tmp_path / "a.txt", published / "report.docx", "--format", "sarif")
    assert code == 2
    assert json.loads(out)["runs"][0]["invocations"] == [{"executionSuccessful": False}]
