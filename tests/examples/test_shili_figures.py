"""The figures of the example's evaluation, all of them: what changes one is seen."""

import json
from pathlib import Path

import pytest

from jixiao import api

FOLDER = Path(__file__).resolve().parents[2] / "examples/shili-2020"
KNOWN = Path(__file__).with_name("shili-2020.json")


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    api.evaluate(FOLDER, out)
    return json.loads((out / "evaluation.json").read_text("utf-8"))


def test_every_fact_prints_what_it_printed(record):
    facts = {name: [one["shown"], one["grade"], one["measurement"]] for name, one in record["facts"].items()}
    assert facts == json.loads(KNOWN.read_text("utf-8"))["facts"]


def test_every_row_earns_what_it_earned(record):
    assert record["scores"] == json.loads(KNOWN.read_text("utf-8"))["scores"]


def test_the_totals_are_those_of_the_story(record):
    shown = {name: record["facts"][f"total.{name}"]["shown"] for name in ("weight", "score", "undecided", "grade")}
    assert shown == {"weight": "100分", "score": "83.08分", "undecided": "10分", "grade": "良至优"}


def test_each_printed_figure_resolves_to_its_fact(record):
    assert set(record["printed"].values()) <= set(record["facts"])
    cited = {fact for line in record["report"] if "text" in line for _, _, fact in line["facts"]}
    cited |= {fact for line in record["report"] if "row" in line for cell in line["facts"] for fact in cell}
    assert cited <= set(record["facts"])
