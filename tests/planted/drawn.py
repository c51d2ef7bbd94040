"""A twin as a PDF: lines of text, and ruled tables with merged cells."""

from collections.abc import Sequence

from jixiao.writers.grid import Grid
from readers.pages import line, pdf, text

_LEFT, _TOP, _BOTTOM, _WIDTH = 60, 760, 60, 480
_TEXT, _CELL = 12, 7
_SIGNS = _WIDTH // _TEXT


def drawn(before: Sequence[str], grids: Sequence[Grid], after: Sequence[str], title: str) -> bytes:
    pages: list[str] = []
    if before:
        pages += _lines(before)
    pages += [_table(grid) + text(_LEFT, 40, title, _TEXT) for grid in grids[:-1]]
    pages += [_table(grids[-1])]
    if after:
        pages += _lines(after)
    return pdf(*pages)


def _lines(paragraphs: Sequence[str]) -> list[str]:
    """Pages of paragraphs: the first line of each stands two characters in, a short title in the middle."""
    rows: list[tuple[float, str]] = []
    for paragraph in paragraphs:
        if paragraph.endswith(("自评表", "评价报告")):
            rows.append((_LEFT + (_WIDTH - len(paragraph) * _TEXT) / 2, paragraph))
            continue
        rows.append((_LEFT + 2 * _TEXT, paragraph[: _SIGNS - 2]))
        rest = paragraph[_SIGNS - 2 :]
        rows += [(_LEFT, rest[at : at + _SIGNS]) for at in range(0, len(rest), _SIGNS)]
    fits = (_TOP - _BOTTOM) // (_TEXT + 8)
    return [
        "".join(
            text(x, _TOP - at * (_TEXT + 8), words, _TEXT) for at, (x, words) in enumerate(rows[start : start + fits])
        )
        for start in range(0, len(rows), fits)
    ]


def _table(grid: Grid) -> str:
    whole = sum(grid.widths)
    xs = [40 + 520 * sum(grid.widths[:at]) / whole for at in range(len(grid.widths) + 1)]
    wrapped = {
        box: _wrapped(box.text, int((xs[box.col + box.colspan] - xs[box.col] - 4) // _CELL)) for box in grid.boxes
    }
    heights = [_CELL + 6.0] * grid.rows
    for box, words in wrapped.items():
        if box.rowspan == 1:
            heights[box.row] = max(heights[box.row], len(words) * (_CELL + 2) + 4)
    ys = [_TOP - sum(heights[:at]) for at in range(grid.rows + 1)]
    out = ""
    for box, words in wrapped.items():
        left, right, top, bottom = xs[box.col], xs[box.col + box.colspan], ys[box.row], ys[box.row + box.rowspan]
        out += line(left, top, right, top) + line(left, bottom, right, bottom)
        out += line(left, top, left, bottom) + line(right, top, right, bottom)
        first = (top + bottom) / 2 + (len(words) - 1) * (_CELL + 2) / 2 - _CELL / 2
        out += "".join(text(left + 2, first - at * (_CELL + 2), part, _CELL) for at, part in enumerate(words) if part)
    return out


def _wrapped(words: str, width: int) -> list[str]:
    return [words[at : at + width] for at in range(0, max(len(words), 1), max(width, 1))]
