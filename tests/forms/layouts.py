"""Layouts written down as rows of texts."""

from jixiao.model.layout import Cell, Layout, Paragraph, Table
from jixiao.model.place import Place

FUNDS = ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
COLUMNS = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]


def ragged(*rows: list[str], ordinal: int = 1) -> Table:
    cells = [
        Cell(
            text.replace("\n", ""),
            at,
            col,
            1,
            1,
            Place(table=ordinal, row=at + 1, col=col + 1),
            tuple(text.split("\n")),
        )
        for at, row in enumerate(rows)
        for col, text in enumerate(row)
    ]
    return Table(ordinal, len(rows), max(map(len, rows)), tuple(cells), ragged=True)


def grid(*rows: list[str | tuple[str, int, int] | None], ordinal: int = 1) -> Table:
    """A text, or (text, rowspan, colspan) followed by None at every other position that it covers."""
    cells = []
    for at, row in enumerate(rows):
        for col, entry in enumerate(row):
            if entry is not None:
                text, down, right = entry if isinstance(entry, tuple) else (entry, 1, 1)
                cells.append(Cell(text, at, col, down, right, Place(table=ordinal, row=at + 1, col=col + 1), (text,)))
    return Table(ordinal, len(rows), max(map(len, rows)), tuple(cells))


def document(*blocks: Table | str) -> Layout:
    made = (Paragraph(block, at) if isinstance(block, str) else block for at, block in enumerate(blocks, 1))
    return Layout("自评表.docx", "docx", tuple(made))


def form(*indicators: list[str], funds: list[str] = FUNDS, total: tuple[str, ...] = ("总分", "100", "98", "")) -> Table:
    """A small form of the ministry's layout."""
    return ragged(
        ["项目名称", "光纤租赁"],
        ["主管部门", "示例区政府办", "实施单位", "示例区大数据中心"],
        funds,
        ["", "年度资金总额", "100.50", "90", "81", "10", "90%", "9"],
        ["", "其中：当年财政拨款", "100.50", "90", "81", "—", "90%", "—"],
        ["年度总体目标", "预期目标", "实际完成情况"],
        ["", "线路畅通", "已完成"],
        ["绩效指标", *COLUMNS],
        *indicators,
        list(total),
    )
