from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.tables.formula.names import WORDS
from jixiao.tables.formula.parse import DEEPEST, LONGEST, parse
from jixiao.tables.formula.tree import Call, FormulaError, Name, Node, Number, Pair, Text, spell

names = st.sampled_from(["得分", "分值", "实际完成值", "总分", "x1", "某_列"])
numbers = st.builds(
    Number,
    st.decimals(0, 10**8, places=3, allow_nan=False, allow_infinity=False),
    st.sampled_from(["", "分", "%", "元", "万元", "亿元"]),
)
texts = st.builds(Text, st.text("未开展 “”（）'=<>,、\n甲", max_size=8))
atoms = numbers | texts | st.builds(Name, names)


def branches(inner):
    calls = st.builds(Call, st.sampled_from(list(WORDS)), st.lists(inner, min_size=1, max_size=3).map(tuple))
    return calls | st.builds(Pair, st.sampled_from(["+", "-", "*", "=", "<>", ">", ">=", "<", "<="]), inner, inner)


trees = st.recursive(atoms, branches, max_leaves=12)


def bare(node: Node) -> Node:
    """The tree without positions."""
    match node:
        case Number():
            return Number(node.value, node.unit)
        case Text():
            return Text(node.value)
        case Name():
            return Name(node.name)
        case Call():
            return Call(node.name, tuple(map(bare, node.arguments)))
        case Pair():
            return Pair(node.sign, bare(node.left), bare(node.right))


@given(trees)
def test_what_is_spelled_is_parsed_to_the_same_tree(tree):
    assert bare(parse(spell(tree))) == tree


@given(st.text(max_size=60) | st.text('且或(（)）,，=<>≥"“” 得分1.%万元-+*', max_size=60))
def test_any_text_is_a_tree_or_a_formula_error_with_its_place(text):
    told = parsed(text)
    if isinstance(told, FormulaError):
        assert 0 <= told.at <= len(text)
        assert told.cause
        assert told.remedy
    else:
        assert bare(parse(spell(told))) == bare(told)


def parsed(text):
    try:
        return parse(text)
    except FormulaError as error:
        return error


def test_full_width_signs_mean_the_same():
    half = '且(包含(实际完成值,"未开展"),得分>=3.5,分值<>10)'
    full = "且（包含（实际完成值，“未开展”），得分≥３．５，　分值≠10）"
    assert bare(parse(half)) == bare(parse(full))


def test_products_bind_before_sums_and_sums_before_comparisons():
    assert bare(parse("a1+2*b1-c1>d1*3")) == Pair(
        ">",
        Pair("-", Pair("+", Name("a1"), Pair("*", Number(Decimal(2), ""), Name("b1"))), Name("c1")),
        Pair("*", Name("d1"), Number(Decimal(3), "")),
    )


@pytest.mark.parametrize(
    ("text", "at", "cause"),
    [
        ("", 0, "没有写完"),
        ("得分>", 3, "没有写完"),
        ("(得分>1", 0, "没有右括号"),
        ("得分>1)", 4, "多出来了"),
        ("1<得分<3", 4, "多出来了"),
        ("得分>1 分值<2", 5, "多出来了"),
        ('包含(实际完成值,"未开展)', 9, "没有另一半"),
        ("得分>1台", 3, "不是单位"),
        ("得分>1.2.3", 3, "不是单位"),
        ("得分>1234567890123456", 3, "太长"),
        ("得分>0.1234567", 3, "太长"),
        ("得分==1", 3, "这里是“=”"),
        ("得分;drop", 2, "多出来了"),
        ("__import__('os')", 11, "不认识“'”"),
        ("得分@1", 2, "不认识“@”"),
        ("得分/分值", 2, "不认识“/”"),
        ("且()", 2, "这里是“)”"),
        ("(" * (DEEPEST + 2) + "1", DEEPEST + 1, "层以上"),
        ("-" * 100 + "1", DEEPEST + 1, "层以上"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text, at, cause):
    with pytest.raises(FormulaError) as refused:
        parse(text)
    assert cause in refused.value.cause
    assert refused.value.at == at


def test_length_is_bounded_and_a_long_sum_is_no_deep_one():
    assert parse("+".join(["得分"] * (LONGEST // 3)))
    with pytest.raises(FormulaError, match="太长"):
        parse("得" * (LONGEST + 1))
