"""Conditions against an oracle in plain Python with three values."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docs.pages import ROOT
from docs.pages import tables as tables_of
from jixiao.checks.base import Check, Head
from jixiao.checks.engine import OUTCOMES, examine
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.law.load import counting_day, on
from jixiao.model.finding import Outcome, Severity
from jixiao.tables.formula.build import Reading, condition
from jixiao.tables.formula.names import ALSO, COLUMNS, WORDS
from jixiao.tables.formula.parse import parse
from jixiao.tables.formula.tree import FormulaError
from jixiao.tables.schema import TABLES
from jixiao.tables.words import Rule

LAW = on(counting_day(None, 2020))


def outcomes(text, evaluation):
    reading = Reading()
    fault = condition(parse(text), reading)
    table = "indicator" if any(one.table == "indicator" for one in reading.columns) else "project"
    head = Head("本局01", table, "score" if table == "indicator" else "total_score", Severity.WARNING, (), "")
    check = Check(head, "", "", "", "", "", Rule(tuple(reading.filled), fault), "", {}, {}, {}, {}, {})
    return [one.outcome for one in examine([evaluation], [LAW], [check], OUTCOMES)[0]]


# --- the oracle: None is unknown, "" a blank cell -------------------------------------------------------------------

CELL = st.sampled_from([None, "", "0", "0.5", "3", "10", "12"])
WORD = st.sampled_from([None, "", "未开展", "10台", "已完成"])
ROWS = st.lists(st.fixed_dictionaries({"score": CELL, "weight": CELL, "actual": WORD}), min_size=1, max_size=3)
FACTOR = st.sampled_from(["1", "2", "0.5", "60%"])
COMPARE = {
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
}
NAMES = {"得分": "score", "分值": "weight"}


def both(parts):
    return False if False in parts else None if None in parts else True


def either(parts):
    return True if True in parts else None if None in parts else False


def opposite(value):
    return None if value is None else not value


figures = st.recursive(
    st.tuples(st.just("column"), st.sampled_from(list(NAMES)), FACTOR)
    | st.tuples(st.just("number"), CELL.filter(bool)),
    lambda inner: st.tuples(st.sampled_from("+-"), inner, inner),
    max_leaves=3,
)
plain = (
    st.tuples(st.just("compare"), st.sampled_from(list(COMPARE)), figures, figures)
    | st.tuples(st.just("says"), st.sampled_from(["未", "台", "完"]))
    | st.tuples(st.just("blank"), st.sampled_from(list(NAMES)))
)


def joined(inner):
    return st.tuples(st.sampled_from(["且", "或"]), inner, inner) | st.tuples(st.just("非"), inner)


conditions = st.recursive(plain, joined, max_leaves=4)


def text_of(node):  # noqa: PLR0911  one a shape
    match node:
        case ("column", name, factor):
            return f"{name}*{factor}"
        case ("number", digits):
            return digits
        case ("+" | "-" as sign, left, right):
            return f"({text_of(left)}{sign}{text_of(right)})"
        case ("compare", sign, left, right):
            return f"{text_of(left)}{sign}{text_of(right)}"
        case ("says", word):
            return f'包含(实际完成值,"{word}")'
        case ("blank", name):
            return f"为空({name})"
        case (name, *parts):
            return f"{name}({','.join(map(text_of, parts))})"


def value(node, row):
    match node:
        case ("column", name, factor):
            cell = row[NAMES[name]]
            by = Decimal(factor[:-1]) / 100 if factor.endswith("%") else Decimal(factor)
            return Decimal(cell) * by if cell else None
        case ("number", digits):
            return Decimal(digits)
        case (sign, left, right):
            a, b = value(left, row), value(right, row)
            return None if None in (a, b) else a + b if sign == "+" else a - b


def truth(node, row):
    match node:
        case ("compare", sign, left, right):
            a, b = value(left, row), value(right, row)
            return None if None in (a, b) else COMPARE[sign](a, b)
        case ("says", word):
            return None if row["actual"] is None else word in row["actual"]
        case ("blank", name):
            cell = row[NAMES[name]]
            return None if cell is None else cell == ""
        case ("且", *parts):
            return both([truth(part, row) for part in parts])
        case ("或", *parts):
            return either([truth(part, row) for part in parts])
        case ("非", part):
            return opposite(truth(part, row))


def columns(node, kind):
    """Names that are compared ("column") or asked for ("blank")."""
    if node[0] == kind:
        return {node[1]}
    return set().union(*(columns(part, kind) for part in node if isinstance(part, tuple)))


def is_filled(node, row):
    compared = columns(node, "column") - columns(node, "blank")
    cells = [row[NAMES[name]] for name in compared]
    return both([None if cell is None else cell != "" for cell in cells])


def told(applies, fault):
    if applies is False:
        return Outcome.NOT_APPLICABLE
    if both([applies, fault]) is True:
        return Outcome.FAIL
    return Outcome.PASS if both([applies, opposite(fault)]) is True else Outcome.UNDECIDED


def answered(text, rows):
    """The outcomes, or why the condition is refused."""
    try:
        return outcomes(text, built(rows))
    except FormulaError as error:
        return error.cause


def built(rows):
    return an_evaluation(*(an_indicator(**row) for row in rows))


@settings(max_examples=300)
@given(conditions, ROWS)
def test_each_row_answers_as_the_oracle_does(node, rows):
    answers = answered(text_of(node), rows)
    if isinstance(answers, str):
        assert "没有表里的内容" in answers
        return
    if not columns(node, "column") | columns(node, "blank") and "says" not in str(node):
        return
    assert answers == [told(is_filled(node, row), truth(node, row)) for row in rows]


@settings(max_examples=200)
@given(st.sampled_from(["合计", "最大", "个数", "都", "有"]), plain, ROWS, st.sampled_from(["3", "10"]))
def test_figures_over_all_rows_answer_as_the_oracle_does(word, node, rows, digits):
    text = text_of(node)
    spelled = {"都": f"都({text})", "有": f"有({text})", "个数": f"个数({text})>1"}
    answers = answered(spelled.get(word, f"{word}(得分,{text})>{digits}"), rows)
    if isinstance(answers, str):
        assert "没有表里的内容" in answers or "要有指标表的列" in answers
        return
    holds = [both([is_filled(node, row), truth(node, row)]) for row in rows]
    assert answers == [told(True, over_rows(word, holds, rows, Decimal(digits)))]  # noqa: FBT003


def over_rows(word, holds, rows, limit):
    if word == "个数":
        return None if None in holds else sum(holds) > 1
    if word == "有":
        return either(holds)
    if word == "都":
        return both(holds)
    cells = [row["score"] for row in rows]
    kept = [both([hold, None if cell is None else cell != ""]) for hold, cell in zip(holds, cells, strict=True)]
    if None in kept or not any(kept):
        return None
    numbers = [Decimal(cell) for cell, keep in zip(cells, kept, strict=True) if keep]
    return (sum(numbers) if word == "合计" else max(numbers)) > limit


# --- single cases ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("全年执行数>100万元", Outcome.PASS),
        ("全年执行数>=100万元", Outcome.FAIL),
        ("全年执行数=1000000元", Outcome.FAIL),
        ("全年预算数-全年执行数>0.01元", Outcome.PASS),
        ("执行率>=100%", Outcome.FAIL),
        ("执行率>=100", Outcome.FAIL),
        ('等级="良"', Outcome.FAIL),
        ('属于(等级,"优","差")', Outcome.PASS),
        ("总分<良的下限", Outcome.PASS),
        ("合计(得分)+执行得分<>总分", Outcome.FAIL),
        ("合计(得分)*0.1+执行得分<>11", Outcome.PASS),
        ('个数(一级指标="产出指标")=1', Outcome.FAIL),
        ("有(没有做)", Outcome.PASS),
        ("都(目标的数值<=实际的数值)", Outcome.FAIL),
        ("已填(总分)", Outcome.FAIL),
    ],
)
def test_a_form_answers(text, outcome):
    form = an_evaluation(an_indicator(), total=85, grade="良")
    assert outcomes(text, form) == [outcome]


@pytest.mark.parametrize(
    ("text", "at", "cause", "remedy"),
    [
        ("得份>0", 0, "没有“得份”这一列", "是不是“得分”？可以用的列：一级指标"),
        ("总和(得分)>1", 0, "没有“总和(…)”这种写法", "可以用的：且"),
        ("合计>1", 0, "后面要有括号", "合计(数列)"),
        ("得分", 0, "要写一个条件", "得分>分值"),
        ("得分+1", 2, "要写一个条件", ""),
        ("非(得分>1,分值>1)", 0, "参数个数不对", "非(条件)"),
        ("全年预算数>100", 5, "金额要写单位", "100万元"),
        ("全年预算数>得分", 5, "“元”和“分”不能", ""),
        ("得分<80%", 2, "“分”和“%”不能", "得分<分值*60%"),
        ("得分*分值>3", 2, "两列不能相乘", "分值*60%"),
        ("得分*3万元>3", 2, "不能带单位", ""),
        ("得分*9999999>3", 10, "乘的数太大", ""),
        ("1>2", 1, "没有表里的内容", ""),
        ("得分>得分", 2, "没有表里的内容", ""),
        ('一级指标="产出"', 4, "不会有“产出”", "产出指标"),
        ('一级指标>"产出指标"', 4, "只能用 = 或 <>", ""),
        ('"甲"="乙"', 3, "两边都是引号里的文字", ""),
        ("一级指标=二级指标", 4, "只能和引号里的文字比", ""),
        ("实际完成值=3", 5, "文字只能和文字比", ""),
        ('包含(得分,"3")', 3, "要是文字列", ""),
        ('包含(一级指标,"产出")', 3, "要是文字列，一级指标 只有几个固定的词", '属于(一级指标, "产出指标")'),
        ('包含(实际完成值,"")', 9, "不能是空的", ""),
        ("为空(目标的数值)", 3, "表上印的一列", ""),
        ("为空(1)", 3, "表上印的一列", ""),
        ("合计(实际完成值)>1", 0, "指标表的数列", ""),
        ("合计(总分)>1", 0, "指标表的数列", ""),
        ("个数(总分>1)>1", 0, "要有指标表的列", ""),
        ("合计(得分,合计(分值)>1)>1", 0, "不能再套", ""),
        ("且(得分>1)", 0, "参数个数不对", ""),
    ],
)
def test_what_does_not_go_together_is_said_with_its_place(text, at, cause, remedy):
    with pytest.raises(FormulaError) as refused:
        condition(parse(text), Reading())
    assert cause in refused.value.cause
    assert remedy in refused.value.remedy
    assert refused.value.at == at


def test_the_names_are_terms_of_the_glossary():
    ((_, rows),) = tables_of("docs/glossary.md").items()
    terms = {term for term, *_ in rows}
    assert [name for name in COLUMNS if name not in terms] == []
    assert all(column.name in TABLES[column.table] for column in COLUMNS.values())
    assert set(ALSO.values()) <= set(COLUMNS)
    assert not set(ALSO) & set(COLUMNS)
    assert not set(WORDS) & {*ALSO, *COLUMNS}


def test_the_conditions_on_the_page_are_conditions():
    page = (ROOT / "docs/own-checks.md").read_text("utf-8")
    ((block),) = re.findall(r"```\n(.*?)```", page, re.DOTALL)
    for line in block.splitlines():
        assert condition(parse(line), Reading()) is not None
    assert all(f"{word}(" in page for word in WORDS)
