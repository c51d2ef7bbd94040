"""The gate before every reader: is there a file, how big is it, and what is it really?"""

from pathlib import Path
from typing import Literal

from jixiao.model.errors import InputError

MAX_BYTES = 64 << 20

_AS_DOCX = "请用 WPS 或 Word 打开，另存为 .docx 后再交给本程序"
_PICTURE = "这是图片，本版还不能识别图片里的文字"
_ASK_FOR_WORD = "请提供由 WPS 或 Word 保存的 .docx 原文件"
_ARCHIVE = "这是压缩包"
_UNPACK = "请先解压，再逐个文件读取"

# The first bytes of files that are not readable, why, and the remedy.
_MAGIC = (
    (b"%PDF-", "这是 PDF，本版还不能读取", "请提供 .docx 原文件，或把文字另存为 .txt"),
    (b"{\\rtf", "这是 RTF 文档，本版还不能读取", _AS_DOCX),
    (b"\x89PNG", _PICTURE, _ASK_FOR_WORD),
    (b"\xff\xd8\xff", _PICTURE, _ASK_FOR_WORD),
    (b"GIF8", _PICTURE, _ASK_FOR_WORD),
    (b"II*\0", _PICTURE, _ASK_FOR_WORD),
    (b"MM\0*", _PICTURE, _ASK_FOR_WORD),
    (b"Rar!", _ARCHIVE, _UNPACK),
    (b"7z\xbc\xaf", _ARCHIVE, _UNPACK),
    (b"\x1f\x8b", _ARCHIVE, _UNPACK),
    (b"<?xml", "这是 XML 文件，本版还不能读取", _AS_DOCX),
    (b"<!doctype", "这是网页，本版还不能读取", _AS_DOCX),
    (b"<html", "这是网页，本版还不能读取", _AS_DOCX),
    (b"mime-version:", "这是“单个文件网页”，本版还不能读取", _AS_DOCX),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def admit(path: Path, file: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file that is there, is not empty and not too big.

    Raises:
        InputError: it is not.
    """
    try:
        if path.is_dir():
            raise InputError(file, "这是文件夹，不是文件", "请指定文件夹里的一个文件")
        if not path.is_file():
            raise InputError(file, "找不到文件", "请检查文件名和所在文件夹")
        if path.stat().st_size > limit:
            raise InputError(file, f"文件过大（上限 {limit >> 20} MiB）", "请压缩或删去文件里的图片后重新保存")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(file, "文件打不开", "请检查文件是否被其他程序占用、是否有读取权限") from error
    if not data.strip():
        raise InputError(file, "文件是空的", "请确认拿到的是完整的文件")
    return data


def format_of(data: bytes, file: str) -> Literal["docx", "txt"]:
    """What the bytes are: a zip package is taken for docx (its reader looks closer), anything unknown for text.

    Raises:
        InputError: they are of a kind that cannot be read.
    """
    if data.startswith(_ZIP):
        return "docx"
    if data.startswith(_OLE):
        raise InputError(file, *_why_not_ole(data))
    head = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for magic, cause, remedy in _MAGIC:
        if data.startswith(magic) or head.lower().startswith(magic):
            raise InputError(file, cause, remedy)
    return "txt"


def _why_not_ole(data: bytes) -> tuple[str, str]:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "文件设有打开密码", "请在 WPS 或 Word 中取消打开密码，重新保存"
    if "Workbook".encode("utf-16-le") in data:
        return "这是旧版 Excel（.xls、.et），本版还不能读取", "请把表格复制到 WPS 或 Word 文档，另存为 .docx"
    return "这是旧版 Word 文档（.doc、.wps），不能直接读取", "请用 WPS 或 Word 打开，另存为 .docx"
