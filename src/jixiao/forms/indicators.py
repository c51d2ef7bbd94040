"""The table of indicators: classes at the left filled down, weights printed beside a class, the last row."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from jixiao.forms.labels import bare, field_of
from jixiao.forms.notes import Notes
from jixiao.forms.numbers import parse_number
from jixiao.forms.rows import Columns, Row
from jixiao.model.characters import narrow
from jixiao.model.evaluation import Group, Indicator, Total
from jixiao.model.layout import Cell
from jixiao.model.number import Number, known

COLUMNS: Final = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
_LEVELS: Final = ("level1", "level2")
_WEIGHT: Final = re.compile(r"(.*?)[(](\d{1,3}(?:\.\d{1,6})?)分?[)]", re.ASCII)
# What a template leaves in a name cell: 指标1：, ……
_PLACEHOLDER: Final = re.compile(r"(?:指标\d*)?[:：]?[.…]*", re.ASCII)
_FULL_MARK: Final = 100
_GRADES: Final = frozenset(("优", "良", "中", "差", "优秀", "良好"))


def is_indicator_header(row: Row) -> bool:
    """Whether a row names the columns of an indicator table."""
    fields = Columns.of("indicators", row).at.keys()
    return "level3" in fields and len(fields) > 2


def is_total(row: Row) -> bool:
    """Whether a row begins with 总分 or another name of the last row."""
    return row.first is not None and field_of("rows", row.first.text) == "total"


@dataclass(slots=True)
class IndicatorTable:
    """An indicator table while it is read, row by row."""

    columns: Columns
    notes: Notes
    indicators: list[Indicator] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    total: Total | None = None
    _class: dict[str, Cell] = field(default_factory=dict)

    @classmethod
    def below(cls, header: Row, notes: Notes) -> "IndicatorTable":
        """An empty table with the columns of a header."""
        return cls(Columns.of("indicators", header), notes)

    def read(self, row: Row) -> None:
        """Take one row below the header; a header that comes again in mid-table says where its columns stand now."""
        if is_indicator_header(row):
            self.columns = Columns.of("indicators", row)
            return
        if is_total(row):
            self.total = self.total or self._total(row)
            return
        cells = self.columns.pick(row)
        self._fill_down(cells)
        if any(not _is_blank(cell) for name, cell in cells.items() if name not in _LEVELS):
            self.indicators.append(self._indicator(row, cells))

    def _fill_down(self, cells: dict[str, Cell]) -> None:
        """Give the row the classes that stand above it; a new 一级指标 ends the 二级指标 before it."""
        for level in _LEVELS:
            cell = cells.get(level)
            if cell is None or not cell.text.strip():
                if level in self._class:
                    cells[level] = self._class[level]
            elif cell is not self._class.get(level):
                self._class[level] = cell
                if level == "level1":
                    self._class.pop("level2", None)
                self._note_weight(level, cell)

    def _note_weight(self, level: str, cell: Cell) -> None:
        match = _WEIGHT.fullmatch(narrow(cell.text))
        if match is None or "level1" not in self._class:
            return
        level2 = _name(cell) if level == "level2" else None
        path = f"groups[{len(self.groups)}].weight"
        self.notes.source(path, cell.place, cell.text)
        self.groups.append(Group(_name(self._class["level1"]), level2, parse_number(match[2])))

    def _indicator(self, row: Row, cells: dict[str, Cell]) -> Indicator:
        path, notes, confidence = f"indicators[{len(self.indicators)}]", self.notes, self.columns.confidence(row)
        self.columns.report_lost(row, cells, notes)
        for level in cells.keys() & set(_LEVELS):
            notes.source(f"{path}.{level}", cells[level].place, cells[level].text, confidence)
        level3, target, actual, reason = (
            notes.text(f"{path}.{name}", cells.get(name), confidence)
            for name in ("level3", "target", "actual", "reason")
        )
        return Indicator(
            _name(cells["level1"]) if "level1" in cells else None,
            _name(cells["level2"]) if "level2" in cells else None,
            level3,
            target,
            actual,
            self._weight(path, cells.get("weight"), confidence),
            notes.number(f"{path}.score", cells.get("score"), confidence),
            reason,
            notes.quantity(target, cells.get("target")),
            notes.quantity(actual, cells.get("actual")),
        )

    def _weight(self, path: str, cell: Cell | None, confidence: Decimal) -> Number:
        weight = self.notes.number(f"{path}.weight", cell, confidence)
        if cell and weight and weight > _FULL_MARK:
            message = f"分值是“{cell.text.strip()}”，比满分 {_FULL_MARK} 还多，可能读错了列或填错了格"
            self.notes.trouble("weight-too-large", message, cell.place)
        return weight

    def _total(self, row: Row) -> Total:
        cells, confidence = self._total_cells(row), self.columns.confidence(row)
        grade = next((cell for cell in row.cells if bare(cell.text) in _GRADES), None)
        return Total(
            self.notes.number("total.weight", cells.get("weight"), confidence),
            self.notes.number("total.score", cells.get("score"), confidence),
            self.notes.text("total.grade", grade, confidence),
        )

    def _total_cells(self, row: Row) -> dict[str, Cell]:
        """Weight and score of the last row; ragged text lost its merged cells, so there the numbers are counted."""
        wanted = sorted({"weight", "score"} & self.columns.at.keys(), key=self.columns.at.__getitem__)
        numbers = [cell for cell in row.cells if known(parse_number(cell.text)) is not None]
        return (
            dict(zip(wanted, numbers, strict=True))
            if row.ragged and len(numbers) == len(wanted)
            else self.columns.pick(row)
        )


def _is_blank(cell: Cell) -> bool:
    return parse_number(cell.text) == "" or _PLACEHOLDER.fullmatch(narrow(cell.text)) is not None


def _name(cell: Cell) -> str:
    """A class as printed, without the weight beside it; one set upright, a character a line, becomes a word."""
    text = "".join(cell.text.split())
    match = _WEIGHT.fullmatch(narrow(text))
    return text[: len(match[1])] if match and match[1] else text
