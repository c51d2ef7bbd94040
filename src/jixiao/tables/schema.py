"""Names, types and titles of every column.

A column carries its table's name ("indicator.score"), so that joined parents never collide. Points, targets, actual
values, percentages and law numbers are Decimal(18,6), money is Decimal(18,2) in 元. Beside a printed number stands its
`…_half`, half the unit of its last printed place (design §3.6).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from jixiao.model.terms import FundSource, Grade, Level1, Level2, Op, Origin

POINTS: Final = pl.Decimal(18, 6)
MONEY: Final = pl.Decimal(18, 2)
HALF: Final = pl.Decimal(24, 7)
KEY: Final = pl.UInt32


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    title: what users call it. field: the field of the model's record that it was taken from, "" for a derived column.
    printed: it is a column of the form's indicator table, which some forms do not have. of: for a derived column, the
    columns of the same table whose absence leaves it unknown.
    """

    dtype: pl.DataType | type[pl.DataType]
    title: str
    field: str = ""
    printed: bool = False
    of: tuple[str, ...] = ()


def _enum(words: type[Level1 | Level2 | Op | Origin | FundSource | Grade]) -> pl.Enum:
    return pl.Enum([word.value for word in words])


INDICATOR: Final[Mapping[str, Column]] = {
    "level1": Column(_enum(Level1), "一级指标", "level1"),
    "level2": Column(_enum(Level2), "二级指标", "level2"),
    "level3": Column(pl.String, "三级指标", "level3", printed=True),
    "target": Column(pl.String, "指标值", "target", printed=True),
    "actual": Column(pl.String, "实际完成值", "actual", printed=True),
    "weight": Column(POINTS, "分值", "weight", printed=True),
    "score": Column(POINTS, "得分", "score", printed=True),
    "reason": Column(pl.String, "偏差原因及改进措施", "reason", printed=True),
    "weight_half": Column(HALF, "分值", of=("weight",)),
    "score_half": Column(HALF, "得分", of=("score",)),
    "v_half": Column(HALF, "实际完成值", of=("actual",)),
    "op": Column(_enum(Op), "指标值", of=("target",)),
    "t": Column(POINTS, "指标值", of=("target",)),
    "t_high": Column(POINTS, "指标值", of=("target",)),
    "actual_op": Column(_enum(Op), "实际完成值", of=("actual",)),
    "v": Column(POINTS, "实际完成值", of=("actual",)),
    "unit": Column(pl.String, "计量单位", of=("target", "actual")),
    "numeric": Column(pl.Boolean, "指标值与实际完成值", of=("target", "actual")),
    "units_differ": Column(pl.Boolean, "指标值与实际完成值", of=("target", "actual")),
    "tier": Column(pl.String, "达成的档次", of=("target", "actual")),
    "equals": Column(pl.Boolean, "实际完成值", of=("target", "actual")),
    "late": Column(pl.Boolean, "是否晚于目标", of=("target", "actual")),
    "impossible": Column(pl.Boolean, "实际完成值", of=("level1", "actual")),
    "misplaced": Column(pl.Boolean, "二级指标", of=("level1", "level2")),
    "repeats": Column(pl.Boolean, "实际完成值", of=("target", "actual")),
    "not_done": Column(pl.Boolean, "实际完成值", of=("target", "actual")),
    "actual_empty": Column(pl.Boolean, "实际完成值", of=("actual",)),
    "satisfaction": Column(pl.Boolean, "一级指标", of=("level1",)),
    "due": Column(POINTS, "按公式应得分", of=("target", "actual", "weight")),
    "met": Column(pl.Boolean, "是否达到指标值", of=("target", "actual")),
    "over": Column(pl.Boolean, "是否大幅超额", of=("target", "actual")),
}

FUND: Final[Mapping[str, Column]] = {
    "source": Column(_enum(FundSource), "资金来源", "label"),
    "label": Column(pl.String, "资金来源", "label"),
    "initial": Column(MONEY, "年初预算数", "initial"),
    "budget": Column(MONEY, "全年预算数", "budget"),
    "executed": Column(MONEY, "全年执行数", "executed"),
    "initial_half": Column(HALF, "年初预算数", of=("initial",)),
    "budget_half": Column(HALF, "全年预算数", of=("budget",)),
    "executed_half": Column(HALF, "全年执行数", of=("executed",)),
    "rate": Column(POINTS, "执行率", "rate"),
    "rate_half": Column(HALF, "执行率", of=("rate",)),
    "rate_due": Column(POINTS, "重算的执行率", of=("budget", "executed")),
    "rate_wrong": Column(pl.Boolean, "执行率", of=("budget", "executed", "rate")),
}

GROUP: Final[Mapping[str, Column]] = {
    "label": Column(pl.String, "指标类别", "level1"),
    "weight": Column(POINTS, "本类标注的分值", "weight"),
    "of_level2": Column(pl.Boolean, "标注在二级指标旁", "level2"),
}

