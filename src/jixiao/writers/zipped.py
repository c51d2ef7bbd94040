"""A zip package with some parts changed or added, and every other part as it was, byte for byte.

Source of the format: PKWARE APPNOTE.TXT 6.3, §4.3.7 (local headers), §4.3.12 (central directory), §4.3.16 (its end).
"""

import struct
import zlib
from collections.abc import Mapping
from copy import copy
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
# Sizes stand behind the content (bit 3); where the content is copied they are known beforehand.
_SIZES_FOLLOW: Final = 0x8
_UTF8_NAME: Final = 0x800
# When a new part is said to be made: the first day that a zip file knows.
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def replaced(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The package with these parts in the place of those of the same names, new ones at the end.

    The compressed bytes of all other parts are copied. `package` is one that `readers.package.Package` admits.
    """
    out, directory = BytesIO(), []
    with ZipFile(BytesIO(package)) as source:
        members = source.infolist()
    for old in members:
        if old.filename in parts:
            directory.append(_added(out, *_packed(old, parts[old.filename])))
        else:
            directory.append(_added(out, _settled(old), _compressed(package, old)))
    known = {member.filename for member in members}
    directory += [_added(out, *_packed(_new(name), part)) for name, part in parts.items() if name not in known]
    start = out.tell()
    for entry in directory:
        out.write(entry)
    size, count = out.tell() - start, len(directory)
    out.write(_END.pack(b"PK\5\6", 0, 0, count, count, size, start, 0))
    return out.getvalue()


def _compressed(package: bytes, member: ZipInfo) -> bytes:
    head = _LOCAL.unpack_from(package, member.header_offset)
    start = member.header_offset + _LOCAL.size + head[-2] + head[-1]
    return package[start : start + member.compress_size]


def _settled(member: ZipInfo) -> ZipInfo:
    settled = copy(member)
    settled.flag_bits &= ~_SIZES_FOLLOW
    return settled


def _new(name: str) -> ZipInfo:
    member = ZipInfo(name, _EPOCH)
    member.flag_bits = 0 if name.isascii() else _UTF8_NAME
    return member


def _packed(member: ZipInfo, content: bytes) -> tuple[ZipInfo, bytes]:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    data = packer.compress(content) + packer.flush()
    made = _settled(member)
    made.compress_type = ZIP_DEFLATED
    made.CRC, made.file_size, made.compress_size = zlib.crc32(content), len(content), len(data)
    return made, data


def _added(out: BytesIO, member: ZipInfo, data: bytes) -> bytes:
    """Writes a part; gives its entry in the directory."""
    offset = out.tell()
    year, month, day, hour, minute, second = member.date_time
    date, time = (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2
    name = member.orig_filename.encode("utf-8" if member.flag_bits & _UTF8_NAME else "cp437")
    common = (
        member.flag_bits, member.compress_type, time, date, member.CRC, member.compress_size, member.file_size,
        len(name),
    )  # fmt: skip
    out.write(_LOCAL.pack(b"PK\3\4", member.extract_version, *common, 0) + name + data)
    made_by = member.create_system << 8 | member.create_version
    return (
        _CENTRAL.pack(
            b"PK\1\2", made_by, member.extract_version, *common, len(member.extra), len(member.comment), 0,
            member.internal_attr, member.external_attr, offset,
        )
        + name + member.extra + member.comment
    )  # fmt: skip
