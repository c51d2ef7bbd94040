"""项目资料.xlsx: written as jixiao writes it, then marked on every printed page and packed without compression.

What deflate makes of the same text depends on the machine's zlib; stored parts do not.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from jixiao.measures.base import catalogue
from jixiao.sources.sheet_writer import sheet_bytes
from shili.story import NOTICE

_FOOTER = b"<oddFooter>"
_HEADER = f"<oddHeader>&amp;C{NOTICE}</oddHeader>".encode()


def book(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> bytes:
    """The workbook of the tables."""
    measures = {one.kind: one.title for one in catalogue().values()}
    target = BytesIO()
    with ZipFile(BytesIO(sheet_bytes(tables, measures))) as made, ZipFile(target, "w") as packed:
        for name in made.namelist():
            member = ZipInfo(name)
            member.create_system = 0
            packed.writestr(member, made.read(name).replace(_FOOTER, _HEADER + _FOOTER))
    return target.getvalue()
