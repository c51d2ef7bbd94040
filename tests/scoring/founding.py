"""The founding case by hand: the figures of the published 2020 form, its texts shortened."""

from decimal import Decimal

from jixiao.model.evaluation import Evaluation, FundLine, Indicator, Quantity, Total
from jixiao.model.terms import FundSource, Kind, Op

SPENT = Decimal("2635.204432")


def number(text, op=Op.NONE, unit=None):
    return Quantity(op, Decimal(text), Decimal(text), unit)


def words(text):
    return Quantity(Op.TEXT, text=text)


def row(level1, level2, cells, points, parsed=None):
    """cells: target and actual value; points: weight and score."""
    wanted, reached = parsed or map(words, cells)
    return Indicator(level1, level2, level2, *cells, *map(Decimal, points), None, wanted, reached)


def counted(level2, target, weight, parsed):
    return row("产出指标", level2, (target, target), (weight, weight), (parsed, parsed))


COST = (number("2837.8294", Op.AT_MOST, "万元"), number(SPENT, unit="万元"))
FOUNDING = Evaluation(
    file="jinnan-2020.txt",
    kind=Kind.SELF_EVALUATION,
    form="tianjin",
    funds=(
        FundLine(
            FundSource.TOTAL, "年度资金总额", "万元", Decimal("2837.8294"), SPENT, SPENT, Decimal(10), Decimal(10)
        ),
    ),
    indicators=(
        counted("数量指标", "1套", 3, number(1, unit="套")),
        counted("数量指标", "2个", 3, number(2, unit="个")),
        counted("数量指标", "1套", 4, number(1, unit="套")),
        counted("质量指标", "98%", 3, number(98, unit="%")),
        row("产出指标", "质量指标", ("未发生系统故障", "未发生系统故障"), (5, 5)),
        row("产出指标", "质量指标", ("未发生系统故障", "未发生系统故障"), (2, 2)),
        row("产出指标", "时效指标", ("达到要求", "达到要求"), (5, 5)),
        row("产出指标", "时效指标", ("达到要求", "达到要求"), (5, 4)),
        row("产出指标", "成本指标", ("≤2837.8294万元", "2635.204432万元"), (20, 20), COST),
        row("效益指标", "社会效益指标", ("达到效果", "达到效果"), (10, 10)),
        row("效益指标", "社会效益指标", ("达到效果", "达到效果"), (10, 10)),
        row("效益指标", "可持续影响指标", ("按照时间节点完成", "按照时间节点完成"), (10, 8)),
        row("满意度指标", "服务对象满意度指标", ("达到要求", "未开展"), (10, 10)),
    ),
    total=Total(Decimal(100), Decimal(96)),
)
