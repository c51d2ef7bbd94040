"""What the printed labels mean: labels.toml, matched without regard to spacing, width, punctuation and brackets."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from jixiao.model.terms import fold

_BRACKETS: Final = re.compile(r"\([^()]*\)")
_MARKS: Final = re.compile(r"[\s:,.;、。·★*/—_-]+")
# A label that ends in the formula of its column: 支出实现率（%）⑤=④/③.
_FORMULA: Final = re.compile(r"\d{0,2}=[\d+*/×÷%A-Z()-]*$", re.ASCII)
# A label is no longer; what is longer is a sentence.
_LONGEST: Final = 16
# Texts whose meaning is kept: the same labels come again in every form, and are asked for many times in each.
_HELD: Final = 8192
_ORDINAL: Final = re.compile(r"^\d+[.、]?|(?<!\d)\d+$")


@lru_cache(_HELD)
def bare(text: str) -> str:
    """A label as it is compared: folded, without bracketed parts, punctuation, a formula and a number at either end."""
    return _ORDINAL.sub("", _FORMULA.sub("", _MARKS.sub("", _BRACKETS.sub("", fold(text)))))


@cache
def _file() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(files("jixiao.forms").joinpath("labels.toml").read_text(encoding="utf-8"))


@cache
def names(block: str) -> Mapping[str, str]:
    """Bare label → field, for one block of labels.toml."""
    return {bare(label): field for field, labels in _file()[block].items() for label in labels}


@cache
def _in_cells(block: str) -> Mapping[str, str]:
    """Bare label → field, with the names that count only where they are all that a cell prints."""
    cells: Any = _file()["cells"].get(block, {})
    alone = {bare(label): field for field, labels in cells.items() for label in labels}
    return {**alone, **names(block)}


@lru_cache(_HELD)
def field_of(block: str, text: str) -> str | None:
    """The field that a printed label of this block means."""
    return _in_cells(block).get(bare(text))


@lru_cache(_HELD)
def resembling(block: str, text: str) -> str | None:
    """The field that a label in a header most likely means, by the words that it holds, where its name is not known."""
    label = bare(text)
    if not 1 < len(label) <= _LONGEST:
        return None
    return next((field for field, parts in _likenesses(block) if any(part in label for part in parts)), None)


@cache
def _likenesses(block: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines: Any = _file()["like"][block]
    return tuple((field, tuple(parts)) for field, *parts in lines)


@cache
def spoken(block: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Field → pattern of the labels of a block whose names are not known, to be looked for at every place."""
    lines: Any = _file()["grammar"].get(block, [])
    return tuple((field, re.compile(f"(?=({'|'.join(patterns)}))", re.ASCII)) for field, *patterns in lines)


@cache
def words(kind: str) -> frozenset[str]:
    """Words of one kind that are matched as they stand."""
    return frozenset(_file()["words"][kind])


def without_prefix(block: str, text: str) -> str:
    """A bare label without the words that may stand in front of it (其中)."""
    label = bare(text)
    for prefix in _file()["prefixes"][block]:
        label = label.removeprefix(prefix)
    return label


def outline_level(text: str) -> int:
    """The level that the official outline gives a title, 0 if it does not know it."""
    return _outline().get(_title(text), 0)


@cache
def _outline() -> Mapping[str, int]:
    return {_title(title): int(level) for level, titles in _file()["outline"].items() for title in titles}


def _title(text: str) -> str:
    return _MARKS.sub("", fold(text))
