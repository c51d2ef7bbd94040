"""Small compound files, as office programs before 2007 wrote them, made by hand ([MS-CFB] §2)."""

import struct

END = 0xFFFFFFFE
_FREE, _TABLE = 0xFFFFFFFF, 0xFFFFFFFD
_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRIES = 4
_SECTORS = 128


def compound(*streams, after=END):
    """A file of a sector table, a directory and up to three empty streams; `after` the directory stands this sector."""
    numbers = (0, 1, 1, 0, 4096, END, 0, END, 0, 0)
    head = struct.pack("<8s16x5H6x10I", _MARK, 62, 3, 0xFFFE, 9, 6, *numbers) + struct.pack("<I", _FREE) * 108
    table = struct.pack("<II", _TABLE, after) + struct.pack("<I", _FREE) * (_SECTORS - 2)
    names = ["Root Entry", *streams, *[""] * _ENTRIES][:_ENTRIES]
    return head + table + b"".join(_entry(at, name, len(streams)) for at, name in enumerate(names))


def _entry(at, name, streams):
    words = f"{name}\0".encode("utf-16-le") if name else b""
    kind = 0 if not name else 5 if at == 0 else 2
    right = at + 1 if 0 < at < streams else _FREE
    child = 1 if at == 0 and streams else _FREE
    return struct.pack("<64sHBB3I16x4x8x8x3I", words, len(words), kind, 1, _FREE, right, child, END, 0, 0)