PROJECT: Final[Mapping[str, Column]] = {
    "name": Column(pl.String, "项目名称", "project.name"),
    "total_weight": Column(POINTS, "总分值", "total.weight"),
    "total_score": Column(POINTS, "总分", "total.score"),
    "grade": Column(_enum(Grade), "评价等级", "total.grade"),
    "initial": Column(MONEY, "年初预算数", "fund.initial"),
    "budget": Column(MONEY, "全年预算数", "fund.budget"),
    "executed": Column(MONEY, "全年执行数", "fund.executed"),
    "rate": Column(POINTS, "执行率", "fund.rate"),
    "execution_weight": Column(POINTS, "预算执行分值", "fund.weight"),
    "execution_score": Column(POINTS, "预算执行得分", "fund.score"),
    "reason": Column(pl.String, "偏差原因及改进措施", "fund.reason"),
    "explains": Column(pl.Boolean, "资金行有原因这一列"),
    "whole": Column(pl.Boolean, "表的全部行"),
    "stated_total": Column(POINTS, "正文写的总分", "claims"),
    "stated_grade": Column(_enum(Grade), "正文写的等级", "claims"),
    "initial_half": Column(HALF, "年初预算数", of=("initial",)),
    "budget_half": Column(HALF, "全年预算数", of=("budget",)),
    "executed_half": Column(HALF, "全年执行数", of=("executed",)),
    "rate_half": Column(HALF, "执行率", of=("rate",)),
    "execution_score_half": Column(HALF, "预算执行得分", of=("execution_score",)),
    "rate_due": Column(POINTS, "重算的执行率", of=("budget", "executed")),
    "rate_wrong": Column(pl.Boolean, "执行率", of=("budget", "executed", "rate")),
    "due": Column(POINTS, "按公式应得的预算执行分", of=("budget", "executed", "execution_weight")),
}

# Law parameters that columns may use: the column's name and the parameter's.
LAW: Final[Mapping[str, Column]] = {
    "score_total": Column(POINTS, "满分", "score.total"),
    "score_places": Column(POINTS, "得分保留的小数位", "score.places"),
    "weight_execution": Column(POINTS, "预算执行率的分值", "weight.execution"),
    "weight_output": Column(POINTS, "产出指标的分值", "weight.output"),
    "weight_benefit": Column(POINTS, "效益指标的分值", "weight.benefit"),
    "weight_satisfaction": Column(POINTS, "满意度指标的分值", "weight.satisfaction"),
    "weight_benefit_and_satisfaction": Column(POINTS, "效益与满意度合计的分值", "weight.benefit_and_satisfaction"),
    "weight_cost_class_output": Column(POINTS, "产出指标的分值（成本单列）", "weight_cost_class.output"),
    "weight_cost_class_cost": Column(POINTS, "成本指标的分值（成本单列）", "weight_cost_class.cost"),
    "weight_cost_class_benefit": Column(POINTS, "效益指标的分值（成本单列）", "weight_cost_class.benefit"),
    "execution_explain_below": Column(POINTS, "须说明的执行率", "execution.explain_below"),
    "light_unspent": Column(POINTS, "未执行的界限", "light.unspent"),
    "band_met": Column(POINTS, "达成档的下限", "band.met"),
    "band_partial": Column(POINTS, "部分达成档的下限", "band.partial"),
    "execution_cap": Column(pl.Boolean, "预算执行得分封顶", "execution.cap"),
    "execution_base": Column(pl.String, "执行率的分母", "execution.base"),
    "formula_reverse": Column(POINTS, "反向指标的公式", "formula.reverse"),
    "over_at": Column(POINTS, "超额的界限", "over.at"),
    "grade_excellent": Column(POINTS, "优的下限", "grade.excellent"),
    "grade_good": Column(POINTS, "良的下限", "grade.good"),
    "grade_fair": Column(POINTS, "中的下限", "grade.fair"),
    "reason_below_weight": Column(pl.Boolean, "扣分须说明原因", "reason.below_weight"),
}

TABLES: Final[Mapping[str, Mapping[str, Column]]] = {
    "project": PROJECT,
    "fund": FUND,
    "group": GROUP,
    "indicator": INDICATOR,
    "law": LAW,
}

# The keys of a table's rows, and of its parents.
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "project": ("id", "law", "has", "blank"),
    "fund": ("id", "project", "blank"),
    "group": ("id", "project", "blank"),
    "indicator": ("id", "project", "group", "subgroup", "blank"),
    "law": ("id",),
}


def blank_bit(table: str, column: str) -> int:
    """The bit of a row's `blank` mask that says that this cell is empty."""
    return 1 << list(TABLES[table]).index(column)


def has_bits(columns: set[str]) -> int:
    """The bits of a project's `has` mask for the indicator columns that a form may lack, derived ones included."""
    names = columns & set(INDICATOR)
    names.update(base for name in list(names) for base in INDICATOR[name].of)
    order = list(INDICATOR)
    return sum(1 << order.index(name) for name in names if INDICATOR[name].printed)
