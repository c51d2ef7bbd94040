"""Printed text with some words changed: which characters go, and what comes in their stead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from jixiao.checks.base import Edit
from jixiao.model.errors import InputError
from jixiao.readers.wordml import Element
from jixiao.writers.splice import Splice

BY_HAND = "请打开文件，在这个位置手工改"


@dataclass(frozen=True, slots=True)
class Sign:
    """A printed character: the element of text that holds it and its place there; no element where it is not stored."""

    text: str
    element: Element | None
    at: int


def change(splice: Splice, signs: Sequence[Sign], start: int, edit: Edit, file: str) -> None:
    """Changes the characters from `start` on, as little as possible; what is new looks like its neighbours.

    Raises:
        InputError: a character that has to change is not stored as text.
    """
    for kind, first, last, begin, end in SequenceMatcher(None, edit.old, edit.new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        gone = signs[start + first : start + last]
        new = edit.new[begin:end]
        if not gone:
            _insert(splice, signs, start + first, new, edit, file)
        for number, sign in enumerate(gone):
            offsets = _offsets(splice, sign, edit, file)
            splice.replace(offsets[sign.at], offsets[sign.at + 1], _text(new) if number == 0 else b"")


def find(text: str, edit: Edit, file: str) -> int:
    """Where the old words begin in a text, in which they stand once; figures are not part of longer ones.

    Raises:
        InputError: they are not there, or more than once.
    """
    left = r"(?<![\d.,])" if edit.old[:1].isdigit() else ""
    right = r"(?![\d,]|\.\d)" if edit.old[-1:].isdigit() else ""
    found = [match.start() for match in re.finditer(left + re.escape(edit.old) + right, text)]
    if len(found) != 1:
        cause = f"“{edit.old}”在这里有 {len(found)} 处" if found else f"这里找不到连在一起的“{edit.old}”"
        raise refused(edit, file, cause)
    return found[0]


def refused(edit: Edit, file: str, cause: str) -> InputError:
    """Why an edit cannot be made."""
    return InputError(file, cause, BY_HAND, str(edit.place))


def _insert(splice: Splice, signs: Sequence[Sign], at: int, new: str, edit: Edit, file: str) -> None:
    """Puts text after the character before, or before the next where that one is not stored as text."""
    after = at > 0 and (signs[at - 1].element is not None or at == len(signs))
    sign = signs[at - 1] if after else signs[at]
    splice.insert(_offsets(splice, sign, edit, file)[sign.at + after], _text(new))


def _offsets(splice: Splice, sign: Sign, edit: Edit, file: str) -> Sequence[int]:
    offsets = None if sign.element is None else splice.offsets(sign.element)
    if offsets is None:
        raise refused(edit, file, "这里是自动编号、域或特殊字符，不能直接改")
    return offsets


def _text(text: str) -> bytes:
    return escape(text, quote=False).encode()
