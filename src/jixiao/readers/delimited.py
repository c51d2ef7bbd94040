"""Text that is a table throughout: CSV with any delimiter, and Markdown with pipe tables → Layout."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from jixiao.model.layout import Layout, Paragraph, Table
from jixiao.model.place import Place
from jixiao.readers.cells import cell, check_size

_DELIMITERS: Final = (",", ";", "\t")
# Rows of one length make a table from so many on; with others between them (a title, a note, another form) it takes
# more of them, in runs, and width.
_FEW: Final = 3
_MANY: Final = 6
_WIDE: Final = 4
_SHARE: Final = (3, 5)

_RULE: Final = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?|\|\s*:?-+:?\s*\|")
_PIPE: Final = re.compile(r"(?<!\\)\|")
_HEADING: Final = re.compile(r"#{1,6}\s+")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_delimited(text: str, file: str) -> Layout | None:
    """A CSV file as one table, a Markdown file as its tables and paragraphs; None if the text is neither.

    Raises:
        InputError: a table is too big.
    """
    lines = text.splitlines()
    if any(map(_is_rule, range(len(lines)), [lines] * len(lines))):
        return Layout(file, "md", tuple(_markdown(lines, file)))
    rows = next((rows for mark in _DELIMITERS if mark in text and (rows := _rows(text, mark))), None)
    return None if rows is None else Layout(file, "csv", (_table(rows, 1, file),))


def _rows(text: str, delimiter: str) -> list[tuple[int, list[str]]] | None:
    """The rows with the number of their line, None if the delimiter does not make a table of the text."""
    if delimiter == "\t" and '\t"' not in text:
        return None  # tables by tabs in a text with prose
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = []
    try:
        before = 0
        for row in reader:
            if any(field.strip() for field in row):
                rows.append((before + 1, row))
            before = reader.line_num
    except csv.Error:
        return None
    counts = Counter(len(row) for _, row in rows)
    if len(counts) == 1:
        return rows if max(counts) > 1 and len(rows) >= _FEW else None
    widths = [len(row) for _, row in rows]
    alike = sum(
        widths[at] >= _WIDE and widths[at] in (*widths[max(0, at - 1) : at], *widths[at + 1 : at + 2])
        for at in range(len(widths))
    )
    return rows if len(rows) >= _MANY and alike * _SHARE[1] >= len(rows) * _SHARE[0] else None


def _is_rule(at: int, lines: list[str]) -> bool:
    """Whether a line parts the header of a Markdown table from its rows."""
    return at > 0 and "|" in lines[at - 1] and "-" in lines[at] and _RULE.fullmatch(lines[at].strip()) is not None


def _markdown(lines: list[str], file: str) -> Iterator[Paragraph | Table]:
    at = ordinal = 0
    while at < len(lines):
        if at + 1 < len(lines) and _is_rule(at + 1, lines):
            start = at
            at += 2
            while at < len(lines) and "|" in lines[at]:
                at += 1
            rows = [(number + 1, _fields(lines[number])) for number in range(start, at) if number != start + 1]
            ordinal += 1
            yield _table(rows, ordinal, file)
            continue
        text = _HEADING.sub("", lines[at].strip(), count=1).replace("**", "")
        if text:
            yield Paragraph(text, at + 1)
        at += 1


def _fields(line: str) -> list[str]:
    line = line.strip()
    fields = _PIPE.split(line)
    fields = fields[1:] if line.startswith("|") else fields
    fields = fields[:-1] if line.endswith("|") and len(fields) > 1 else fields
    return [_BREAK.sub("\n", field.strip().replace("\\|", "|").replace("**", "")) for field in fields]


def _table(rows: list[tuple[int, list[str]]], ordinal: int, file: str) -> Table:
    cols = max(len(fields) for _, fields in rows)
    check_size(file, ordinal, len(rows), cols)
    cells = (
        cell(text.splitlines(), row, col, Place(table=ordinal, row=row + 1, col=col + 1, line=line))
        for row, (line, fields) in enumerate(rows)
        for col, text in enumerate(fields)
    )
    return Table(ordinal, len(rows), cols, tuple(cells))
