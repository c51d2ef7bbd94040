"""What a report prints beside the form and the charts, line by line, as record and writers have it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from jixiao.evaluation.story.blocks import (
    Annex,
    Attachments,
    Block,
    Chart,
    FormTable,
    Heading,
    Paragraph,
    Report,
    Signature,
    Table,
)
from jixiao.evaluation.words import Words, plain, text_of

TITLE: Final = "项目支出绩效评价报告"

Json = dict[str, Any]


def day_text(day: date | None) -> str:
    """2021年3月26日; a place to write it where it is not known."""
    return f"{day.year}年{day.month}月{day.day}日" if day else "　　　　年　　月　　日"


def cover_lines(report: Report) -> tuple[tuple[str, str], ...]:
    """What stands below the title of the cover: label and value."""
    return (
        ("项目名称", report.project),
        ("项目实施单位", report.unit),
        ("报告日期", day_text(report.day)),
    )


def year_text(report: Report) -> str:
    """（2020年度）."""
    return f"（{report.year}年度）"


def attached(block: Attachments) -> list[str]:
    """附件：1.… and the further ones, each on its line."""
    return [f"{'' if number > 1 else '附件：'}{number}.{title}" for number, title in enumerate(block.titles, 1)]


def signed(block: Signature) -> list[str]:
    """Who signs and where the seal goes, when, and below them whom to ask."""
    return [f"{block.unit}（盖章）", day_text(block.day), *block.contacts]


def legend(block: Chart) -> str:
    """What the lines of a chart are, "" where there is one only."""
    return f"实线：{block.name}；虚线：{block.level_name}" if block.level is not None else ""


@dataclass(slots=True)
class Captions:
    """The captions of tables and charts, numbered in the order in which they are asked for."""

    tables: int = field(default=0)
    charts: int = field(default=0)

    def table(self, block: Table | FormTable) -> str:
        """表1　费用明细."""
        self.tables += 1
        return f"表{self.tables}　{block.title}"

    def chart(self, block: Chart) -> str:
        """图1　各季度支付情况（万元）."""
        self.charts += 1
        return f"图{self.charts}　{block.title}{f'（{block.unit}）' if block.unit else ''}"


def text_of_report(report: Report, notes: Iterable[str]) -> list[Json]:
    """What a report prints beside the form, with the facts in it. notes: the lines below the form."""
    captions = Captions()
    cover = (TITLE, year_text(report), *(f"{label}：{value}" for label, value in cover_lines(report)))
    body = (line for block in report.blocks for line in _lines(block, captions, notes))
    return [*_said(cover), *body]


def text_of_form(around: Iterable[str], tables: Iterable[Table]) -> list[Json]:
    """What a form prints around itself, and the tables of its evidence."""
    return [*_said(around), *(line for one in tables for line in (*_said((one.title,)), *_table(one)))]


def _said(texts: Iterable[str]) -> list[Json]:
    return [_words(plain(text)) for text in texts if text]


def _lines(block: Block, captions: Captions, notes: Iterable[str]) -> Iterator[Json]:
    match block:
        case Heading():
            yield {"heading": block.text}
        case Paragraph():
            yield _words(block.words)
        case Table():
            yield from _said((captions.table(block),))
            yield from _table(block)
        case FormTable():
            yield from _said((captions.table(block), *notes))
        case Chart():
            yield {"labels": [one for one in (*block.categories, legend(block)) if one]}
            yield from _said((captions.chart(block),))
        case Attachments():
            yield from _said(attached(block))
        case Signature():
            yield from _said(signed(block))
        case Annex():
            yield from _said((f"附件{block.number}", block.title))


def _table(table: Table) -> Iterator[Json]:
    yield {"row": list(table.header), "facts": [[] for _ in table.header]}
    for row in table.rows:
        yield {"row": [text_of(cell) for cell in row], "facts": _facts_of(row)}


def _facts_of(row: tuple[Words, ...]) -> list[list[str]]:
    """For each cell the facts that it prints."""
    return [[span.fact for span in cell if span.fact] for cell in row]


def _words(words: Words) -> Json:
    facts, at = [], 0
    for span in words:
        if span.fact:
            facts.append([at, at + len(span.text), span.fact])
        at += len(span.text)
    return {"text": text_of(words), "facts": facts}
