"""Bytes → text, whichever of the encodings of Chinese documents they are in."""

import codecs
import re

from jixiao.model.errors import InputError

MAX_BYTES = 8 << 20

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What is left to guess where neither UTF-8 nor GB18030 holds: UTF-16 without its mark.
_GUESSED = ["utf_16_le", "utf_16_be"]
# What no text holds: the control characters other than white space, Word's cell mark and the end-of-file mark.
_BINARY = re.compile(r"[\x00-\x06\x08\x0e-\x19\x1b-\x1f]")

_AGAIN = "请用 WPS 或 Word 打开原文件，另存为 .docx，或另存为 UTF-8 编码的 .txt"


def decode(data: bytes, file: str, limit: int = MAX_BYTES, remedy: str = _AGAIN) -> str:
    """The text: by its byte order mark, else UTF-8, else GB18030, else what a detector says.

    remedy: what to do where the bytes are not text.

    Raises:
        InputError: the bytes are not text, or there is too much of it.
    """
    if len(data) > limit:
        raise InputError(file, f"文本过大（上限 {limit >> 20} MiB）", "请只保留自评表或报告本身")
    for encoding in [name for bom, name in _BOMS if data.startswith(bom)] or ["utf-8", "gb18030"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _BINARY.search(text):
            return text
    return _guess(data, file, remedy)


def _guess(data: bytes, file: str, remedy: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_GUESSED).best()
    text = str(best) if best else "\0"
    if _BINARY.search(text):
        raise InputError(file, "不是文本文件，或文字编码无法识别", remedy)
    return text
