"""The bytes of a document that was read, if they are still the same; and where its successor may be written."""

from pathlib import Path

from jixiao import api
from jixiao.model.errors import InputError
from jixiao.readers import read_bytes
from jixiao.readers.gate import admit


def original(document: api.Document) -> bytes:
    """The bytes that a document was read from.

    Raises:
        InputError: the file is gone, cannot be opened, or holds something else by now.
    """
    file = document.layout.file
    data = admit(document.path, file)
    if read_bytes(data, file) != document.layout:
        raise InputError(file, "读取以后文件又被改动过，没有写", "请保存并关闭文件，再做一遍")
    return data


def beside_input(document: api.Document, target: Path) -> Path:
    """The target, if it is not the document itself.

    Raises:
        InputError: it is.
    """
    if target.resolve() == document.path.resolve():
        raise InputError(str(target), "会盖住原文件，没有写", "请换一个文件夹或文件名")
    return target
