"""The yellow notes that a workbook draws for its comments.

Source of the format: ECMA-376 part 4, §19.4.2.6 (client data of notes), §14.1 (VML).
"""

import re
from collections.abc import Mapping
from typing import Final

from jixiao.model.errors import InputError
from jixiao.readers.xlsx import address_of

_TYPE: Final = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SPACES: Final = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_SHAPE: Final = re.compile(rb"_x0000_s(\d{1,9})\b")
_BLOCK: Final = 1024  # ids of shapes that one drawing of a workbook may use
_WIDE: Final = 18  # Chinese characters on a line of a note
_COLUMNS: Final = 5
_BROKEN: Final = ("工作表的批注图形已损坏，不能再加批注", "请用 WPS 或 Excel 打开后重新保存，再试一次")


def drawing(texts: Mapping[str, str], block: int) -> str:
    """A drawing with a note for each cell. block: which thousand of ids it takes, another one for every sheet."""
    layout = f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/></o:shapelayout>'
    return f"<xml {_SPACES}>{layout}{_TYPE}{_notes(texts, block * _BLOCK + 1)}</xml>"


def extended(old: bytes, texts: Mapping[str, str], file: str) -> str:
    """A drawing with more notes.

    Raises:
        InputError: it has no end, or is not in UTF-8.
    """
    end = old.rfind(b"</xml>")
    first = max((int(number) for number in _SHAPE.findall(old)), default=_BLOCK) + 1
    try:
        before, after = old[:end].decode(), old[end:].decode()
    except UnicodeDecodeError as error:
        raise InputError(file, *_BROKEN) from error
    if end < 0:
        raise InputError(file, *_BROKEN)
    kind = "" if b'"_x0000_t202"' in old else _TYPE.replace("<v:shapetype", f"<v:shapetype {_SPACES}")
    return before + kind + _notes(texts, first) + after


def _notes(texts: Mapping[str, str], first: int) -> str:
    return "".join(_note(number, cell, text) for number, (cell, text) in enumerate(texts.items(), first))


def _note(number: int, cell: str, text: str) -> str:
    row, col = address_of(cell) or (0, 0)
    height = sum(1 + len(line) // _WIDE for line in text.split("\n")) + 1
    anchor = f"{col + 1}, 12, {max(row - 1, 0)}, 4, {col + 1 + _COLUMNS}, 12, {max(row - 1, 0) + height}, 4"
    return (
        f'<v:shape {_SPACES} id="_x0000_s{number}" type="#_x0000_t202" fillcolor="#ffffe1" o:insetmode="auto" '
        f'style="position:absolute;width:280pt;height:{height * 15}pt;z-index:{number};visibility:hidden">'
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{col}</x:Column>"
        "</x:ClientData></v:shape>"
    )
