"""Tree → the expressions of a check."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_
from typing import Final

import polars as pl

from jixiao.model.number import MONEY_UNITS
from jixiao.tables import words
from jixiao.tables.formula import figures
from jixiao.tables.formula.figures import Figure
from jixiao.tables.formula.names import WORDS, Column, Dimension, column, unknown_word
from jixiao.tables.formula.tree import COMPARISONS, Call, FormulaError, Name, Node, Number, Pair, Text
from jixiao.tables.words import Row

_LONGEST: Final = 100  # characters of quoted words
_FIGURES: Final = ("合计", "最大", "个数")
_POINT_PLACES: Final = 6


@dataclass(slots=True)
class Reading:
    """What a condition reads on its own row, in the order of reading, and which cells it asks whether they are blank.

    rows: whether it looks at all rows of the form as well.
    """

    columns: dict[Column, None] = field(default_factory=dict)
    asked: set[Column] = field(default_factory=set)
    rows: bool = False

    @property
    def filled(self) -> list[pl.Expr]:
        """The cells without which it does not apply: figures that it compares and does not ask about."""
        cells = (one for one in self.columns if one.compares_blank and one not in self.asked)
        return [words.filled(one.expression) for one in cells]


def condition(node: Node, reading: Reading) -> pl.Expr:
    """Whether a condition holds, three-valued; `reading` learns what it reads.

    Raises:
        FormulaError: a name is not known, or parts do not go together.
    """
    match node:
        case Pair() if node.sign in COMPARISONS:
            return _comparison(node, reading)
        case Name():
            found = _read(node, reading)
            if found.is_yes_or_no:
                return found.expression
        case Call() if node.name in _CONDITIONS:
            return _CONDITIONS[node.name](node, reading)
        case Call() if node.name not in WORDS:
            raise unknown_word(node.name, node.at)
        case _:
            pass
    raise FormulaError(node.at, "这里要写一个条件", '例如 得分>分值、包含(实际完成值,"未开展")、为空(得分)')


def figure(node: Node, reading: Reading) -> Figure:
    """The sum of columns and numbers that a node stands for.

    Raises:
        FormulaError: it is no figure, or parts do not go together.
    """
    match node:
        case Number():
            return _number(node)
        case Name():
            found = _read(node, reading)
            if found.dimension is not None:
                return figures.of_column(found.path, found.places, found.dimension)
        case Pair() if node.sign in ("+", "-"):
            left, right = figure(node.left, reading), figure(node.right, reading)
            return figures.add(left, right, 1 if node.sign == "+" else -1, node.at)
        case Pair() if node.sign == "*":
            return figures.times(figure(node.left, reading), figure(node.right, reading), node.at)
        case Call() if node.name in _FIGURES:
            return _over_rows(node, reading)
        case Call() if node.name not in WORDS:
            raise unknown_word(node.name, node.at)
        case _:
            pass
    raise FormulaError(node.at, "这里要写一个数", "数、数列（如 得分）、合计(…)、最大(…) 或 个数(…)")


def aggregate(node: Call, reading: Reading) -> pl.Expr:
    """The column of 合计, 最大 or 个数 as it is shown in a message.

    Raises:
        FormulaError: it is none of them, or parts do not go together.
    """
    if node.name not in _FIGURES:
        raise FormulaError(node.at, "这里只能写 合计(…)、最大(…) 或 个数(…)", "例如 {合计(得分)}")
    (name,) = _over_rows(node, reading).columns
    return pl.col(name)


def _read(node: Name, reading: Reading) -> Column:
    found = column(node.name, node.at)
    reading.columns[found] = None
    return found


def _number(node: Number) -> Figure:
    if node.unit in MONEY_UNITS:
        return Figure({}, node.value.scaleb(MONEY_UNITS[node.unit]), Dimension.MONEY)
    return Figure({}, node.value, Dimension(node.unit))


def _comparison(node: Pair, reading: Reading) -> pl.Expr:
    sides = [_words_of(side, reading) for side in (node.left, node.right)]
    if sides == [None, None]:
        left, right = figure(node.left, reading), figure(node.right, reading)
        return figures.compare(node.sign, left, right, node.at)
    if node.sign not in ("=", "<>") or None in sides:
        raise FormulaError(node.at, "文字只能和文字比，只能用 = 或 <>", '例如 一级指标="产出指标"')
    left_words, right_words = sides
    if isinstance(left_words, str) and isinstance(right_words, str):
        raise FormulaError(node.at, "两边都是引号里的文字", "至少一边要有一列")
    _check_choices(node, left_words, right_words)
    same: pl.Expr = _side(left_words) == _side(right_words)
    return same if node.sign == "=" else ~same


def _words_of(node: Node, reading: Reading) -> Column | str | None:
    """The column of words or the quoted words; None for anything else."""
    if isinstance(node, Text):
        return _quoted(node)
    if isinstance(node, Name):
        found = column(node.name, node.at)
        if found.dimension is None and not found.is_yes_or_no:
            return _read(node, reading)
    return None


def _check_choices(node: Node, left: Column | str | None, right: Column | str | None) -> None:
    closed = next((one for one in (left, right) if isinstance(one, Column) and one.choices), None)
    if closed is None:
        return
    other = right if closed is left else left
    if not isinstance(other, str):
        raise FormulaError(node.at, "这一列只能和引号里的文字比", f"可以是 {'、'.join(closed.choices)}")
    _check_choice(closed, other, node.at)


def _check_choice(closed: Column, value: str, at: int) -> None:
    if closed.choices and value not in closed.choices:
        raise FormulaError(at, f"这一列里不会有“{value}”", f"可以是 {'、'.join(closed.choices)}")


def _side(value: Column | str | None) -> pl.Expr:
    return value.expression if isinstance(value, Column) else pl.lit(value)


def _quoted(node: Text) -> str:
    if len(node.value) > _LONGEST:
        raise FormulaError(node.at, "引号里的文字太长", f"最多 {_LONGEST} 个字")
    return node.value


def _joined(join: Callable[[pl.Expr, pl.Expr], pl.Expr]) -> Callable[[Call, Reading], pl.Expr]:
    def build(node: Call, reading: Reading) -> pl.Expr:
        _count(node, 2, None)
        return reduce(join, [condition(one, reading) for one in node.arguments])

    return build


def _not(node: Call, reading: Reading) -> pl.Expr:
    _count(node, 1, 1)
    return ~condition(node.arguments[0], reading)


def _listed(word: Callable[..., pl.Expr], *, closed: bool) -> Callable[[Call, Reading], pl.Expr]:
    """包含 and 属于: a column of words, then quoted words. closed: whether it may hold a few words only."""

    def build(node: Call, reading: Reading) -> pl.Expr:
        _count(node, 2, None)
        first, *others = node.arguments
        found = _words_of(first, reading)
        if isinstance(found, Column) and isinstance(first, Name) and found.choices and not closed:
            said = [one.value for one in others if isinstance(one, Text)]
            meant = next((word for word in found.choices if any(one in word for one in said)), found.choices[0])
            raise FormulaError(
                first.at,
                f"{node.name} 的第一个参数要是文字列，{first.name} 只有几个固定的词",
                f'写成 属于({first.name}, "{meant}")；能用的词：{"、".join(found.choices)}',
            )
        if not isinstance(found, Column):
            raise FormulaError(first.at, f"{node.name} 的第一个参数要是文字列", WORDS[node.name])
        listed = []
        for one in others:
            if not isinstance(one, Text) or not one.value:
                raise FormulaError(one.at, "这里要写引号里的文字，不能是空的", WORDS[node.name])
            _check_choice(found, one.value, one.at)
            listed.append(_quoted(one))
        return word(found.expression, *listed)

    return build


def _blankness(word: Callable[[pl.Expr], pl.Expr]) -> Callable[[Call, Reading], pl.Expr]:
    def build(node: Call, reading: Reading) -> pl.Expr:
        _count(node, 1, 1)
        (named,) = node.arguments
        if not isinstance(named, Name) or not column(named.name, named.at).can_be_blank:
            raise FormulaError(named.at, f"{node.name} 里要写表上印的一列", "例如 为空(得分)、已填(实际完成值)")
        found = _read(named, reading)
        reading.asked.add(found)
        return word(found.expression)

    return build


def _quantified(word: Callable[..., pl.Expr]) -> Callable[[Call, Reading], pl.Expr]:
    """都 and 有: a condition over all rows of the form."""

    def build(node: Call, reading: Reading) -> pl.Expr:
        _count(node, 1, 2)
        inner, where = _of_rows(node, node.arguments[:1], reading), None
        if len(node.arguments) == 2:
            where = _of_rows(node, node.arguments[1:], reading)
        return word(inner, Row("project"), where)

    return build


def _of_rows(node: Call, conditions: Sequence[Node], reading: Reading, value: Column | None = None) -> pl.Expr:
    """A condition on the rows of the form, false where a cell that it compares is blank."""
    inside = Reading()
    if value is not None:
        inside.columns[value] = None
    parts = [condition(one, inside) for one in conditions]
    if inside.rows:
        raise FormulaError(node.at, f"{node.name} 里面不能再套合计、个数一类的写法", "拆成几项检查")
    if not any(one.table == "indicator" for one in inside.columns):
        raise FormulaError(node.at, f"{node.name} 里要有指标表的列", "例如 得分、分值、实际完成值")
    reading.rows = True
    return reduce(and_, [*inside.filled, *parts], pl.lit(value=True))


def _over_rows(node: Call, reading: Reading) -> Figure:
    if node.name == "个数":
        _count(node, 1, 1)
        name = words.count(Row("project"), _of_rows(node, node.arguments, reading)).meta.output_name()
        return figures.of_column(name, 0, Dimension.COUNT)
    _count(node, 1, 2)
    named = node.arguments[0]
    found = column(named.name, named.at) if isinstance(named, Name) else None
    if found is None or found.dimension is None or found.table != "indicator":
        raise FormulaError(node.at, f"{node.name} 的第一个参数要是指标表的数列", WORDS[node.name])
    where = _of_rows(node, node.arguments[1:], reading, found)
    word = words.total if node.name == "合计" else words.largest
    name = word(found.expression, Row("project"), where).meta.output_name()
    return figures.of_column(name, _POINT_PLACES, found.dimension)


def _count(node: Call, least: int, most: int | None) -> None:
    if len(node.arguments) < least or (most is not None and len(node.arguments) > most):
        raise FormulaError(node.at, f"{node.name} 的参数个数不对", WORDS[node.name])


_CONDITIONS: Final[Mapping[str, Callable[[Call, Reading], pl.Expr]]] = {
    "且": _joined(and_),
    "或": _joined(or_),
    "非": _not,
    "包含": _listed(words.says, closed=False),
    "属于": _listed(words.among, closed=True),
    "为空": _blankness(words.blank),
    "已填": _blankness(words.filled),
    "都": _quantified(words.every),
    "有": _quantified(words.some),
}
