"""What a stretch of text costs as a cell of each column of an indicator table; None where it cannot stand."""

from collections.abc import Callable, Mapping
from typing import Final

from jixiao.forms import shapes
from jixiao.forms.labels import field_of, words
from jixiao.forms.search import Stretch

Price = Callable[[Stretch], int | None]

# A text longer than this is a sentence; a class or a unit is never so long.
_LONG: Final = 25
_CLASS: Final = range(2, 15)
_UNIT: Final = range(1, 6)
# A class of no more characters is a common word where nothing bounds it.
_BARE: Final = 3
# What a class or an operator, a judgement, and a number with its unit cost inside a text.
_INNER: Final = (25, 12, 7)
# What no name ends in: words of the column of its nature, and the beginning of a question.
_NO_END: Final = ("定性", "定量", "是否")
# What a number without a unit costs among words.
_BARE_NUMBER: Final = 12
# What a run of figures costs inside a name.
_FIGURES: Final = 15
# Signs that go on in the next cell.
_OPEN: Final = "≥≤≧≦><=═"
# Labels that no name holds.
_HEADERS: Final = ("一级指标", "二级指标", "三级指标")
# A sign that recognition took for a digit.
_MISREAD: Final = 2
_LEVELS: Final = ("level1", "level2")


def _first_class(stretch: Stretch) -> int | None:
    return _class(stretch, "level1", "level2", unknown=28)


def _second_class(stretch: Stretch) -> int | None:
    return _class(stretch, "level2", "level1", unknown=22)


def _class(stretch: Stretch, level: str, other: str, unknown: int) -> int | None:
    """A class of the vocabulary is sure and may run over gaps, as a label set upright does; others are short words."""
    text = stretch.text
    if stretch.torn:
        return None
    if shapes.class_pattern(level).fullmatch(text):
        if shapes.is_two_classes(text):
            return 20
        if any(mark in text for mark in ("指标", "目标", "分")):
            return -12 - len(text)
        return -8 if stretch.bounded else 0 if len(text) > _BARE else 14
    if not stretch.bounded or len(text) not in _CLASS or shapes.han(text) * 3 < len(text) * 2:
        return None
    if field_of("blocks", text) is not None:
        unknown = 40
    elif shapes.class_pattern(other).fullmatch(text) or shapes.is_judgement(text):
        unknown = 10 if other == "level1" and not text.endswith("指标") else 40
    return unknown + stretch.crossed


def _name(stretch: Stretch) -> int | None:
    text = stretch.text
    if shapes.is_placeholder(text):
        return stretch.crossed if len(text) > 1 else None
    if stretch.torn or text[-1] in _OPEN or shapes.is_rate(text) or shapes.is_dash(text) or shapes.is_operator(text):
        return None
    if shapes.numbers_class(text):
        return None
    price = -45 if shapes.has_ordinal(text) else -4 if shapes.is_sub(text) or text.startswith("★") else 0
    price += _like_value(text)
    if shapes.is_class(text):
        price += 30 if "指标" in text else 6
    elif shapes.begins_with_class(text):
        price += 8
    if field_of("indicators", text) or field_of("blocks", text) or any(label in text for label in _HEADERS):
        price += 45
    if shapes.han(text) < _BARE - 1:
        price += 25
    price += (
        5 * sum(sign in ",。" for sign in text)
        + _FIGURES * shapes.runs_of_figures(text)
        + (20 if text.endswith(_NO_END) else 0)
    )
    price += _BARE_NUMBER * shapes.bare_numbers(text)
    return price + _swallowed(text) + max(0, len(text) - 2 * _LONG) // 4 + stretch.crossed


def _like_value(text: str) -> int:
    """The price of a name that looks like a value, or begins with one."""
    if shapes.is_unit(text):
        return 45
    if shapes.unit_of(text) is not None or shapes.is_day(text):
        return 36
    if shapes.begins_with_rate(text):
        return 25
    return 18 if shapes.is_judgement(text) else 14 if shapes.begins_judged(text) else 0


def _value(stretch: Stretch) -> int | None:
    price = _figure(stretch.text)
    if price is not None:
        return price + stretch.crossed
    return None if stretch.torn else _phrase(stretch.text) + stretch.crossed


def _figure(text: str) -> int | None:
    """A value that is a number, a day or a judgement; None for other words."""
    unit = shapes.unit_of(text)
    if unit is not None and not shapes.holds_judgement(unit):
        return 0 if unit in words("units") else 2 if not unit else 7
    if shapes.is_two_quantities(text):
        return 10
    return 0 if shapes.is_day(text) or shapes.is_judgement(text) else None


def _phrase(text: str) -> int:
    if shapes.is_dash(text):
        return 5
    if shapes.has_ordinal(text) or shapes.is_sub(text) or shapes.is_sign(text) or text.startswith("★"):
        return 45
    if shapes.is_unit(text):
        return 45
    return (
        45
        if shapes.is_class(text) or field_of("indicators", text)
        else 9 + _swallowed(text) + max(0, len(text) - _LONG) // 5 + _BARE_NUMBER * shapes.bare_numbers(text)
    )


def _weight(stretch: Stretch) -> int | None:
    price = _points(stretch)
    if price is None or shapes.is_dash(stretch.text):
        return price
    return 12 if stretch.text == "0" else price if stretch.text.removesuffix("分")[-1] in "05" else price + 2


def _points(stretch: Stretch) -> int | None:
    if stretch.crossed:
        return None
    return 0 if shapes.is_points(stretch.text) else 6 if shapes.is_dash(stretch.text) else None


def _group(stretch: Stretch) -> int | None:
    return -2 if not stretch.crossed and shapes.is_points(stretch.text) else None


def _sign(stretch: Stretch) -> int | None:
    return -6 if shapes.is_sign(stretch.text) else _MISREAD if stretch.text == shapes.MISREAD_SIGN else None


def _unit(stretch: Stretch) -> int | None:
    text = stretch.text
    if stretch.crossed or stretch.torn:
        return None
    if shapes.is_unit(text):
        return 0
    return 12 if stretch.bounded and len(text) in _UNIT and shapes.han(text) == len(text) else None


def _remark(stretch: Stretch) -> int | None:
    text = stretch.text
    if stretch.torn or shapes.is_placeholder(text) or shapes.is_sign(text):
        return None
    if shapes.has_ordinal(text) or shapes.is_class(text):
        return 60
    if text in ("无", "0", "/"):
        return 6
    return (22 if shapes.han(text) > 1 else 30) + _swallowed(text) + len(text) // 40 + stretch.crossed


def _other(stretch: Stretch) -> int | None:
    """A column that is not read may hold anything but a class."""
    text = stretch.text
    if stretch.torn or shapes.is_placeholder(text) or shapes.is_class(text) or shapes.has_ordinal(text):
        return None
    price = 5 if shapes.is_rate(text) or stretch.bounded or shapes.is_sign(text) else 14
    return price + _swallowed(text) + len(text) // 40 + stretch.crossed


def _swallowed(text: str) -> int:
    """The price of other cells inside a text."""
    return sum(price * count for price, count in zip(_INNER, shapes.swallowed(text), strict=True))


PRICES: Final[Mapping[str, Price]] = {
    "level1": _first_class,
    "level2": _second_class,
    "level3": _name,
    "target": _value,
    "actual": _value,
    "weight": _weight,
    "score": _points,
    "review": _points,
    "group1": _group,
    "group2": _group,
    "sign": _sign,
    "direction": _sign,
    "unit": _unit,
    "reason": _remark,
    "other": _other,
}
