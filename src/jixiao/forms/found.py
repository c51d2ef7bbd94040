"""A form as it is found in a document, before its cells mean numbers and words: the cells of each block by field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.model.layout import Cell
from jixiao.model.place import Place


@dataclass(frozen=True, slots=True)
class Slots:
    """One line of a block: field → cell, how sure that is, where the line begins.

    lost: field → header of the columns for which the line has no cell.
    """

    cells: Mapping[str, Cell]
    confidence: Decimal
    place: Place
    lost: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class FoundForm:
    """The blocks of one form.

    title: the words above it. titles: the cells that print nothing but a title. sure: how sure the head is.
    money: the cells above the blocks that print 单位：元, or the labels of the block of amounts: 项目资金（万元）.
    headers: block → the cells of its header. columns: block → its fields from left to right.
    head: field of the project → cell, and "total" for a total printed above the form. funds: the lines with an amount;
    "label" names the source.
    municipal: the head names a 市级主管部门. goals, indicators, total: their lines. left: cells not understood.
    """

    title: str = ""
    titles: tuple[Cell, ...] = ()
    sure: Decimal = Decimal(1)
    money: tuple[Cell, ...] = ()
    municipal: bool = False
    headers: dict[str, list[Cell]] = field(default_factory=dict)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    head: dict[str, Cell] = field(default_factory=dict)
    funds: list[Slots] = field(default_factory=list)
    goals: list[Slots] = field(default_factory=list)
    scope: str = "annual"
    indicators: list[Slots] = field(default_factory=list)
    total: Slots | None = None
    left: list[Cell] = field(default_factory=list)
