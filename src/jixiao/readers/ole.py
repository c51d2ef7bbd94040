"""Compound files (.xls, .et, .doc, .wps before 2007): what kind of document is inside, by its directory."""

import io
from typing import Final, Literal

from xlrd.compdoc import CompDoc

from jixiao.model.errors import InputError

_FLAGS: Final = 11
_ENCRYPTED: Final = 0x01
_DAMAGED: Final = ("文件已损坏", "请用 WPS 或 Word 打开后重新保存；仍打不开的，请重新索取文件")
_PASSWORD: Final = ("文件设有打开密码", "请在 WPS 或 Word 中取消打开密码，重新保存")


def content_of(data: bytes, file: str) -> Literal["doc", "xls"]:
    """Whether it is a text document or a workbook.

    Source: [MS-CFB] §2.6 (directory), [MS-DOC] §2.5.2 (fEncrypted).

    Raises:
        InputError: it has a password, is damaged, or is neither.
    """
    try:
        directory = CompDoc(data, logfile=io.StringIO())
        names = {directory.dirlist[child].name.lower() for child in directory.dirlist[0].children}
        word = directory.get_named_stream("WordDocument") or b"" if "worddocument" in names else None
    except MemoryError:
        raise
    except Exception as error:
        # xlrd takes the bytes at their word: whatever they break in it, the file is broken.
        raise InputError(file, *_DAMAGED) from error
    if "encryptedpackage" in names or (word and len(word) > _FLAGS and word[_FLAGS] & _ENCRYPTED):
        raise InputError(file, *_PASSWORD)
    if word is not None:
        return "doc"
    if names & {"workbook", "book"}:
        return "xls"
    if "powerpoint document" in names:
        raise InputError(file, "这是演示文稿，不是自评表或报告", "请提供 .docx 文件")
    raise InputError(file, "不是 Word 文档，也不是 Excel 工作簿", "请用 WPS 或 Word 打开，另存为 .docx 后再交给本程序")
