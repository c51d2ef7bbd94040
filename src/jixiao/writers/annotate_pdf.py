"""Highlights with comments in a returned PDF; the file as it was is the beginning of the new one.

Source of the calls: pdfium's fpdf_annot.h, fpdf_save.h (incremental saving). Of the format: ISO 32000-1, §12.5.6.10.
"""

import ctypes
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Final
from unicodedata import east_asian_width

import pypdfium2 as pdfium
from pypdfium2 import raw

from jixiao.model.errors import InputError
from jixiao.model.layout import Layout
from jixiao.model.place import Place
from jixiao.readers.pdf import AGAIN, anchored, read_pdf
from jixiao.readers.pdfanchors import Box, PdfAnchors, Stretch
from jixiao.readers.pdfpage import point
from jixiao.writers.remark import AUTHOR, Remark
from jixiao.writers.word import printable

_COLOUR: Final = (255, 213, 79, 140)  # red, green, blue, opacity
_PRINTED: Final = 4  # the flag of an annotation that is printed with its page
_MARGIN: Final = 50  # hundredths of a point around a line


def annotate_pdf(data: bytes, layout: Layout, remarks: Sequence[Remark]) -> bytes:
    """The document with a highlight for each remark, on every page that its words stand on.

    Raises:
        InputError: see `readers.pdf.read_pdf`; or the file is damaged, so that saving it changes what is read.
    """
    _, anchors = anchored(data, layout.file)
    document = pdfium.PdfDocument(data)
    try:
        for number in range(1, len(document) + 1):
            _annotate(document, number, anchors, remarks)
        out = BytesIO()
        document.save(out, flags=raw.FPDF_INCREMENTAL)
    finally:
        document.close()
    if read_pdf(out.getvalue(), layout.file).blocks != layout.blocks:
        raise InputError(layout.file, "文件有损坏，加上批注后读出的内容会变，没有加批注", AGAIN)
    return out.getvalue()


def _annotate(document: pdfium.PdfDocument, number: int, anchors: PdfAnchors, remarks: Sequence[Remark]) -> None:
    own = [(remark, [box for box in boxes(anchors, remark.place) if box.page == number]) for remark in remarks]
    if not any(found for _, found in own):
        return
    page = document[number - 1]
    for remark, found in own:
        if found:
            _highlight(page.raw, anchors.turns[number - 1], found, "\n".join(remark.lines))
    page.close()


def boxes(anchors: PdfAnchors, place: Place) -> list[Box]:
    """Where on the pages a place is printed; some characters of a line are measured by their widths."""
    if place.table is not None:
        return list(anchors.cells[place.table, place.row or 0, place.col or 0])
    stretches = anchors.lines[place.line or 0]
    whole = [stretch.box for stretch in stretches]
    if place.start is None or place.end is None:
        return whole
    return list(_within(stretches, place.start, place.end)) or whole


def _within(stretches: Sequence[Stretch], start: int, end: int) -> Iterator[Box]:
    for first, text, box in stretches:
        begin, until = max(start - first, 0), min(end - first, len(text))
        if begin < until:
            unit = (box.right - box.left) / max(_width(text), 1)
            left = box.left + round(_width(text[:begin]) * unit)
            yield box._replace(left=left, right=box.left + round(_width(text[:until]) * unit))


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)


def _highlight(page: Any, turn: int, found: Sequence[Box], text: str) -> None:
    annotation = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_HIGHLIGHT)
    corners = [_corners(turn, box) for box in found]
    for left, bottom, right, top in corners:
        raw.FPDFAnnot_AppendAttachmentPoints(
            annotation, raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        )
    lefts, bottoms, rights, tops = zip(*corners, strict=True)
    raw.FPDFAnnot_SetRect(annotation, raw.FS_RECTF(min(lefts), max(tops), max(rights), min(bottoms)))
    raw.FPDFAnnot_SetColor(annotation, raw.FPDFANNOT_COLORTYPE_Color, *_COLOUR)
    raw.FPDFAnnot_SetFlags(annotation, _PRINTED)
    _write(annotation, b"T", AUTHOR)
    _write(annotation, b"Contents", printable(text))
    raw.FPDFPage_CloseAnnot(annotation)


def _corners(turn: int, box: Box) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a box on its page, in points."""
    one = point(turn, box.left - _MARGIN, box.top - _MARGIN)
    other = point(turn, box.right + _MARGIN, box.bottom + _MARGIN)
    (left, right), (bottom, top) = (sorted(pair) for pair in zip(one, other, strict=True))
    return left, bottom, right, top


def _write(annotation: Any, key: bytes, text: str) -> None:
    data = f"{text}\0".encode("utf-16-le")
    buffer = ctypes.create_string_buffer(data, len(data))
    raw.FPDFAnnot_SetStringValue(annotation, key, ctypes.cast(buffer, raw.FPDF_WIDESTRING))
