"""What a condition may speak of: the columns by their Chinese names (docs/glossary.md), and the words."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Final

import polars as pl

from jixiao.tables.formula.tree import FormulaError
from jixiao.tables.schema import TABLES


class Dimension(StrEnum):
    """What a figure counts; figures of two dimensions are neither added nor compared."""

    POINTS = "分"
    PERCENT = "%"
    MONEY = "元"
    ANY = "数"  # the number of a target or an actual value, in whatever unit its row has
    COUNT = "个"
    BARE = ""  # a number written without a unit


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a condition may name. dimension: None for words and for yes or no."""

    table: str
    name: str
    dimension: Dimension | None = None

    @property
    def dtype(self) -> object:
        """Its type in the tables."""
        return TABLES[self.table][self.name].dtype

    @property
    def choices(self) -> tuple[str, ...]:
        """The only words that it can hold; none if it holds any."""
        return tuple(self.dtype.categories) if isinstance(self.dtype, pl.Enum) else ()

    @property
    def is_yes_or_no(self) -> bool:
        """Whether it is a condition by itself."""
        return self.dtype == pl.Boolean

    @property
    def path(self) -> str:
        """Its name in the tables."""
        return f"{self.table}.{self.name}"

    @property
    def expression(self) -> pl.Expr:
        """The column itself."""
        return pl.col(self.path)

    @property
    def places(self) -> int:
        """How many decimals it holds."""
        return 2 if self.dimension is Dimension.MONEY else 6

    @property
    def can_be_blank(self) -> bool:
        """Whether the tables tell a blank cell of it from one that was not read."""
        column = TABLES[self.table][self.name]
        printed = bool(column.field) and not column.of and self.table != "law"
        known = not self.choices or self.name == "grade"
        return printed and known and self.dimension is not Dimension.MONEY

    @property
    def compares_blank(self) -> bool:
        """Whether a blank cell of it would leave a comparison unknown."""
        return self.can_be_blank and self.dtype != pl.String

    @property
    def pointed_at(self) -> str:
        """The printed column that a finding about it points at."""
        column = TABLES[self.table][self.name]
        return column.of[0] if column.of else self.name


_POINTS, _PERCENT, _MONEY = Dimension.POINTS, Dimension.PERCENT, Dimension.MONEY
COLUMNS: Final[Mapping[str, Column]] = {
    "一级指标": Column("indicator", "level1"),
    "二级指标": Column("indicator", "level2"),
    "三级指标": Column("indicator", "level3"),
    "指标值": Column("indicator", "target"),
    "实际完成值": Column("indicator", "actual"),
    "计量单位": Column("indicator", "unit"),
    "偏差原因及改进措施": Column("indicator", "reason"),
    "分值": Column("indicator", "weight", _POINTS),
    "得分": Column("indicator", "score", _POINTS),
    "按公式应得的分": Column("indicator", "due", _POINTS),
    "目标的数值": Column("indicator", "t", Dimension.ANY),
    "实际的数值": Column("indicator", "v", Dimension.ANY),
    "没有做": Column("indicator", "not_done"),
    "项目名称": Column("project", "name"),
    "总分值": Column("project", "total_weight", _POINTS),
    "总分": Column("project", "total_score", _POINTS),
    "等级": Column("project", "grade"),
    "年初预算数": Column("project", "initial", _MONEY),
    "全年预算数": Column("project", "budget", _MONEY),
    "全年执行数": Column("project", "executed", _MONEY),
    "执行率": Column("project", "rate", _PERCENT),
    "重算的执行率": Column("project", "rate_due", _PERCENT),
    "预算执行分值": Column("project", "execution_weight", _POINTS),
    "预算执行得分": Column("project", "execution_score", _POINTS),
    "满分": Column("law", "score_total", _POINTS),
    "优的下限": Column("law", "grade_excellent", _POINTS),
    "良的下限": Column("law", "grade_good", _POINTS),
    "中的下限": Column("law", "grade_fair", _POINTS),
}
# What people also call them.
ALSO: Final[Mapping[str, str]] = {
    "指标名称": "三级指标",
    "年度指标值": "指标值",
    "目标值": "指标值",
    "完成值": "实际完成值",
    "偏差原因": "偏差原因及改进措施",
    "度量单位": "计量单位",
    "权重": "分值",
    "评价等级": "等级",
    "预算执行率": "执行率",
    "执行分值": "预算执行分值",
    "执行得分": "预算执行得分",
}
WORDS: Final[Mapping[str, str]] = {
    "且": "且(条件, 条件, …)：都成立",
    "或": "或(条件, 条件, …)：有一个成立",
    "非": "非(条件)：不成立",
    "包含": '包含(文字列, "词", "词", …)：这一格里有其中一个词',
    "属于": '属于(文字列, "词", "词", …)：这一格正好是其中一个',
    "为空": "为空(列)：这一格没有填",
    "已填": "已填(列)：这一格填了",
    "合计": "合计(数列) 或 合计(数列, 条件)：各行相加，没有填的行不算",
    "最大": "最大(数列) 或 最大(数列, 条件)：各行里最大的",
    "个数": "个数(条件)：有几行成立",
    "都": "都(条件) 或 都(条件, 哪些行)：每一行都成立",
    "有": "有(条件) 或 有(条件, 哪些行)：有一行成立",
}


def column(name: str, at: int) -> Column:
    """The column of a name.

    Raises:
        FormulaError: there is none; the nearest is suggested and all are listed.
    """
    known = ALSO.get(name, name)
    if known in COLUMNS:
        return COLUMNS[known]
    if name in WORDS:
        raise FormulaError(at, f"“{name}”后面要有括号", WORDS[name])
    raise FormulaError(
        at, f"没有“{name}”这一列", f"{_nearest(name, (*COLUMNS, *ALSO))}可以用的列：{'、'.join(COLUMNS)}"
    )


def unknown_word(name: str, at: int) -> FormulaError:
    """The error for a word that there is not."""
    return FormulaError(at, f"没有“{name}(…)”这种写法", f"{_nearest(name, WORDS)}可以用的：{'、'.join(WORDS)}")


def _nearest(name: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    near = get_close_matches(name, list(known), 1, 0.3)
    return f"是不是“{near[0]}”？" if near else ""
