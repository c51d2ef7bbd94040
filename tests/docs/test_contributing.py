"""The worked example of CONTRIBUTING.md is a check like any other."""

import importlib.util
import re
from pathlib import Path

import pytest
import test_syntax
from answers import as_evaluation, findings, outcomes
from test_examples import LISTS
from test_forgetting import forgetful

from jixiao.checks import base
from jixiao.law.load import acts
from jixiao.model.finding import Outcome

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    (block,) = re.findall(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL)
    code = re.search(r'@check\("([A-Z]{2}\d{2})"', block)[1]
    path = tmp_path_factory.mktemp("checks") / f"{code.lower()}.py"
    path.write_text(block, "utf-8")
    return path


@pytest.fixture(scope="module")
def check(file):
    specification = importlib.util.spec_from_file_location(file.stem, file)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return base._read(module)


def test_it_says_all_that_a_check_must_say(check):
    assert all((check.title, check.why, check.remedy, check.exclusions, check.says))
    assert set(check.head.basis) <= set(acts())
    assert check.head.basis


@pytest.mark.parametrize("kind", LISTS)
def test_every_example_answers_as_its_list_says(check, kind):
    examples = getattr(check, kind)
    told = outcomes([(check, as_evaluation(example)) for example in examples.values()])
    assert dict(zip(examples, told, strict=True)) == dict.fromkeys(examples, LISTS[kind])
    assert examples


def test_its_message_has_its_figures(check):
    ((finding,),) = findings([(check, as_evaluation(example)) for example in check.fires.values()])
    assert finding.message == "“设备运维数量”的分值是 40 分，满分 100 分，这一行就占了四成以上。"


def test_it_uses_only_the_words_and_operators(file):
    test_syntax.test_a_rule_on_figures_uses_only_the_words_and_operators(file)
    test_syntax.test_words_compared_with_a_closed_vocabulary_are_of_it(file)


def test_forgetting_one_value_never_turns_an_answer_into_another(check):
    cases = [
        (outcome, gone)
        for kind, outcome in LISTS.items()
        for example in getattr(check, kind).values()
        for gone in forgetful(as_evaluation(example))
    ]
    after = outcomes([(check, gone) for _, gone in cases])
    changed = [(told, now) for (told, _), now in zip(cases, after, strict=True) if now is not told]
    assert {now for _, now in changed} == {Outcome.UNDECIDED}
