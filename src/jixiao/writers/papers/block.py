"""One form's block of the workpaper: its rows, their sums, the printed total and the grade."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from xlsxwriter.utility import xl_rowcol_to_cell as at

from jixiao.checks.examined import Examined
from jixiao.law.load import region_name
from jixiao.law.snapshot import Law
from jixiao.model.number import known, tidy
from jixiao.model.terms import Grade
from jixiao.scoring.portion import portion
from jixiao.scoring.totals import Scorecard
from jixiao.writers.grid import lines_in
from jixiao.writers.papers.look import LINE, Looks, formula, put
from jixiao.writers.papers.places import Block
from jixiao.writers.papers.rows import WAIVED, Cell, PaperRow, chosen

COLUMNS: Final = (
    ("一级指标", 9.0),
    ("二级指标", 10.0),
    ("三级指标", 20.0),
    ("指标性质", 7.0),
    ("指标值", 13.0),
    ("度量单位", 7.0),
    ("权重", 6.5),
    ("自评完成值", 14.0),
    ("自评得分", 7.0),
    ("复核完成值", 14.0),
    ("复核得分", 7.0),
    ("偏离度", 9.0),
    ("备注", 46.0),
)
_TARGET, _WEIGHT, _SCORE, _ACTUAL, _REVIEWED, _DEVIATION, _REMARK = 4, 6, 8, 9, 10, 11, 12
# The columns that other sheets refer to.
SCORE_COLUMN: Final = "I"
REVIEWED_COLUMN: Final = "K"
_BOUNDS: Final = ((Grade.EXCELLENT, "grade.excellent"), (Grade.GOOD, "grade.good"), (Grade.FAIR, "grade.fair"))


def write_block(sheet: Any, looks: Looks, block: Block, one: Examined, rows: Sequence[PaperRow]) -> None:
    """Writes the block; the cells of the review are open to changes, everything below follows them."""
    _head(sheet, looks, block, one)
    for at_row, row in enumerate(rows, block.first):
        _row(sheet, looks, at_row, row)
    _rules(sheet, looks, (block.first, block.total - 1))
    law, card, _ = chosen(one)
    own = _sum(row.score for row in rows)
    _sums(sheet, looks, block, card, rows, own)
    _printed_total(sheet, looks, block, known(one.evaluation.total.score), own)
    _grade(sheet, looks, block, law, card)


def _head(sheet: Any, looks: Looks, block: Block, one: Examined) -> None:
    project, (law, _, mark) = one.evaluation.project, chosen(one)
    last = len(COLUMNS) - 1
    facts = (
        f"项目名称：{project.name or '没有读到'}　　单位：{project.unit or '没有读到'}　　"
        f"年度：{project.year or '没有读到'}　　文件：{one.evaluation.file}"
    )
    day = f"{law.day:%Y-%m-%d} 有效的{region_name(law.region)}规定" if law.entries else "没有读到年度，无从确定规定"
    rules = f"复核口径：{day}" + (f"，另按 {mark}" if mark else "") + "。浅黄格由复核人核对、修改，合计和等级随之重算。"
    for row, text, look in ((0, "复核工作底稿", "title"), (1, facts, "facts"), (2, rules, "facts")):
        sheet.merge_range(block.top + row, 0, block.top + row, last, "", looks[look])
        put(sheet, block.top + row, 0, text, looks[look])
    sheet.set_row(block.top, 30)
    for row, text in ((1, facts), (2, rules)):
        sheet.set_row(block.top + row, lines_in(text, int(sum(width for _, width in COLUMNS))) * LINE + 2)
    for col, (name, _) in enumerate(COLUMNS):
        put(sheet, block.first - 1, col, name, looks["head"])
    sheet.set_row(block.first - 1, 2 * LINE)


def _row(sheet: Any, looks: Looks, row: int, one: PaperRow) -> None:
    texts = (*one.classes, one.nature)
    for col, text in enumerate(texts):
        put(sheet, row, col, text, looks["text" if col == 2 else "word"])
    values = ((4, one.target), (5, one.unit), (6, one.weight), (7, one.actual), (8, one.score))
    for col, value in values:
        put(sheet, row, col, value, looks["figure" if isinstance(value, Decimal) else "word"])
    for col, value in ((_ACTUAL, one.actual), (_REVIEWED, one.reviewed)):
        put(sheet, row, col, value, looks["open" if isinstance(value, Decimal) else "open word"])
    target, actual = at(row, _TARGET), at(row, _ACTUAL)
    text = f'=IF(AND(ISNUMBER({target}),ISNUMBER({actual})),IF({target}=0,"",({actual}-{target})/{target}),"")'
    formula(sheet, row, _DEVIATION, text, _deviation(one), looks["share"])
    put(sheet, row, _REMARK, one.remark, looks["text"])
    cells = (*texts, str(one.target), one.unit, "", str(one.actual), "", str(one.actual), "", "", one.remark)
    lines = max(lines_in(text, int(width) - 1) for text, (_, width) in zip(cells, COLUMNS, strict=True))
    sheet.set_row(row, lines * LINE + 4)


def _deviation(one: PaperRow) -> Decimal | str:
    """What the formula shows now, to two places of a percent: a shown ratio, nothing is computed from it."""
    if not isinstance(one.target, Decimal) or not isinstance(one.actual, Decimal) or not one.target:
        return ""
    apart = one.actual - one.target
    share = portion(Decimal(1), abs(apart), abs(one.target), 6)
    return share if (apart < 0) is (one.target < 0) else -share


def _rules(sheet: Any, looks: Looks, span: tuple[int, int]) -> None:
    """Review points lie between nothing and the weight; those that are open or below the unit's own stand out."""
    first, last = span
    own, reviewed = at(first, _SCORE), at(first, _REVIEWED)
    sheet.data_validation(
        first,
        _REVIEWED,
        last,
        _REVIEWED,
        {
            "validate": "custom",
            "value": f'=OR({reviewed}="{WAIVED}",AND(ISNUMBER({reviewed}),{reviewed}>=0,'
            f"OR(NOT(ISNUMBER({at(first, _WEIGHT)})),{reviewed}<={at(first, _WEIGHT)})))",
            "ignore_blank": True,
            "input_title": "复核得分",
            "input_message": f"填 0 到权重之间的数；这一行不计分就填“{WAIVED}”。",
            "error_title": "复核得分不对",
            "error_message": f"复核得分要是 0 到权重之间的数，或者填“{WAIVED}”。",
        },
    )
    open_look, less = looks["unsettled"], looks["less"]
    area = (first, _REVIEWED, last, _REVIEWED)
    sheet.conditional_format(*area, {"type": "formula", "criteria": f'={reviewed}=""', "format": open_look})
    lower = f"=AND(ISNUMBER({own}),ISNUMBER({reviewed}),{reviewed}<{own})"
    sheet.conditional_format(*area, {"type": "formula", "criteria": lower, "format": less})


