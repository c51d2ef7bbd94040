"""The columns of a header by what its labels mean: of the indicators, the amounts, the goals."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from jixiao.forms.labels import bare, field_of, resembling, without_prefix
from jixiao.forms.numbers import parse_number
from jixiao.model.characters import narrow
from jixiao.model.layout import Cell
from jixiao.model.number import known

AMOUNTS: Final = ("initial", "budget", "executed")
# A header names at least so many columns, and so many of them by a name that is known.
_FEWEST: Final = 3
_KNOWN: Final = 2
_CLASS_POINTS: Final = {"level1": "group1", "level2": "group2"}
# What stands below 年度指标值 or 实际完成值 for the value itself.
_PLAIN: Final = frozenset(("值", "数值", "指标值", "内容", "指标内容", "目标值", "完成值"))
# Reasons stand below these only where no other column is that of reasons.
_REMARKS: Final = frozenset(("备注", "说明"))
_PARENTS: Final = frozenset(("target", "actual"))
# A target for the year goes before one for the whole period.
_YEARLY: Final = "年度"
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)年", re.ASCII)
# A column of rates may say so by what it divides alone: 预算执行（E/C×100%）.
_RATIO: Final = re.compile(r"\([A-Z]/[A-Z]")
_SPENT: Final = "执行"
# The number that a form gives its rows.
_ROW_NUMBER: Final = re.compile(r"\d{1,2}", re.ASCII)
_PERIODS: Final = ("实施期", "中期", "长期", "总体")


class Leaf(NamedTuple):
    """A column of a header: its own cell, and what stands above it, from the top."""

    cell: Cell
    above: tuple[Cell, ...]


def indicator_columns(leaves: Sequence[Leaf]) -> dict[str, int]:
    """Field → position in the header of an indicator table, {} if it is none.

    Points beside a class belong to the class: 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值.
    """
    exact = [_exact("indicators", leaf) for leaf in leaves]
    if len({field for field in exact if field not in (None, "other", "unit")}) < _KNOWN:
        return {}
    found: dict[str, int] = {}
    weak: dict[str, int] = {}
    remarks: dict[str, int] = {}
    before = None
    past = _past(leaves)
    for position, (leaf, sure) in enumerate(zip(leaves, exact, strict=True)):
        field = "other" if leaf in past else sure or _likely(leaf, leaves)
        if field == "weight" and {"weight", "level2", "level3"} & set(exact[position + 1 :]):
            field = _CLASS_POINTS.get(before or "", field if before else "level1")
        if field is not None and (field != "target" or not _is_later(leaf, found.get(field), leaves)):
            kind = remarks if bare(leaf.cell.text) in _REMARKS else found if sure else weak
            kind.setdefault(field, position)
        elif field is not None:
            found[field] = position
        before = field
    found = {**remarks, **weak, **found}
    if {"level3", "actual"} <= found.keys() and not {"weight", "score"} & found.keys():
        found |= _points_of_block(leaves, max(found.values()))
    if {"level1", "level2", "level3"} & found.keys() == {"level2"}:
        found["level1"] = found.pop("level2")
    return dict(sorted(found.items(), key=lambda item: item[1])) if _names_indicators(found) else {}


def _points_of_block(leaves: Sequence[Leaf], last: int) -> dict[str, int]:
    """The column of scores that is headed by the points of the whole block: 三级指标 | 指标值 | 完成值 | 50."""
    texts = [leaf.cell.text.strip() for leaf in leaves[last + 1 :]]
    return {"score": last + 1} if len(texts) == 1 and _ROW_NUMBER.fullmatch(texts[0]) else {}


def _past(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The columns of a year before that of others: 2021年实际值 beside 预期2022年值."""
    years = [_YEAR.findall(leaf.cell.text) for leaf in leaves]
    named = [(leaf, one[0]) for leaf, one in zip(leaves, years, strict=True) if len(one) == 1]
    last = max((year for _, year in named), default="")
    return [leaf for leaf, year in named if year < last]


def _is_later(leaf: Leaf, before: int | None, leaves: Sequence[Leaf]) -> bool:
    """Whether a second column of targets is the one for the year, and the first that for the whole period."""
    if before is None:
        return False
    first = "".join(cell.text for cell in (*leaves[before].above, leaves[before].cell))
    second = "".join(cell.text for cell in (*leaf.above, leaf.cell))
    return any(word in first for word in _PERIODS) and _YEARLY in second


