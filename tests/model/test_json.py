import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.model.evaluation import (
    Claim,
    Evaluation,
    FundLine,
    Goal,
    Group,
    Indicator,
    Project,
    Quantity,
    Section,
    SubRow,
    Total,
    Trouble,
)
from jixiao.model.json import from_json, to_json
from jixiao.model.number import plain
from jixiao.model.place import Place, Source
from jixiao.model.terms import FundSource, Kind, Op, Scope

text = st.text(max_size=8)
words = st.none() | text
decimals = st.decimals(-(10**11), 10**11, allow_nan=False, places=6) | st.decimals(0, 100, allow_nan=False, places=1)
numbers = st.sampled_from(["", None]) | decimals
count = st.none() | st.integers(0, 99)
places = st.builds(Place, count, count, count, count, st.sampled_from([None, "C7"]), count, count, count)
shares = st.decimals(0, 1, allow_nan=False, places=2)
quantities = st.builds(Quantity, st.sampled_from(Op), st.none() | decimals, st.none() | decimals, words, words)
indicators = st.builds(
    Indicator,
    *[words] * 5,
    *[numbers] * 2,
    words,
    *[quantities] * 2,
    st.lists(st.builds(SubRow, text, words, words), max_size=1).map(tuple),
)
evaluations = st.builds(
    Evaluation,
    file=text,
    kind=st.sampled_from(Kind),
    form=text,
    confidence=shares,
    project=st.builds(Project, words, words, words, st.none() | st.integers(1990, 2100)),
    report_date=st.none() | st.dates(),
    funds=st.lists(st.builds(FundLine, st.sampled_from(FundSource), text, text, *[numbers] * 6, words), max_size=2).map(
        tuple
    ),
    goals=st.lists(st.builds(Goal, st.sampled_from(Scope), words, words), max_size=2).map(tuple),
    columns=st.lists(text, max_size=3).map(tuple),
    groups=st.lists(st.builds(Group, text, words, numbers), max_size=2).map(tuple),
    indicators=st.lists(indicators, max_size=2).map(tuple),
    total=st.builds(Total, numbers, numbers, words),
    sections=st.lists(st.builds(Section, text, text, st.integers(0, 4), text, text), max_size=2).map(tuple),
    claims=st.lists(st.builds(Claim, text, text, st.none() | decimals, text, text, places), max_size=2).map(tuple),
    troubles=st.lists(st.builds(Trouble, text, text, places), max_size=2).map(tuple),
    sources=st.dictionaries(text, st.builds(Source, places, text, shares), max_size=2),
)


@given(evaluations)
def test_an_evaluation_comes_back_as_it_was(evaluation):
    back = from_json(json.loads(json.dumps(to_json(evaluation))))
    assert back == evaluation
    assert back.sources == evaluation.sources
    assert [one.place for one in back.claims] == [one.place for one in evaluation.claims]
    assert [one.place for one in back.troubles] == [one.place for one in evaluation.troubles]


@given(decimals)
def test_a_number_is_written_as_printed(number):
    record = to_json(Evaluation("a.txt", Kind.REPORT, "prose", total=Total(number, "", None)))
    assert record["total"] == {"weight": plain(number), "score": "", "grade": None}
    back = from_json(record).total.weight
    assert back.as_tuple() == number.as_tuple()


def test_the_shape_is_the_published_one():
    evaluation = Evaluation(
        "jinnan-2020.txt",
        Kind.SELF_EVALUATION,
        "tianjin",
        Decimal("0.98"),
        indicators=(
            Indicator(
                "产出指标", "数量指标", "条数", "1套", target_parsed=Quantity(Op.NONE, Decimal(1), Decimal(1), "套")
            ),
        ),
        sources={"indicators[0].target": Source(Place(table=1, row=2), "1套", Decimal("0.99"))},
    )
    record = to_json(evaluation)
    assert set(record) == {
        *("generation", "file", "kind", "form", "confidence", "project", "report_date", "funds", "goals", "columns"),
        *("groups", "indicators", "total", "sections", "claims", "troubles", "sources"),
    }
    assert (record["generation"], record["kind"], record["confidence"]) == (1, "self-evaluation", 0.98)
    (row,) = record["indicators"]
    assert list(row) == [
        *("level1", "level2", "level3", "target", "actual", "weight", "score", "reason"),
        *("target_parsed", "actual_parsed", "sub"),
    ]
    assert row["target_parsed"] == {"op": "none", "low": "1", "high": "1", "unit": "套", "text": None}
    assert record["sources"] == {
        "indicators[0].target": {"place": {"table": 1, "row": 2}, "raw": "1套", "confidence": 0.99}
    }


@pytest.mark.parametrize("generation", [None, 0, 2, "1"])
def test_another_generation_is_refused(generation):
    record = to_json(Evaluation("a.txt", Kind.REPORT, "prose")) | {"generation": generation}
    with pytest.raises(ValueError, match="不认识的数据版本"):
        from_json(record)


def test_a_record_without_the_keys_added_later_is_read():
    record = to_json(Evaluation("a.txt", Kind.REPORT, "prose"))
    del record["claims"], record["report_date"]
    assert from_json(record) == Evaluation("a.txt", Kind.REPORT, "prose")
