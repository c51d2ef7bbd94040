"""Forms of random shape are read: labels of many offices, columns in any order, cells merged or not, several in one."""

import pytest
from measure import Tally
from measure import document as measured
from stress.render import document, layout

from jixiao.forms.document import read_forms
from jixiao.model.json import to_json


def test_the_unit_of_money_is_read_wherever_it_is_printed():
    for seed in range(60):
        forms, parts = document(seed)
        for form, read in zip(forms, read_forms(layout(parts)), strict=True):
            units = {line.money_unit for line in read.funds}
            assert units <= {form.money}, (seed, form.shape)


def tally(seeds):
    found = Tally()
    for seed in seeds:
        forms, parts = document(seed)
        read = [to_json(one) for one in read_forms(layout(parts))]
        found += measured(str(seed), [form.truth for form in forms], read)
    return found


@pytest.mark.parametrize("start", [0, 1000, 2000])
def test_random_forms_are_read_to_99_in_a_hundred_without_invention(start):
    found = tally(range(start, start + 25))
    assert found.right * 100 >= found.fields * 99, found.misses
    assert (found.invented, found.extra_rows, found.extra_forms) == (0, 0, 0), found.misses
    assert found.sure_right * 100 >= found.sure * 98
