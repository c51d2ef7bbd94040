"""The restated founding document keeps every figure and slip, and none of the original's sentences."""

import re
from pathlib import Path

import pytest

from jixiao.readers import read_layout

ROOT = Path(__file__).resolve().parents[2]
RESTATED = ROOT / "examples" / "jinnan-2020" / "published" / "report.txt"
ORIGINAL = ROOT.parent / "shared" / "corpus" / "jinnan-2020.txt"

LONGEST_COMMON_RUN = 12
# Names are data, and so are figures: what surrounds them is compared, they are not.
NAMES = (
    "智慧津南项目运维及咨询费",
    "《天津市津南区财政局关于组织2020年绩效管理自评工作的通知》",
    "天津市津南区大数据管理中心",
    "《项目支出绩效自评表》",
    "《项目支出绩效评价报告》",
    "[bookmark: _GoBack]",
)
FIGURE = r"\d+(?:\.\d+)?(?:万元|%|年)?"
HEADING = re.compile(r"(?:[（(]?[一二三四五六七]+[、）)]|[（(]?\d[)）.、]).{1,36}")
TITLE_LINES = 3


def text():
    return RESTATED.read_text(encoding="utf-8")


@pytest.fixture
def original():
    if not ORIGINAL.exists():
        pytest.skip("the corpus of published documents is not here")
    return ORIGINAL


@pytest.fixture
def original_prose(original):
    lines = [paragraph for paragraph in read_layout(original).paragraphs if paragraph.line > TITLE_LINES]
    return [line.text for line in lines if "。" in line.text.rstrip("。 ") or not HEADING.fullmatch(line.text.strip())]


def fragments(prose):
    pieces = re.split("|".join((*map(re.escape, NAMES), FIGURE)), prose)
    return {
        piece[at : at + LONGEST_COMMON_RUN + 1] for piece in pieces for at in range(len(piece) - LONGEST_COMMON_RUN)
    }


def test_no_sentence_of_the_original_is_repeated(original_prose):
    assert len(original_prose) > 20
    looked_for = set().union(*map(fragments, original_prose))
    assert len(looked_for) > 1000
    assert sorted(fragment for fragment in looked_for if fragment in text()) == []


def test_tables_hold_the_original_cells_except_sentences(original):
    """Goals and one reason are sentences, so they are restated; every other cell is data."""
    ours, theirs = (
        [cell.text for table in read_layout(path).tables for cell in table.cells] for path in (RESTATED, original)
    )
    changed = [index for index, (our, their) in enumerate(zip(ours, theirs, strict=True)) if our != their]
    assert [ours[index][:9] for index in changed] == ["1.推进智慧津南及", "2020年5月本单"]


def test_headings_are_those_of_the_original(original, original_prose):
    ours, theirs = ([p.text for p in read_layout(path).paragraphs] for path in (RESTATED, original))
    kept = [text for text in theirs if text not in original_prose]
    assert len(kept) > 25
    assert [text for text in kept if text not in ours] == []


ONCE = [
    "项 目支出绩效评价报告",
    "绩效评价 目的、对象和范围",
    "、频监控系统",
    "绩效绩效",
    "提现",
    "（2） 绩效评价原则 、",
    "（3） 绩效评价工作过程。",
    "3、 综合评价情况及评价结论",
    "四、绩效评价指标分析",
    "（一）项目决策情况 。",
    "（二） 项目过程情况 。",
    "（三）项目产出情况 。",
    "（4） 项目效益情况。",
    "[bookmark: _GoBack]",
    "4、 主要经验及做法、存在的问题及原因分析",
    "五、有关建议\n无\n六、其他需要说明的问题\n无\n1\n",
    "执行率（B/A)",
    "绩效范围",
    "施行政府会计制度",
    "\t全部完成\n 标\n\t一级指标\n",
    "产\n\n\n出\n",
    "\t可持续影响指标\n\t年内持续推进\n\t按照时间节点完成\n\t按照时间节点完成\n\t10\n\t8\n\t个别合同签订不及时\n",
    "\t未开展\n\t10\n\t10\n\t\n",
    "\t总分\n\t100\n\t96\n",
    "核减预算202.624967万元",
    "\t2635.204432万元\n\t20\n\t20\n",
    "第四季度结束",
    "以考核结果替代满意度调查",
]  # fmt: skip


@pytest.mark.parametrize("slip", ONCE)
def test_slip_is_kept_once(slip):
    assert text().count(slip) == 1


@pytest.mark.parametrize(
    ("figure", "times"),
    [("2635.204433", 2), ("2635.204432", 3), ("2837.8294", 4), ("100%", 7), ("90%", 1), ("80%", 1), ("指标值 \n", 2)],
)
def test_figure_is_printed_as_often_as_in_the_original(figure, times, original):
    assert text().count(figure) == original.read_text(encoding="utf-8").count(figure) == times


def test_report_has_no_date_and_no_signature():
    assert re.findall(r"\d{4}年\d{1,2}月\d{1,2}日", text()) == []
    assert text().rstrip().endswith("无\n1")


def test_report_prints_no_total_and_no_grade_in_prose():
    prose = "".join(paragraph.text for paragraph in read_layout(RESTATED).paragraphs)
    assert re.findall(r"9[67]分|[优良中差](?:秀|好)?(?:等|级)", prose) == []
