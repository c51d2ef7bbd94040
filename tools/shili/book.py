"""项目资料.xlsx: written as jixiao writes it, then marked on every printed page and packed without compression.

What deflate makes of the same text depends on the machine's zlib; stored parts do not.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from jixiao.measures.base import catalogue
from jixiao.measures.pages import choices
from jixiao.sources.sheet_writer import sheet_bytes
from shili.story import NOTICE

_FOOTER = b"<oddFooter>"
_HEADER = f"<oddHeader>&amp;C{NOTICE}</oddHeader>".encode()


def book(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> bytes:
    """The workbook of the tables."""
    named = {**tables, "indicator": [_by_title(row) for row in tables["indicator"]]}
    target = BytesIO()
    with ZipFile(BytesIO(sheet_bytes(named, choices()))) as made, ZipFile(target, "w") as packed:
        for name in made.namelist():
            member = ZipInfo(name)
            member.create_system = 0
            packed.writestr(member, made.read(name).replace(_FOOTER, _HEADER + _FOOTER))
    return target.getvalue()


def _by_title(row: Mapping[str, str]) -> Mapping[str, str]:
    """The measure as the drop-down of the sheet offers it."""
    kind = row.get("measure")
    return {**row, "measure": catalogue()[kind].title} if kind else row
