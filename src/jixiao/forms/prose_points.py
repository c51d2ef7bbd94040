"""Points that a report gives part by part: headings that print what a part is worth, and what it got below them.

一、投入（14分） / （一）项目立项（8分） / （1）立项依据（2分） … 自评得2分。 And tables of parts that ran together:
指标 权重 得分率 得分 项目决策 10 90% 9.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.forms.found import Slots
from jixiao.forms.prose_rows import cell_of, slots_of
from jixiao.forms.sentences import Sentence
from jixiao.model.layout import Cell
from jixiao.model.number import DIGITS

# How sure points are that stand below a heading, and those that a run of digits was cut into and that agree.
STATED: Final = Decimal("0.75")
_STYLES: Final = (
    re.compile(r"[一二三四五六七八九十]{1,3}、"),
    re.compile(r"[(][一二三四五六七八九十]{1,3}[)]"),
    re.compile(r"\d{1,2}[.、](?!\d)", re.ASCII),
    re.compile(r"[(]\d{1,2}[)]", re.ASCII),
    re.compile(r"[①②③④⑤⑥⑦⑧⑨⑩]"),
)
_TITLE: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff、()]{2,24}?)(?:指标)?[(](?:满分|分值|权重)?(?P<weight>\d{1,3}(?:\.\d+)?)分[)]", re.ASCII
)
_SCORE: Final = re.compile(
    rf"(?:自评|实际|评价|本项)?得(?:分)?[为是:]{{0,2}}(?P<score>{DIGITS})分?(?![值%])|自评(?P<other>{DIGITS})分",
    re.ASCII,
)
_PARTS: Final = re.compile(r"(?:权重|分值)(?:\(.{0,4}\))?(?:得分率|评分率)(?:\(%\))?(?:得分|评分)")
_PART: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,12})(?P<run>\d{2,5}(?:\.\d+)?)%(?P<score>\d{1,3}(?:\.\d{1,2})?)", re.ASCII
)
_TOTALS: Final = ("总计", "合计", "总分", "总体")
# Fewer scored headings than these are words in brackets.
_FEWEST: Final = 3
_NEAR: Final = Decimal("0.02")


@dataclass(slots=True)
class _Heading:
    """A heading with points: how deep it stands, and the first score below it."""

    depth: int
    name: Cell
    weight: Cell
    parent: "_Heading | None"
    score: Cell | None = None
    leaf: bool = True

    @property
    def path(self) -> list["_Heading"]:
        """The headings above it, and it."""
        return [*(self.parent.path if self.parent else ()), self]


def pointed_rows(sentences: Iterable[Sentence]) -> list[Slots]:
    """The headings with points that have none below them, as rows; the points of the others stand beside the class."""
    headings = list(_headings(sentences))
    leaves = [one for one in headings if one.leaf]
    if sum(one.score is not None for one in leaves) < _FEWEST:
        return []
    return [_row(one) for one in leaves]


def parts_in(sentences: Iterable[Sentence]) -> Iterator[Slots]:
    """The parts of a table that ran together, where weight times rate makes the score."""
    for sentence in sentences:
        header = _PARTS.search(sentence.text)
        for match in _PART.finditer(sentence.text, header.end()) if header else ():
            weight = _weight(match["run"], Decimal(match["score"]))
            if match["name"].startswith(_TOTALS):
                break
            if weight is not None:
                yield slots_of(
                    {"level1": match["name"], "weight": weight, "score": match["score"]}, sentence.place, STATED
                )


def _weight(run: str, score: Decimal) -> str | None:
    """The digits of a weight that a rate follows at once, such that both make the score."""
    for cut in range(1, min(4, len(run))):
        rate = run[cut:]
        if rate[0] in "0." and not rate.startswith("0."):
            continue
        if abs(Decimal(run[:cut]) * Decimal(rate) / 100 - score) <= _NEAR:
            return run[:cut]
    return None


def _headings(sentences: Iterable[Sentence]) -> Iterator[_Heading]:
    above: list[_Heading] = []
    for sentence in sentences:
        depth = next((at for at, style in enumerate(_STYLES) if style.match(sentence.text)), None)
        title = None
        if depth is not None:
            number = _STYLES[depth].match(sentence.text)
            title = _TITLE.match(sentence.text, number.end() if number else 0)
        if title is not None and depth is not None:
            above = [one for one in above if one.depth < depth]
            name, weight = (cell_of(title[part], sentence.place) for part in ("name", "weight"))
            heading = _Heading(depth, name, weight, above[-1] if above else None)
            if heading.parent:
                heading.parent.leaf = False
            above.append(heading)
            yield heading
        score = _SCORE.search(sentence.text, title.end() if title else 0)
        if score and above and above[-1].score is None:
            above[-1].score = cell_of(score["score"] or score["other"], sentence.place)


def _row(leaf: _Heading) -> Slots:
    """The row of a leaf; what stands deepest is the indicator, and the second class is its own name where it is one."""
    first, *others = leaf.path
    cells = {"level1": first.name, "group1": first.weight, "level3": leaf.name, "weight": leaf.weight}
    if others:
        cells |= {"level2": others[0].name, "group2": others[0].weight}
    if leaf.score is not None:
        cells["score"] = leaf.score
    return Slots(cells, STATED, leaf.name.place)
