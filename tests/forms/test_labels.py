import tomllib
from importlib.resources import files

import pytest

from jixiao.forms.labels import bare, field_of, outline_level, without_prefix
from jixiao.model.evaluation import FundLine, Indicator, Project
from jixiao.model.terms import FundSource, Scope

# Columns that go into another field, or into none.
BESIDE = {"sign", "direction", "unit", "review", "other"}
LABELS = tomllib.loads(files("jixiao.forms").joinpath("labels.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("block", sorted(set(LABELS) - {"outline", "words", "like", "grammar", "cells"}))
def test_no_label_means_two_things_in_one_block(block):
    everywhere, alone = LABELS[block].values(), LABELS["cells"].get(block, {}).values()
    printed = [bare(label) for labels in (*everywhere, *alone) for label in labels]
    assert "" not in printed
    assert len(set(printed)) == len(printed)


def test_labels_of_whole_cells_add_to_the_fields_that_there_are():
    for block, labels in LABELS["cells"].items():
        assert set(labels) <= set(LABELS[block])


def test_every_field_is_one_of_the_model():
    assert set(LABELS["project"]) - {"total"} <= set(Project.__slots__)
    assert set(LABELS["funds"]) <= set(FundLine.__slots__)
    assert set(LABELS["indicators"]) - BESIDE <= set(Indicator.__slots__)
    assert set(LABELS["fund_rows"]) == set(FundSource)
    assert set(LABELS["goal_scopes"]) == set(Scope)


@pytest.mark.parametrize(
    "text", ["全年预算数", "全年\n预算数（A）", " 全 年 预 算 数 (A)：", "3.全年预算数", "★全年预算数"]
)
def test_spacing_width_brackets_and_marks_make_no_other_label(text):
    assert field_of("funds", text) == "budget"


def test_a_word_before_a_fund_row_is_dropped():
    assert without_prefix("fund_rows", "其中：  市级资金") == "市级资金"


def test_the_outline_knows_its_titles_and_no_parts_of_them():
    assert outline_level("绩效评价 目的、对象和范围") == 2
    assert outline_level("有关建议。") == 1
    assert outline_level("评价指标体系") == 0
