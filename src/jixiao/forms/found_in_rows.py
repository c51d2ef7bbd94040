"""Forms in tables whose cells are known: found by the labels of their blocks, whatever rows they stand in."""

from collections.abc import Iterable
from typing import Final

from jixiao.forms import table_blocks
from jixiao.forms.beside import head_of, read_amounts, read_goals
from jixiao.forms.found import FoundForm
from jixiao.forms.funds import names_money
from jixiao.forms.headers import header_at
from jixiao.forms.indicator_grammar import IndicatorGrammar
from jixiao.forms.labels import bare
from jixiao.forms.parting import FormRows, Parting
from jixiao.forms.rows import Row, rows_of
from jixiao.forms.search import Stretch
from jixiao.forms.table_blocks import is_total
from jixiao.model.characters import narrow
from jixiao.model.layout import Cell, Table

# A table with fewer odd rows than one in so many has its cells; a cell dearer than this is odd below its header.
_ODD: Final = 3
_DEAR: Final = 29


def forms_in_rows(rows: Iterable[Row]) -> list[FoundForm]:
    """The forms among the rows of a document's tables and the paragraphs between them, in order.

    A form begins at its title or the name of a project, or at a block that the form before it already has. What
    follows its last row, up to the next form, belongs to none.
    """
    parting = Parting(list(rows))
    return [_found(form) for form in parting.forms() if form.is_evaluation]


def is_celled(table: Table) -> bool:
    """Whether the cells of a table stand below their headers: those of a grid do; of text, if most fit there."""
    if table.loose or not table.ragged:
        return not table.loose
    rows = list(rows_of(table))
    headers = ((at, header_at(rows, at)) for at in range(len(rows)))
    found = next(((at, one.columns) for at, one in headers if one is not None and one.block == "indicators"), None)
    if found is None:
        return False
    at, columns = found
    fields = list(columns.at)
    grammar = IndicatorGrammar(fields)
    below = [columns.pick(row) for row in rows[at + 1 :] if not (is_total(row) or _is_header(row))]
    odd = sum(_is_odd(grammar, fields, cells) for cells in below)
    return bool(below) and odd * _ODD < len(below)


def _is_odd(grammar: IndicatorGrammar, fields: list[str], cells: dict[str, Cell]) -> bool:
    """Whether a name is none, or no points are."""

    def odd(name: str) -> bool:
        text = narrow(cells[name].text) if name in cells else ""
        price = grammar.cell(fields.index(name), Stretch(text)) if text else 0
        return price is None or price > _DEAR

    return odd("level3") or ("weight" in fields and "score" in fields and odd("weight") and odd("score"))


def _is_header(row: Row) -> bool:
    header = header_at([row], 0)
    return header is not None and header.block == "indicators"


def _found(rows: FormRows) -> FoundForm:
    form = FoundForm(head=head_of(rows.head))
    form.title = "".join(cell.text for cell in rows.titles) or "".join(text for row in rows.head for text in row.texts)
    form.titles = tuple(rows.titles)
    form.municipal = any(bare(text) == bare("市级主管部门") for row in rows.head for text in row.texts)
    form.money = tuple(cell for row in rows.head for cell in row.cells if names_money(cell.text))
    for block, (header, *_) in rows.headers.items():
        form.headers[block] = list(header.cells)
        form.columns[block] = tuple(header.columns.at)
    if "funds" in rows.headers:
        table_blocks.read_funds(form, rows.lines.get("funds", []))
    else:
        read_amounts(form, rows.head, done=rows.done)
    if "goals" in rows.headers:
        table_blocks.read_goals(form, rows.lines.get("goals", []))
    else:
        read_goals(form, rows.head)
    if "indicators" in rows.headers:
        table_blocks.read_indicators(form, rows.lines.get("indicators", []), rows.total)
    return form
