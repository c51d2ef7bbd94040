"""Files → Layout: what stands where, without what it means."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from jixiao.model.errors import InputError
from jixiao.model.layout import Layout, Table
from jixiao.readers.gate import Format, admit, format_of
from jixiao.readers.traditional import in_simplified

# Paragraphs and cells of a document; the longest final accounts have a tenth of them.
MAX_SIZE: Final = 300_000
_ONLY: Final = "请只保留自评表或报告本身，把台账、明细等大表另存为单独的文件"
_ALONE: Final = "请打开文件核对，把自评表或报告单独另存为 .docx 或 .xlsx 再试"


def read_layout(path: Path, name: str | None = None) -> Layout:
    """The layout of a file. Its content decides how it is read, never its suffix.

    Args:
        path: the file.
        name: what users see in messages; the file's name if left out.

    Raises:
        InputError: the file cannot be read or holds no text; nothing else is raised, whatever its bytes.
    """
    file = name or path.name
    data = admit(path, file)
    return read_bytes(data, file)


def read_bytes(data: bytes, file: str) -> Layout:
    """The layout of a file's bytes, for those who already have them.

    Raises:
        InputError: see `read_layout`.
    """
    layout = _read(format_of(data, file), data, file)
    size = sum(len(block.cells) if isinstance(block, Table) else 1 for block in layout.blocks)
    if size > MAX_SIZE:
        raise InputError(file, f"内容过多（{size} 个段落和格子；上限 {MAX_SIZE}）", _ONLY)
    texts = (cell.text for table in layout.tables for cell in table.cells)
    if any(layout.paragraphs) or any(texts):
        return in_simplified(layout)
    if layout.notes:
        raise InputError(file, f"没有读到文字：{'；'.join(layout.notes)}", _ALONE)
    raise InputError(file, "文件里没有文字（可能只有图片）", "请提供可以选中文字的 .docx 原文件")


def _read(form: Format, data: bytes, file: str) -> Layout:
    if form == "package":
        return _read_package(data, file)
    if form == "ole":
        return _read_ole(data, file)
    if form == "text":
        return _read_text(data, file)
    if form == "pdf":
        from jixiao.readers.pdf import read_pdf

        return read_pdf(data, file)
    if form in {"html", "mht"}:
        from jixiao.readers.html import read_html, read_mht

        return read_html(data, file) if form == "html" else read_mht(data, file)
    return _read_converted(data, form, file)


def _read_package(data: bytes, file: str) -> Layout:
    from jixiao.readers.package import Package
    from jixiao.readers.wordml import name_of

    package = Package(data, file)
    if package.converts_from:
        return _read_converted(data, package.converts_from, file)
    root = name_of(package.main[1])
    if root == "document":
        from jixiao.readers.docx import read_docx

        return read_docx(package, file)
    if root == "workbook":
        from jixiao.readers.xlsx import read_xlsx

        return read_xlsx(package, file)
    if root == "presentation":
        raise InputError(file, "这是演示文稿，不是自评表或报告", "请提供 .docx 文件")
    raise InputError(file, "不认识这种文档", "请用 WPS 或 Word 打开，另存为 .docx")


def _read_ole(data: bytes, file: str) -> Layout:
    from jixiao.readers.ole import content_of
    from jixiao.readers.xls import read_xls

    return read_xls(data, file) if content_of(data, file) == "xls" else _read_converted(data, "doc", file)


def _read_text(data: bytes, file: str) -> Layout:
    from jixiao.readers.delimited import read_delimited
    from jixiao.readers.encoding import decode
    from jixiao.readers.text import read_text

    return read_delimited(decode(data, file), file) or read_text(data, file)


def _read_converted(data: bytes, form: str, file: str) -> Layout:
    """What only LibreOffice reads, by way of docx or xlsx."""
    from jixiao.readers.convert import convert

    return replace(_read_package(convert(data, form, file), file), format=form)
