"""What can be written behind a character that is not stored as text."""

import pytest

from jixiao.checks.base import Edit
from jixiao.model.errors import InputError
from jixiao.model.place import Place
from jixiao.readers.docx import read_docx
from jixiao.readers.package import Package
from jixiao.writers.repair_docx import repair_docx
from readers.words import package, word_parts

SIGN = '<w:sym w:font="Symbol" w:char="F0B3"/>'


def repaired(inside, old, new):
    data = package(word_parts(f"<w:p><w:r>{inside}</w:r></w:p>"))
    layout = read_docx(Package(data, "表.docx"), "表.docx")
    result = repair_docx(data, layout, [Edit("", Place(line=1), old, new)])
    return [one.text for one in read_docx(Package(result, "表.docx"), "表.docx").paragraphs]


def test_text_goes_before_the_next_character_where_the_one_before_is_not_stored():
    assert repaired(f"{SIGN}<w:t>个</w:t>", "≥个", "≥5个") == ["≥5个"]


@pytest.mark.parametrize("inside", [SIGN, f"<w:t>目标</w:t>{SIGN}"])
def test_nothing_goes_behind_a_last_character_that_is_not_stored(inside):
    old = "≥" if inside == SIGN else "目标≥"
    with pytest.raises(InputError, match="特殊字符"):
        repaired(inside, old, f"{old}9")
