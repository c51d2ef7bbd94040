from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jixiao.evaluation.words import Span, figure, resolve, text_of, tight
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


def test_a_sentence_says_no_zero_that_tells_nothing_and_a_cell_keeps_all_places():
    amounts = {
        name: Fact(name, name, shown, Decimal(1), unit, EvidenceGrade.MEASURED)
        for name, shown, unit in (("a", "2887.660000万元", "万元"), ("b", "3.00分", "分"), ("c", "100.00%", "%"))
    }
    assert text_of(resolve("{fact:a}、{fact:b}、{fact:c}", amounts)) == "2887.66万元、3分、100.00%"
    assert text_of(figure(amounts, "a")) == "2887.660000万元"


def test_what_a_measurement_says_is_set_without_gaps_but_names_keep_theirs():
    assert tight("按期 4 份 ÷ 应签 7 份 × 100% = 57.14%") == "按期4份 ÷ 应签7份 × 100% = 57.14%"
    assert tight("《A 座 1 号》合同 2 份，“B 楼”3 层") == "《A 座 1 号》合同2份，“B 楼”3层"
