"""Heading numbers: what style they are printed in, and what they count."""

import re
from dataclasses import dataclass
from typing import Final

from jixiao.model.evaluation import Evaluation

_DIGITS: Final = "一二三四五六七八九十"
_NUMBER: Final = re.compile(r"[（(]?\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)]?\s*[、.．]?")

# The style of each level by GB/T 9704: 一、（一）1.（1）
STYLES: Final = {1: "一、", 2: "（一）", 3: "1.", 4: "（1）"}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered heading: its ordinal among the sections, level, style ("一、", "（一）", "1." …) and value."""

    section: int
    level: int
    style: str
    value: int
    printed: str


def numbered(evaluation: Evaluation) -> list[Numbered]:
    """The headings that carry a number, in order."""
    found = []
    for at, section in enumerate(evaluation.sections):
        match = _NUMBER.fullmatch(section.number)
        if match:
            value = _value(match[1])
            found.append(Numbered(at, section.level, _style(section.number, match[1]), value, section.number))
    return found


def renumbered(printed: str, value: int) -> str:
    """A printed number with another value (1 to 99), in the same style."""
    match = _NUMBER.fullmatch(printed)
    assert match
    tens, ones = divmod(value, 10)
    chinese = (_DIGITS[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones - 1] if ones else "")
    return printed[: match.start(1)] + (str(value) if match[1].isdigit() else chinese) + printed[match.end(1) :]


def _value(digits: str) -> int:
    if digits.isdigit():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    high = (_DIGITS.index(tens) + 1 if tens else 1) * 10 if ten else 0
    return high + (_DIGITS.index(ones) + 1 if ones else 0)


def _style(number: str, digits: str) -> str:
    one = "1" if digits.isdigit() else "一"
    if number[0] in "（(":
        return f"（{one}）"
    return one + ("、" if "、" in number else ".")
