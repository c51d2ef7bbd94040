"""What a screen of ten lines shows first."""

from jixiao.checks.base import ERROR, HINT, WARNING, catalogue
from jixiao.checks.order import foremost_first
from jixiao.model.finding import Finding, Outcome
from jixiao.model.place import Place


def found(code, severity, field, line=None):
    place = None if line is None else Place(line=line)
    return Finding("示例", code, severity, Outcome.FAIL, code, "", field, place)


def order(*findings):
    return [(one.code, one.field) for one in foremost_first(findings, catalogue())]


def test_the_gravest_come_first_whatever_they_are_about():
    assert order(
        found("BG08", HINT, "funds[0].budget"),
        found("CM01", WARNING, "project.unit"),
        found("WT02", ERROR, "groups[0]"),
    ) == [("WT02", "groups[0]"), ("CM01", "project.unit"), ("BG08", "funds[0].budget")]


def test_one_finding_for_each_row_or_passage_before_a_second_one_of_the_same():
    survey = [found(code, WARNING, f"indicators[3].{at}") for code, at in (("SC12", "score"), ("EV03", "actual"))]
    said = [found(code, WARNING, "sections[2].text[0]", 9) for code in ("CX04", "TM02")]
    assert order(*survey, *said) == [
        ("SC12", "indicators[3].score"),
        ("CX04", "sections[2].text[0]"),
        ("EV03", "indicators[3].actual"),
        ("TM02", "sections[2].text[0]"),
    ]


def test_what_was_done_with_money_or_said_untruly_comes_before_what_is_told_badly():
    assert order(found("AC01", WARNING, "indicators[1].actual"), found("TM02", WARNING, "sections[1].text[0]", 4))[
        0
    ] == (
        "TM02",
        "sections[1].text[0]",
    )


def test_a_weighty_check_tells_its_second_finding_after_the_first_of_the_others():
    twice = [found("SC05", WARNING, f"indicators[{n}].score") for n in (1, 2)]
    told = order(
        *twice, found("EV07", WARNING, "sections[1].text[0]", 4), found("AC01", WARNING, "indicators[5].actual")
    )
    assert [code for code, _ in told] == ["SC05", "EV07", "SC05", "AC01"]
