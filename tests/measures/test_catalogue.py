"""Every measure keeps what its declaration says."""

import pytest

from jixiao.measures.base import catalogue
from jixiao.measures.take import STANDING, TITLES
from jixiao.sources.rows import SCHEMAS
from measures.evidence import measured, table

EMPTY = {kind: table(kind) for kind in SCHEMAS}
NEEDED = {"count": {"of": "线路"}}


def test_kinds_of_evidence_have_the_names_of_their_files():
    assert {kind: schema.title for kind, schema in SCHEMAS.items()} == TITLES


def test_what_is_always_measured_can_be():
    assert {spec.kind for spec in STANDING.values()} <= set(catalogue())


@pytest.mark.parametrize("kind", catalogue())
def test_every_measure_has_a_page_and_reads_known_evidence(kind):
    measure = catalogue()[kind]
    assert measure.about
    assert {*measure.reads, *measure.may_read} <= set(SCHEMAS)


@pytest.mark.parametrize("kind", catalogue())
def test_empty_evidence_is_measured_without_an_error(kind):
    found = measured(kind, settings=NEEDED.get(kind), **EMPTY)
    assert set(found.parts) <= set(catalogue()[kind].parts)
    assert (found.value is None) == bool(found.why_blank)


@pytest.mark.parametrize("kind", [kind for kind, measure in catalogue().items() if measure.reads])
def test_absent_evidence_is_named(kind):
    assert measured(kind).why_blank.startswith("没有佐证：")
