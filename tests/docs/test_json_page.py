"""docs/json.md says what the program prints, no more and no less."""

import json
import re
from dataclasses import replace

import pytest
from click.testing import CliRunner

from docs.pages import ROOT, quoted, tables
from jixiao.checks.samples import a_trouble, an_evaluation, an_indicator
from jixiao.cli import app as cli
from jixiao.forms.claims import _CLAIMS
from jixiao.model.evaluation import SubRow
from jixiao.model.finding import Outcome, Severity, Standing
from jixiao.model.json import GENERATION, to_json
from jixiao.model.place import Place, Source
from jixiao.model.terms import FundSource, Kind, Op, Scope

PAGE = "docs/json.md"
REPORT = str(ROOT / "examples/jinnan-2020/published/report.txt")
EVERYWHERE = Place(page=1, table=1, row=1, col=1, cell="A1", line=1, start=0, end=1)


def printed(*command):
    result = CliRunner().invoke(cli.app, [*command, REPORT])
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def evaluation():
    (record,) = printed("read", "--json")
    return record


@pytest.fixture(scope="module")
def findings():
    return printed("check", "--format", "json", "--all")


@pytest.fixture(scope="module")
def records(evaluation, findings):
    """Heading of the page → records that the program prints, among them those that the founding report has none of."""
    row = replace(an_indicator(), sub=(SubRow("其中：甲"),))
    rare = an_evaluation(row, troubles=(a_trouble("not-a-number", ""),), sources={"file": Source(EVERYWHERE, "")})
    both = [evaluation, to_json(rare) | {"left": [{"label": "", "text": "", "place": {}}]}]

    def all_of(name):
        return [one for record in both for one in record[name]]

    return {
        "整行": both,
        "`project`": [record["project"] for record in both],
        "`total`": [record["total"] for record in both],
        **{
            f"`{name}[]`": all_of(name)
            for name in ("funds", "goals", "groups", "indicators", "claims", "troubles", "left")
        },
        "`sections[]`": all_of("sections"),
        "`indicators[].sub[]`": [sub for one in all_of("indicators") for sub in one["sub"]],
        "`target_parsed` 和 `actual_parsed`": [
            one[name] for one in all_of("indicators") for name in ("target_parsed", "actual_parsed")
        ],
        "`sources` 里的每一项": [source for record in both for source in record["sources"].values()],
        "`place`": [source["place"] for record in both for source in record["sources"].values()],
        "每一行": findings,
    }


def documented():
    return {heading: rows for heading, rows in tables(PAGE).items() if rows and len(rows[0]) == 3}


def test_the_page_describes_every_record(records):
    assert set(documented()) - {"退出码"} == set(records)


@pytest.mark.parametrize("heading", [heading for heading in documented() if heading != "退出码"])
def test_the_documented_keys_are_those_that_are_printed(records, heading):
    keys = [key for row in documented()[heading] for key in quoted(row[0])]
    assert len(keys) == len(set(keys))
    assert set(keys) == {key for record in records[heading] for key in record}
    if heading != "`place`":
        assert all(set(record) == set(keys) for record in records[heading])


@pytest.mark.parametrize(
    ("heading", "key", "values"),
    [
        ("取值", "kind", [one.value for one in Kind]),
        ("取值", "source", [one.value for one in FundSource]),
        ("取值", "scope", [one.value for one in Scope]),
        ("取值", "op", [one.value for one in Op]),
        ("取值", "about", [about for about, *_ in _CLAIMS]),
        ("结果的取值", "severity", [one.value for one in Severity]),
        ("结果的取值", "outcome", [one.value for one in Outcome]),
        ("结果的取值", "standing", [one.value for one in Standing]),
    ],
)
def test_the_documented_values_are_those_of_the_vocabulary(heading, key, values):
    (cell,) = (cell for name, cell in tables(PAGE)[heading] if name == f"`{key}`")
    assert sorted(quoted(cell)) == sorted(values)


def test_the_chinese_names_of_severities_are_those_on_the_screen():
    (cell,) = (cell for name, cell in tables(PAGE)["结果的取值"] if name == "`severity`")
    assert cell == "，".join(f"`{one.value}` {one.word}" for one in Severity)


def test_the_generation_is_the_one_in_force():
    assert f"现在是 {GENERATION}。" in (ROOT / PAGE).read_text("utf-8")


def test_the_exit_codes_are_those_of_the_program():
    codes = [int(row[0]) for row in tables(PAGE)["退出码"]]
    assert codes == [0, cli.EXIT_FINDINGS, cli.EXIT_INPUT, cli._EXIT_INTERRUPTED]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["read", REPORT], 0),
        (["check", REPORT], 1),
        (["read", REPORT, "没有.txt"], 2),
        (["check", REPORT, "没有.txt"], 2),
    ],
)
def test_the_program_ends_with_the_documented_code(command, code):
    assert CliRunner().invoke(cli.app, command).exit_code == code


def test_the_examples_are_what_the_program_prints(evaluation, findings):
    first, second = (
        json.loads(block) for block in re.findall(r"```json\n(.*?)```", (ROOT / PAGE).read_text("utf-8"), re.DOTALL)
    )
    assert second in findings
    for key, value in first.items():
        if isinstance(value, list) and key != "columns":
            assert all(one in evaluation[key] for one in value), key
            assert value or not evaluation[key], key
        elif key == "sources":
            assert value.items() <= evaluation[key].items()
        else:
            assert value == evaluation[key], key
