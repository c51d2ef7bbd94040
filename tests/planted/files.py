"""A twin as files: Word, workbook, web page, PDF with ruled tables, and plain text with tabs.

All of them print the same: paragraphs, a table of names and targets where there is one, the form, paragraphs.
"""

import re
from collections.abc import Callable
from html import escape
from io import BytesIO
from typing import Final

import xlsxwriter

from jixiao.writers import word
from jixiao.writers.form_docx import form_tables
from jixiao.writers.grid import Grid
from jixiao.writers.word_document import FOOTERS, MARGINS, paper
from planted.drawn import drawn
from planted.layouts import form_of, listed
from planted.twins import Twin

TITLE: Final = "项目支出绩效自评表"
_NUMBER: Final = re.compile(r"\d+(?:\.(\d+))?")


def docx(twin: Twin) -> bytes:
    before, grids, after = printed(twin)
    body = "".join(_paragraph(line, twin.face) for line in before)
    for grid in grids[:-1]:
        body += word.table(grid) + _paragraph(TITLE, "")
    body += form_tables(grids[-1], word.TEXT_WIDTH)
    body += "".join(_paragraph(line, twin.face) for line in after)
    return paper(body + word.section(twin.margins or MARGINS, FOOTERS))


def _paragraph(line: str, face: str) -> str:
    return word.paragraph(word.run(line, "" if _style(line) != "Body" else face), _style(line))


def _style(line: str) -> str:
    if re.match("[一二三四五六七八九十]+、", line):
        return "Heading1"
    if re.match("（[一二三四五六七八九十]+）", line):
        return "Heading2"
    return "Title" if line.endswith(("自评表", "评价报告")) else "Body"


def xlsx(twin: Twin) -> bytes:
    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    before, grids, _ = printed(twin)
    for grid in grids[:-1]:
        _filled(book, "指标体系", [], grid)
    _filled(book, "自评表", before, grids[-1])
    book.close()
    return made.getvalue()


def _filled(book: xlsxwriter.Workbook, name: str, lines: list[str], grid: Grid) -> None:
    sheet = book.add_worksheet(name)
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line)
    for box in grid.boxes:
        top, right = len(lines) + box.row, box.col + box.colspan - 1
        if box.rowspan > 1 or box.colspan > 1:
            sheet.merge_range(top, box.col, top + box.rowspan - 1, right, "")
        number = _NUMBER.fullmatch(box.text)
        if number:
            places = len(number[1] or "")
            look = book.add_format({"num_format": f"0.{'0' * places}" if places else "0"})
            sheet.write_number(top, box.col, float(box.text), look)
        elif box.text:
            sheet.write_string(top, box.col, box.text)


def html(twin: Twin) -> bytes:
    before, grids, after = printed(twin)
    body = "".join(f"<p>{escape(line)}</p>" for line in before)
    body += f"<p>{TITLE}</p>".join(f'<table border="1">{_rows(grid)}</table>' for grid in grids)
    body += "".join(f"<p>{escape(line)}</p>" for line in after)
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


def _rows(grid: Grid) -> str:
    rows = (
        "".join(f'<td rowspan="{box.rowspan}" colspan="{box.colspan}">{escape(box.text)}</td>' for box in grid.row(at))
        for at in range(grid.rows)
    )
    return "".join(f"<tr>{cells}</tr>" for cells in rows)


def txt(twin: Twin) -> bytes:
    before, grids, after = printed(twin)
    return "\n".join([*before, f"\n{TITLE}\n".join(map(_tabbed, grids)), *after, ""]).encode()


def _tabbed(grid: Grid) -> str:
    """Each row a line, a tab for each column: a merged cell stands at its top left."""
    lines = []
    for at in range(grid.rows):
        cells = [""] * len(grid.widths)
        for box in grid.row(at):
            cells[box.col] = box.text.replace("\n", "")
        lines.append("\t".join(cells))
    return "\n".join(lines)


def pdf(twin: Twin) -> bytes:
    before, grids, after = printed(twin)
    return drawn(before, grids, after, TITLE)


def printed(twin: Twin) -> tuple[list[str], list[Grid], list[str]]:
    """The lines above, the tables, the lines below."""
    grids = [listed(twin.list)] if twin.list else []
    grids.append(form_of(twin))
    year = f"（{twin.form.project.year}年度）"
    head = [] if twin.is_report else [TITLE, year]
    return [*head, *twin.prose], grids, list(twin.after)


FILES: Final[dict[str, Callable[[Twin], bytes]]] = {"docx": docx, "xlsx": xlsx, "html": html, "pdf": pdf, "txt": txt}
PROSE: Final = ("docx", "html", "pdf", "txt")  # a workbook has no paragraphs that count as a report
