"""FM11: stray characters in cells."""

import re
from typing import Final

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, check, document
from jixiao.checks.samples import a_section, an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.layout import Cell, Layout, Table
from jixiao.model.place import Place
from jixiao.model.terms import fold

_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
# Signs and words of one character that forms do print.
_KNOWN: Final = frozenset("无有是否优良中差年月日元个项次人套台路条份分男女其满市省县区大小高低良好等件")
_HEADER: Final = ("三级指标", "一级指标")


@check("FM11", on=document, at="indicators", severity=HINT, basis=["jx-practice"])
def stray_character_or_repeated_header(d: Evaluation) -> Answer:
    """表格里有孤立的字，或者表头在中间又印了一遍

    为什么要查：“绩效指标”只剩一个“标”字，表头在半截重复，都是分页和转换留下的，公开出去难看，也容易读错行。
    怎么改：把断开的字拼回去，把重复的表头删掉，用“标题行重复”代替。
    不适用于：没有表格的文件；有“男”“无”“是”一类单字的格子不算。
    """
    if d.layout is None or not any(True for _ in d.layout.tables):
        return NOT_APPLICABLE
    faults = []
    spans = _spans(d)
    for table in (one for one in d.layout.tables if one.ordinal in spans or d.sections):
        seen = 0
        first, last = spans.get(table.ordinal, (0, table.rows))
        for cell in (one for one in table.cells if first - 1 <= one.row < last):
            text = fold(cell.text)
            if (
                len(text) == 1
                and _HAN.match(text)
                and text not in _KNOWN
                and cell.colspan <= cell.rowspan
                and cell.col == 0
            ):
                faults.append(Fault("indicators", cell.place, {"what": f"孤立的“{text}”"}))
            seen += text == _HEADER[0]
            if text == _HEADER[0] and seen > 1:
                faults.append(Fault("indicators", cell.place, {"what": "在表格中间重复的表头"}))
    return faults


def _spans(d: Evaluation) -> dict[int, tuple[int, int]]:
    """The tables that hold the rows of this form, with the first and last of their rows, from 1."""
    found: dict[int, list[int]] = {}
    for n in range(len(d.indicators)):
        place = d.place(f"indicators[{n}].level3")
        if place and place.table and place.row:
            found.setdefault(place.table, []).append(place.row)
    return {table: (min(rows) - 1, max(rows)) for table, rows in found.items()}


def _form(*rows: tuple[str, ...]) -> Evaluation:
    cells = tuple(
        Cell(text, n, at, 1, 1, Place(table=1, row=n + 1, col=at + 1))
        for n, row in enumerate(rows)
        for at, text in enumerate(row)
    )
    return an_evaluation(
        an_indicator(),
        sections=(a_section("一、", "指标"),),
        layout=Layout("示例", "docx", (Table(1, len(rows), 3, cells),)),
    )


SAYS = "表格里有{what}。"
header = ("一级指标", "二级指标", "三级指标")
FIRES = {
    "断开的字": _form(("标", "二级指标", "三级指标")),
    "重复的表头": _form(header, ("产出指标", "数量指标", "机房数量"), header),
}
SILENT = {"完整": _form(header, ("产出指标", "数量指标", "机房数量"))}
APART = {"没有表格": an_evaluation(an_indicator())}
