"""Forms of random shape are read from text that lost their tables, in the ways in which text loses them.

The bars are what was measured over 60 forms, less a little; a change that reads less of one kind of broken text fails.
"""

from random import Random

import pytest
from broken.lose import WAYS
from measure import Tally
from measure import document as measured
from stress.form import make
from stress.render import KINDS

from jixiao.forms.document import read_forms
from jixiao.model.json import to_json
from jixiao.readers.text import read_text

SEEDS = range(100, 112)
BARS = {
    "glued": 75, "spaced": 90, "lined": 90, "run_together": 75, "upright": 90, "piped": 95, "centred": 80, "copied": 75,
    "recognised": 70, "stripped": 75,
}  # fmt: skip
NAMES = ("level1", "level2", "level3")


def tally(way):
    found = Tally()
    for seed in SEEDS:
        chance = Random(seed)
        form, part = make(chance, chance.choice(KINDS))
        text = WAYS[way](chance, part)
        read = [to_json(one) for one in read_forms(read_text(text.encode(), "自评表.txt"))]
        found += measured(str(seed), [names_of(form.truth) if way == "stripped" else form.truth], read)
    return found


def names_of(truth):
    """What a text without digits still says."""
    kept = {name: value for name, value in truth.items() if name in ("project", "unit", "goal_expected", "goal_actual")}
    rows = [{name: row[name] for name in NAMES if name in row} for row in truth["indicators"]]
    return {**kept, "indicators": rows}


@pytest.mark.parametrize("way", WAYS)
def test_a_form_is_read_from_text_that_lost_its_table(way):
    found = tally(way)
    assert found.right * 100 >= found.fields * BARS[way], found.misses
    assert found.invented * 50 <= found.fields, found.misses
    assert found.extra_forms == 0
