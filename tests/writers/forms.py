"""Forms as jixiao writes them, made by chance."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

from hypothesis import strategies as st
from lxml import etree

from jixiao.model.evaluation import Evaluation, FundLine, Goal, Group, Indicator, Project, Total
from jixiao.model.quantity import parse_quantity
from jixiao.model.terms import FundSource, Kind, Level1, Level2, Scope
from jixiao.writers.form import Form

COLUMNS = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
LINES = {
    "tianjin": (
        (FundSource.CENTRAL, "其中：中央补助"),
        (FundSource.MUNICIPAL, "市级资金"),
        (FundSource.DISTRICT, "区级资金"),
        (FundSource.OTHER, "其他资金"),
    ),
    "mof": (
        (FundSource.FISCAL, "其中：当年财政拨款"),
        (FundSource.CARRYOVER, "上年结转资金"),
        (FundSource.OTHER, "其他资金"),
    ),
}
CLASSES = (
    (Level1.OUTPUT, (Level2.QUANTITY, Level2.QUALITY, Level2.COST)),
    (Level1.BENEFIT, (Level2.SOCIAL, Level2.SUSTAINABLE)),
    (Level1.SATISFACTION, (Level2.SATISFACTION,)),
)
NAMESPACE = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}

# What people write, with what must not become a formula, a tag or an address.
words = st.text("运维保障系统机房线路=+-@<>&\"'（）%1，。", min_size=1, max_size=30).map(lambda text: f"甲{text}乙")
amounts = st.decimals(0, 99_999, places=6)
points = st.decimals(0, 40, places=2)
scores = points | st.just("")
quantities = st.sampled_from(["≥98%", "40个", "≤2617.105673万元", "达到预期效果", "未开展", "2020年12月31日前"])


@st.composite
def forms(draw):
    """An evaluation of either layout, with blank scores, several goals and long texts."""
    form = draw(st.sampled_from(sorted(LINES)))
    lines = [draw(line(FundSource.TOTAL, "年度资金总额", form, draw(points), draw(scores)))]
    lines += [draw(line(source, label, form, "", "")) for source, label in LINES[form]]
    indicators, groups = [], []
    for level1, classes in CLASSES:
        own = [draw(indicator(level1, level2)) for level2 in classes for _ in range(draw(st.integers(0, 3)))]
        if own:
            indicators += own
            groups.append(Group(level1.value, None, sum(one.weight for one in own)))
    goals = draw(st.lists(st.builds(Goal, st.just(Scope.ANNUAL), words, words), min_size=1, max_size=3))
    year = draw(st.integers(2015, 2030))
    return Evaluation(
        file="",
        kind=Kind.SELF_EVALUATION,
        form=form,
        project=Project(draw(words), draw(words), draw(words), year),
        funds=tuple(lines),
        goals=tuple(goals),
        columns=COLUMNS,
        groups=tuple(groups),
        indicators=tuple(indicators),
        total=Total(draw(points), draw(points), draw(st.sampled_from([None, "优", "差"]))),
    )


def line(source, label, form, weight, score):
    return st.builds(
        FundLine,
        st.just(source),
        st.just(label),
        st.just("万元"),
        initial=amounts,
        budget=amounts,
        executed=amounts | st.just(""),
        weight=st.just(weight),
        score=st.just(score),
        rate=st.decimals(0, 100, places=2) | st.just(""),
        reason=words if form == "tianjin" else st.none(),
    )


@st.composite
def indicator(draw, level1, level2):
    target, actual = draw(quantities), draw(quantities)
    return Indicator(
        level1.value,
        level2.value,
        draw(words),
        target,
        actual,
        draw(points),
        draw(scores),
        draw(words | st.just("")),
        parse_quantity(target),
        parse_quantity(actual),
    )


def a_form(evaluation, **more):
    return Form(evaluation, **more)


def sheet_of(data):
    """The first sheet of a workbook as XML."""
    return etree.fromstring(ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml"))


def a_small_evaluation(**more):
    row = Indicator(
        "产出指标",
        "数量指标",
        "设备数量",
        "≥10台",
        "10台",
        Decimal(90),
        Decimal(90),
        "无偏差",
        parse_quantity("≥10台"),
        parse_quantity("10台"),
    )
    total = FundLine(
        FundSource.TOTAL,
        "年度资金总额",
        "万元",
        *map(Decimal, ("100", "90", "90", "10", "10", "100.00")),
        reason="无偏差",
    )
    fields = {
        "project": Project("某项目", "某局", "某中心", 2020),
        "funds": (total,),
        "goals": (Goal(Scope.ANNUAL, "保障运行", "运行正常"),),
        "columns": COLUMNS,
        "groups": (Group("产出指标", None, Decimal(90)),),
        "indicators": (row,),
        "total": Total(Decimal(100), Decimal(100), "优"),
    }
    return Evaluation("", Kind.SELF_EVALUATION, "tianjin", **(fields | more))
