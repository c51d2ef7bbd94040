"""Tables that sum an evaluation up by its parts: 决策 | 15 | 14.5 | 优, and the whole in the last row.

Of such tables web pages lose names, and of two equal cells one; what is missing follows from the last row.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.forms.found import Slots
from jixiao.forms.numbers import parse_number
from jixiao.forms.rows import Row, rows_of
from jixiao.model.characters import narrow
from jixiao.model.layout import Cell, Layout, Table
from jixiao.model.number import known

# How sure rows are whose sums agree with the last one.
SUMMED: Final = Decimal("0.75")
_GRADES: Final = ("优", "良", "中", "差", "优秀", "良好", "合格", "不合格")
_FEWEST: Final = 3
_FIGURES: Final = 2


@dataclass(frozen=True, slots=True)
class _Line:
    name: Cell | None
    figures: tuple[Cell, ...]
    grade: Cell

    @property
    def weight(self) -> Decimal:
        return _value(self.figures[0])

    @property
    def score(self) -> Decimal | None:
        return _value(self.figures[1]) if len(self.figures) == _FIGURES else None


def graded_parts(layout: Layout) -> tuple[list[Slots], Slots | None]:
    """The parts of the first such table whose sums agree with its last row, and that row; ([], None) if none does."""
    for block in layout.blocks:
        if isinstance(block, Table):
            lines = _longest(rows_of(block))
            cells = _agreeing(lines[:-1], lines[-1]) if lines else []
            if cells:
                whole = lines[-1]
                return cells, Slots(_cells(whole, whole.figures[-1]), SUMMED, whole.grade.place)
    return [], None


def _longest(rows: Iterable[Row]) -> list[_Line]:
    """The longest run of rows that are graded."""
    runs: list[list[_Line]] = [[]]
    for row in rows:
        line = _line(row.printed)
        if line is not None:
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    return max(runs, key=len)


def _line(cells: Sequence[Cell]) -> _Line | None:
    """A row of a name or none, one or two figures and a grade."""
    figures = tuple(cell for cell in cells if known(parse_number(cell.text)) is not None)
    named = [cell for cell in cells if cell not in figures]
    if not 0 < len(figures) <= _FIGURES or not named or narrow(named[-1].text) not in _GRADES or named[-1] != cells[-1]:
        return None
    return _Line(named[0] if len(named) == _FIGURES else None, figures, named[-1]) if len(named) <= _FIGURES else None


def _agreeing(parts: Sequence[_Line], whole: _Line) -> list[Slots]:
    """The parts as rows, if their weights make the weight of the whole, and their scores its score."""
    if len(parts) < _FEWEST or whole.score is None or sum(one.weight for one in parts) != whole.weight:
        return []
    missing = [one for one in parts if one.score is None]
    rest = whole.score - sum((one.score for one in parts if one.score is not None), Decimal(0))
    # The one figure of a row is both its weight and its score where the whole says so.
    if sum((one.weight for one in missing), Decimal(0)) != rest:
        return []
    return [Slots(_cells(one, one.figures[-1]), SUMMED, one.grade.place) for one in parts]


def _cells(line: _Line, score: Cell) -> dict[str, Cell]:
    cells = {"weight": line.figures[0], "score": score, "grade": line.grade}
    return {**({"level1": line.name} if line.name else {}), **cells}


def _value(cell: Cell) -> Decimal:
    value = known(parse_number(cell.text))
    return value if value is not None else Decimal(0)
