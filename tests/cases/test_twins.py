"""The twins are whole, and are read no worse than docs/accuracy.md says."""

import re
import tomllib
from pathlib import Path

import pytest
from measure import Tally, document

from jixiao import api
from jixiao.model.json import to_json

DOCUMENTS = Path(__file__).parent / "twins/documents"
PAGE = Path(__file__).parents[2] / "docs/accuracy.md"
TRUTHS = [tomllib.loads(path.read_text("utf-8")) for path in sorted(DOCUMENTS.glob("*.toml"))]
DRAWN = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (DOCUMENTS.parent / "drawn").glob("*.toml")}
DESCRIPTIONS = tomllib.loads((DOCUMENTS.parent / "twins.toml").read_text("utf-8")) | DRAWN
CONTAINERS = ("csv", "docx", "et", "html", "md", "pdf", "txt", "xls", "xlsx")  # the others need LibreOffice
ROW = re.compile(r"^\| (\w+) \| (\d+) \| \d+ \| (\d+) \| (\d+) \|", re.MULTILINE)


def published():
    """Container → files, fields, right."""
    twins = PAGE.read_text("utf-8").partition("## 仿作")[2].partition("\n## ")[0]
    return {name: tuple(map(int, counts)) for name, *counts in ROW.findall(twins)}


def test_every_described_twin_has_its_document_and_its_truth():
    assert {truth["file"].rpartition(".")[0] for truth in TRUTHS} == set(DESCRIPTIONS)
    assert all((DOCUMENTS / truth["file"]).is_file() for truth in TRUTHS)
    assert [len(truth["forms"]) for truth in TRUTHS] == [
        len(DESCRIPTIONS[name]["forms"]) for name in sorted(DESCRIPTIONS)
    ]


def test_the_twins_are_many_and_small():
    assert len(TRUTHS) >= 30
    assert sum(path.stat().st_size for path in DOCUMENTS.iterdir()) < 3_000_000


@pytest.mark.parametrize("container", CONTAINERS)
def test_twins_are_read_no_worse_than_published(container):
    own = [truth for truth in TRUTHS if truth["file"].endswith(f".{container}")]
    tally = sum((document(one["file"], one["forms"], read(DOCUMENTS / one["file"])) for one in own), Tally())
    files, fields, right = published()[container]
    assert (tally.files, tally.fields) == (files, fields)
    assert tally.right >= right, tally.misses
    assert (tally.invented, tally.extra_forms) == (0, 0)


def read(path):
    return [to_json(one) for one in api.read(path).evaluations]
