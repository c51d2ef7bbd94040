"""PDF with text → Layout: ruled tables as grids, what stands beside them as paragraphs, pages joined."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2 as pdfium

from jixiao.model.errors import InputError
from jixiao.model.layout import Layout, Paragraph, Table
from jixiao.readers.openrules import column_lines
from jixiao.readers.pdfanchors import PdfAnchors
from jixiao.readers.pdffonts import provide
from jixiao.readers.pdfpage import Drawn, Run, drawn_on, has_fields
from jixiao.readers.pdftable import Part, goes_on, part_of, stitched, table_of
from jixiao.readers.pdftext import Line, is_page_number, lines_of, paragraphs_of, right_edge
from jixiao.readers.rulings import Ruled, ruled_tables

MAX_PAGES: Final = 500
# A line at the same place of a page in so many pages is a running head.
_RUNNING: Final = 3
# What to do with a file that cannot be read as it is.
AGAIN: Final = "请用 WPS 或阅读器打开后重新另存为 PDF，或提供 .docx 原文件"


@dataclass(frozen=True, slots=True)
class _Page:
    """The blocks of a page from top to bottom: a table with its text, or the lines between two tables."""

    number: int
    blocks: list[Part | list[Line]]


def read_pdf(data: bytes, file: str) -> Layout:
    """The paragraphs and ruled tables of a PDF that holds text.

    Raises:
        InputError: it has a password, is damaged, has more than `MAX_PAGES` pages, or holds pictures of text only.
    """
    return anchored(data, file)[0]


def anchored(data: bytes, file: str) -> tuple[Layout, PdfAnchors]:
    """The layout of a PDF, and where on its pages each of its places is printed.

    Raises:
        InputError: see `read_pdf`.
    """
    document = _opened(data, file)
    try:
        drawn = [_drawn(document, index, file) for index in range(len(document))]
    finally:
        document.close()
    if not any(page.runs for page in drawn) and any(page.has_pictures for page in drawn):
        raise InputError(
            file,
            "这是扫描件（只有图片，没有文字），本版还不能识别图片里的文字",
            "请提供 .docx 原文件，或由 WPS、Word 直接另存的 PDF",
        )
    pages = [_page(one, number) for number, one in enumerate(drawn, 1)]
    _drop_running_lines(pages)
    anchors = PdfAnchors(tuple(page.turn for page in drawn))
    blocks = tuple(_numbered(list(_joined(pages)), file, anchors))
    return Layout(file, "pdf", blocks, tuple(_notes(drawn))), anchors


def _opened(data: bytes, file: str) -> pdfium.PdfDocument:
    provide()
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium.raw.FPDF_ERR_PASSWORD:
            raise InputError(file, "文件设有打开密码", "请先取消打开密码，重新保存") from error
        raise InputError(file, "文件已损坏，或不是完整的 PDF", AGAIN) from error
    if count > MAX_PAGES:
        document.close()
        raise InputError(
            file, f"页数过多（{count} 页，上限 {MAX_PAGES} 页）", "请只保留自评表或报告所在的页，另存为单独的文件"
        )
    return document


def _drawn(document: pdfium.PdfDocument, index: int, file: str) -> Drawn:
    try:
        page = document[index]
        if has_fields(page) and pdfium.raw.FPDFPage_Flatten(page.raw, pdfium.raw.FLAT_NORMALDISPLAY) == (
            pdfium.raw.FLATTEN_SUCCESS
        ):
            page.close()
            page = document[index]
        drawn = drawn_on(page)
        page.close()
    except pdfium.PdfiumError as error:
        raise InputError(file, f"第 {index + 1} 页已损坏", AGAIN) from error
    return drawn


def _notes(drawn: Sequence[Drawn]) -> Iterator[str]:
    pictures = _pages(page.has_pictures and not page.runs for page in drawn)
    scans = _pages(page.has_pictures and page.has_unseen for page in drawn)
    unseen = _pages(page.has_unseen and not page.has_pictures for page in drawn)
    outside = _pages(page.has_outside for page in drawn)
    if pictures:
        yield f"第 {pictures} 页是图片，未读取"
    if scans:
        yield f"第 {scans} 页是识别过的扫描件，文字可能有识别错误，已读取"
    if unseen:
        yield f"第 {unseen} 页有看不见的文字，已读取"
    if outside:
        yield f"第 {outside} 页有页面以外的文字，未读取"


def _pages(chosen: Iterable[bool]) -> str:
    return "、".join(str(number) for number, is_one in enumerate(chosen, 1) if is_one)


def _page(drawn: Drawn, number: int) -> _Page:
    tables = ruled_tables([*drawn.rules, *column_lines(drawn.rules, drawn.runs)])
    inside: list[dict[int, list[Run]]] = [{} for _ in tables]
    outside: list[Run] = []
    for run in drawn.runs:
        places = ((home, table.area_of(run.left, run.right, run.middle)) for home, table in enumerate(tables))
        home, area = next(((home, area) for home, area in places if area is not None), (0, None))
        (outside if area is None else inside[home].setdefault(area, [])).append(run)
    found: list[tuple[int, Ruled | Line, dict[int, list[Run]]]] = [
        (table.ys[0], table, runs) for table, runs in zip(tables, inside, strict=True) if runs
    ]
    found += [(line.top, line._replace(page=number), {}) for line in lines_of(outside)]
    blocks: list[Part | list[Line]] = []
    for _, one, texts in sorted(found, key=lambda entry: entry[0]):
        if isinstance(one, Ruled):
            blocks.append(part_of(one, texts, number))
        elif blocks and isinstance(blocks[-1], list):
            blocks[-1].append(one)
        else:
            blocks.append([one])
    return _Page(number, blocks)


def _drop_running_lines(pages: Sequence[_Page]) -> None:
    """Take out page numbers, and the lines that stand first or last on at least three pages."""
    edges = [(page, at) for page in pages for at in (0, -1) if page.blocks and isinstance(page.blocks[at], list)]
    counts = Counter(_edge(page, at) for page, at in edges)
    for page, at in edges:
        lines = page.blocks[at]
        if isinstance(lines, list) and lines and (is_page_number(lines[at]) or counts[_edge(page, at)] >= _RUNNING):
            del lines[at]


def _edge(page: _Page, at: int) -> tuple[int, int, str]:
    lines = page.blocks[at]
    line = lines[at] if isinstance(lines, list) and lines else None
    return (at, 0, "") if line is None else (at, line.top // 100, line.text)


def _joined(pages: Sequence[_Page]) -> Iterator[Part | list[Line]]:
    """The blocks of all pages; a table or a text that reaches over a page break is one block."""
    last: Part | list[Line] | None = None
    for page in pages:
        for at, block in enumerate(entry for entry in page.blocks if entry):
            if isinstance(last, Part) and isinstance(block, Part) and at == 0 and goes_on(last, block):
                last = stitched(last, block)
            elif isinstance(last, list) and isinstance(block, list):
                last = last + block
            else:
                if last:
                    yield last
                last = block
    if last:
        yield last


def _numbered(blocks: Sequence[Part | list[Line]], file: str, anchors: PdfAnchors) -> Iterator[Paragraph | Table]:
    right = right_edge([line for block in blocks if isinstance(block, list) for line in block])
    tables = lines = 0
    for block in blocks:
        if isinstance(block, Part):
            tables += 1
            anchors.cells.update(((tables, one.row + 1, one.col + 1), one.boxes) for one in block.pieces)
            yield table_of(block, tables, file)
        else:
            for text, stretches in paragraphs_of(block, right):
                lines += 1
                anchors.lines[lines] = tuple(stretches)
                yield Paragraph(text, lines)
