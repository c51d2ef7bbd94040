"""How a paper says that it is one, so that a folder is never examined together with the papers on it.

Source of the format: ECMA-376 part 1 §22.3 (custom document properties).
"""

from pathlib import Path
from typing import Final

from jixiao.model.errors import InputError
from jixiao.readers.gate import admit
from jixiao.readers.package import Package
from jixiao.writers.word import OFFICE, PROLOGUE

PROPERTY: Final = "jixiao-paper"
PART: Final = "docProps/custom.xml"
PART_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


def part() -> str:
    """The properties of a document that is a paper."""
    return (
        f'{PROLOGUE}<Properties xmlns="{OFFICE.replace("relationships", "custom-properties")}" '
        f'xmlns:vt="{OFFICE.replace("relationships", "docPropsVTypes")}">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{PROPERTY}">'
        "<vt:lpwstr>1</vt:lpwstr></property></Properties>"
    )


def is_paper(path: Path) -> bool:
    """Whether a docx or xlsx is a reviewer's paper, also after an office program saved it anew."""
    try:
        package = Package(admit(path, path.name), path.name)
        return PART in package.names and PROPERTY.encode() in package.part(PART)
    except InputError:
        return False  # no paper of ours; what else is wrong with it, its reader tells
