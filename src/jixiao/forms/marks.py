"""The labels of a ribbon by place."""

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from jixiao.forms.ribbon import Ribbon
from jixiao.forms.scan import scan

BLOCKS: Final = (
    "project",
    "funds",
    "fund_rows",
    "goals",
    "goal_scopes",
    "indicators",
    "blocks",
    "rows",
    "stops",
)
# A shorter name of a source is too common a word to be one in mid-sentence.
_PLAIN: Final = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A label, with what it means in each block that knows it; known: by its name."""

    start: int
    end: int
    whole: bool
    meanings: dict[str, str]
    known: bool = True

    def means(self, block: str, *fields: str) -> bool:
        """Whether it means one of the fields of a block, or, without fields, anything there."""
        return block in self.meanings and (not fields or self.meanings[block] in fields)


def marks_of(ribbon: Ribbon) -> list[Mark]:
    """The labels of a ribbon in order."""
    hits = [
        hit for hit in scan(ribbon, BLOCKS) if hit.whole or hit.block != "fund_rows" or hit.end - hit.start >= _PLAIN
    ]
    return [
        Mark(start, end, whole, {hit.block: hit.field for hit in group}, known)
        for (start, end, whole, known), group in (
            (key, list(hits)) for key, hits in groupby(hits, key=lambda hit: (hit.start, hit.end, hit.whole, hit.known))
        )
    ]
