"""docs/checks/coverage.md gives every known kind of error a fate, and every check that it names exists."""

import re
import tomllib
from collections import Counter, defaultdict

import pytest

from docs.pages import ROOT, tables
from jixiao.checks.base import catalogue

PAGE = "docs/checks/coverage.md"
FAMILIES = {"A": 20, "B": 18, "C": 9, "D": 13, "E": 23, "F": 12, "G": 8, "H": 9, "I": 10, "J": 9, "K": 12}
KINDS = [f"{letter}{number:02}" for letter, count in FAMILIES.items() for number in range(1, count + 1)]
STANDARDS = [f"标准{number}" for number in range(1, 15)]
PEERS = [f"同类{name}" for name in ("9", "10甲", "10乙", "10丙", "10丁", "10戊", "11", "12", "19")]
BY_HAND = [f"手查{number}" for number in range(1, 17)]
REAL_FORMS = [f"实表{number}" for number in range(1, 29)]
POINTS = [f"点{number}" for number in range(1, 52)]
KNOWN = [*KINDS, *STANDARDS, *PEERS, *BY_HAND, *REAL_FORMS, *POINTS]

CODE = r"[A-Z]{2}\d{2}"
FATE = rf"(?:并入 )?{CODE}(?:、{CODE})*|不做"
SHORTEST_REASON = len("没有数据")


def faults_of(rows):
    """What is wrong with rows of id, fate and note, in words."""
    names = [row[0] for row in rows]
    yield from (f"{name}: missing" for name in KNOWN if name not in names)
    yield from (f"{name}: unknown" for name in names if name not in KNOWN)
    yield from (f"{name}: {count} rows" for name, count in Counter(names).items() if count > 1)
    for name, *cells in rows:
        if len(cells) != len(("fate", "note")) or not all(cells):
            yield f"{name}: an empty cell, or not two"
            continue
        fate, note = cells
        if not re.fullmatch(FATE, fate):
            yield f"{name}: no fate: {fate}"
        if fate == "不做" and len(note) < SHORTEST_REASON:
            yield f"{name}: not built, and no reason"
        # A code of a check has two letters; the ids of the kinds have one.
        yield from (
            f"{name}: no check {code}"
            for code in re.findall(rf"(?<![A-Z]){CODE}(?!\d)", f"{fate} {note}")
            if code not in catalogue()
        )


@pytest.fixture(scope="module")
def rows():
    return [row for below in tables(PAGE).values() for row in below]


@pytest.fixture(scope="module")
def codes(rows):
    return {name: set(re.findall(CODE, fate)) for name, fate, _ in rows}


def test_every_known_kind_has_a_fate_and_every_check_named_exists(rows):
    assert list(faults_of(rows)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda rows: rows[1:], "A01: missing"),
        (lambda rows: [*rows, ["L01", "CM01", "一种新的错"]], "L01: unknown"),
        (lambda rows: [*rows, rows[0]], "A01: 2 rows"),
        (lambda rows: [["A01", "", "没有去向"], *rows[1:]], "A01: an empty cell, or not two"),
        (lambda rows: [["A01", "CM01", ""], *rows[1:]], "A01: an empty cell, or not two"),
        (lambda rows: [["A01", "以后再说", "没有去向"], *rows[1:]], "A01: no fate: 以后再说"),
        (lambda rows: [["A01", "不做", "难"], *rows[1:]], "A01: not built, and no reason"),
        (lambda rows: [["A01", "XX99", "没有这项检查"], *rows[1:]], "A01: no check XX99"),
        (lambda rows: [["A01", "CM01", "见XX99，没有这项检查"], *rows[1:]], "A01: no check XX99"),
    ],
)
def test_a_page_that_lost_its_way_is_told(rows, change, fault):
    assert list(faults_of(change(rows))) == [fault]


def test_the_checks_of_a_standard_are_those_of_the_profile(codes):
    file = ROOT / "src/jixiao/law/profiles/review-14/standards.toml"
    profile = defaultdict(set)
    for one in tomllib.loads(file.read_text("utf-8"))["standard"]:
        profile[f"标准{one['number']}"] |= set(one["codes"])
    assert list(profile) == STANDARDS
    # Where the profile takes nothing off by any check, the page may still name one that sees part of it.
    assert {name: codes[name] for name, own in profile.items() if own} == {n: own for n, own in profile.items() if own}


def test_the_checks_of_a_point_are_those_that_find_it(rows, codes):
    file = ROOT / "tests/cases/jinnan-2020/points.toml"
    points = {f"点{one['number']}": one for one in tomllib.loads(file.read_text("utf-8"))["point"]}
    notes = {name: note for name, _, note in rows}
    assert {name: codes[name] for name in points} == {name: set(one.get("found", ())) for name, one in points.items()}
    for name, one in points.items():
        told = [one["what"], *one.get("found", {}).values(), one.get("why", "")]
        assert [words for words in told if words not in notes[name]] == []
