"""How a paper says that it is one, so that a folder is never examined together with the papers on it.

Source of the format: ECMA-376 part 1 §22.3 (custom document properties).
"""

from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from jixiao.writers.word import OFFICE, PROLOGUE

PROPERTY: Final = "jixiao-paper"
PART: Final = "docProps/custom.xml"
PART_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_MOST: Final = 1024 * 1024  # bytes


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
        with ZipFile(path) as archive:
            info = archive.getinfo(PART)
            return info.file_size <= _MOST and PROPERTY.encode() in archive.read(info)
    except (KeyError, BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        return False  # no paper of ours; what else is wrong with it, its reader tells
