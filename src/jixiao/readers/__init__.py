"""Files → Layout: what stands where, without what it means."""

from pathlib import Path

from jixiao.model.errors import InputError
from jixiao.model.layout import Layout
from jixiao.readers.gate import admit, format_of


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
    layout = _read(data, file)
    texts = (cell.text for table in layout.tables for cell in table.cells)
    if not any(layout.paragraphs) and not any(texts):
        raise InputError(file, "文件里没有文字（可能只有图片）", "请提供可以选中文字的 .docx 原文件")
    return layout


def _read(data: bytes, file: str) -> Layout:
    if format_of(data, file) == "docx":
        from jixiao.readers.docx import read_docx

        return read_docx(data, file)
    from jixiao.readers.text import read_text

    return read_text(data, file)
