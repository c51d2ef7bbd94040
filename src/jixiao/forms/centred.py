"""Classes that stand in the middle of their rows, as words of a page in order of height put merged cells.

甲 乙 数量指标 丙 丁 质量指标 戊: a label with as many rows before it as behind it. Which rows are its own follows from
where the labels stand, and from names that say what they measure.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final

from jixiao.forms.search import Row, Span
from jixiao.model.terms import implied_level1

_LEVELS: Final = ("level1", "level2")
# A label farther from the middle of its rows stands there for another reason.
_FARTHEST: Final = 6
_FAMILY: Final = 2
# What names end in or hold, and the class that measures it; the price of another class.
_SATISFIED: Final = "满意"
_COUNTS: Final = ("数", "数量", "面积", "里程", "场次", "人次", "个数")
_COUNT_CLASS: Final = "数量"
_RATE: Final = "率"
_DEAR: Final = 4
_CHEAP: Final = 2

# The price of the rows so far, and where the rows of each label end.
_Way = tuple[int, tuple[int, ...]]


def is_centred(rows: Sequence[Row], text: str) -> bool:
    """Whether the first rows have no class but later ones have, or a first class stands behind one of its own."""
    if len(rows) < _FAMILY or not any("level2" in row for row in rows):
        return False
    if not rows[0].keys() & set(_LEVELS):
        return True
    before: set[str] = set()
    for row in rows:
        if "level1" in row and text[slice(*row["level1"])].removeprefix("项目")[:_FAMILY] in before:
            return True
        if "level2" in row:
            before.update(_families(text[slice(*row["level2"])]))
        elif "level1" in row:
            before.discard(text[slice(*row["level1"])].removeprefix("项目")[:_FAMILY])
    return False


def _families(second: str) -> Sequence[str]:
    """The first characters of the first class of a second one."""
    level1 = implied_level1(second)
    family = level1.value[:_FAMILY] if level1 else second[:_FAMILY]
    return {"效益": ("效益", "效果")}.get(family, (family,))


def with_classes(rows: Sequence[Row], text: str) -> list[Row]:
    """The rows, each with the classes that it belongs to as likely as can be told."""
    labels = [(at, row["level2"]) for at, row in enumerate(rows) if "level2" in row]
    firsts = [row["level1"] for row in rows if "level1" in row]
    names = [text[slice(*row["level3"])] if "level3" in row else "" for row in rows]
    ends = _ends([at for at, _ in labels], [text[slice(*span)] for _, span in labels], names)
    if not ends:
        return list(rows)
    found: list[Row] = []
    start = 0
    for (_, second), end in zip(labels, ends, strict=True):
        first = _first(text[slice(*second)], firsts, text)
        for row in rows[start:end]:
            bare = {name: span for name, span in row.items() if name not in _LEVELS}
            found.append({**({"level1": first} if first else {}), "level2": second, **bare})
        start = end
    return found


def _first(second: str, firsts: Sequence[Span], text: str) -> Span | None:
    """The printed first class of a second one."""
    alike = tuple(_families(second))
    return next((span for span in firsts if text[slice(*span)].removeprefix("项目").startswith(alike)), None)


def _ends(places: Sequence[int], labels: Sequence[str], names: Sequence[str]) -> tuple[int, ...]:
    """Where the rows of each label end: each stands in the middle of its own; () if they do not."""
    many, last = len(names), len(places) - 1

    @cache
    def cheapest(label: int, start: int) -> _Way | None:
        before = places[label] - start
        if before < 0:
            return None
        ways: list[_Way] = []
        for rows in range(before + 1, many - start + 1) if label < last else (many - start,):
            end = start + rows
            after = cheapest(label + 1, end) if label < last else (0, ())
            if after is not None and _off(before, rows) <= _FARTHEST:
                price = _off(before, rows) + _unlike(labels[label], start, end)
                ways.append((price + after[0], (end, *after[1])))
        return min(ways, default=None)

    def _unlike(label: str, start: int, end: int) -> int:
        return sum(_price(label, name) for name in names[start:end])

    best = cheapest(0, 0)
    return best[1] if best else ()


def _off(before: int, rows: int) -> int:
    """How far a label is from the middle of its rows."""
    return 0 if before == rows // 2 else _CHEAP * abs(rows - 2 * before)


def _price(label: str, name: str) -> int:
    if (_SATISFIED in name) != (_SATISFIED in label or "服务对象" in label):
        return _DEAR
    counts = name.endswith(_COUNTS)
    if counts != (_COUNT_CLASS in label) and (counts or name.endswith(_RATE)):
        return _CHEAP
    return 0
