"""The reviewer's workbook: 汇总, 问题清单, and a 复核工作底稿 for each form."""

from datetime import datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from jixiao.checks.examined import Review
from jixiao.writers.papers import block, look, ours, problems, summary
from jixiao.writers.papers.places import HEAD, Block, blocks
from jixiao.writers.papers.rows import paper_rows

TITLE: Final = "项目支出绩效自评复核底稿"
# A workbook says when it was made; the same figures shall be the same bytes.
_EPOCH: Final = datetime(1980, 1, 1)  # noqa: DTZ001  a workbook knows no zone
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def workbook(review: Review) -> bytes:
    """The workbook. What comes from documents is text or a number; formulas are ours alone."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made, _OPTIONS)
    book.set_properties({"title": TITLE, "created": _EPOCH})
    book.set_custom_property(ours.PROPERTY, "1")
    looks = look.Looks(book)
    placed = blocks(review.examined, (summary.SHEET, problems.SHEET))
    where = {number: one for number, one in enumerate(placed, 1) if one is not None}
    listed = problems.problems(review)
    first, second = book.add_worksheet(summary.SHEET), book.add_worksheet(problems.SHEET)
    look.set_up(first, _widths(summary.COLUMNS), (2, 2))
    look.set_up(second, _widths(problems.COLUMNS), (0, 0))
    summary.write_summary(first, looks, review.examined, where, len(listed))
    problems.write_problems(second, looks, listed, review.checks, where)
    _write_papers(book, looks, review, where, listed)
    first.activate()
    book.close()
    return made.getvalue()


def _write_papers(
    book: Any, looks: look.Looks, review: Review, where: dict[int, Block], listed: list[problems.Problem]
) -> None:
    numbers = problems.numbers_by_row(listed)
    sheets: dict[str, Any] = {}
    breaks: dict[str, list[int]] = {}
    for number, place in where.items():
        own = sum(one.sheet == place.sheet for one in where.values()) == 1
        if place.sheet not in sheets:
            sheets[place.sheet] = book.add_worksheet(place.sheet)
            look.set_up(sheets[place.sheet], _widths(block.COLUMNS), (HEAD - 1, HEAD - 1) if own else None)
            if own:
                sheets[place.sheet].freeze_panes(HEAD, 3)
        one = review.examined[number - 1]
        rows = paper_rows(one, numbers[number - 1] if number <= len(numbers) else {})
        block.write_block(sheets[place.sheet], looks, place, one, rows)
        breaks.setdefault(place.sheet, []).append(place.top)
    for name, tops in breaks.items():
        sheets[name].set_h_pagebreaks(tops[1:])


def _widths(columns: tuple[tuple[str, float], ...]) -> tuple[float, ...]:
    return tuple(width for _, width in columns)
