"""CX13: two papers on one project say the same."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, folder
from jixiao.checks.batch import pairs
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.number import MONEY_UNITS, Number, contradicts, in_yuan, known, plain
from jixiao.model.terms import Kind, fold

_WORDS: Final = {"target": "指标值", "actual": "实际完成值", "weight": "分值", "score": "得分"}
_MONEY: Final = {"initial": "年初预算数", "budget": "全年预算数", "executed": "全年执行数"}
_DONE: Final = frozenset({Kind.SELF_EVALUATION, Kind.REPORT, Kind.REVIEW})

# Field of the later paper, what it is called, and how the two print it; None for what is unread.
Difference = tuple[str, str, str | None, str | None]


@check("CX13", on=folder, at="indicators", severity=WARNING, basis=["county-review-14", "jx-practice"], weighty=True)
def papers_on_one_project_differ(batch: Sequence[Evaluation]) -> Sequence[Answer]:
    """同一个项目的两份材料对不上

    为什么要查：目标申报表、监控表、自评表、报告说的是同一个项目，指标值、预算、分值、完成值、得分、总分应当一致；不一致的，总有一份不对。
    怎么改：以批复的目标和账面数为准改成一致；批准调整过的，写明调整文件。
    不适用于：单独检查的文件；同一年度、同一单位、同一名称的项目只有一份材料的；完成值、得分和总分只在自评表、复核表、报告之间比较。
    """
    answers: list[Answer] = [NOT_APPLICABLE] * len(batch)
    for (_, first), (n, later) in pairs(batch, 0):
        found = list(_differences(first, later))
        faults = [
            Fault(field, facts={"name": name, "own": own, "other": other, "file": first.file})
            for field, name, own, other in found
            if own is not None and other is not None
        ]
        missing = tuple(field for field, _, own, other in found if own is None or other is None)
        answers[n] = faults or (Unsure(missing) if missing else [])
    return answers


def _differences(first: Evaluation, later: Evaluation) -> Iterator[Difference]:
    yield from _amounts(first, later)
    yield from _totals(first, later)
    for one in (first, later):
        for n, row in enumerate(one.indicators):
            if row.level3 is None:
                yield f"indicators[{n}].level3", "三级指标", None, None
    rows = {fold(row.level3 or ""): row for row in first.indicators}
    names = ["target", "weight", *(["actual", "score"] if {first.kind, later.kind} <= _DONE else [])]
    for n, row in enumerate(later.indicators):
        other = rows.get(fold(row.level3 or "")) if row.level3 else None
        for name in names if other else ():
            if name in first.columns and name in later.columns:
                yield from _cells(f"indicators[{n}].{name}", name, row, other or row)


def _totals(first: Evaluation, later: Evaluation) -> Iterator[Difference]:
    """The total and the grade; a paper that prints none contradicts nothing."""
    if not {first.kind, later.kind} <= _DONE:
        return
    own, theirs = known(later.total.score), known(first.total.score)
    if None in (later.total.score, first.total.score):
        yield "total.score", "总分", None, None
    elif own is not None and theirs is not None and own != theirs:
        yield "total.score", "总分", f"{plain(own)}分", f"{plain(theirs)}分"
    if later.total.grade and first.total.grade and fold(later.total.grade) != fold(first.total.grade):
        yield "total.grade", "等级", later.total.grade, first.total.grade


def _cells(field: str, name: str, row: Indicator, other: Indicator) -> Iterator[Difference]:
    own, theirs = _printed(getattr(row, name)), _printed(getattr(other, name))
    label = f"“{row.level3}”的{_WORDS[name]}"
    if own is None or theirs is None:
        yield field, label, None, None
    elif own and theirs and own != theirs and not _same(name, row, other):
        yield field, label, own, theirs


def _printed(value: str | Number) -> str | None:
    return plain(value) if isinstance(value, Decimal) else None if value is None else fold(value)


def _same(name: str, row: Indicator, other: Indicator) -> bool:
    """Whether two spellings mean the same: 5 and 5.0, 98% and ≥98%, 10个 and 10 个."""
    own, theirs = getattr(row, name), getattr(other, name)
    if isinstance(own, Decimal) and isinstance(theirs, Decimal):
        return own == theirs
    mine, his = getattr(row, f"{name}_parsed"), getattr(other, f"{name}_parsed")
    if not (mine.is_number and his.is_number) or (mine.unit and his.unit and mine.unit != his.unit):
        return False
    return not contradicts(mine.low, his.low) and not contradicts(mine.high, his.high)


def _amounts(first: Evaluation, later: Evaluation) -> Iterator[Difference]:
    one, other = first.fund_total, later.fund_total
    if one is None or other is None or not {one.money_unit, other.money_unit} <= set(MONEY_UNITS):
        return
    for name, word in _MONEY.items():
        if name == "executed" and not {first.kind, later.kind} <= _DONE:
            continue
        theirs, own = getattr(one, name), getattr(other, name)
        if own is None or theirs is None:
            yield f"fund.{name}", word, None, None
        elif _apart(own, theirs, other.money_unit, one.money_unit):
            field = f"funds[{later.funds.index(other)}].{name}"
            yield field, word, f"{own}{other.money_unit}", f"{theirs}{one.money_unit}"


def _apart(own: Number, theirs: Number, unit: str, other: str) -> bool:
    """Whether two printed amounts cannot be one; a blank contradicts nothing."""
    mine, his = known(own), known(theirs)
    return mine is not None and his is not None and contradicts(in_yuan(mine, unit), in_yuan(his, other))


SAYS = "{name}：这里是 {own}，{file} 里是 {other}。"
declared = replace(an_evaluation(an_indicator()), file="目标申报表", kind=Kind.TARGET)
FIRES = {
    "指标值不同": (declared, an_evaluation(an_indicator(target="≥8台"))),
    "总分不同": (
        replace(an_evaluation(an_indicator(), total=98), file="上报的表"),
        an_evaluation(an_indicator(), total=96),
    ),
    "预算不同": (declared, an_evaluation(an_indicator(), funds={"budget": 120, "executed": 120})),
}
SILENT = {"一致": (declared, an_evaluation(an_indicator(actual="12台")))}
APART = {"只有一份": (an_evaluation(an_indicator()),)}
UNSURE = {"指标值没读出来": (declared, an_evaluation(an_indicator(target=None)))}
