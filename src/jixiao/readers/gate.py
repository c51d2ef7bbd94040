"""The gate before every reader: is there a file, how big is it, and what is it really?"""

import codecs
import re
from pathlib import Path
from typing import Final, Literal

from jixiao.model.errors import InputError

MAX_BYTES: Final = 64 << 20

Format = Literal["package", "ole", "pdf", "html", "mht", "rtf", "wordml", "spreadsheetml", "text"]

_HEAD: Final = 4096
_PICTURE: Final = ("这是图片，本版还不能识别图片里的文字", "请提供由 WPS 或 Word 保存的 .docx 原文件")
_ARCHIVE: Final = ("这是压缩包", "请先解压，再逐个文件读取")
_XML: Final = ("这是 XML 数据文件，不是文档", "请用 WPS 或 Word 打开，另存为 .docx 后再交给本程序")
_JSON: Final = ("这是 JSON 数据，不是文档", "请提供原来的表格或报告（docx、xlsx、PDF 等）")
_ENTITIES: Final = ("文件里有 XML 实体声明，可能不安全，未读取", "请用 WPS 或 Word 打开后重新保存为 .docx")

# The first bytes of files that are not readable, with the cause and the remedy.
_REFUSED: Final = (
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"BM", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"RIFF", _PICTURE),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
)
# Those of formats that are read; white space and a byte order mark may stand before them.
_MAGIC: Final[tuple[tuple[bytes, Format], ...]] = (
    (b"PK\x03\x04", "package"),
    (b"PK\x05\x06", "package"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
)
_MARKED_XML: Final[tuple[tuple[str, Format], ...]] = (
    ("urn:schemas-microsoft-com:office:spreadsheet", "spreadsheetml"),
    ("schemas.microsoft.com/office/word/2003/wordml", "wordml"),
    ("schemas.microsoft.com/office/2006/xmlpackage", "wordml"),
)
_HTML: Final = re.compile(r"<(?:!doctype\s+html|(?:html|head|body|table|meta|title|div|style|p)\b)", re.IGNORECASE)
_DATA: Final = re.compile(r'[\[{]\s*["{\[]')
_HEADER: Final = re.compile(r"[\w-]+:", re.ASCII)


def admit(path: Path, file: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file that is there, is not empty and not too big.

    Raises:
        InputError: it is not.
    """
    try:
        if path.is_dir():
            raise InputError(file, "这是文件夹，不是文件", "请指定文件夹里的一个文件")
        if path.exists() and not path.is_file():
            raise InputError(file, "这不是普通的文件（是管道或设备），未读取", "请指定文件本身")
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


def format_of(data: bytes, file: str) -> Format:
    """What the bytes are, whatever the file is called; anything unknown is taken for text.

    Raises:
        InputError: they are of a kind that cannot be read.
    """
    head = data[:_HEAD].removeprefix(codecs.BOM_UTF8).lstrip()
    for magic, form in _MAGIC:
        if head.startswith(magic):
            return form
    for magic, why in _REFUSED:
        if data.startswith(magic) and b"\0" in data:
            raise InputError(file, *why)
    text = _head(data).lstrip("\ufeff \t\r\n")
    if text.startswith("<?xml") and not _HTML.search(text):
        return _xml(data, text, file)
    if text.startswith("<") and _HTML.search(text):
        return "html"
    if _DATA.match(text):
        raise InputError(file, *_JSON)
    return "mht" if _is_message(text) else "text"


def _head(data: bytes) -> str:
    """The first characters, as far as Latin letters matter."""
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.removeprefix(codecs.BOM_UTF8)[:_HEAD].decode("utf-16" if utf16 else "latin-1", "replace")


def _is_message(head: str) -> bool:
    """Whether a text begins like an e-mail: header lines, one of which is MIME-Version, up to the first empty line."""
    lines = head.replace("\r\n", "\n").partition("\n\n")[0].split("\n")
    return bool(_HEADER.match(lines[0])) and any(line.lower().startswith("mime-version:") for line in lines)


def _xml(data: bytes, head: str, file: str) -> Format:
    for mark, form in _MARKED_XML:
        if mark in head:
            if b"<!" in data and re.search(rb"<!(?:DOCTYPE|ENTITY)", data):
                raise InputError(file, *_ENTITIES)
            return form
    raise InputError(file, *_XML)
