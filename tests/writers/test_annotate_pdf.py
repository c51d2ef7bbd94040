import ctypes
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as some
from pypdfium2 import raw

from jixiao.model.layout import Table
from jixiao.model.place import Place
from jixiao.readers import read_bytes
from jixiao.readers.pdfpage import _placed, point
from jixiao.writers.annotate_pdf import annotate_pdf
from jixiao.writers.remark import Remark

TWINS = sorted((Path(__file__).parents[1] / "cases/twins/documents").glob("*.pdf"))
LINES = ("必须改 SC01 不等", "事实：<96> & 97")


def string(annotation, key):
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[:-2].decode("utf-16-le")


def highlights(data):
    """Author, words and the text that lies below it, of each highlight."""
    found = []
    document = pdfium.PdfDocument(data)
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
            annotation = raw.FPDFPage_GetAnnot(page.raw, at)
            if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_HIGHLIGHT:
                below = []
                for each in range(raw.FPDFAnnot_CountAttachmentPoints(annotation)):
                    quad = raw.FS_QUADPOINTSF()
                    raw.FPDFAnnot_GetAttachmentPoints(annotation, each, quad)
                    below.append(text.get_text_bounded(quad.x1, quad.y3, quad.x2, quad.y1))
                found.append((string(annotation, b"T"), string(annotation, b"Contents"), bare("".join(below))))
            raw.FPDFPage_CloseAnnot(annotation)
        text.close()
        page.close()
    document.close()
    return found


def bare(text):
    return "".join(text.split()).replace("\ufffe", "")


@pytest.mark.parametrize("path", TWINS, ids=lambda path: path.stem)
def test_every_cell_and_line_is_highlighted_where_it_is_printed(path):
    data = path.read_bytes()
    layout = read_bytes(data, path.name)
    expected = {}
    for block in layout.blocks:
        if isinstance(block, Table):
            expected |= {cell.place: cell.text for cell in block.cells}
        else:
            expected[Place(line=block.line)] = block.text
    for place, text in expected.items():
        if str(place).endswith(("0列", "5列")) or place.table is None:
            result = annotate_pdf(data, layout, [Remark(place, LINES)])
            below = "".join(one[2] for one in highlights(result))
            assert sorted(below) == sorted(bare(text)), place
    assert result.startswith(data)
    assert highlights(result)[0][:2] == ("jixiao", "\n".join(LINES))
    assert read_bytes(result, path.name) == layout


def test_some_words_of_a_line_are_highlighted():
    path = next(one for one in TWINS if "gym" in one.stem)
    data = path.read_bytes()
    layout = read_bytes(data, path.name)
    line = next(one for one in layout.paragraphs if len(one.text) > 8)
    result = annotate_pdf(data, layout, [Remark(Place(line=line.line, start=3, end=7), LINES)])
    ((_, _, below),) = highlights(result)
    assert bare(line.text[3:7]) in below
    assert len(below) <= 6


@given(some.integers(0, 3), some.integers(-90000, 90000), some.integers(-90000, 90000))
def test_a_point_is_found_again_on_a_turned_page(turn, x, y):
    assert point(turn, *_placed(turn, x / 100, y / 100)) == pytest.approx((x / 100, y / 100), abs=0.02)
