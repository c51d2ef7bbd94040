"""How much work it is to cut text without gaps into cells: it grows with the text, and no faster."""

from random import Random

import pytest

from jixiao.forms.indicator_grammar import IndicatorGrammar
from jixiao.forms.ribbon import Ribbon
from jixiao.forms.search import read_rows
from jixiao.model.layout import Paragraph

COLUMNS = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
ALPHABETS = {
    "digits": list("0123456789.%"),
    "one digit": ["1"],
    "signs": list("≥≤=><0.1"),
    "names": ["数量指标", "质量", "合格率", "人数", "完成", "提升"],
    "all of it": ["10", "100%", "数量指标", "完成", "≥", "合格率", "人", "达成预期指标", "3.5"],
}


class Counting(IndicatorGrammar):
    """Counts what the search asks."""

    def __init__(self):
        super().__init__(COLUMNS)
        self.asked = 0

    def cell(self, column, stretch):
        self.asked += 1
        return super().cell(column, stretch)

    def row(self, row):
        self.asked += 1
        return super().row(row)

    def missing(self, column, row):
        self.asked += 1
        return super().missing(column, row)


def work(alphabet, length):
    chance = Random(length)
    text = "".join(chance.choice(alphabet) for _ in range(length))[:length]
    grammar = Counting()
    read_rows(Ribbon([Paragraph(text, 1)]), (0, length), grammar, glued=True)
    return grammar.asked


@pytest.mark.parametrize("alphabet", ALPHABETS.values(), ids=ALPHABETS)
def test_twice_the_text_is_no_more_than_about_twice_the_work(alphabet):
    short, long = work(alphabet, 300), work(alphabet, 1200)
    assert long <= short * 4 * 1.6


@pytest.mark.parametrize("alphabet", ALPHABETS.values(), ids=ALPHABETS)
def test_a_character_asks_for_so_much_at_most(alphabet):
    assert work(alphabet, 600) <= 600 * 400
