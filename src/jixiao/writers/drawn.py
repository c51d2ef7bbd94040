"""A document as it was read: every cell and stretch of text with the fields that it became."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from jixiao.forms.leftovers import is_known_label
from jixiao.forms.parting import names_form
from jixiao.model.evaluation import Evaluation
from jixiao.model.layout import Cell, Layout, Paragraph
from jixiao.model.place import Place
from jixiao.writers.families import Family, Use, use_of
from jixiao.writers.marked import Box, Sheet, Spot, marked, spot

SURE: Final = Decimal("0.9")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a paragraph with what it became; nothing for a piece that became nothing."""

    text: str
    uses: Sequence[Use]

    @property
    def sure(self) -> bool:
        """Whether the narrowest field here was read with confidence."""
        return all(use.confidence >= SURE for use in self.uses[:1])


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; spot is None if an earlier one has the same."""

    spot: Spot | None
    stretches: Sequence[Stretch]


@dataclass(frozen=True, slots=True)
class Square:
    """One cell of a table; family is None for a blank cell that became nothing."""

    box: Box
    uses: Sequence[Use]
    family: Family | None

    @property
    def sure(self) -> bool:
        """Whether all that was read here was read with confidence."""
        return all(use.confidence >= SURE for use in self.uses)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A document: its blocks in order, and how many places became what.

    A table is a list of rows; None is a position without a cell.
    """

    blocks: Sequence[Line | Sequence[Sequence[Square | None]]]
    counts: Mapping[Family, int]


def draw(layout: Layout, evaluations: Sequence[Evaluation]) -> Drawing:
    """The document with the fields of all its evaluations."""
    uses = _uses(evaluations)
    blocks: list[Line | list[list[Square | None]]] = []
    for block, drawn in zip(layout.blocks, marked(layout, [], {}), strict=True):
        if isinstance(drawn, Sheet):
            blocks.append([[None if box is None else _square(box, uses) for box in row] for row in drawn.rows])
        elif isinstance(block, Paragraph):
            blocks.append(Line(drawn.spot, list(_stretches(block, uses.get((block.line,), [])))))
    return Drawing(blocks, Counter(_families(blocks)))


def _uses(evaluations: Sequence[Evaluation]) -> dict[Spot, list[tuple[Place, Use]]]:
    found: dict[Spot, list[tuple[Place, Use]]] = defaultdict(list)
    for number, evaluation in enumerate(evaluations, 1):
        for path, source in evaluation.sources.items():
            where = spot(source.place)
            if where is not None:
                use = use_of(path, source.confidence, number if len(evaluations) > 1 else 0)
                found[where].append((source.place, use))
    return found


def _square(box: Box, uses: Mapping[Spot, Sequence[tuple[Place, Use]]]) -> Square:
    own = [use for _, use in uses.get(box.spot, ())] if box.spot else []
    return Square(box, own, own[0].family if own else _unused(box.cell))


def _unused(cell: Cell) -> Family | None:
    if not cell.text.strip():
        return None
    return Family.LABEL if is_known_label(cell.text) or names_form(cell.text) else Family.LEFT_OVER


def _stretches(paragraph: Paragraph, uses: Sequence[tuple[Place, Use]]) -> Iterator[Stretch]:
    """A paragraph cut where fields begin and end; a field without characters has all of it."""
    size = len(paragraph.text)
    spans = [
        (min(place.start or 0, size), size if place.end is None else min(place.end, size), use) for place, use in uses
    ]
    cuts = sorted({0, size, *(end for start, stop, _ in spans for end in (start, stop))})
    for start, stop in pairwise(cuts):
        over = [(end - begin, use) for begin, end, use in spans if begin <= start and stop <= end]
        # What is narrowest says most: a figure in a sentence before the sentence.
        yield Stretch(paragraph.text[start:stop], [use for _, use in sorted(over, key=lambda pair: pair[0])])


def _families(blocks: Sequence[Line | Sequence[Sequence[Square | None]]]) -> Iterator[Family]:
    for block in blocks:
        if isinstance(block, Line):
            for stretch in block.stretches:
                if stretch.text.strip():
                    yield stretch.uses[0].family if stretch.uses else Family.LEFT_OVER
        else:
            yield from (square.family for row in block for square in row if square and square.family)
