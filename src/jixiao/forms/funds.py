"""The block of amounts: one line for the year and one for each source of money."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from jixiao.forms.found import Slots
from jixiao.forms.labels import field_of, resembling, without_prefix
from jixiao.forms.notes import Notes
from jixiao.forms.numbers import parse_number
from jixiao.model.evaluation import FundLine
from jixiao.model.layout import Cell
from jixiao.model.number import known
from jixiao.model.terms import FundSource, fold

_UNIT: Final = re.compile(r"[(:：\d.](亿元|百万元|万元|千元|百元|元|万(?![元\u4e00-\u9fff]))")
_AMOUNTS: Final = ("initial", "budget", "executed")
_ABOVE: Final = re.compile(r"单位[:：]?(?:人民币)?(亿元|百万元|万元|千元|百元|元)")
_ASSUMED: Final = "万元"
_GUESSED: Final = Decimal("0.50")


def unit_above(texts: Iterable[str]) -> str:
    """The money unit that texts print for what stands below (单位：万元); "" for none, or for several."""
    units = {match[1] for text in texts for match in _ABOVE.finditer(fold(text))}
    return units.pop() if len(units) == 1 else ""


def read_funds(header: Sequence[Cell], lines: Sequence[Slots], above: str, notes: Notes) -> tuple[FundLine, ...]:
    """The fund lines; a line of no known source is a trouble where it holds an amount.

    above: the unit that stands above the form (单位：万元), "" if none does. Where the block prints none either, it is
    a trouble, and the source of `money_unit` is little sure.
    """
    labelled = [line for line in lines if "label" in line.cells]
    for line in lines:
        if "label" not in line.cells and _has_amount(line):
            notes.trouble("unknown-fund-row", "这一行有金额，但没有认出是哪一种资金", line.place)
    unit = _money_unit([*header, *(cell for line in labelled for cell in line.cells.values())]) or above
    if not unit and labelled:
        place = (header[0] if header else labelled[0]).place
        notes.trouble("no-money-unit", f"没有写明金额单位，按{_ASSUMED}读取", place)
        notes.source("funds[0].money_unit", place, "", _GUESSED)
    return tuple(_line(f"funds[{at}]", line, unit or _ASSUMED, notes) for at, line in enumerate(labelled))


def source_of(label: str) -> FundSource:
    """The source that a printed label names, by a known name or by its words; one that names none is the total."""
    name = without_prefix("fund_rows", label)
    return FundSource(field_of("fund_rows", name) or resembling("fund_rows", name) or FundSource.TOTAL)


def names_money(text: str) -> bool:
    """Whether a text says in which unit amounts are: 单位：万元, 项目资金（元）."""
    return _ABOVE.search(fold(text)) is not None or (
        field_of("blocks", text) == "funds" and _UNIT.search(fold(text)) is not None
    )


def _line(path: str, line: Slots, unit: str, notes: Notes) -> FundLine:
    notes.lost(line.lost.values(), line.place)
    label = line.cells["label"]
    numbers = {
        field: notes.number(
            f"{path}.{field}", line.cells.get(field), line.confidence, unit if field in _AMOUNTS else ""
        )
        for field in (*_AMOUNTS, "weight", "score", "rate")
    }
    reason = notes.text(f"{path}.reason", line.cells.get("reason"), line.confidence)
    notes.source(f"{path}.label", label.place, label.text)
    return FundLine(source_of(label.text), label.text.strip(), unit, **numbers, reason=reason)


def _has_amount(line: Slots) -> bool:
    return any(known(parse_number(line.cells[field].text)) is not None for field in _AMOUNTS if field in line.cells)


def _money_unit(cells: Iterable[Cell]) -> str | None:
    for cell in cells:
        match = _UNIT.search(fold(cell.text))
        if match:
            return "万元" if match[1] == "万" else match[1]
    return None
