"""Whether all rows of a form were read."""

from dataclasses import replace

import pytest

from jixiao.checks.samples import a_trouble, an_evaluation, an_indicator
from jixiao.model.layout import Layout, Table
from jixiao.model.place import Place, Source

FORM = an_evaluation(an_indicator(), total_weight=None)


def printed(*, table=1, **doubts):
    sources = {"indicators[0].level3": Source(Place(table=table, row=1, col=1), "")}
    return replace(FORM, layout=Layout("示例", "txt", (Table(1, 1, 1, (), **doubts),)), sources=sources)


@pytest.mark.parametrize("kind", ["left-over", "no-total"])
def test_a_form_with_cells_left_over_or_without_its_total_may_lack_rows(kind):
    assert not replace(an_evaluation(an_indicator()), troubles=(a_trouble(kind, "没有读到"),)).is_whole


def test_a_form_that_was_read_to_its_total_is_whole():
    assert replace(printed(ragged=True), total=an_evaluation(total_weight=100).total).is_whole


def test_without_a_total_only_a_table_with_sure_columns_is_whole():
    assert printed().is_whole
    assert not printed(ragged=True).is_whole
    assert not printed(loose=True).is_whole
    assert not printed(table=None).is_whole
