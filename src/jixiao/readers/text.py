"""Plain text → Layout.

Tables in text come in three styles. A tab opens a cell, one cell a line, and an empty line ends the row; or each line
is a row with tabs between its cells; or a pipe ends each cell. Everything else is prose.
"""

from itertools import islice, takewhile

from jixiao.model.layout import Layout, Paragraph, Table
from jixiao.model.place import Place
from jixiao.readers.cells import cell, check_size
from jixiao.readers.encoding import decode
from jixiao.readers.text_noise import MISREAD, NOTE, is_garbled, is_misread, reread, ungarbled
from jixiao.readers.text_pipes import Printed, pipe_table

# A label set upright is broken by empty lines between its characters; a longer line after an empty one is prose.
_UPRIGHT = 8


_Row = list[Printed]


def read_text(data: bytes, file: str) -> Layout:
    """The paragraphs and ragged tables of a plain text.

    Raises:
        InputError: the bytes are not text, or there is too much of it.
    """
    text = decode(data, file)
    text, notes = _restored(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    blocks: list[Paragraph | Table] = []
    at = ordinal = 0
    while at < len(lines):
        end, rows = _rows(lines, at) if "\t" in lines[at] else pipe_table(lines, at)
        if len(rows) > 1 and ("\t" not in lines[at] or any(len(row) > 1 for row in rows)):
            ordinal += 1
            blocks.append(_table(rows, ordinal, file, loose="\t" not in lines[at]))
        else:
            end = max(end, at + 1)
            prose = ((number, lines[number - 1]) for number in range(at + 1, end + 1))
            blocks += (Paragraph(text.strip("\t"), number) for number, text in prose if text.strip())
        at = end
    return Layout(file, "txt", tuple(blocks), notes)


def _restored(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without what garbles it, and notes that say so."""
    notes: tuple[str, ...] = ()
    if is_garbled(text):
        text, notes = ungarbled(text), (NOTE,)
    if is_misread(text):
        text, notes = reread(text), (*notes, MISREAD)
    return text, notes


def _rows(lines: list[str], start: int) -> tuple[int, list[_Row]]:
    """The rows of the table that starts at an index, and the index after it."""
    block = takewhile(lambda line: "\t" in line, islice(lines, start, None))
    if any("\t" in line[1:] for line in block):
        return _row_a_line(lines, start)
    return _cell_a_line(lines, start)


def _row_a_line(lines: list[str], start: int) -> tuple[int, list[_Row]]:
    rows: list[_Row] = []
    at = start
    while at < len(lines) and ("\t" in lines[at] or _blank(lines[at])):
        if "\t" in lines[at]:
            rows.append([Printed(at + 1, [text]) for text in lines[at].split("\t")])
        at += 1
    return at, rows


def _cell_a_line(lines: list[str], start: int) -> tuple[int, list[_Row]]:
    rows: list[_Row] = []
    widest = 0
    at = start
    while at < len(lines):
        line = lines[at]
        if line.startswith("\t"):
            if at == start or _blank(lines[at - 1]):
                widest = max(widest, len(rows[-1])) if rows else 0
                rows.append([])
            rows[-1] += (Printed(at + 1, [text]) for text in line[1:].split("\t"))
            at += 1
        elif "\t" in line:
            break
        elif not _blank(line):
            rows[-1][-1].lines.append(line)
            at += 1
        else:
            ahead = _next(lines, at)
            after = _upright(lines, ahead) if len(rows[-1]) < widest else ahead
            rows[-1][-1].lines.extend(lines[ahead:after])
            at = after
            if at < len(lines) and "\t" not in lines[at]:
                break
    return at, rows


def _next(lines: list[str], at: int) -> int:
    """The index of the next line that is not blank, or the end."""
    while at < len(lines) and _blank(lines[at]):
        at += 1
    return at


def _upright(lines: list[str], start: int) -> int:
    """The index after a label set upright, which another cell of the row follows at once; `start` if there is none."""
    at = start
    while at < len(lines) and "\t" not in lines[at] and len(lines[at].strip()) <= _UPRIGHT:
        at += 1
    return at if at < len(lines) and "\t" in lines[at] and not _blank(lines[at - 1]) else start


def _blank(line: str) -> bool:
    return "\t" not in line and not line.strip()


def _table(rows: list[_Row], ordinal: int, file: str, *, loose: bool) -> Table:
    cols = max(len(row) for row in rows)
    check_size(file, ordinal, len(rows), cols)
    cells = (
        cell(printed.lines, row, col, Place(table=ordinal, row=row + 1, col=col + 1, line=printed.number))
        for row, printed_row in enumerate(rows)
        for col, printed in enumerate(printed_row)
    )
    return Table(ordinal, len(rows), cols, tuple(cells), ragged=True, loose=loose)
