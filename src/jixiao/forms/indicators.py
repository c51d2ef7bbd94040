"""The table of indicators: classes filled down, weights printed beside a class, rows 其中, the last row."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from jixiao.forms.found import Slots
from jixiao.forms.labels import bare
from jixiao.forms.notes import Notes
from jixiao.forms.numbers import parse_number
from jixiao.model.characters import narrow
from jixiao.model.evaluation import Group, Indicator, SubRow, Total
from jixiao.model.layout import Cell
from jixiao.model.number import Number, known
from jixiao.model.quantity import beside
from jixiao.model.terms import Level1, Level2, implied_level1, is_empty, level1_of, level2_of

COLUMNS: Final = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
_LEVELS: Final = ("level1", "level2")
_POINTS: Final = {"level1": "group1", "level2": "group2"}
_WEIGHT: Final = re.compile(r"(.*?)[(]?(\d{1,3}(?:\.\d{1,6})?)分[)]?|(.*?)[(](\d{1,3}(?:\.\d{1,6})?)[)]", re.ASCII)
# What a template leaves in a name cell: 指标1：, ……
_PLACEHOLDER: Final = re.compile(r"(?:(?:指标|目标)\d*)?[:：、]?[.…]*", re.ASCII)
# The number that a form gives an indicator; the name follows it, and a mark before it (★指标1：) stays with the name.
_ORDINAL: Final = re.compile(r"^\s*(?P<mark>[★☆▲△*]?)\s*(?:指标|目标)\s*\d{1,2}\s*[:：.、]?\s*", re.ASCII)
_SUB: Final = re.compile(r"\s*其中")
# Columns that say what an operator means for points and are no part of the target.
_NATURES: Final = frozenset(("正向", "反向", "逆向", "中性", "定量", "正向指标", "反向指标"))
_FULL_MARK: Final = 100
_GRADES: Final = frozenset(("优", "良", "中", "差", "优秀", "良好"))
# What the columns of a target say that has several.
_PARTS: Final = (("op", "direction"), ("op", "sign"), ("low", "target"), ("unit", "unit"))
# How sure a class is that was not printed but follows from the one below it.
_IMPLIED: Final = Decimal("0.85")
_GUESSED: Final = Decimal("0.70")


@dataclass(slots=True)
class IndicatorTable:
    """An indicator table while it is read, row by row.

    headed: its header was printed; without one nothing is inferred.
    """

    notes: Notes
    headed: bool = True
    indicators: list[Indicator] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    _class: dict[str, Cell] = field(default_factory=dict)

    def read(self, lines: Iterable[Slots]) -> None:
        """Take the rows below a header."""
        for line in lines:
            cells = dict(line.cells)
            self._fill_down(cells)
            if _is_sub(cells) and self.indicators:
                self._add_sub(cells)
            elif any(not _is_blank(cell) for name, cell in cells.items() if name in COLUMNS[2:]):
                self.indicators.append(self._indicator(line, cells))

    def _number_above(self, cell: Cell) -> None:
        """Give the rows above the first printed class the one that stands before it: 数量指标 before 质量指标."""
        if "level2" in self._class or level2_of(_name(cell)) is not Level2.QUALITY or not self.headed:
            return
        for at, row in enumerate(self.indicators):
            if row.level1 is None and row.level2 is None:
                for level in _LEVELS:
                    self.notes.source(f"indicators[{at}].{level}", cell.place, cell.text, _GUESSED)
                self.indicators[at] = replace(row, level1=Level1.OUTPUT.value, level2=Level2.QUANTITY.value)

    def _fill_down(self, cells: dict[str, Cell]) -> None:
        """Give the row the classes that stand above it; a new 一级指标 ends the 二级指标 before it.

        It does not where that belongs to it: a label in the middle of its merged cell stands below its first rows.
        """
        for level in _LEVELS:
            cell = cells.get(level)
            if cell is None or not cell.text.strip():
                if level in self._class:
                    cells[level] = self._class[level]
            elif cell is not self._class.get(level):
                if level == "level2":
                    self._number_above(cell)
                if level == "level1" and not self._is_late(cell):
                    self._class.pop("level2", None)
                self._class[level] = cell
                self._note_weight(level, cell, cells.get(_POINTS[level]))

    def _is_late(self, cell: Cell) -> bool:
        return "level1" not in self._class and level1_of(_name(cell)) is self._implied(self._class.get("level2"))

    def _implied(self, second: Cell | None) -> Level1 | None:
        return implied_level1(_name(second)) if second is not None and self.headed else None

    def _note_weight(self, level: str, cell: Cell, points: Cell | None) -> None:
        match = _WEIGHT.fullmatch(narrow(cell.text))
        printed = points.text if points else (match[2] or match[4]) if match else ""
        if known(parse_number(printed)) is None or "level1" not in self._class:
            return
        level2 = _name(cell) if level == "level2" else None
        path = f"groups[{len(self.groups)}].weight"
        self.notes.source(path, (points or cell).place, (points or cell).text)
        self.groups.append(Group(_name(self._class["level1"]), level2, parse_number(printed)))

    def _add_sub(self, cells: dict[str, Cell]) -> None:
        above = self.indicators[-1]
        path = f"indicators[{len(self.indicators) - 1}].sub[{len(above.sub)}]"
        name, target, actual = (
            self.notes.text(f"{path}.{field}", cells.get(key))
            for field, key in (("name", "level3"), ("target", "target"), ("actual", "actual"))
        )
        self.indicators[-1] = replace(above, sub=(*above.sub, SubRow(name or "", target, actual)))

    def _indicator(self, line: Slots, cells: dict[str, Cell]) -> Indicator:
        path, notes, sure = f"indicators[{len(self.indicators)}]", self.notes, line.confidence
        notes.lost((header for name, header in line.lost.items() if name not in cells), line.place)
        for level in _LEVELS:
            if level in cells:
                notes.source(f"{path}.{level}", cells[level].place, cells[level].text, sure)
        target_cell = _target(cells)
        for part, name in _PARTS if target_cell is not cells.get("target") else ():
            if name in cells and cells[name].text.strip():
                notes.source(f"{path}.target_parsed.{part}", cells[name].place, cells[name].text, sure)
        level3, target, actual, reason = (
            notes.text(f"{path}.{name}", cell, sure)
            for name, cell in (
                ("level3", cells.get("level3")),
                ("target", target_cell),
                ("actual", cells.get("actual")),
                ("reason", cells.get("reason")),
            )
        )
        return Indicator(
            self._level1(path, cells),
            _name(cells["level2"]) if "level2" in cells else None,
            level3 and _ORDINAL.sub(r"\g<mark>", level3),
            target,
            actual,
            self._weight(path, cells.get("weight"), sure),
            notes.number(f"{path}.score", cells.get("score"), sure),
            reason,
            notes.quantity(target, target_cell),
            beside(notes.quantity(actual, cells.get("actual")), target or ""),
        )

    def _weight(self, path: str, cell: Cell | None, confidence: Decimal) -> Number:
        weight = self.notes.number(f"{path}.weight", cell, confidence)
        if cell and weight and weight > _FULL_MARK:
            message = f"分值是“{cell.text.strip()}”，比满分 {_FULL_MARK} 还多，可能读错了列或填错了格"
            self.notes.trouble("weight-too-large", message, cell.place)
        return weight

    def _level1(self, path: str, cells: dict[str, Cell]) -> str | None:
        """The class printed, or the one that the 二级指标 belongs to where none was."""
        if "level1" in cells:
            return _name(cells["level1"])
        second = cells.get("level2")
        first = self._implied(second)
        if first is None or second is None:
            return None
        self.notes.source(f"{path}.level1", second.place, second.text, _IMPLIED)
        return first.value


def read_total(line: Slots | None, notes: Notes) -> Total:
    """The last row."""
    if line is None:
        return Total()
    return Total(
        notes.number("total.weight", line.cells.get("weight"), line.confidence),
        notes.number("total.score", line.cells.get("score"), line.confidence),
        notes.text("total.grade", line.cells.get("grade"), line.confidence),
    )


def is_grade(cell: Cell) -> bool:
    """Whether a cell holds one of the four grades."""
    return bare(cell.text) in _GRADES


def _target(cells: dict[str, Cell]) -> Cell | None:
    """Operator, value and unit as one cell where they stand in columns of their own."""
    value = cells.get("target")
    if value is not None and is_empty(value.text):
        return value
    signs = [
        cells[name] for name in ("direction", "sign") if name in cells and narrow(cells[name].text) not in _NATURES
    ]
    parts = [cell for cell in (*signs[:1], value, cells.get("unit")) if cell is not None and cell.text.strip()]
    if value is None or parts in ([], [value]):
        return value
    return value._replace(text="".join(cell.text.strip() for cell in parts), place=parts[0].place)


def _is_sub(cells: dict[str, Cell]) -> bool:
    """A row 其中 that has no points of its own."""
    name = cells.get("level3")
    points = (cells[key] for key in ("weight", "score") if key in cells)
    return (
        name is not None and _SUB.match(name.text) is not None and not any(parse_number(cell.text) for cell in points)
    )


def _is_blank(cell: Cell) -> bool:
    return parse_number(cell.text) == "" or _PLACEHOLDER.fullmatch(narrow(cell.text)) is not None


def _name(cell: Cell) -> str:
    """A class as printed, without the weight beside it; one set upright, a character a line, becomes a word."""
    text = "".join(cell.text.split())
    match = _WEIGHT.fullmatch(narrow(text))
    stem = (match[1] or match[3]) if match else ""
    return text[: len(stem)] if stem else text
