"""What a few printed characters look like: points, a value, a sign, a unit, a class, words of a judgement.

All texts are in half width and without white space.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from jixiao.forms.labels import words
from jixiao.model.number import DIGITS

_POINTS: Final = re.compile(r"(?:100|[1-9]?\d)(?:\.\d{1,2})?分?", re.ASCII)
_PLAIN: Final = rf"(?:(?!0\d){DIGITS}|0\.\d{{1,6}})"
_NUMBER: Final = re.compile(_PLAIN, re.ASCII)
_PERCENT: Final = re.compile(rf"{_PLAIN}[%％]?", re.ASCII)
_BEFORE: Final = (
    r"(?:[≥≤≧≦⩾⩽＞＜><=═]=?|大于或?等于|小于或?等于|等于|大于|小于|超过|低于|高于|多于|少于|不低于|不少于|不小于|不超过|不高于"
    r"|不大于|不多于|至少|控制在|达到(?:预计值|预期值|目标值|标准值?|预期)?)"
)
_OPERATOR: Final = re.compile(_BEFORE)
_AFTER: Final = r"(?:及以上|以上|及以下|以下|以内|之内|左右)"
_QUANTITY: Final = re.compile(
    rf"{_BEFORE}?(?P<number>-?{_PLAIN})(?:余)?(?P<unit>[^\d\s,.;、。:()≥≤=<>]{{0,7}}?)(?P<after>{_AFTER})?", re.ASCII
)
_DATE: Final = re.compile(
    r"(?:(?:19|20)\d\d[年.])?(?:\d{1,2}(?:月|\.\d{1,2}))?(?:\d{1,2}[日号])?(?:年?(?:底|末))?(?:之?前|以前)?(?:完成|到位)?",
    re.ASCII,
)
_RATE_FIRST: Final = re.compile(rf"{_PLAIN}[%％](?=[\u4e00-\u9fff])", re.ASCII)
_TWO_CLASSES: Final = re.compile(r"(?:产出|效益|成本)(?:数量|质量|时效|成本|经济效益|社会效益|生态效益)指标")
_REST_OF_YEAR: Final = re.compile(r"\d{1,3}年", re.ASCII)
# What recognition makes of ≥.
MISREAD_SIGN: Final = "2"
_NUMBER_AMONG: Final = re.compile(r"(?:(?<=[\u4e00-\u9fff])|^)\d{1,2}(?=[\u4e00-\u9fff]|$)", re.ASCII)
_FIGURES: Final = re.compile(r"\d+\.\d[\d.]*|\d{5,}", re.ASCII)
_DASHES: Final = frozenset("-—–―─一/\\")
_ORDINAL: Final = re.compile(r"(?:★|▲)?(?:指标|目标)\d{1,2}[:.、]?")
_PLACEHOLDER: Final = re.compile(r"(?:(?:指标|目标)\d{1,2}[:.、]?)?[.…]*", re.ASCII)
_HEADING: Final = re.compile(r"[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\)")
_SECTION: Final = re.compile(r"\([一二三四五六七八九十]\)[\u4e00-\u9fff]{2,16}?(?:情况|状况|分析|结论)(?!指标)")
_SUB: Final = re.compile(r"其中[:：]?")
# Shorter words are common ones where nothing bounds them.
_TELLING: Final = 4
# Texts whose reading is kept; the search asks for the same few again and again.
_HELD: Final = 4096
_GOES_ON: Final = "内以余前后左多"
_MIDDLE: Final = "),.、;:。"
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")


def is_points(text: str) -> bool:
    """A weight or score: up to 100, at most two places."""
    return _POINTS.fullmatch(text) is not None


def is_number(text: str) -> bool:
    """A number without sign and unit that is not led by a superfluous nought."""
    return _NUMBER.fullmatch(text) is not None


def is_rate(text: str) -> bool:
    """A number that may end in %."""
    return _PERCENT.fullmatch(text) is not None


@lru_cache(_HELD)
def figure(text: str) -> Decimal | None:
    """The number of a text that is one, with or without % or 分."""
    return Decimal(text.replace(",", "").rstrip("分%")) if is_points(text) or is_rate(text) else None


@lru_cache(_HELD)
def is_class(text: str) -> bool:
    """The name of a class."""
    return any(class_pattern(level).fullmatch(text) for level in ("level1", "level2"))


def is_dash(text: str) -> bool:
    """What stands where there is nothing to say."""
    return text != "" and set(text) <= _DASHES


@lru_cache(_HELD)
def unit_of(text: str) -> str | None:
    """The unit of a number with or without an operator, "" if none is printed; None for what is no such number."""
    match = _QUANTITY.fullmatch(text)
    return match["unit"] if match else None


def is_day(text: str) -> bool:
    """A day, month or deadline."""
    return "月" in text and _DATE.fullmatch(text) is not None


def is_empty_value(text: str) -> bool:
    """A sign and a unit that a template prints around a number that nobody filled in."""
    sign = _OPERATOR.match(text)
    return sign is not None and text[sign.end() :] in words("units")


def is_operator(text: str) -> bool:
    """Words or a sign that stand before a number."""
    return _OPERATOR.fullmatch(text) is not None


def is_sign(text: str) -> bool:
    """An operator in a column of its own, or the word that says there is none."""
    return text in words("signs")


def is_unit(text: str) -> bool:
    """A unit that is often printed."""
    return text in words("units")


def begins_with_unit(text: str) -> bool:
    """Whether the first characters are a unit, or go on after one (以内, 左右)."""
    if any(text[:length] in words("leads") for length in range(1, 4)):
        return False
    return text[0] in _GOES_ON or any(text[:length] in words("units") for length in range(1, 4))


def begins_with_rate(text: str) -> bool:
    """Whether a percentage stands before words, as where it ended the cell before."""
    return _RATE_FIRST.match(text) is not None


def begins_in_year(text: str) -> bool:
    """Whether a text that begins between two digits begins within a year: 22年 of 2022年."""
    return _REST_OF_YEAR.match(text) is not None


def is_two_classes(text: str) -> bool:
    """The names of a first class and of a second one that belongs to it: 产出数量指标."""
    return _TWO_CLASSES.fullmatch(text) is not None


def begins_with_dash(text: str) -> bool:
    """Whether a dash, or what was misread as one, stands before other words."""
    return len(text) > 1 and text[0] in _DASHES


def is_broken(text: str) -> bool:
    """Whether a text begins in the middle of a sentence, or holds one bracket of a pair."""
    return text[0] in _MIDDLE or text.count("(") != text.count(")")


def is_judgement(text: str) -> bool:
    """Words that stand for a value: 达成预期指标, 良好, 是."""
    return text.rstrip("。.") in words("judgements")


def runs_of_figures(text: str) -> int:
    """How many runs of digits a text holds that are longer than a year, or have a fraction."""
    return sum(1 for _ in _FIGURES.finditer(text))


def is_two_quantities(text: str) -> bool:
    """A share and a number with its unit in one cell: 100%1000件."""
    share, sign, number = text.partition("%")
    return bool(sign and number) and is_number(share) and unit_of(number) in words("units")


def bare_numbers(text: str) -> int:
    """How many numbers without a unit stand among words, as points do that belong to other cells."""
    found = _NUMBER_AMONG.finditer(text)
    return sum(1 for match in found if match.end() == len(text) or not begins_with_unit(text[match.end() :]))


def is_placeholder(text: str) -> bool:
    """What a template leaves where an indicator should be: 指标2：, ……."""
    return _PLACEHOLDER.fullmatch(text) is not None


def has_ordinal(text: str) -> bool:
    """A name that a form numbers: 指标1：."""
    return _ORDINAL.match(text) is not None


def numbers_class(text: str) -> bool:
    """Whether a class follows the number of a name at once: 指标2：社会效益指标 are an empty name and a class."""
    number = _ORDINAL.match(text)
    match = class_pattern("level2").match(text, number.end()) if number else None
    return match is not None and ("指标" in match[0] or match.end() == len(text))


def first_ordinal(text: str, start: int, end: int) -> int | None:
    """Where the first name stands that a form numbers."""
    match = _ORDINAL.search(text, start, end)
    return match.start() if match else None


def headings(text: str, start: int, end: int) -> Iterator[int]:
    """Where a number stands that prose gives its headings: 二、, （三）."""
    return (match.start() for match in _HEADING.finditer(text, start, end))


def sections(text: str, start: int, end: int) -> Iterator[int]:
    """Where the heading of a section of prose stands that ran together with what is before it: (二)项目管理情况."""
    return (match.start() for match in _SECTION.finditer(text, start, end))


def is_sub(text: str) -> bool:
    """A row 其中."""
    return _SUB.match(text) is not None


def han(text: str) -> int:
    """How many Chinese characters a text holds."""
    return len(_HAN.findall(text))


def is_words(text: str) -> bool:
    """Some words without figures."""
    return han(text) > 1 and not any(sign.isdigit() for sign in text)


def begins_with_class(text: str) -> bool:
    """Whether a text begins with the name of a class and goes on."""
    match = class_pattern("level2").match(text)
    return match is not None and len(match[0]) >= _TELLING


def begins_judged(text: str) -> bool:
    """Whether a text begins with longer words of a judgement."""
    return _inner()[1].match(text) is not None


def holds_judgement(text: str) -> bool:
    """Whether a text holds longer words of a judgement."""
    return _inner()[1].search(text) is not None


def swallowed(text: str) -> tuple[int, int, int]:
    """How often a text holds what begins a cell (数量指标, 指标2：, ≥), a judgement, and a number with a unit."""
    begins, judged, numbers = _inner()
    classes = sum(1 for match in begins.finditer(text) if match.start() or match[0].endswith("指标"))
    return classes, sum(1 for _ in judged.finditer(text, 1)), sum(1 for _ in numbers.finditer(text))


@cache
def _inner() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    stems = "|".join(sorted(words("level1") | words("level2"), key=len, reverse=True))
    bare = "|".join(sorted((word for word in words("level2") if len(word) >= _TELLING), key=len, reverse=True))
    begins = re.compile(
        rf"(?:{stems})指标|(?:{bare})|指标\d{{1,2}}[:.、]?|[≥≤≧≦═]|=(?=\d)|其中[:：]|\d{{6,}}", re.ASCII
    )
    judged = re.compile(
        "|".join(sorted((word for word in words("judgements") if len(word) >= _TELLING), key=len, reverse=True))
    )
    return begins, judged, re.compile(r"\d+(?:\.\d+)?(?:%|(?![年月日])[\u4e00-\u9fff])", re.ASCII)


@cache
def class_pattern(level: str) -> re.Pattern[str]:
    """Matches the name of a class at `level`, with 指标 and the weight or remark in brackets that may follow."""
    stems = "|".join(sorted(words(level), key=len, reverse=True))
    return re.compile(
        rf"(?:{stems})(?:指标|目标)?(?:[(](?:\d{{1,3}}(?:\.\d+)?分?|必填[^()]{{0,6}})[)]|\d{{1,2}}分)?", re.ASCII
    )
