from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jixiao.evaluation.words import Span, resolve, text_of
from jixiao.model.measurement import EvidenceGrade, Fact

FACTS = {
    name: Fact(name, name, shown, Decimal(1), "", EvidenceGrade.MEASURED)
    for name, shown in (("fund.budget", "100.00万元"), ("total.score", "87分"))
}
PIECES = st.lists(
    st.text("甲乙{}：。1", max_size=6) | st.sampled_from([f"{{fact:{name}}}" for name in FACTS]), max_size=8
)


def test_a_figure_stands_in_its_place_and_knows_its_fact():
    assert resolve("预算{fact:fund.budget}。", FACTS) == (Span("预算"), Span("100.00万元", "fund.budget"), Span("。"))


@given(PIECES)
def test_words_lose_nothing(pieces):
    template = "".join(pieces)
    wanted = template
    for name, fact in FACTS.items():
        wanted = wanted.replace(f"{{fact:{name}}}", fact.shown)
    assert text_of(resolve(template, FACTS)) == wanted
