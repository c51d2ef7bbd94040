"""Documents in traditional characters, read in simplified ones: labels and truth of the forms are simplified."""

from dataclasses import replace
from typing import Final

from jixiao.model.layout import Cell, Layout, Paragraph, Table
from jixiao.readers.text_noise import simplified

# Words of every form, in characters that simplified text does not have; so many of them make a traditional document.
_WORDS: Final = ("績效", "項目", "執行", "預算", "資金", "單位", "目標", "指標值")
_FEWEST: Final = 3
_NOTE: Final = "原文是繁体字，已转为简体后读取"


def in_simplified(layout: Layout) -> Layout:
    """The layout in simplified characters with a note, if it is in traditional ones; else as it is."""
    text = "\n".join(one.text for block in layout.blocks for one in _texts(block))
    if sum(word in text for word in _WORDS) < _FEWEST:
        return layout
    return replace(layout, blocks=tuple(map(_block, layout.blocks)), notes=(*layout.notes, _NOTE))


def _texts(block: Paragraph | Table) -> tuple[Paragraph | Cell, ...]:
    return block.cells if isinstance(block, Table) else (block,)


def _block(block: Paragraph | Table) -> Paragraph | Table:
    if isinstance(block, Paragraph):
        return block._replace(text=simplified(block.text))
    cells = (
        cell._replace(text=simplified(cell.text), lines=tuple(map(simplified, cell.lines))) for cell in block.cells
    )
    return replace(block, cells=tuple(cells))
