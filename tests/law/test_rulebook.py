from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.law.rulebook import read_acts, read_layer

ACTS = """
[act-2020]
title = "《办法》"
number = "财预〔2020〕1号"
issuer = "财政部"
issued = 2020-02-25
issued_evidence = "P"
evidence = "G"

[practice]
title = "做法"
number = ""
issuer = ""
evidence = "R"
"""
MEANING = 'title = "总分"\nunit = "分"\n'
ENTRY = '[[in_force]]\nsince = 2020-03-01\nvalue = 100\nact = "act-2020"\nevidence = "P"\nchecked = 2026-11-22\n'


@pytest.fixture
def acts(tmp_path):
    return read_acts(write(tmp_path, "acts.toml", ACTS))


def write(folder, name, text):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def read(folder, acts, text):
    write(folder, "values/score/total.toml", text)
    return read_layer(folder / "values", "全国", acts)


def test_the_path_is_the_name_and_the_entry_carries_its_act(tmp_path, acts):
    parameter = read(tmp_path, acts, MEANING + ENTRY)["score.total"]

    (entry,) = parameter.history
    assert (entry.name, entry.title, entry.unit, entry.layer) == ("score.total", "总分", "分", "全国")
    assert entry.value == Decimal(100)
    assert isinstance(entry.value, Decimal)
    assert entry.act is acts["act-2020"]
    assert entry.since == date(2020, 3, 1)
    assert entry.checked == date(2026, 11, 22)


def test_a_name_may_be_declared_before_any_text_speaks_of_it(tmp_path, acts):
    assert read(tmp_path, acts, MEANING)["score.total"].history == ()


def test_a_text_may_leave_a_value_open(tmp_path, acts):
    (entry,) = read(tmp_path, acts, MEANING + ENTRY.replace("value = 100", "open = true"))["score.total"].history
    assert entry.value is None


@given(st.decimals(min_value=0, max_value=1000, places=6))
def test_fractions_are_exact(tmp_path_factory, number):
    folder = tmp_path_factory.mktemp("law")
    acts = read_acts(write(folder, "acts.toml", ACTS))
    (entry,) = read(folder, acts, MEANING + ENTRY.replace("= 100", f"= {number:f}"))["score.total"].history
    assert entry.value == number
    assert isinstance(entry.value, Decimal)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        pytest.param('act = "act-2020"\n', "", "without act", id="no act"),
        pytest.param("act-2020", "act-1999", "unknown act act-1999", id="unknown act"),
        pytest.param("checked = 2026-11-22\n", "", "without checked", id="never checked"),
        pytest.param("since = 2020-03-01\n", "", "without since", id="no first day"),
        pytest.param('evidence = "P"\n', "", "without evidence", id="no evidence"),
        pytest.param('evidence = "P"', 'evidence = "X"', "'X' is not a valid Evidence", id="unknown grade"),
        pytest.param("2020-03-01", "2020-02-24", "older than its act", id="older than its act"),
        pytest.param("2020-03-01", '"2020-03-01"', "not a day", id="a day in quotes"),
        pytest.param("2020-03-01", "2020-03-01T08:00:00", "not a day", id="an hour instead of a day"),
        pytest.param("value = 100\n", "", "a value, or open", id="neither value nor open"),
        pytest.param("value = 100", "value = 100\nopen = true", "a value, or open", id="both value and open"),
        pytest.param("value = 100", "open = false", "a value, or open", id="open is false"),
        pytest.param("value = 100", "value = nan", "not a value of score.total", id="no finite number"),
        pytest.param("value = 100", 'value = "100"', "not a value of score.total", id="a number in quotes"),
        pytest.param("value = 100", "value = true", "not a value of score.total", id="yes instead of a number"),
        pytest.param("value = 100", "value = [100]", "not a value of score.total", id="a list"),
        pytest.param("value = 100", "vlaue = 100", "unknown vlaue", id="a slip in a key"),
        pytest.param("since = 2020-03-01", "since = 2020-03-01\nuntil = 2020-03-01", "ends before", id="an empty span"),
        pytest.param('unit = "分"\n', "", "without unit", id="no unit"),
        pytest.param("value = 100", "value = ", "Invalid value", id="no TOML"),
    ],
)
def test_loading_refuses_what_could_not_be_defended(tmp_path, acts, old, new, complaint):
    text = MEANING + ENTRY
    assert old in text
    with pytest.raises(ValueError, match=complaint) as refusal:
        read(tmp_path, acts, text.replace(old, new))
    assert "total.toml" in str(refusal.value)


