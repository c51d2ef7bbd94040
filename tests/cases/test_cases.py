"""Golden documents: what is found in each, and where; nothing else may be found."""

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from jixiao import api
from jixiao.checks.base import catalogue
from jixiao.model.finding import Outcome

MOST_POINTS = 46  # of 51; the others say why no check tells them
CASES = sorted(Path(__file__).parent.glob("*/expected.toml"))


def examined(case: Path):
    expected = tomllib.loads(case.read_text("utf-8"))
    return expected, api.examine([api.read(case.parent / expected["file"])])[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.parent.name)
def test_exactly_the_expected_findings_are_found_at_their_places(case):
    expected, found = examined(case)
    places = defaultdict(list)
    for finding in found.findings:
        assert finding.outcome is Outcome.FAIL, f"{finding.code} is undecided for want of {finding.missing}"
        places[finding.code].append(str(finding.place))
    assert dict(places) == expected["fires"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.parent.name)
def test_the_total_is_recomputed(case):
    expected, found = examined(case)
    assert found.scorecard.total_text() == expected["total"]


def test_the_founding_case_accounts_for_every_check():
    expected = tomllib.loads((Path(__file__).parent / "jinnan-2020/expected.toml").read_text("utf-8"))
    assert set(expected["fires"]) | set(expected["silent"]) == set(catalogue())
    assert not set(expected["fires"]) & set(expected["silent"])


def test_each_of_the_51_points_is_found_at_its_place_or_says_why_not():
    case = Path(__file__).parent / "jinnan-2020/expected.toml"
    points = tomllib.loads((case.parent / "points.toml").read_text("utf-8"))["point"]
    _, one = examined(case)
    found = {(finding.code, str(finding.place)) for finding in one.findings}
    assert [point["number"] for point in points] == list(range(1, 52))
    assert all(bool(point.get("found")) != bool(point.get("why")) for point in points)
    assert {place for point in points for place in point.get("found", {}).items()} <= found
    assert sum("found" in point for point in points) >= MOST_POINTS


def test_the_founding_report_reads_the_same_as_text_and_as_docx():
    text, docx = (
        api.read(Path(__file__).parents[2] / f"examples/jinnan-2020/published/report.{end}") for end in ("txt", "docx")
    )
    assert api.form_key(text.evaluations[0]) == api.form_key(docx.evaluations[0])


def test_a_changed_score_is_followed_by_every_figure(tmp_path):
    original = Path(__file__).parents[2] / "examples/jinnan-2020/published/report.txt"
    text = original.read_text("utf-8")
    changed = tmp_path / "report.txt"
    changed.write_text(text.replace("\t5\n\t4\n", "\t5\n\t5\n"), "utf-8")
    assert changed.read_text("utf-8") != text
    one = api.examine([api.read(changed)], api.Ground(profiles=("review-14",)))[0]
    assert one.scorecard.total_text() == "已得 88 分，另 10 分无法判断"
    assert one.scorecard.printed_sum == 98
    assert one.references[0].scorecard.total_text() == "88 分"
    assert "合计 98 分；总分印的是 96 分" in next(f.message for f in one.findings if f.code == "SC01")
    assert sum(f.code == "SC05" for f in one.findings) == 1
