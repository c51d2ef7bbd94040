"""Tables in text whose cells end at a pipe.

Such text is what a web page leaves of its tables: a row a line, or a cell a line, with breaks inside cells and pads of
empty cells whose number says nothing. Rows keep the cells that hold text, blanks between them, and no pad at the end.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

_PIPES: Final = "|｜│"
_PIPE: Final = re.compile(f"[{_PIPES}]")
# A line of rules between a header and its rows holds no cell.
_RULES: Final = frozenset("-=:+ \t" + _PIPES)
# Fewer lines than this with a pipe are a line of links, not a table; a longer run without one is prose.
_FEWEST: Final = 3
_LONGEST: Final = 40


@dataclass(slots=True)
class Printed:
    """One cell: the number of its first line, and its lines."""

    number: int
    lines: list[str] = field(default_factory=list)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed in it."""
        return not any(line.strip() for line in self.lines)


def pipe_table(lines: Sequence[str], start: int) -> tuple[int, list[list[Printed]]]:
    """The rows of the table that begins at an index, and the index after it; no rows where none begins."""
    end = _end(lines, start)
    piped = [line for line in lines[start:end] if _PIPE.search(line)]
    if len(piped) < _FEWEST:
        return start, []
    alone = sum(len(_PIPE.findall(line)) == 1 for line in piped) * 2 > len(piped)
    rows = _cells_alone(lines, start, end) if alone else _rows(lines, start, end)
    return end, [row for row in map(_without_pad, rows) if row]


def _end(lines: Sequence[str], start: int) -> int:
    """The index after the last line with a pipe that neither a run of prose nor an empty line parts from the first."""
    if not _PIPE.search(lines[start]) and not _is_lone(lines, start + 1):
        return start
    end = at = start
    while at < len(lines) and at - end < _LONGEST:
        if _PIPE.search(lines[at]):
            end = at + 1
        elif not lines[at].strip() and not _next_is_piped(lines, at):
            break
        at += 1
    return end


def _is_lone(lines: Sequence[str], at: int) -> bool:
    """A line of pipes alone, which ends the cell above it."""
    return at < len(lines) and lines[at].strip() != "" and not lines[at].strip(_PIPES + " \t")


def _next_is_piped(lines: Sequence[str], at: int) -> bool:
    after = next((line for line in lines[at : at + _LONGEST] if line.strip()), "")
    return _PIPE.search(after) is not None


def _rows(lines: Sequence[str], start: int, end: int) -> list[list[Printed]]:
    """A row a line: a line with two pipes or more ends it; a lone pipe at an end closes a cell broken by lines."""
    rows: list[list[Printed]] = [[Printed(start + 1)]]
    leading = _leads(lines[start:end])
    for number, line in enumerate(lines[start:end], start + 1):
        if not set(line) - _RULES and "-" in line:
            continue
        first, *others = _PIPE.split(line)
        row = rows[-1]
        if not (leading and not first.strip() and len(row) == 1 and row[0].is_blank):
            _put(row, number, first)
        for text in others:
            row.append(Printed(number, [text]))
        if len(others) > 1 or (others and len(row) > _FEWEST):
            rows.append([Printed(number + 1)])
    if leading:
        rows = [row[1:] if row and row[0].is_blank else row for row in rows]
    return rows


def _put(row: list[Printed], number: int, text: str) -> None:
    if row[-1].is_blank and text.strip():
        row[-1].number = number
    row[-1].lines.append(text)


def _leads(lines: Sequence[str]) -> bool:
    """Whether rows begin with a pipe as well: most lines with pipes do."""
    piped = [line for line in lines if _PIPE.search(line)]
    return sum(line.lstrip()[:1] in _PIPES for line in piped) * 10 > len(piped) * 8


def _cells_alone(lines: Sequence[str], start: int, end: int) -> list[list[Printed]]:
    """A cell a line: a pipe ends it, and rows are not known."""
    cells = [Printed(start + 1)]
    for number, line in enumerate(lines[start:end], start + 1):
        first, *others = _PIPE.split(line)
        _put(cells, number, first)
        cells += (Printed(number, [text]) for text in others)
    return [[cell] for cell in cells if not cell.is_blank]


def _without_pad(row: list[Printed]) -> list[Printed]:
    while row and row[-1].is_blank:
        row = row[:-1]
    return row
