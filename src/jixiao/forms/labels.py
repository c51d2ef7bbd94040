"""What the printed labels mean: labels.toml, matched without regard to spacing, width, punctuation and brackets."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from jixiao.model.terms import fold

_BRACKETS: Final = re.compile(r"\([^()]*\)")
_MARKS: Final = re.compile(r"[\s:,.;、。·★*/—_-]+")
_CLASS_POINTS: Final = {"level1": "group1", "level2": "group2"}
_ORDINAL: Final = re.compile(r"^\d+[.、]?|(?<!\d)\d+$")


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """A label as it is compared: folded, without bracketed parts, punctuation and a number at either end."""
    return _ORDINAL.sub("", _MARKS.sub("", _BRACKETS.sub("", fold(text))))


@cache
def _file() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(files("jixiao.forms").joinpath("labels.toml").read_text(encoding="utf-8"))


@cache
def names(block: str) -> Mapping[str, str]:
    """Bare label → field, for one block of labels.toml."""
    return {bare(label): field for field, labels in _file()[block].items() for label in labels}


def field_of(block: str, text: str) -> str | None:
    """The field that a printed label of this block means."""
    return names(block).get(bare(text))


def fields_of(block: str, texts: list[str]) -> dict[str, int]:
    """Field → position of the first label that means it."""
    found: dict[str, int] = {}
    for position, text in enumerate(texts):
        field = field_of(block, text)
        if field is not None:
            found.setdefault(field, position)
    return found


def indicator_fields(texts: list[str]) -> dict[str, int]:
    """Field → position of the first label that means it in the header of an indicator table.

    Points beside a class belong to the class: 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值.
    """
    found: dict[str, int] = {}
    before = None
    for position, text in enumerate(texts):
        field = field_of("indicators", text)
        if field == "weight":
            field = _CLASS_POINTS.get(before or "", field)
        if field is not None:
            found.setdefault(field, position)
        before = field
    return found


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
