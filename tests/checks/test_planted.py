"""Every kind of error is planted into clean twins, and found in every container at the cell where it was planted."""

import pytest

from jixiao import api
from jixiao.checks.base import catalogue
from planted.files import FILES, PROSE
from planted.kinds import KINDS
from planted.recall import found_in, pieces
from planted.twins import TWINS

# Families whose checks rest on the figures of a form.
FIGURES = ("SC", "WT", "BG", "AC", "EX")


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    return found_in(pieces(), tmp_path_factory.mktemp("planted"))


@pytest.mark.parametrize("number", range(len(pieces())), ids=[piece.name for piece in pieces()])
def test_a_planted_error_is_found_at_its_cell(answers, number):
    piece, examined = pieces()[number], answers[number]
    own = [one for one in examined.failed_of(piece.kind.code) if one.field == piece.field]
    assert own, [f"{one.code} {one.field}" for one in examined.findings]
    assert own[0].place is not None or piece.field == "claims"


@pytest.mark.parametrize("container", FILES)
@pytest.mark.parametrize("name", TWINS)
def test_a_clean_twin_is_silent(name, container, tmp_path):
    path = tmp_path / f"自评表.{container}"
    path.write_bytes(FILES[container](TWINS[name]))
    examined = api.examine([api.read(path)])[0]
    assert [(one.code, one.message) for one in examined.findings] == []


def test_every_kind_is_planted_at_least_twice():
    for kind in KINDS:
        own = [piece for piece in pieces() if piece.kind is kind]
        assert len(own) >= 2, kind.name
        assert {piece.container for piece in own} >= set(PROSE), kind.name


def test_every_check_on_figures_has_a_planted_error():
    planted = {kind.code for kind in KINDS}
    numbered = {code for code in catalogue() if code[:2] in FIGURES or (code[:2] == "IN" and int(code[2:]) < 20)}
    assert numbered - planted == set()
