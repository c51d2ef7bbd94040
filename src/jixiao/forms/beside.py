"""What stands beside its label: the head of a form, amounts and goals without a header of their own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from jixiao.forms.found import FoundForm, Slots
from jixiao.forms.header_columns import AMOUNTS
from jixiao.forms.labels import field_of, resembling, without_prefix
from jixiao.forms.notes import ALIGNED
from jixiao.forms.numbers import parse_number
from jixiao.forms.rows import Row, below
from jixiao.forms.shapes import is_points
from jixiao.model.characters import narrow
from jixiao.model.layout import Cell
from jixiao.model.number import known

_BLOCKS: Final = (
    "project",
    "stops",
    "funds",
    "fund_rows",
    "goals",
    "goal_scopes",
    "blocks",
    "indicators",
    "rows",
    "dates",
)
_LONGEST: Final = 24
# 项目名称：… and what follows it in the same cell or paragraph.
_INLINE: Final = re.compile(r"(?:^|(?<=[\s，,;；]))([\u4e00-\u9fff][\u4e00-\u9fff（）()、/ ]{1,14})[:：]")
_FOLLOWING: Final = re.compile(r"([\u4e00-\u9fff]{4,30})[:：]")
_SHORTEST_LABEL: Final = 4
_AMOUNT: Final = re.compile(r".*?(亿元|百万元|万元|千元|百元|元|万)?", re.DOTALL)
_YEAR: Final = "年度"
_PERIODS: Final = ("实施期", "中期", "长期", "整个项目期", "三年")
_PAIR: Final = 2
_SENTENCE: Final = 8
_STAMPS: Final = re.compile(r"\s*[(（](?:盖章|公章|签章|盖章处)[)）]\s*$")


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and the cell that is its value."""

    label: Cell
    value: Cell


@lru_cache(maxsize=8192)
def is_label(text: str) -> bool:
    """Whether a text is a label of some block, or of a source of money with 其中 before it."""
    if len(text) > _LONGEST:
        return False
    return any(field_of(block, text) is not None for block in _BLOCKS) or _source(text) is not None


def pairs(row: Row, *, merged: bool = False) -> Iterator[Pair]:
    """The labels of a row with the cell behind each, blank ones passed over; a label that another follows has none.

    merged: labels that began in a row above count again.
    """
    for at, cell in enumerate(row.cells):
        if cell.row < row.line and not merged:
            continue
        if is_label(cell.text):
            value = _behind(row.cells[at + 1 :])
            if value is not None:
                yield Pair(cell, value)
        else:
            yield from _inside(cell)


def _behind(cells: Sequence[Cell]) -> Cell | None:
    """The first printed cell before the next label, else the blank one that comes first."""
    for cell in cells:
        if is_label(cell.text) or _begins_with_label(cell.text):
            break
        if cell.text.strip():
            return cell
    first = cells[0] if cells else None
    return first if first is not None and not first.text.strip() else None


def _begins_with_label(text: str) -> bool:
    match = _INLINE.match(text)
    return match is not None and is_label(match[1])


def _inside(cell: Cell) -> Iterator[Pair]:
    """Labels that stand in one cell with their values, each followed by a colon."""
    if ":" not in cell.text and "：" not in cell.text:
        return
    found = [match for match in _INLINE.finditer(cell.text) if is_label(match[1])]
    for match, after in zip_longest(found, found[1:]):
        end = after.start() if after else len(cell.text)
        value = _STAMPS.sub("", _until_label(cell.text[match.end() : end]).strip().rstrip("，,;；"))
        yield Pair(cell._replace(text=match[1]), cell._replace(text=value, lines=(value,)))


def _until_label(text: str) -> str:
    """A value up to the label that follows it without a gap: 某某中心填报日期：2024年3月11日."""
    for match in _FOLLOWING.finditer(text):
        words = match[1]
        start = next((at for at in range(len(words) - _SHORTEST_LABEL + 1) if is_label(words[at:])), None)
        if start is not None:
            return text[: match.start() + start]
    return text


def head_of(rows: Sequence[Row]) -> dict[str, Cell]:
    """Field of the project → its cell; a label printed twice counts where it stands first."""
    found: dict[str, Cell] = {}
    for at, row in enumerate(rows):
        for pair in (*pairs(row), *_upright(row, rows[at + 1 : at + 2])):
            name = field_of("project", pair.label.text)
            if name is not None and not (name in found and found[name].text.strip()):
                found[name] = pair.value
    return found


def _upright(row: Row, after: Sequence[Row]) -> Iterator[Pair]:
    """Labels of a row that holds nothing else, with the values below them."""
    printed = row.printed
    named = [cell for cell in printed if field_of("project", cell.text)]
    if row.ragged or len(named) < len(printed) or len(named) < 2 or not after or after[0].table != row.table:
        return
    for label in named:
        value = below(label, after[0])
        if value is not None and value.row > label.row and not is_label(value.text):
            yield Pair(label, value)