def _sums(
    sheet: Any, looks: Looks, block: Block, card: Scorecard, rows: Sequence[PaperRow], own: Decimal | str
) -> None:
    """A column without any number has no sum."""
    row, reviewed = block.total, _span(block, _REVIEWED)
    _labelled(sheet, looks, row, "合计")
    earned = card.earned if any(isinstance(one.reviewed, Decimal) for one in rows) else ""
    for col, value in ((_WEIGHT, _sum(one.weight for one in rows)), (_SCORE, own), (_REVIEWED, earned)):
        span = _span(block, col)
        formula(sheet, row, col, f'=IF(COUNT({span})=0,"",SUM({span}))', value, looks["sum"])
    blank = sum(one.reviewed == "" for one in rows)
    text = f'=IF(COUNTBLANK({reviewed})=0,"","还有 "&COUNTBLANK({reviewed})&" 行待填复核得分")'
    formula(sheet, row, _REMARK, text, f"还有 {blank} 行待填复核得分" if blank else "", looks["text"])


def _sum(cells: Iterable[Cell]) -> Decimal | str:
    numbers = [cell for cell in cells if isinstance(cell, Decimal)]
    return sum(numbers, Decimal(0)) if numbers else ""


def _printed_total(sheet: Any, looks: Looks, block: Block, printed: Decimal | None, own: Decimal | str) -> None:
    """The total that the form prints; where it prints none, the sum stands in its place and says so."""
    row = block.total + 1
    _labelled(sheet, looks, row, "自评总分" if printed is not None else "自评总分（没有印出，按合计）")
    total, here = at(block.total, _SCORE), at(row, _SCORE)
    if printed is None:
        formula(sheet, row, _SCORE, f"={total}", own, looks["sum"])
        put(sheet, row, _REMARK, "", looks["text"])
        return
    put(sheet, row, _SCORE, printed, looks["sum"])
    apart = f"ROUND({here}-{total},6)"
    words = f'IF({apart}>0,"比各行得分合计多 ","比各行得分合计少 ")&ABS({apart})&" 分"'
    text = f'=IF(ISNUMBER({total}),IF({apart}=0,"",{words}),"各行没有得分可相加")'
    formula(sheet, row, _REMARK, text, _apart(printed, own), looks["text"])


def _apart(printed: Decimal, own: Decimal | str) -> str:
    if isinstance(own, str):
        return "各行没有得分可相加"
    word = "多" if printed > own else "少"
    return f"比各行得分合计{word} {tidy(abs(printed - own))} 分" if printed != own else ""


def _grade(sheet: Any, looks: Looks, block: Block, law: Law, card: Scorecard) -> None:
    row = block.total + 2
    _labelled(sheet, looks, row, "等级")
    put(sheet, row, _SCORE, "", looks["label"])
    total = law.number("score.total")
    if card.grade_range is None or total is None:
        put(sheet, row, _REVIEWED, "", looks["label"])
        put(sheet, row, _REMARK, card.grade_reason, looks["text"])
        return
    reviewed = _span(block, _REVIEWED)
    full = f'SUMIF({reviewed},"<>{WAIVED}",{_span(block, _WEIGHT)})'
    scaled = f"ROUND({at(block.total, _REVIEWED)}*{tidy(total)}/{full},6)"
    text = f'"{Grade.POOR.value}"'
    for grade, name in reversed(_BOUNDS):
        text = f'IF({scaled}>={tidy(law.number(name) or Decimal(0))},"{grade.value}",{text})'
    shown = card.grade.value if card.grade and not card.undecided else "待定"
    formula(
        sheet, row, _REVIEWED, f'=IF(COUNTBLANK({reviewed})>0,"待定",IFERROR({text},"待定"))', shown, looks["label"]
    )
    bounds = "，".join(f"{grade.value} ≥ {tidy(law.number(name) or Decimal(0))}" for grade, name in _BOUNDS)
    put(sheet, row, _REMARK, f"等级划分：{bounds}（满分 {tidy(total)}）", looks["text"])


def _labelled(sheet: Any, looks: Looks, row: int, label: str) -> None:
    sheet.merge_range(row, 0, row, 5, "", looks["label"])
    put(sheet, row, 0, label, looks["label"])
    for col in (_WEIGHT, 7, _ACTUAL, _REVIEWED, _DEVIATION):
        put(sheet, row, col, "", looks["label"])
    sheet.set_row(row, LINE + 6)


def _span(block: Block, col: int) -> str:
    return f"{at(block.first, col)}:{at(block.total - 1, col)}"
