"""Replies in the threaded comments of a workbook, which newer programs show in the place of plain ones.

Source of the format: MS-XLSX §2.6.204 (threaded comments), §2.6.209 (persons).
"""

from typing import Final
from uuid import NAMESPACE_URL, uuid5

from jixiao.readers.package import Package
from jixiao.readers.wordml import attribute, children
from jixiao.writers.parts import Parts
from jixiao.writers.remark import AUTHOR
from jixiao.writers.word import clean

_PERSON: Final = "{" + str(uuid5(NAMESPACE_URL, AUTHOR)).upper() + "}"


def reply(parts: Parts, package: Package, sheet: str, cell: str, text: str) -> None:
    """Answers the thread of a cell, if it has one."""
    part = package.related(sheet, "threadedComment")
    persons = package.related(package.main[0], "person")
    if not part or not persons or not package.names.issuperset((part, persons)):
        return
    splice = parts.open(part)
    own = [one for one in children(splice.root, "threadedComment") if attribute(one, "ref") == cell]
    if not own:
        return
    head = next((one for one in own if not attribute(one, "parentId")), own[0])
    x = splice.prefix(splice.root)
    key = "{" + str(uuid5(NAMESPACE_URL, f"{part}\0{cell}\0{text}")).upper() + "}"
    entry = (
        f'<{x}threadedComment ref="{cell}" personId="{_PERSON}" id="{key}" parentId="{attribute(head, "id")}">'
        f"<{x}text>{clean(text)}</{x}text></{x}threadedComment>"
    )
    splice.append(splice.root, entry.encode())
    _introduce(parts, persons)


def _introduce(parts: Parts, persons: str) -> None:
    """Names who replies, once."""
    splice = parts.open(persons)
    if splice.is_changed or any(attribute(one, "id") == _PERSON for one in children(splice.root, "person")):
        return
    x = splice.prefix(splice.root)
    entry = f'<{x}person displayName="{AUTHOR}" id="{_PERSON}" userId="{AUTHOR}" providerId="None"/>'
    splice.append(splice.root, entry.encode())
