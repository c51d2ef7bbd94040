"""Where each form's block stands in the workbook: a sheet of its own, or below others where there are many."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from jixiao.checks.examined import Examined

# As many sheets as one still finds by their tabs.
MANY: Final = 40
_TOGETHER: Final = "底稿"
_LONGEST: Final = 31
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\'\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Block:
    """One form's block: its number in the summary, its sheet, its first row (from 0), how many rows are scored."""

    number: int
    sheet: str
    top: int
    size: int

    @property
    def first(self) -> int:
        """The first scored row, below title, facts and header."""
        return self.top + HEAD

    @property
    def total(self) -> int:
        """The row of the sums."""
        return self.first + self.size

    def cell(self, row: int, column: str) -> str:
        """A reference to a cell of the block from another sheet."""
        return f"'{self.sheet}'!${column}${row + 1}"


# Rows above and below the scored ones: title, facts, rules, header; sums, printed total, grade, a gap.
HEAD: Final = 4
_TAIL: Final = 4


def blocks(examined: Sequence[Examined], taken: Sequence[str]) -> list[Block | None]:
    """The block of each evaluation, None for prose without a form. taken: names of the other sheets."""
    sizes = [len(one.scorecard.rows) for one in examined]
    together = sum(map(bool, sizes)) > MANY
    names = {name.casefold() for name in taken}
    made: list[Block | None] = []
    top = 0
    for number, (one, size) in enumerate(zip(examined, sizes, strict=True), 1):
        if not size:
            made.append(None)
        elif together:
            made.append(Block(number, _TOGETHER, top, size))
            top += HEAD + size + _TAIL
        else:
            made.append(Block(number, _sheet_name(number, one.evaluation.project.name, names), 0, size))
    return made


def _sheet_name(number: int, project: str | None, names: set[str]) -> str:
    """A name that a workbook may hold, unlike all others: the number and the start of the project's name."""
    base = f"{number} {_FORBIDDEN.sub('', project or '')}".strip()
    name = _cut(base)
    while name.casefold() in names:
        name = _cut(f"{number}.{len(names)} {project or ''}")
    names.add(name.casefold())
    return name


def _cut(name: str) -> str:
    """At most 31 units of UTF-16, which is how workbooks count."""
    units = name.encode("utf-16-le", "replace")[: 2 * _LONGEST]
    return units.decode("utf-16-le", "ignore").strip()
