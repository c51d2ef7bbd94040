"""narrative.md → the parts that people write, by their place in the official outline."""

import re
from collections.abc import Mapping
from typing import Final

from jixiao.model.errors import InputError
from jixiao.model.outline import OUTLINE, Part, path_of
from jixiao.model.terms import fold
from jixiao.readers.encoding import decode

FILE: Final = "narrative.md"

_HEADING: Final = re.compile(r"#{1,6}\s*(\S.*)")
_NUMBER: Final = re.compile(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[.、])")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)


def read_narrative(data: bytes) -> dict[str, str]:
    """Path of a part → its text, paragraphs one a line; comments (the hints of the template) are left out.

    Raises:
        InputError: a heading is not in the outline or comes twice, or text stands before the first heading.
    """
    text = _COMMENT.sub(
        _blank_lines,
        decode(data, FILE, remedy="请用记事本打开，另存为 UTF-8 编码的 narrative.md；或用 jixiao new 新建一份")
        .replace("\r\n", "\n")
        .replace("\r", "\n"),
    )
    parts: dict[str, list[str]] = {}
    current: list[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        heading = _HEADING.fullmatch(line.strip())
        if heading:
            path = path_of(_part(heading[1], number))
            if path in parts:
                raise InputError(FILE, f"标题“{heading[1].strip()}”出现两次", "合并成一处", f"第{number}行")
            current = parts[path] = []
        elif line.strip():
            if current is None:
                raise InputError(FILE, "第一个标题前面有文字", "把它移到提纲的某个标题下面", f"第{number}行")
            current.append(line.strip())
    return {path: "\n".join(lines) for path, lines in parts.items()}


def narrative_template(texts: Mapping[str, str]) -> str:
    """A narrative.md with all headings of the outline, the hints as comments, and texts by path."""
    lines = ["<!-- 每个标题下写一段或几段。数字写成 {fact:…}，由程序填入；不要改标题。 -->"]
    for part in OUTLINE:
        text = texts.get(path_of(part), "")
        hint = f"<!-- {part.hint} -->" if part.narrative else ""
        lines += ["", f"{'#' * part.level} {part.heading}", *filter(None, (hint, text))]
    return "\n".join(lines) + "\n"


def _part(heading: str, number: int) -> Part:
    title = _title(heading)
    for part in OUTLINE:
        if _title(part.title) == title:
            return part
    titles = "、".join(part.title for part in OUTLINE if part.narrative)
    raise InputError(FILE, f"提纲里没有“{heading.strip()}”这个标题", f"用提纲里的标题：{titles}", f"第{number}行")


def _title(heading: str) -> str:
    return _NUMBER.sub("", fold(heading)).rstrip("。.:")


def _blank_lines(match: re.Match[str]) -> str:
    return "\n" * match.group().count("\n")