def _names_indicators(found: dict[str, int]) -> bool:
    """Whether columns make an indicator table: a name and what is said of it, or the points of classes."""
    main = found.keys() - {"other", "unit", "sign", "direction", "review"}
    if len(main) < _FEWEST:
        return False
    levels = main & {"level1", "level2", "level3"}
    return "level3" in levels or ({"weight", "score"} <= main and bool(levels)) or len(levels) == _KNOWN


def _exact(block: str, leaf: Leaf) -> str | None:
    """The field that a column surely means: by its whole label, by its lowest part, or by what stands above."""
    if not leaf.above:
        return field_of(block, leaf.cell.text)
    texts = [cell.text for cell in (*leaf.above, leaf.cell)]
    whole = field_of(block, "".join(texts))
    last = field_of(block, texts[-1])
    above = next((field for text in texts[-2::-1] if (field := field_of(block, text))), None)
    if above in _PARENTS and bare(texts[-1]) in _PLAIN:
        return above
    return whole or last


def _likely(leaf: Leaf, leaves: Sequence[Leaf]) -> str | None:
    """The field that a column means by its words; the first of some columns below a label has what that means."""
    if field_of("blocks", leaf.cell.text):
        return None
    own = resembling("indicators", leaf.cell.text)
    if own is not None or not leaf.above:
        return own
    parent = leaf.above[-1]
    field = field_of("indicators", parent.text) or resembling("indicators", parent.text)
    below = [one.cell.text for one in leaves if parent in one.above]
    told = any(field in (field_of("indicators", text), resembling("indicators", text)) for text in below)
    return None if told else field


def fund_columns(leaves: Sequence[Leaf]) -> dict[str, int]:
    """Field → position in the header of the amounts, {} if it is none.

    Neither amounts beside their labels nor a list of tasks with their amounts is one. Where each source has a
    column of its own, that of all of them together is the budget: 中央 | 本级 | 合计 | 执行数.
    """
    fields: dict[str, int] = {}
    exact = [_exact("funds", leaf) for leaf in leaves]
    for position, field in enumerate(exact):
        if field is not None:
            fields.setdefault(field, position)
    if not fields or any(field_of("stops", leaf.cell.text) == "tasks" for leaf in leaves):
        return {}
    texts = [leaf.cell.text for leaf in leaves]
    if _ROW_NUMBER.fullmatch(texts[0].strip()):
        texts[0] = ""
    if any(known(parse_number(text)) is not None for text in texts[:-1]):
        return {}
    for position, (text, field) in enumerate(zip(texts, exact, strict=True)):
        likely = None if field else _likely_amount(text)
        if likely is not None:
            fields.setdefault(likely, position)
    if "budget" not in fields:
        fields |= _all_sources(texts)
    surely = bool(set(AMOUNTS) & set(exact))
    if len(fields.keys() & set(AMOUNTS)) < _KNOWN or not (surely or len(fields) >= _FEWEST):
        return {}
    return dict(sorted(fields.items(), key=lambda item: item[1]))


def _likely_amount(text: str) -> str | None:
    return resembling("funds", text) or ("rate" if _SPENT in text and _RATIO.search(narrow(text)) else None)


def _all_sources(texts: Sequence[str]) -> dict[str, int]:
    """The column of all sources together, where others have one too."""
    sources = [_source(text) for text in texts]
    others = any(source not in (None, "total") for source in sources)
    return {"budget": sources.index("total")} if others and sources.count("total") == 1 else {}


def _source(text: str) -> str | None:
    return field_of("fund_rows", without_prefix("fund_rows", text))


def goal_columns(leaves: Sequence[Leaf]) -> dict[str, int]:
    """Field → position in the header of the goals, {} if it is none: what was expected just before what was done.

    A label that stands in several cells side by side (a merged cell, written out) counts where it begins.
    """
    texts = ["", *(leaf.cell.text for leaf in leaves)]
    printed = [(at, text) for at, (left, text) in enumerate(pairwise(texts)) if text.strip() and text != left]
    fields = [(at, field_of("goals", text) or resembling("goals", text)) for at, text in printed]
    done = [at for at, field in fields if field == "achieved"]
    if len(printed) > _FEWEST + 1 or not done:
        return {}
    expected = [at for at, field in fields if field == "expected" and at < done[-1]]
    if not expected or any(expected[-1] < at < done[-1] for at, _ in printed):
        return {}
    return {"expected": expected[-1], "achieved": done[-1]}
