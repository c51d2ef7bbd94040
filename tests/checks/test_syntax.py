"""What check files may say."""

import ast
import re
from pathlib import Path

import polars as pl
import pytest

from jixiao import checks
from jixiao.checks.base import catalogue
from jixiao.law.load import acts
from jixiao.model.terms import FundSource, Grade, Level1, Level2, Op
from jixiao.tables import words
from jixiao.tables.words import AGGREGATES, Rule, indicator, project

FOLDER = Path(checks.__file__).parent
FILES = sorted(path for path in FOLDER.glob("*.py") if re.fullmatch(r"[a-z]{2}\d{2}", path.stem))
ROWS = {"indicator", "group", "fund", "project", "law"}
WORDS = {
    *("given", "blank", "filled", "among", "says", "pick", "number"),
    *("total", "count", "every", "some", "largest", "copies", "contradicts", "stands_for"),
}
VOCABULARY = {"level1": Level1, "level2": Level2, "source": FundSource, "op": Op, "actual_op": Op, "grade": Grade}
NODES = (
    *(ast.BinOp, ast.UnaryOp, ast.Compare, ast.Call, ast.Attribute, ast.Name, ast.Constant, ast.Starred, ast.keyword),
    *(ast.BitAnd, ast.BitOr, ast.Invert, ast.Add, ast.Sub, ast.Mult, ast.Load),
    *(ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE),
)


def figure_checks():
    return [path for path in FILES if isinstance(catalogue()[path.stem.upper()].rule, Rule)]


def rule_of(tree: ast.Module) -> ast.FunctionDef:
    return next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list)


def expressions(tree: ast.Module):
    """The expressions of the rule, and of the module's names that it uses."""
    rule = rule_of(tree)
    yield from (node.value for node in rule.body if isinstance(node, ast.Return | ast.Assign))
    used = {node.id for part in rule.body for node in ast.walk(part) if isinstance(node, ast.Name)}
    for node in tree.body:
        if isinstance(node, ast.Assign) and node.targets[0].id in used and not node.targets[0].id.isupper():
            yield node.value


def test_there_are_check_files():
    assert len(FILES) == len(catalogue()) > 30


@pytest.mark.parametrize("path", figure_checks(), ids=lambda path: path.stem)
def test_a_rule_on_figures_uses_only_the_words_and_operators(path):
    tree = ast.parse(path.read_text("utf-8"))
    rule = rule_of(tree)
    row = rule.args.args[0].arg
    local = {node.targets[0].id for node in [*tree.body, *rule.body] if isinstance(node, ast.Assign)}
    assert all(isinstance(node, ast.Return | ast.Assign | ast.Expr) for node in rule.body)
    for node in (part for expression in expressions(tree) for part in ast.walk(expression)):
        assert isinstance(node, NODES), f"{path.stem}: {ast.unparse(node)}"
        if isinstance(node, ast.Call):
            assert isinstance(node.func, ast.Name), f"{path.stem}: no method calls: {ast.unparse(node)}"
            assert node.func.id in WORDS, f"{path.stem}: {node.func.id}"
        if isinstance(node, ast.Name):
            assert node.id in WORDS | ROWS | local | {row}, f"{path.stem}: {node.id}"
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), f"{path.stem}: {node.value}"


@pytest.mark.parametrize("path", figure_checks(), ids=lambda path: path.stem)
def test_words_compared_with_a_closed_vocabulary_are_of_it(path):
    tree = ast.parse(path.read_text("utf-8"))
    for node in (part for expression in expressions(tree) for part in ast.walk(expression)):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute):
            column, values = node.left.attr, node.comparators
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "among":
            column, values = node.args[0].attr, node.args[1:]
        else:
            continue
        if column in VOCABULARY:
            spoken = {value.value for value in values if isinstance(value, ast.Constant)}
            assert spoken <= {word.value for word in VOCABULARY[column]}, f"{path.stem}: {spoken}"


def test_the_words_that_files_may_use_are_those_of_the_module():
    public = {
        name
        for name, value in vars(words).items()
        if callable(value) and getattr(value, "__module__", "") == words.__name__
    }
    assert {name for name in public if not name.startswith("_") and name[0].islower()} == WORDS


def test_no_expression_of_any_check_is_a_binary_float():
    frame = pl.DataFrame(schema=_schema())
    seen = 0
    for check in catalogue().values():
        if isinstance(check.rule, Rule):
            for expression in (*check.rule.conditions, check.rule.fault, *check.facts.values()):
                for part in _parts(expression):
                    seen += 1
                    assert not frame.lazy().select(part).collect_schema().dtypes()[0].is_float(), (
                        f"{check.code}: {part}"
                    )
    assert seen > 300


def test_a_float_literal_would_be_seen():
    frame = pl.DataFrame(schema=_schema())
    parts = _parts(indicator.weight * 0.8 > project.budget)
    assert any(frame.lazy().select(part).collect_schema().dtypes()[0].is_float() for part in parts)


def _schema():
    from jixiao.tables.schema import KEYS, TABLES

    columns = {f"{table}.{name}": column.dtype for table, all_ in TABLES.items() for name, column in all_.items()}
    columns |= {f"{table}.{key}": pl.UInt32 for table, keys in KEYS.items() for key in keys}
    numeric = {"total": pl.Decimal(38, 6), "largest": pl.Decimal(38, 6), "count": pl.UInt32, "copies": pl.UInt32}
    return columns | {name: numeric.get(one.kind, pl.Boolean) for name, one in AGGREGATES.items()}


def _parts(expression: pl.Expr):
    todo = [expression]
    while todo:
        part = todo.pop()
        yield part
        todo.extend(part.meta.pop())


def test_every_check_says_why_how_and_on_what_basis():
    for check in catalogue().values():
        assert check.title, check.code
        assert check.why, check.code
        assert check.remedy, check.code
        assert check.head.basis, check.code
        assert set(check.head.basis) <= set(acts()), check.code
        assert check.fires, check.code
        assert check.silent, check.code


def test_a_check_on_figures_has_an_example_for_each_of_the_four_answers():
    for path in figure_checks():
        check = catalogue()[path.stem.upper()]
        assert check.apart, check.code
        assert check.unsure, check.code
