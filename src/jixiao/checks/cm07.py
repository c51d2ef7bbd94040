"""CM07: a class that was left blank is marked as not applicable."""

from typing import Any, Final

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.layout import Cell, Layout, Table
from jixiao.model.place import Place, Source
from jixiao.model.terms import Level2, fold, is_empty, level2_of

_LONGEST: Final = 10
_FEWEST: Final = 3  # cells of a row: class, name and target


@check("CM07", on=document, at="indicators", severity=HINT, basis=["cz-2020-10"])
def class_left_blank_without_a_word(d: Evaluation) -> Answer:
    """二级指标下面空着，没有写“不适用”

    为什么要查：空着看不出是忘了填，还是这个项目没有这方面的效益。
    怎么改：确实没有的，写“不适用”；有的，补上指标。
    不适用于：没有读到三级指标的文件；表格没有读成行列的文件。
    """
    if not d.indicators or d.layout is None:
        return NOT_APPLICABLE
    tables = {place.table for n in range(len(d.indicators)) if (place := d.place(f"indicators[{n}].level3"))}
    blank = [cell for table in d.layout.tables if table.ordinal in tables for cell in _blank_classes(table)]
    return [Fault("indicators", cell.place, {"level2": fold(cell.text)}) for cell in blank]


def _blank_classes(table: Table) -> list[Cell]:
    """The cells that name a class and have nothing but blanks to their right."""
    found = []
    for row in table.grid():
        for at, cell in enumerate(row):
            if cell is None or len(fold(cell.text)) > _LONGEST or not fold(cell.text).endswith("指标"):
                continue
            rest = row[at + 1 :]
            named = level2_of(cell.text) is not Level2.OTHER and fold(cell.text) != "满意度指标"
            if named and cell.rowspan == 1 and len(rest) >= _FEWEST and all(one and is_empty(one.text) for one in rest):
                found.append(cell)
    return found


SAYS = "“{level2}”一行空着，没有写“不适用”。"


def _form(*cells: str, **more: Any) -> Evaluation:
    printed = tuple(Cell(text, 0, at, 1, 1, Place(table=1, row=1, col=at + 1)) for at, text in enumerate(cells))
    layout = Layout("示例", "docx", (Table(1, 1, len(cells), printed),))
    source = {"indicators[0].level3": Source(Place(table=1, row=1, col=2), "")}
    return an_evaluation(an_indicator(), layout=layout, sources=source, **more)


FIRES = {"经济效益空着": _form("经济效益指标", "", "", "", "")}
SILENT = {"写了不适用": _form("经济效益指标", "不适用", "", "", "")}
APART = {"没有原表": an_evaluation(an_indicator())}