def read_amounts(form: FoundForm, rows: Iterable[Row], *, done: bool) -> None:
    """Amounts of a form without a header for them.

    One that is only called 资金总额 is the budget of a form of results (`done`), the plan of a form of goals. Where the
    total of the year stands beside that of the whole project, so do the sources; those of the year count.
    """
    total: dict[str, Cell] = {}
    lines: dict[str, Slots] = {}
    left = of_year = 0
    weight: Cell | None = None
    for row in rows:
        found = [pair for pair in pairs(row) if amount(pair.value.text)]
        left = max(
            [left, *(pair.label.col for pair in found if _YEAR in pair.label.text)] if _has_period(found) else [left]
        )
        of_year = of_year or _beside_whole(found)
        weight = weight or _points(row, found)
        for pair in found:
            field = field_of("funds", pair.label.text)
            source = _source(pair.label.text)
            if pair.label.col < left or any(word in pair.label.text for word in _PERIODS):
                continue
            if field in (*AMOUNTS, "rate") or source == "total":
                total.setdefault("label", pair.label)
                total.setdefault(field or ("budget" if done else "initial"), pair.value)
            elif source is not None and pair.label.col >= of_year:
                value = {"label": pair.label, "budget" if done else "initial": pair.value}
                lines.setdefault(source, Slots(value, ALIGNED, pair.label.place))
    if weight is not None and set(AMOUNTS) <= {*total, "initial"}:
        total["weight"] = weight
    first = [Slots(total, ALIGNED, total["label"].place)] if set(AMOUNTS) & total.keys() else []
    form.funds = [*first, *lines.values()]
    form.columns["funds"] = tuple(name for name in (*AMOUNTS, "rate") if any(name in line.cells for line in form.funds))


def _beside_whole(found: Sequence[Pair]) -> int:
    """The column of the total of the year in a row that begins with the total of the whole project; 0 if it is none."""
    labels = [pair.label for pair in found]
    totals = [one for one in labels if field_of("funds", one.text) in AMOUNTS or _source(one.text) == "total"]
    yearly = [label.col for label in totals if _YEAR in label.text]
    return yearly[0] if yearly and _YEAR not in totals[0].text else 0


def _points(row: Row, found: Sequence[Pair]) -> Cell | None:
    """The points of the block, which stand behind two amounts and their labels: 预算数 | 60 | 执行数 | 57 | 20."""
    values = [pair.value for pair in found if field_of("funds", pair.label.text) in AMOUNTS]
    last = row.printed[-1] if len(values) == _PAIR else None
    return last if last and row.printed[-2] in values and is_points(narrow(last.text)) else None


def _has_period(found: Iterable[Pair]) -> bool:
    return any(word in pair.label.text for pair in found for word in _PERIODS)


def _source(label: str) -> str | None:
    return field_of("fund_rows", without_prefix("fund_rows", label))


def amount(text: str) -> bool:
    """Whether a cell holds an amount, with or without its unit."""
    match = _AMOUNT.fullmatch(narrow(text))
    return known(parse_number(text, (match[1] if match else None) or "万元")) is not None


def read_goals(form: FoundForm, rows: Sequence[Row]) -> None:
    """Goals of a form without a header for them: beside 年度目标, or below 中期目标 | 年度目标."""
    for at, row in enumerate(rows):
        labels = [cell for cell in row.printed if _is_goal(cell.text)]
        if len(labels) > 1 and len(labels) == len(row.printed) and not row.ragged and at + 1 < len(rows):
            for label in labels:
                value = below(label, rows[at + 1])
                if value is not None and value.row > label.row and _is_prose(value.text):
                    form.goals.append(_goal(label, value))
            continue
        for pair in (*pairs(row, merged=True), *_sentence(row)):
            field = _goal_field(pair.label.text)
            if (
                field is None
                or not _is_prose(pair.value.text)
                or any(pair.value in line.cells.values() for line in form.goals)
            ):
                continue
            if field == "achieved" and form.goals:
                last = form.goals[-1]
                form.goals[-1] = replace(last, cells={**last.cells, "achieved": pair.value})
            elif field == "expected":
                form.goals.append(_goal(pair.label, pair.value))


def _goal_field(label: str) -> str | None:
    known_as = field_of("goals", label)
    likely = resembling("goals", label)
    return known_as or ("expected" if field_of("goal_scopes", label) and likely != "achieved" else likely)


def _sentence(row: Row) -> Iterator[Pair]:
    """A row of words that are like the label of a goal, and a sentence."""
    if len(row.printed) == _PAIR and not is_label(row.printed[0].text) and len(row.printed[1].text) >= _SENTENCE:
        yield Pair(*row.printed)


def _goal(label: Cell, value: Cell) -> Slots:
    return Slots({"scope": label, "expected": value}, ALIGNED, label.place)


def _is_goal(text: str) -> bool:
    return (
        field_of("goals", text) == "expected"
        or field_of("goal_scopes", text) is not None
        or (len(text) <= _LONGEST and resembling("goals", text) == "expected")
    )


def _is_prose(text: str) -> bool:
    return bool(text.strip()) and not is_label(text) and known(parse_number(text)) is None
