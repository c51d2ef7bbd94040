"""Tables that sum an evaluation up by parts, whose names and equal cells a page lost."""

import pytest

from jixiao.forms import read_forms
from jixiao.readers.text import read_text

TITLE = "示例市档案馆\n2021年度部门整体支出绩效评价报告\n绩效评价结果\n"
END = "\n一、基本情况\n本馆依法履职。\n"


def only(text):
    (evaluation,) = read_forms(read_text(text.encode(), "报告.txt"))
    return evaluation


def parts(*rows):
    return TITLE + "\n".join(" | ".join(row) + " | ||" for row in rows) + END


def read(evaluation):
    return [(row.level1, str(row.weight), str(row.score)) for row in evaluation.indicators]


CASES = {
    "names lost": (
        [
            ["绩效等级"],
            ["20", "优"],
            ["30", "27.5", "优"],
            ["产出", "40", "36", "优"],
            ["10", "8", "良"],
            ["100", "91.5", "优"],
        ],
        [(None, "20", "20"), (None, "30", "27.5"), ("产出", "40", "36"), (None, "10", "8")],
    ),
    "all names there": (
        [
            ["投入", "15", "12", "良"],
            ["过程", "25", "24", "优"],
            ["产出", "60", "51", "良"],
            ["合计", "100", "87", "良"],
        ],
        [("投入", "15", "12"), ("过程", "25", "24"), ("产出", "60", "51")],
    ),
}


@pytest.mark.parametrize(("rows", "wanted"), CASES.values(), ids=CASES)
def test_parts_are_read_where_their_sums_make_the_last_row(rows, wanted):
    evaluation = only(parts(*rows))
    assert read(evaluation) == wanted
    weight, score = next(row[-3:-1] for row in rows[::-1])
    assert (str(evaluation.total.weight), str(evaluation.total.score)) == (weight, score)
    assert all(one.confidence < 1 for path, one in evaluation.sources.items() if path.startswith("indicators"))


def test_a_part_without_a_name_is_said_to_have_none():
    evaluation = only(parts(*CASES["names lost"][0]))
    assert [one.kind for one in evaluation.troubles].count("no-name") == 3


@pytest.mark.parametrize("last", [["100", "90", "优"], ["90", "91.5", "优"]])
def test_parts_whose_sums_do_not_agree_are_not_read(last):
    assert not only(parts(*CASES["names lost"][0][:-1], last)).indicators
