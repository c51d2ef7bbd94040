"""A subject in a layout: the table that prints it, and the truth of what is printed."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from .layouts import Column, Spec
from .page import Cell, Part, Table, needs, spans, spread
from .subjects import Row, Subject

_WIDTHS = {"level1": 7, "level2": 8, "level3": 18, "target": 11, "actual": 11, "reason": 15, "weight": 6, "score": 6}
_NUMBERS = ("weight", "score")
_TRUTH = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")


@dataclass(frozen=True)
class Habits:
    """How the form was filled in and laid out.

    upright: labels at the left one character a line. ordinals: 指标1： before each name. slots: rows of the template
    left empty below each class. wide: digits in full width. repeat: the header of the indicators printed again in the
    middle. titled: the title is a row of the table. hidden: every third indicator row is hidden. tracked: scores were
    changed with changes tracked. apart: each block is a table of its own below a heading.
    """

    upright: bool = False
    ordinals: bool = False
    slots: bool = False
    wide: bool = False
    repeat: bool = False
    titled: bool = False
    hidden: bool = False
    tracked: bool = False
    apart: bool = False


class Form:
    """Prints block after block into tables and writes down what it prints."""

    def __init__(self, spec: Spec, subject: Subject, habits: Habits) -> None:
        self.spec, self.subject, self.habits = spec, subject, habits
        self.truth: dict[str, Any] = {"kind": spec.kind, "year": subject.year}
        self.apart = spec.apart or habits.apart
        self.label = "" if self.apart else spec.label
        self.widths = [4] * bool(self.label) + [_WIDTHS.get(field, 6) for _, field, _ in spec.indicators]
        self.table = Table(list(self.widths))
        self.blocks: list[str | Table] = []

    def part(self) -> Part:
        """The form as a part of a document."""
        title, year = self.spec.title, f"（{self.subject.year}年度）"
        if self.habits.titled:
            self.table.add(Cell(title, self.columns))
            self.table.add(Cell(year, self.columns))
        else:
            self.blocks += [title, year]
        names = ("项目基本信息", "资金情况", "绩效目标", "绩效指标")
        blocks = (self._head, self._funds, self._goals, self._indicators)
        for number, name, block in zip("一二三四", names, blocks, strict=True):
            if self.apart:
                self._cut(f"{number}、{name}")
            block()
        for row in self.spec.tail:
            self._pairs(row)
        self._cut("")
        return Part(self.subject.project or self.subject.unit, self.blocks)

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return len(self.widths)

    def _cut(self, heading: str) -> None:
        if self.table.rows:
            self.blocks.append(self.table.check())
            self.table = Table(list(self.widths))
        if heading:
            self.blocks.append(heading)

    def _print(self, field: str) -> str:
        """The text of a field of the head, which becomes part of the truth."""
        if field.startswith("="):
            return field[1:]
        text = str(getattr(self.subject, field))
        key = {"expected": "goal_expected", "achieved": "goal_actual"}.get(field, field)
        self.truth[key] = text
        return self._digits(text)

    def _digits(self, text: str) -> str:
        return re.sub("[0-9%]", lambda sign: chr(ord(sign[0]) + 0xFEE0), text) if self.habits.wide else text

    def _pairs(self, row: tuple[str, ...]) -> None:
        texts = [text if at % 2 == 0 else self._print(text) for at, text in enumerate(row)]
        self.table.add(*spread(self.widths, *texts))

    def _head(self) -> None:
        for row in self.spec.head:
            self._pairs(row)

    def _funds(self) -> None:
        spec = self.spec
        if not spec.funds:
            return
        headed = any(header for header, _, _ in spec.funds)
        labels = [spec.fund_total, *spec.parts] if spec.fund_total else []
        lines = [([""] if labels else []) + [header for header, _, _ in spec.funds]] if headed else []
        self.truth["funds"] = {"money_unit": self.subject.money}
        total = [self._fund(field) for _, field, _ in spec.funds]
        lines.append(([spec.fund_total] if labels else []) + total)
        lines += [[part, *self._share(at)] for at, part in enumerate(spec.parts)]
        label = spec.fund_label.format(unit=self.subject.money)
        points = re.search(r"（(\d+)分", label)
        if points:  # the points of the block are those of its total, where no column says so
            self.truth["funds"].setdefault("weight", points[1])
        shares = spans(self.widths[bool(label) :], [needs(column) for column in zip(*lines, strict=True)])
        for at, line in enumerate(lines):
            left = [Cell(label, 1, len(lines))] if label and at == 0 else []
            self.table.add(*left, *map(Cell, line, shares))

    def _fund(self, field: str) -> str:
        if field.startswith("="):
            return field[1:]
        text = str(getattr(self.subject, field))
        if field in {"initial", "annual", "executed", "weight", "score", "rate"}:
            self.truth["funds"][field] = text
        return self._digits(text)

    def _share(self, part: int) -> list[str]:
        """The first part has all the money, the others none; neither has points."""
        cells = []
        for _, field, _ in self.spec.funds:
            if field in {"initial", "annual", "executed", "rate"}:
                cells.append(self._digits(str(getattr(self.subject, field))) if part == 0 else "")
            else:
                cells.append("—" if field in _NUMBERS else "")
        return cells

    def _goals(self) -> None:
        if not self.spec.goals:
            return
        label, *headers = self.spec.goals
        values = [self._print(field) for _, field in zip(headers, ("expected", "achieved"), strict=False)]
        if label in headers:
            self.table.add(*spread(self.widths, label, *values))
            return
        left = [Cell(label, 1, 2)] if label else []
        shares = spans(self.widths[bool(label) :], [needs(pair) for pair in zip(headers, values, strict=True)])
        self.table.add(*left, *map(Cell, headers, shares))
        self.table.add(*map(Cell, values, shares))

    def _indicators(self) -> None:
        start = len(self.table.rows)
        self._header(self.spec.indicators)
        self.table.head = (start, len(self.table.rows))
        self.truth["indicators"] = []
        rows = self.subject.rows
        half = len(rows) // 2
        repeated = self.habits.repeat and rows[half - 1].level2 != rows[half].level2
        for chunk in (rows[:half], rows[half:]) if repeated else (rows,):
            if chunk is not rows and chunk[0] is not rows[0]:
                self._header(self.spec.indicators)
            self._body(chunk)
        if self.label:
            self._label(start)
        if self.spec.total:
            self._total()

    def _header(self, columns: tuple[Column, ...]) -> None:
        two = any(above for _, _, above in columns)
        first, second = [], []
        for above, group in groupby(columns, key=lambda column: column[2]):
            own = list(group)
            if above:
                first.append(Cell(above, len(own)))
                second += [Cell(header) for header, _, _ in own]
            else:
                first += [Cell(header, 1, 2 if two else 1) for header, _, _ in own]
        self.table.add(*first)
        if two:
            self.table.add(*second)

    def _body(self, rows: tuple[Row, ...]) -> None:
        lines = [(row, text) for row in rows for text in [row.level3]]
        if self.habits.slots:
            lines = [
                line
                for _, group in groupby(rows, key=lambda row: (row.level1, row.level2))
                for own in [list(group)]
                for line in [*((row, row.level3) for row in own), (own[-1], ""), (own[-1], "……")]
            ]
        place: dict[tuple[str, str], int] = {}
        for at, (row, name) in enumerate(lines):
            number = place[row.level1, row.level2] = place.get((row.level1, row.level2), 0) + 1
            filled = name == row.level3
            if filled:
                self._note(row)
            cells = [
                cell
                for _, field, _ in self.spec.indicators
                for cell in self._cell(field, row, name, number, [line for line, _ in lines], at)
            ]
            if self.habits.hidden and at % 3 == 1:
                self.table.hidden.add(len(self.table.rows))
            self.table.add(*cells)

    def _cell(self, field: str, row: Row, name: str, number: int, rows: list[Row], at: int) -> list[Cell]:
        if field in {"level1", "level2"}:
            keys = [(one.level1, one.level2 if field == "level2" else "") for one in rows]
            if at and keys[at] == keys[at - 1] and any(keys[at]):
                return []
            span = next((n for n, key in enumerate(keys[at:]) if key != keys[at]), len(keys) - at)
            return [Cell(self._class(field, row), 1, span if any(keys[at]) else 1)]
        if field == "level3":
            ordinal = f"指标{number}：" if self.habits.ordinals and name != "……" else ""
            return [Cell(ordinal + name)]
        if name != row.level3:
            return [Cell()]
        text = field[1:] if field.startswith("=") else self._digits(str(getattr(row, field)))
        return [Cell(text, deleted="0" if self.habits.tracked and field == "score" and text else "")]

    def _class(self, field: str, row: Row) -> str:
        text = str(getattr(row, field))
        if field == "level1" and self.habits.upright:
            text = "\n".join(text)
        if field == "level1" and self.spec.group_weights:
            points = sum(Decimal(one.weight or 0) for one in self.subject.rows if one.level1 == row.level1)
            text += f"\n（{points.normalize():f}分）"
        return text

    def _note(self, row: Row) -> None:
        printed = {field for _, field, _ in self.spec.indicators}
        if {"value", "sign"} <= printed:
            printed.add("target")
        self.truth["indicators"].append({field: str(getattr(row, field)) for field in _TRUTH if field in printed})

    def _label(self, start: int) -> None:
        """The label at the left of the indicators, merged down over all their rows."""
        text = "\n".join(self.label) if self.habits.upright else self.label
        self.table.rows[start].insert(0, Cell(text, 1, len(self.table.rows) - start))

    def _total(self) -> None:
        fields = [""] * bool(self.label) + [field for _, field, _ in self.spec.indicators]
        numbers = [field for field in fields if field in _NUMBERS]
        if not self.spec.funds and not any(getattr(self.subject, f"total_{field}") for field in numbers):
            return
        first = next(at for at, field in enumerate(fields) if field in _NUMBERS)
        cells = [Cell(self.spec.total, first)]
        cells += [Cell(self._print(f"total_{field}") if field in _NUMBERS else "") for field in fields[first:]]
        if self.spec.grade:
            cells[-1] = Cell(self.spec.grade)
        self.table.add(*cells)
