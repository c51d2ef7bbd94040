"""Whether a published file still says what was computed, and whether that still follows from the evidence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from jixiao.evaluation.edits import Edit, edits_of_text
from jixiao.evaluation.record import Carried
from jixiao.law.load import on
from jixiao.model.evaluation import Evaluation, Quantity
from jixiao.model.json import to_json
from jixiao.model.layout import Layout
from jixiao.model.measurement import Fact
from jixiao.model.terms import Op, Origin, fold
from jixiao.scoring.totals import score

_TITLES: Final = {
    "name": "项目名称",
    "department": "主管部门",
    "unit": "实施单位",
    "year": "年度",
    "initial": "年初预算数",
    "budget": "全年预算数",
    "executed": "全年执行数",
    "rate": "执行率",
    "weight": "分值",
    "score": "得分",
    "reason": "偏差原因分析及改进措施",
    "expected": "预期目标",
    "achieved": "实际完成情况",
    "level1": "一级指标",
    "level2": "二级指标",
    "level3": "三级指标",
    "target": "指标值",
    "actual": "实际完成值",
    "grade": "评价等级",
    "label": "资金来源",
    "source": "资金来源",
}


@dataclass(frozen=True, slots=True)
class Broken:
    """A figure that no longer follows from the evidence: what it was, what it is now, and why."""

    fact: str
    title: str
    was: str
    now: str
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about a file.

    edits: what was changed after export. wrong: points that the rules do not give. changed: evidence files that are not
    those of the export, with what became of them. broken: the figures that no longer follow. compared: whether the text
    of the file could be compared. trouble: why the evidence could not be measured anew, else "".
    """

    file: str
    edits: tuple[Edit, ...]
    wrong: tuple[Edit, ...]
    changed: Mapping[str, str]
    broken: tuple[Broken, ...]
    compared: bool
    trouble: str

    @property
    def holds(self) -> bool:
        """Whether nothing was changed and every figure still follows."""
        return not (self.edits or self.wrong or self.changed or self.broken or self.trouble)


def edits_of(carried: Carried, layout: Layout, printed: Evaluation) -> tuple[Edit, ...]:
    """What a file prints otherwise than its record says: first the form, cell by cell, then the text."""
    form = {place.table for source in printed.sources.values() if (place := source.place) and place.table}
    return (*_form(carried.evaluation, printed), *edits_of_text(carried.report, layout, form))


def wrong_points(carried: Carried) -> tuple[Edit, ...]:
    """Rows whose recorded points are not those that the law of that day gives for the recorded values."""
    card = score(carried.evaluation, on(carried.day, carried.region))
    found = []
    for row in card.rows:
        points = row.points
        if (
            points.origin is not Origin.WAIVED
            and points.points != (row.printed or None)
            and points.origin is not Origin.BLANK
        ):
            found.append(Edit(f"“{row.label}”的得分", str(row.printed), f"{points.points}（{points.why}）"))
    if card.earned != carried.evaluation.total.score:
        found.append(Edit("总分", str(carried.evaluation.total.score), str(card.earned)))
    return tuple(found)


def changed_files(carried: Carried, files: Mapping[str, str]) -> dict[str, str]:
    """Evidence files that are gone or whose bytes are others."""
    found = {}
    for file, known in carried.files.items():
        if file not in files:
            found[file] = "不在了"
        elif files[file] != known:
            found[file] = "内容变了"
    return found


def broken_by(carried: Carried, changed: Mapping[str, str], facts: Mapping[str, Fact] | None) -> tuple[Broken, ...]:
    """The figures that rest on changed files, and those that come out differently now.

    facts: the facts of the folder as it is, None where it cannot be evaluated any more.
    """
    touched = {
        name: next(file for file in files if file in changed)
        for name, files in carried.measurements.items()
        if any(file in changed for file in files)
    }
    found = []
    for name, fact in carried.facts.items():
        now = facts.get(name) if facts is not None else None
        shown = now.shown if now else ""
        file = touched.get(fact.measurement)
        if file is not None:
            found.append(Broken(name, fact.title, fact.shown, shown, f"{file} {changed[file]}"))
        elif facts is not None and shown != fact.shown:
            found.append(Broken(name, fact.title, fact.shown, shown, "重新计算的结果不同"))
    return tuple(found)


def _form(was: Evaluation, now: Evaluation) -> Iterator[Edit]:
    before, after = dict(_flat(_comparable(was))), dict(_flat(_comparable(now)))
    for path in dict.fromkeys((*before, *after)):
        one, other = before.get(path, ""), after.get(path, "")
        if fold(one) != fold(other):
            yield Edit(_where(path, was), one, other)


def _comparable(evaluation: Evaluation) -> Evaluation:
    """The form without what was only read off its text."""
    nothing = Quantity(Op.UNREAD)
    rows = (replace(row, target_parsed=nothing, actual_parsed=nothing) for row in evaluation.indicators)
    return replace(evaluation, indicators=tuple(rows))


def _flat(evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    body = to_json(evaluation)
    for block in ("project", "funds", "goals", "indicators", "total"):
        yield from _leaves(block, body[block])


def _leaves(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _leaves(f"{path}.{name}", one)
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from _leaves(f"{path}[{at}]", one)
    else:
        yield path, _number(str(value)) if value not in (None, "") else ""


def _number(text: str) -> str:
    """8.50 and 8.5 are one number to whoever compares."""
    try:
        return format(Decimal(text).normalize(), "f")
    except ArithmeticError:
        return text


def _where(path: str, evaluation: Evaluation) -> str:
    head, _, name = path.rpartition(".")
    title = _TITLES.get(name, name)
    kind, _, ordinal = head.rstrip("]").partition("[")
    at = int(ordinal) if ordinal.isdecimal() else 0
    if kind == "indicators" and at < len(evaluation.indicators):
        return f"“{evaluation.indicators[at].level3}”的{title}"
    if kind == "funds" and at < len(evaluation.funds):
        return f"“{evaluation.funds[at].label}”的{title}"
    return f"总分行的{title}" if kind == "total" else title
