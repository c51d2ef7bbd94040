"""Forms as layouts and files, and how they are read."""

from random import Random

from making.page import Part, Table

from jixiao.model.layout import Cell, Layout, Paragraph
from jixiao.model.layout import Table as Read
from jixiao.model.place import Place

from .form import Form, make

KINDS = ("self", "self", "self", "target", "monitor", "review", "department")


def document(seed: int) -> tuple[list[Form], list[Part]]:
    """A document of one to three forms."""
    chance = Random(seed)
    made = [make(chance, chance.choice(KINDS)) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
    return [form for form, _ in made], [part for _, part in made]


def layout(parts: list[Part]) -> Layout:
    """What a reader makes of a document whose tables it understands."""
    blocks: list[Paragraph | Read] = []
    for part in parts:
        for block in part.blocks:
            ordinal = len(blocks) + 1
            blocks.append(_table(block, ordinal) if isinstance(block, Table) else Paragraph(block, ordinal))
    return Layout("自评表.docx", "docx", tuple(blocks))


def _table(table: Table, ordinal: int) -> Read:
    cells = [
        Cell(
            "".join(cell.text.split("\n")),
            row,
            col,
            cell.rowspan,
            cell.colspan,
            Place(table=ordinal, row=row + 1, col=col + 1),
            tuple(cell.text.split("\n")),
        )
        for row, col, cell in table.placed()
    ]
    return Read(ordinal, len(table.rows), len(table.widths), tuple(cells))
