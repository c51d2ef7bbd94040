"""汇总: a line for each form, its figures read from the workpapers and the list, so that changes there show here."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from jixiao.checks.examined import Examined
from jixiao.model.finding import Outcome, Severity
from jixiao.model.number import known, tidy
from jixiao.model.terms import Origin
from jixiao.scoring.totals import ScoredRow
from jixiao.writers.grid import lines_in
from jixiao.writers.papers import problems as listed
from jixiao.writers.papers.block import REVIEWED_COLUMN, SCORE_COLUMN
from jixiao.writers.papers.look import LINE, Looks, formula, link, put
from jixiao.writers.papers.places import Block
from jixiao.writers.papers.rows import chosen

SHEET: Final = "汇总"
COLUMNS: Final = (
    ("序号", 5.0),
    ("项目名称", 26.0),
    ("单位", 20.0),
    ("年度", 6.0),
    ("自评得分", 8.0),
    ("复核得分", 8.0),
    ("偏差", 7.0),
    ("原因", 44.0),
    ("自评等级", 6.5),
    ("复核等级", 6.5),
    *((severity.word, 6.5) for severity in Severity),
    (listed.UNDECIDED, 6.5),
    ("文件", 20.0),
)
OPEN: Final = "待定"
_HEADER: Final = 2
_NAMED: Final = 3  # rows that the reason names


def write_summary(
    sheet: Any, looks: Looks, examined: Sequence[Examined], where: Mapping[int, Block], problems: int
) -> None:
    """Writes the sheet. where: by number, the block of each form that has one. problems: the lines of the list."""
    last = len(COLUMNS) - 1
    sheet.merge_range(0, 0, 0, last, "", looks["title"])
    put(sheet, 0, 0, "项目支出绩效自评复核汇总表", looks["title"])
    sheet.set_row(0, 30)
    note = f"共 {len(examined)} 份。得分、偏差、等级和问题数随各底稿和问题清单的修改重算；已豁免和已消除的问题不计。"
    sheet.merge_range(1, 0, 1, last, "", looks["facts"])
    put(sheet, 1, 0, note, looks["facts"])
    for col, (name, _) in enumerate(COLUMNS):
        put(sheet, _HEADER, col, name, looks["head"])
    sheet.set_row(_HEADER, 2 * LINE)
    for number, one in enumerate(examined, 1):
        _line(sheet, looks, number, one, where.get(number), problems)
    sheet.freeze_panes(_HEADER + 1, 2)
    sheet.autofilter(_HEADER, 0, _HEADER + len(examined), last)


def _line(sheet: Any, looks: Looks, number: int, one: Examined, block: Block | None, problems: int) -> None:
    row, project = _HEADER + number, one.evaluation.project
    put(sheet, row, 0, number, looks["word"])
    name = project.name or "（没有读到项目名称）"
    put(sheet, row, 1, name, looks["text"])
    put(sheet, row, 2, project.unit or "", looks["text"])
    put(sheet, row, 3, str(project.year or ""), looks["word"])
    if block is None:
        for col in (4, 5, 6, 8, 9):
            put(sheet, row, col, "", looks["word"])
        reason = "没有读到指标表，不能复核得分"
    else:
        link(sheet, row, 1, block.cell(block.top, "A"), name, looks["link"])
        _scores(sheet, looks, row, one, block)
        reason = reason_of(one)
    put(sheet, row, 7, reason, looks["text"])
    _counts(sheet, looks, row, one, problems)
    put(sheet, row, len(COLUMNS) - 1, one.evaluation.file, looks["text"])
    texts = ((name, 26), (project.unit or "", 20), (reason, 44), (one.evaluation.file, 20))
    sheet.set_row(row, max(lines_in(text, width - 1) for text, width in texts) * LINE + 4)


def _scores(sheet: Any, looks: Looks, row: int, one: Examined, block: Block) -> None:
    """The scores, and by how much they differ once every row of the review is filled in."""
    _, card, _ = chosen(one)
    own, earned = _own(one), card.earned if any(line.points.points is not None for line in card.rows) else ""
    formula(sheet, row, 4, f"={block.cell(block.total + 1, SCORE_COLUMN)}", own, looks["figure"])
    formula(sheet, row, 5, f"={block.cell(block.total, REVIEWED_COLUMN)}", earned, looks["figure"])
    span = f"{block.cell(block.first, REVIEWED_COLUMN)}:${REVIEWED_COLUMN}${block.total}"
    ours, theirs = f"F{row + 1}", f"E{row + 1}"
    text = (
        f'=IF(COUNTBLANK({span})>0,"{OPEN}",IF(AND(ISNUMBER({ours}),ISNUMBER({theirs})),ROUND({ours}-{theirs},6),""))'
    )
    open_rows = any(line.points.origin is Origin.BLANK for line in card.rows)
    both = isinstance(own, Decimal) and isinstance(earned, Decimal)
    formula(sheet, row, 6, text, OPEN if open_rows else earned - own if both else "", looks["figure"])  # type: ignore[operator]
    put(sheet, row, 8, one.evaluation.total.grade or "", looks["word"])
    grade = block.cell(block.total + 2, REVIEWED_COLUMN)
    shown = "" if card.grade_range is None else OPEN if open_rows or not card.grade else card.grade.value
    formula(sheet, row, 9, f'=IF({grade}="","",{grade})', shown, looks["word"])


def _own(one: Examined) -> Decimal | str:
    """The total that the form prints, else the sum of its scores; "" where it has neither."""
    own = known(one.evaluation.total.score)
    scores = [score for line in chosen(one)[1].rows if (score := known(line.printed)) is not None]
    return own if own is not None else sum(scores, Decimal(0)) if scores else ""


def _counts(sheet: Any, looks: Looks, row: int, one: Examined, problems: int) -> None:
    """How many findings of each grade stand on the list."""

    def area(column: str) -> str:
        return f"'{listed.SHEET}'!${column}$2:${column}${problems + 1}"

    standing = [finding for finding in one.findings if finding.counts]
    faults = [finding for finding in standing if finding.outcome is Outcome.FAIL]
    counts = [sum(finding.severity is severity for finding in faults) for severity in Severity]
    counts.append(sum(finding.outcome is Outcome.UNDECIDED for finding in standing))
    for col, count in enumerate(counts, 10):
        if problems == 0:
            put(sheet, row, col, 0, looks["figure"])
            continue
        text = (
            f'=COUNTIFS({area(listed.GRADE_COLUMN)},"{COLUMNS[col][0]}",{area(listed.PAPER_COLUMN)},A{row + 1},'
            f'{area(listed.WAIVER_COLUMN)},"")'
        )
        formula(sheet, row, col, text, count, looks["figure"])


def reason_of(one: Examined) -> str:
    """Why the review score is what it is: the rows that lose most against the unit's own scores, and what is open."""
    _, card, _ = chosen(one)
    apart = sorted((_less(row), row.label) for row in card.rows if _less(row) > 0)[::-1]
    parts = [f"{label}少 {tidy(less)} 分" for less, label in apart[:_NAMED]]
    if len(apart) > _NAMED:
        parts.append(
            f"另有 {len(apart) - _NAMED} 行共少 {tidy(sum((less for less, _ in apart[_NAMED:]), Decimal(0)))} 分"
        )
    more = sum((-_less(row) for row in card.rows if _less(row) < 0), Decimal(0))
    if more:
        parts.append(f"有的行多 {tidy(more)} 分")
    if card.undecided:
        parts.append(f"{tidy(card.undecided)} 分无法判断，没有计入")
    own, total = card.printed_sum, known(one.evaluation.total.score)
    if own is not None and total is not None and own != total:
        parts.append(f"自评总分与各行合计相差 {tidy(abs(own - total))} 分")
    return "；".join(parts)


def _less(row: ScoredRow) -> Decimal:
    """By how much the review gives a row less than the unit did; 0 where one of them is open."""
    own = known(row.printed)
    return own - row.points.points if own is not None and row.points.points is not None else Decimal(0)