@pytest.mark.parametrize("later", ["2020-03-01", "2020-02-28"])
def test_loading_refuses_entries_out_of_order(tmp_path, acts, later):
    with pytest.raises(ValueError, match="out of order"):
        read(tmp_path, acts, MEANING + ENTRY + ENTRY.replace("2020-03-01", later))


def test_loading_refuses_an_entry_that_begins_before_the_last_one_ends(tmp_path, acts):
    ended = ENTRY.replace("since = 2020-03-01", "since = 2020-03-01\nuntil = 2021-01-01")
    with pytest.raises(ValueError, match="out of order"):
        read(tmp_path, acts, MEANING + ended + ENTRY.replace("2020-03-01", "2020-12-31"))


def test_a_practice_without_a_day_may_support_any_day(tmp_path, acts):
    text = MEANING + ENTRY.replace("act-2020", "practice").replace("2020-03-01", "2016-01-01")
    assert read(tmp_path, acts, text)["score.total"].history


@pytest.mark.parametrize(
    ("meaning", "good", "bad"),
    [
        ('title = "分母"\nunit = ""\n[choices]\nbudget = "预算数"\n', '"budget"', '"bugdet"'),
        ('title = "公式"\nunit = ""\n[choices]\n1 = "第一种"\n', "1", "2"),
        ('title = "封顶"\nunit = "是/否"\n', "false", '"false"'),
    ],
)
def test_a_choice_is_one_of_its_list_and_a_flag_is_yes_or_no(tmp_path, acts, meaning, good, bad):
    assert read(tmp_path, acts, meaning + ENTRY.replace("100", good))["score.total"].history
    with pytest.raises(ValueError, match="not a value of"):
        read(tmp_path, acts, meaning + ENTRY.replace("100", bad))


def test_an_overlay_takes_its_meaning_from_the_national_values(tmp_path, acts):
    national = read(tmp_path, acts, MEANING + ENTRY)
    write(tmp_path, "regions/42/score/total.toml", ENTRY.replace("100", "90"))
    (entry,) = read_layer(tmp_path / "regions/42", "湖北", acts, national)["score.total"].history
    assert (entry.value, entry.title, entry.unit, entry.layer) == (Decimal(90), "总分", "分", "湖北")


def test_an_overlay_invents_no_name(tmp_path, acts):
    national = read(tmp_path, acts, MEANING + ENTRY)
    write(tmp_path, "regions/42/score/bonus.toml", ENTRY)
    with pytest.raises(ValueError, match="may not invent a name"):
        read_layer(tmp_path / "regions/42", "湖北", acts, national)


def test_an_overlay_does_not_change_what_a_name_means(tmp_path, acts):
    national = read(tmp_path, acts, MEANING + ENTRY)
    write(tmp_path, "regions/42/score/total.toml", MEANING + ENTRY)
    with pytest.raises(ValueError, match="unknown title, unit"):
        read_layer(tmp_path / "regions/42", "湖北", acts, national)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('issued_evidence = "P"\n', "", "stand together"),
        ("issued = 2020-02-25\n", "", "stand together"),
        ('evidence = "G"', 'evidence = "Z"', "'Z' is not a valid Evidence"),
        ('title = "做法"\n', "", "without title"),
        ('title = "做法"', 'title = "做法"\nurl = "x"', "unknown url"),
    ],
)
def test_loading_refuses_an_act_that_could_not_be_cited(tmp_path, old, new, complaint):
    assert old in ACTS
    with pytest.raises(ValueError, match=complaint):
        read_acts(write(tmp_path, "acts.toml", ACTS.replace(old, new)))
