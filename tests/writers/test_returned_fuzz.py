"""Damaged files that can still be read are annotated and changed, or refused; never anything else."""

import pytest

from jixiao.checks.base import Edit
from jixiao.model.errors import InputError
from jixiao.model.place import Place
from jixiao.readers import read_bytes
from jixiao.writers.annotate_docx import annotate_docx
from jixiao.writers.annotate_pdf import annotate_pdf
from jixiao.writers.annotate_xlsx import annotate_xlsx
from jixiao.writers.remark import Remark
from jixiao.writers.repair_docx import repair_docx
from jixiao.writers.repair_xlsx import repair_xlsx
from readers.mutations import damaged_files

COUNT = 400
ANNOTATE = {"docx": annotate_docx, "xlsx": annotate_xlsx, "pdf": annotate_pdf}
REPAIR = {"docx": repair_docx, "xlsx": repair_xlsx}


def read_ones(form):
    for data in damaged_files(form, COUNT):
        try:
            layout = read_bytes(data, "f")
        except InputError:
            continue
        if layout.format == form:
            yield data, layout


def texts(layout):
    lines = {} if layout.format == "xlsx" else {Place(line=one.line): one.text for one in layout.paragraphs}
    return lines | {cell.place: cell.text for table in layout.tables for cell in table.cells}


@pytest.mark.parametrize("form", ANNOTATE)
@pytest.mark.filterwarnings("ignore")
def test_every_place_of_a_damaged_file_takes_a_comment_that_changes_nothing(form):
    done = 0
    for data, layout in read_ones(form):
        try:
            result = ANNOTATE[form](data, layout, [Remark(place, ("甲", "乙")) for place in texts(layout)])
        except InputError:
            continue
        assert read_bytes(result, "f").blocks == layout.blocks
        done += 1
    assert done > COUNT // 10


@pytest.mark.parametrize("form", REPAIR)
@pytest.mark.filterwarnings("ignore")
def test_a_text_of_a_damaged_file_is_changed_alone_or_not_at_all(form):
    done = 0
    for data, layout in read_ones(form):
        place, text = next((pair for pair in texts(layout).items() if pair[1]), (None, ""))
        try:
            result = read_bytes(REPAIR[form](data, layout, [Edit("", place, text, f"{text}9")]), "f")
        except InputError:
            continue
        expected = texts(layout) | {place: f"{text}9"}
        if texts(result) == expected:
            done += 1
    assert done > COUNT // 20
