"""The fourteen standards: all of them there, each seen by checks or said why not, each with what it takes off."""

from decimal import Decimal

import pytest

from jixiao.checks.base import catalogue
from jixiao.checks.engine import examine
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.checks.standards import deductions
from jixiao.law.load import counting_day, on, profiles
from jixiao.law.standards import standards
from jixiao.scoring.totals import score

LIKED = {"level1": "满意度指标", "level2": "服务对象满意度指标", "level3": "群众满意度", "target": "≥90%"}


def taken(*rows):
    """Number of the standard → (label, points) for a form of these rows."""
    evaluation = an_evaluation(*rows)
    law = on(counting_day(None, 2020), "", "review-14")
    found = examine([evaluation], [law], list(catalogue().values()))[0]
    made = deductions(score(evaluation, law), found, standards("review-14"), law)
    return {one.standard.number: (one.label, one.points, one.words) for one in made if one.standard.share}


def test_all_fourteen_are_there_and_their_checks_exist():
    own = standards("review-14")
    assert {one.number for one in own} == set(range(1, 15))
    assert {code for one in own for code in one.codes} <= set(catalogue())
    assert all(one.share is not None or one.note for one in own)
    assert {profile.name for profile in profiles() if standards(profile.name)} == {"review-14"}


@pytest.mark.parametrize(
    ("number", "rows", "points"),
    [
        (3, [an_indicator(target="达到要求", level3="达到要求", actual="达到要求", weight=10)], 6),
        (3, [an_indicator(level2="质量指标", target="≥95%", actual="≥95%", weight=10)], 3),
        (4, [an_indicator(**LIKED, actual="群众满意", weight=10)], 0),
        (7, [an_indicator(level2="时效指标", target="按时", actual="按时", reason="个别合同签订不及时", score=9)], 3),
        (9, [an_indicator(), an_indicator(level1="效益指标", level2="社会效益指标")], 10),
        (10, [an_indicator(level3="资金支付率", target="≥95%", actual="96%", weight=10)], 10),
    ],
)
def test_a_standard_takes_off_its_share(number, rows, points):
    label, off, words = taken(*rows)[number]
    assert off == Decimal(points)
    assert words.startswith(f"第{number}条")
    assert label


def test_a_row_loses_once_by_the_heaviest_standard():
    row = an_indicator(level3="资金支付率", target="≥95%", actual="≥95%", weight=10)
    assert taken(row)[10][1] == 10
    assert taken(row)[3][1] == 0
    assert "已经扣过" in taken(row)[3][2]
