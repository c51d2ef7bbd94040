"""The font that pdfium takes for text whose own font is not in the file: always the wheel's, never one of the machine.

Without a font that has the characters, pdfium leaves them out of the text of a page; a file would read differently on
every machine. Source of the calls: pdfium's fpdf_sysfontinfo.h.
"""

import ctypes
from functools import cache, cached_property
from typing import Any, Final

import pylopdf_fonts_zh_cn
from pypdfium2 import PdfSysfontBase

# Whatever is not null serves as the handle of the only font.
_HANDLE: Final = 1
_FACE: Final = b"NotoSansSC-Regular\0"
# Character sets, as Windows numbers them.
_SYMBOLS: Final = 2
_SIMPLIFIED: Final = 134


class _OneFont(PdfSysfontBase):  # type: ignore[misc]
    """Answers pdfium's questions for fonts with one font; signs of symbol fonts are left to pdfium."""

    @cached_property
    def _parts(self) -> dict[int, bytes]:
        """The whole file by 0, and its tables by their tags."""
        data = pylopdf_fonts_zh_cn.sans_path().read_bytes()
        return {0: data, **_tables(data)}

    def EnumFonts(self, _: Any, mapper: Any) -> None:  # noqa: N802
        """No font of the machine is offered."""

    def MapFont(self, _: Any, weight: int, italic: int, charset: int, *rest: Any) -> int | None:  # noqa: N802
        """The font for a character set."""
        del weight, italic, rest
        return None if charset == _SYMBOLS else _HANDLE

    def GetFont(self, _: Any, face: Any) -> None:  # noqa: N802
        """No font is known by its name."""

    def GetFontData(self, _: Any, font: Any, table: int, buffer: Any, size: int) -> int:  # noqa: N802
        """The length of a table of the font, of the whole file for 0; written to the buffer if it is long enough."""
        del font
        return _written(self._parts.get(table, b""), buffer, size)

    def GetFaceName(self, _: Any, font: Any, buffer: Any, size: int) -> int:  # noqa: N802
        """The length of the font's name with its closing zero; written to the buffer if it is long enough."""
        del font
        return _written(_FACE, buffer, size)

    def GetFontCharset(self, _: Any, font: Any) -> int:  # noqa: N802
        """The character set that the font is made for."""
        del font
        return _SIMPLIFIED

    def DeleteFont(self, _: Any, font: Any) -> None:  # noqa: N802
        """The font stays as long as the process."""


def _tables(font: bytes) -> dict[int, bytes]:
    """The tables of an OpenType font by their tag, read as a big-endian number."""
    count = int.from_bytes(font[4:6])
    entries = (font[at : at + 16] for at in range(12, 12 + count * 16, 16))
    found = ((entry[:4], int.from_bytes(entry[8:12]), int.from_bytes(entry[12:])) for entry in entries)
    return {int.from_bytes(tag): font[start : start + length] for tag, start, length in found}


def _written(data: bytes, buffer: Any, size: int) -> int:
    if size >= len(data):
        ctypes.memmove(buffer, data, len(data))
    return len(data)


@cache
def provide() -> None:
    """Makes the wheel's font the only one that pdfium knows, once in a process."""
    _OneFont().setup()
