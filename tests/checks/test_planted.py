"""Every kind of error is planted into clean twins, and found in every container at the place where it was planted."""

from collections import defaultdict

import pytest

from jixiao import api
from jixiao.checks.base import catalogue, waiver
from planted import batches, typed
from planted.batches import BATCHES
from planted.files import FILES, PROSE
from planted.kinds import KINDS
from planted.recall import ALL, examined_all, pieces
from planted.reports import REPORTS
from planted.typed import NARRATIVES

# A part that is missing stands nowhere.
NOWHERE = ("CM13",)
# The end of a paragraph is sure in Word and in text alone; type and paper are looked at in Word.
ONLY_WORD = {"FM07", "FM08", "FM09"}
# Whether a text without a table was read to its end is not sure.
ONLY_TABLES = {"SC20"}


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    return examined_all(pieces(), tmp_path_factory.mktemp("planted"))


@pytest.mark.parametrize("number", range(len(pieces())), ids=[piece.name for piece in pieces()])
def test_a_planted_error_is_found_at_its_place(answers, number):
    piece, examined = pieces()[number], answers[number]
    own = piece.hits(examined)
    assert own, [f"{one.code} {one.field} {one.place}" for one in examined.findings]
    assert own[0].place is not None or piece.kind.code in NOWHERE


@pytest.mark.parametrize("one", BATCHES, ids=lambda one: f"{one.code}-{one.name}")
def test_an_error_between_files_is_found(one, tmp_path):
    assert one.hits(tmp_path)


@pytest.mark.parametrize("one", NARRATIVES, ids=lambda one: one.name)
def test_a_typed_figure_is_found(one):
    assert typed.hits(one)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("container", FILES)
def test_a_clean_twin_is_silent(name, container, tmp_path):
    if name in REPORTS and container not in PROSE:
        pytest.skip("a workbook holds no report")
    path = tmp_path / f"材料.{container}"
    path.write_bytes(FILES[container](ALL[name]))
    examined = api.examine([api.read(path)])[0]
    assert [(one.code, one.message) for one in examined.findings] == []


def test_clean_twins_together_and_a_clean_narrative_are_silent(tmp_path):
    found = [one.findings for one in batches.examined(batches.CLEAN, tmp_path)]
    assert [(one.code, one.message) for findings in found for one in findings] == []
    assert typed.clean() == []


def test_every_check_on_documents_is_planted_in_two_ways_and_in_every_format_that_can_hold_it():
    kinds, containers = defaultdict(set), defaultdict(set)
    for piece in pieces():
        kinds[piece.kind.code].add(piece.kind.name)
        containers[piece.kind.code].add(piece.container)
    for one in (*BATCHES, *NARRATIVES):
        kinds[one.code].add(one.name)
    wanted = {code for code, check in catalogue().items() if check.head.on != waiver}
    assert {code for code in wanted if len(kinds[code]) < 2} == set()
    for code in {kind.code for kind in KINDS} - ONLY_WORD - ONLY_TABLES:
        assert containers[code] >= set(PROSE), code
