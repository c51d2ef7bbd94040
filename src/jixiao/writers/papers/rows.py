"""The rows of a 复核工作底稿, as figures and words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.checks.examined import Examined
from jixiao.law.explain import shown_value
from jixiao.law.snapshot import Law
from jixiao.model.evaluation import Evaluation, Indicator, Quantity
from jixiao.model.number import Number, known, tidy
from jixiao.model.terms import Op, Origin, fold
from jixiao.scoring.portion import portion
from jixiao.scoring.totals import Scorecard, ScoredRow

# What a cell holds: a number, or the words that stand in its place.
Cell = Decimal | str

UNREAD: Final = "没有读出"
NO_COLUMN: Final = "无此列"
WAIVED: Final = "不适用"
# Rules that hold for every row and take no points away.
_FOR_ALL: Final = ("score.places", "score.total")
_NATURES: Final = {
    Op.AT_LEAST: "≥",
    Op.MORE: ">",
    Op.EQUAL: "＝",
    Op.AT_MOST: "≤",
    Op.LESS: "<",
    Op.BETWEEN: "区间",
    Op.BEFORE: "时限",
    Op.NONE: "数值",
    Op.TEXT: "定性",
    Op.UNREAD: "",
}


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One row. path: where it stands in the evaluation. reviewed: the points under the chosen rules, "" if open."""

    path: str
    classes: tuple[str, str, str]
    nature: str
    target: Cell
    unit: str
    weight: Cell
    actual: Cell
    score: Cell
    reviewed: Cell
    remark: str


def chosen(one: Examined) -> tuple[Law, Scorecard, str]:
    """The rules of the review: the first profile that was asked for, else the law in force; and how they are called."""
    if one.references:
        first = one.references[0]
        return first.law, first.scorecard, f"{first.law.profile}，{first.mark}"
    return one.law, one.scorecard, ""


def paper_rows(one: Examined, numbers: Mapping[str, Iterable[int]]) -> list[PaperRow]:
    """The rows, execution first where it is scored.

    numbers: by path of a row, the numbers of its findings in the list of findings.
    """
    law, card, _ = chosen(one)
    return [_row(one.evaluation, row, law, numbers.get(row.path, ())) for row in card.rows]


def _row(evaluation: Evaluation, row: ScoredRow, law: Law, numbers: Iterable[int]) -> PaperRow:
    points = row.points
    remark = "；".join(part for part in (_remark(row, law), _listed(numbers)) if part)
    columns = evaluation.columns
    reviewed: Cell = "" if points.points is None else points.points
    if points.origin is Origin.WAIVED:
        reviewed = WAIVED
    kind, _, ordinal = row.path.rstrip("]").partition("[")
    figures: tuple[str, Cell, str, Cell]
    weight: Cell
    if kind == "indicators":
        item = evaluation.indicators[int(ordinal)]
        classes = (item.level1 or "", item.level2 or "", row.label)
        figures = _figures(item, columns)
        weight, score = _cell_of("weight", item.weight, columns), _cell_of("score", item.score, columns)
    else:
        classes = ("预算执行", "", row.label)
        figures = _execution(evaluation)
        weight, score = UNREAD if points.weight is None else points.weight, printed(row.printed)
    nature, target, unit, actual = figures
    return PaperRow(row.path, classes, nature, target, unit, weight, actual, score, reviewed, remark)


def _cell_of(name: str, value: Number, columns: Collection[str]) -> Cell:
    return printed(value) if name in columns else NO_COLUMN


def _figures(item: Indicator, columns: Collection[str]) -> tuple[str, Cell, str, Cell]:
    """Nature, target, unit and actual value; numbers only where one unit holds for both."""
    target, actual = item.target_parsed, item.actual_parsed
    units = {fold(one.unit) for one in (target, actual) if one.unit}
    unit = target.unit or actual.unit or ""
    if len(units) > 1:
        return _NATURES[target.op], item.target or "", "", item.actual or ""
    wanted = _cell(target, item.target, missing=UNREAD if "target" in columns else NO_COLUMN)
    reached = _cell(actual, item.actual, missing=UNREAD if "actual" in columns else NO_COLUMN)
    alone = unit if isinstance(wanted, Decimal) or isinstance(reached, Decimal) else ""
    return _NATURES[target.op], wanted, alone, reached


def _cell(quantity: Quantity, text: str | None, *, missing: str) -> Cell:
    if quantity.low is not None and quantity.op is not Op.BETWEEN:
        return quantity.low
    return missing if text is None else text


def _execution(evaluation: Evaluation) -> tuple[str, Cell, str, Cell]:
    line = evaluation.fund_total
    if line is None:
        return "执行率", UNREAD, "", UNREAD
    return "执行率", printed(line.budget), line.money_unit, printed(line.executed)


def printed(value: Number) -> Cell:
    """A printed number, or which kind of nothing stands there."""
    return UNREAD if value is None else value


def _remark(row: ScoredRow, law: Law) -> str:
    """What was deducted, what share of the weight that is, why and by which standard."""
    points = row.points
    if points.origin is Origin.WAIVED:
        return points.why
    if points.points is None:
        return f"{points.why}，请复核人填写复核得分"
    if points.weight is None or points.points >= points.weight:
        own = known(row.printed)
        return points.why if own is not None and own != points.points else ""
    less = points.weight - points.points
    share = tidy(portion(Decimal(100), less, points.weight, 2))
    deciding = (name for name in points.basis if name in law.entries and name not in _FOR_ALL)
    standard = "；".join(_standard(law, name) for name in deciding)
    said = f"扣 {tidy(less)} 分，占权重的 {share}%：{points.why}"
    return f"{said}。标准：{standard}" if standard else said


def _standard(law: Law, name: str) -> str:
    entry = law.entries[name]
    number = f" {entry.act.number}" if entry.act.number else ""
    return f"{entry.title}（{shown_value(entry)}），{entry.act.title}{number}（{entry.evidence.words}）"


def _listed(numbers: Iterable[int]) -> str:
    named = "、".join(map(str, numbers))
    return f"见问题清单第 {named} 项" if named else ""
