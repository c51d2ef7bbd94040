"""The numbers that Word prints before paragraphs without storing them: 一、（一）1. and their kin.

Source: ECMA-376 part 1, §17.9. Bullets, legal numbering and rare counting systems give no number.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from jixiao.readers.wordml import Element, attribute, child, children, number, tags, value

_NUMBERS = tags("numPr")
_STYLES = tags("pStyle")
_PARAGRAPHS = tags("p")
_DIGITS = "零一二三四五六七八九"
_MAX_CHINESE = 99
_MAX_CIRCLED = 20
_MAX_LETTER = 26
_MAX_ROMAN = 39
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class _Level:
    """start: its first number. shape: lvlText, "%1" for the number of level 1. gap: what follows the number."""

    start: int
    counting: str
    shape: str
    gap: str
    style: str


class Numbering:
    """Numbers paragraphs in the order in which they are given.

    styles: gives the root of the part with the styles; asked only where a paragraph may be numbered by its style.
    """

    def __init__(self, numbering: Element | None, styles: Callable[[], Element | None]) -> None:
        self._styles_part = styles
        self._levels: dict[str, list[_Level]] = {}
        self._counter_of: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._by_style: dict[str, Element | None] = {}
        outlines = {attribute(outline, "abstractNumId"): outline for outline in children(numbering, "abstractNum")}
        for listing in children(numbering, "num"):
            key, outline = attribute(listing, "numId"), value(listing, "abstractNumId")
            overrides = {attribute(override, "ilvl"): override for override in children(listing, "lvlOverride")}
            self._levels[key] = [_level(level, overrides) for level in children(outlines.get(outline), "lvl")]
            restarts = any(child(override, "startOverride") is not None for override in overrides.values())
            self._counter_of[key] = f"num {key}" if restarts else outline

    @cached_property
    def _styles(self) -> Mapping[str, Element]:
        return {attribute(style, "styleId"): style for style in children(self._styles_part(), "style")}

    def numbered(self, root: Element) -> list[Element]:
        """The paragraphs of a part that may have a number, by themselves or by their style, in order."""
        if not self._levels:
            return []
        marks = list(root.iter(*_NUMBERS))
        if self._styles:
            marks += [style for style in root.iter(*_STYLES) if self._inherited(attribute(style, "val")) is not None]
        owners = {properties.getparent() for mark in marks if (properties := mark.getparent()) is not None}
        return [paragraph for paragraph in root.iter(*_PARAGRAPHS) if paragraph in owners] if owners else []

    def label(self, paragraph: Element) -> str:
        """The printed number of the next paragraph with what divides it from the text, "" where it has none."""
        if not self._levels:
            return ""
        listing, at = self._listing(paragraph)
        levels = self._levels.get(listing, [])
        if at >= len(levels):
            return ""
        counts = self._counts.setdefault(self._counter_of[listing], {})
        counts[at] = counts.get(at, levels[at].start - 1) + 1
        for deeper in [level for level in counts if level > at]:
            del counts[deeper]
        return _print(levels, counts, at)

    def _listing(self, paragraph: Element) -> tuple[str, int]:
        """The list that a paragraph belongs to and its level there, by itself or by its style."""
        properties = child(paragraph, "pPr")
        if properties is None:
            return "", 0
        style = value(properties, "pStyle")
        own = child(properties, "numPr")
        source = own if child(own, "numId") is not None else self._inherited(style) if style else None
        if source is None:
            return "", 0
        listing = value(source, "numId")
        by_style = (at for at, level in enumerate(self._levels.get(listing, [])) if style and level.style == style)
        return listing, number(value(source, "ilvl"), next(by_style, 0))

    def _inherited(self, style: str) -> Element | None:
        """The numPr of a style or of the styles that it is based on; each style is looked up once."""
        asked: dict[str, None] = {}
        found = None
        while style in self._styles and style not in self._by_style and style not in asked:
            asked[style] = None
            own = child(self._styles[style], "pPr", "numPr")
            if child(own, "numId") is not None:
                found = own
                break
            style = value(self._styles[style], "basedOn")
        found = self._by_style.get(style) if found is None else found
        self._by_style.update(dict.fromkeys(asked, found))
        return found


def _level(level: Element, overrides: Mapping[str, Element]) -> _Level:
    override = overrides.get(attribute(level, "ilvl"))
    redefined = child(override, "lvl")
    level = level if redefined is None else redefined
    start = number(value(override, "startOverride"), number(value(level, "start"), 1))
    gap = "" if value(level, "suff") == "nothing" else " "
    return _Level(
        start, value(level, "numFmt", default="decimal"), value(level, "lvlText"), gap, value(level, "pStyle")
    )


def _print(levels: list[_Level], counts: Mapping[int, int], at: int) -> str:
    if levels[at].counting in ("bullet", "none"):
        return ""
    printed = []
    for piece in re.split(r"(%[1-9])", levels[at].shape):
        if not re.fullmatch(r"%[1-9]", piece):
            printed.append(piece)
            continue
        level = int(piece[1]) - 1
        count = _COUNTING.get(levels[level].counting) if level < len(levels) else None
        digits = count(counts.get(level, levels[level].start)) if count else ""
        if not digits:
            return ""
        printed.append(digits)
    text = "".join(printed)
    return text + levels[at].gap if text else ""


def _chinese(count: int) -> str:
    if not 0 < count <= _MAX_CHINESE:
        return ""
    tens, ones = divmod(count, 10)
    return ("" if tens <= 1 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def _circled(count: int) -> str:
    return chr(ord("①") + count - 1) if 0 < count <= _MAX_CIRCLED else ""


def _letter(count: int) -> str:
    return chr(ord("a") + count - 1) if 0 < count <= _MAX_LETTER else ""


def _roman(count: int) -> str:
    tens, ones = divmod(count, 10)
    units = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return "x" * tens + units[ones] if 0 < count <= _MAX_ROMAN else ""


_COUNTING: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalFullWidth": lambda count: str(count).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}
