"""Documents with words changed in place."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from jixiao.checks.base import Edit
from jixiao.model.errors import InputError
from jixiao.model.layout import Layout
from jixiao.readers.package import Package
from jixiao.writers.repair_docx import repair_docx
from jixiao.writers.repair_xlsx import repair_xlsx

_WRITERS: Final[Mapping[str, Callable[[bytes, Layout, Sequence[Edit]], bytes]]] = {
    "docx": repair_docx,
    "xlsx": repair_xlsx,
}
# Elements by which an author forbids changes, with the parts in which they stand.
_LOCKS: Final = (("word/settings.xml", b"documentProtection"), ("xl/worksheets/", b"<sheetProtection"))


def can_repair(data: bytes, layout: Layout) -> None:
    """Passes documents that can be changed.

    Raises:
        InputError: the format is another one, the document is signed, or its author allows no changes.
    """
    if layout.format not in _WRITERS:
        raise InputError(
            layout.file,
            f"这种格式（{layout.format}）不能直接改",
            "请用 WPS 或 Word 另存为 .docx 或 .xlsx 再改",
        )
    package = Package(data, layout.file)
    if any(name.startswith("_xmlsignatures/") for name in package.names):
        raise InputError(layout.file, "文件有数字签名，改动后签名就失效，没有改", "请在签名以前的文件上改")
    for part, mark in _LOCKS:
        if any(name.startswith(part) and mark in package.part(name) for name in package.names):
            raise InputError(layout.file, "文件设有编辑限制，没有改", "请先在 WPS 或 Word 中取消编辑限制或工作表保护")


def repaired(data: bytes, layout: Layout, edits: Sequence[Edit]) -> bytes:
    """The bytes of a document with these edits; what they do not touch is as it was.

    layout: what was read from `data`, which `can_repair` passed.

    Raises:
        InputError: an edit cannot be made, with its place.
    """
    return _WRITERS[layout.format](data, layout, edits)
