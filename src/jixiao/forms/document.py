"""A document: its forms, and the prose around them."""

from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Final

from jixiao.forms.assemble import assemble
from jixiao.forms.beside_each_other import apart
from jixiao.forms.claims import read_claims
from jixiao.forms.found import FoundForm
from jixiao.forms.found_in_rows import forms_in_rows, is_celled
from jixiao.forms.labels import names
from jixiao.forms.notes import Notes
from jixiao.forms.prose import with_prose
from jixiao.forms.recover import may_hold_indicators, recover
from jixiao.forms.ribbon import Ribbon
from jixiao.forms.rows import rows_of
from jixiao.forms.sections import read_sections
from jixiao.forms.years import is_titled, read_year
from jixiao.model.characters import narrow
from jixiao.model.dates import day_in, is_day
from jixiao.model.evaluation import Evaluation
from jixiao.model.layout import Layout, Paragraph, Table
from jixiao.model.place import Place
from jixiao.model.terms import Kind

# Prose beside so many forms may speak of any of them.
_MANY: Final = 2
# A signature date stands in the last paragraphs.
_TAIL: Final = 10
# 2021年12月31日, with a colon before it and room for two spaces.
_DATE_LENGTH: Final = 14


def read_forms(layout: Layout) -> list[Evaluation]:
    """The evaluations of a document: one for each form; one of kind report for prose with headings; none otherwise.

    The prose goes with the first form. What is not understood is a trouble of its evaluation; nothing is raised.
    """
    forms = _forms(layout)
    notes = Notes()
    sections = read_sections(layout, notes)
    if not forms and not any(section.level for section in sections) and not is_titled(layout):
        return []
    form = forms[0] if forms else None
    main = assemble(form, layout, notes) if form else Evaluation(layout.file, Kind.REPORT, "prose")
    year = read_year(layout, form, notes, alone=len(forms) < _MANY)
    claims = read_claims(layout, year)
    for at, claim in enumerate(claims):
        notes.source(f"claims[{at}]", claim.place, claim.raw)
    main = replace(main, report_date=_report_date(layout, notes), sections=sections, claims=claims)
    if len(forms) < _MANY:
        main = with_prose(main, layout, year, notes)
    evaluations = [_finish(main, year, notes)]
    for form in forms[1:]:
        notes = Notes()
        assembled = assemble(form, layout, notes)
        evaluations.append(_finish(assembled, read_year(layout, form, notes), notes))
    return evaluations


def _forms(layout: Layout) -> list[FoundForm]:
    """The forms of a layout: those of its tables, then those of text between that lost its tables."""
    parts = (part for block in layout.blocks for part in (apart(block) if isinstance(block, Table) else (block,)))
    blocks = [(part, isinstance(part, Table) and is_celled(part)) for part in parts]
    forms = forms_in_rows(
        row for block, celled in blocks if celled or isinstance(block, Paragraph) for row in rows_of(block)
    )
    # Beside a table of indicators, amounts or points alone are the report's, in another table or in its prose.
    in_table = any(form.indicators for form in forms)
    for celled, group in groupby(blocks, key=lambda pair: pair[1]):
        if not celled:
            ribbon = Ribbon(block for block, _ in group)
            forms += recover(ribbon) if not in_table or may_hold_indicators(ribbon) else ()
    return [form for form in forms if form.indicators] if in_table else forms


def _finish(evaluation: Evaluation, year: int | None, notes: Notes) -> Evaluation:
    return replace(
        evaluation,
        confidence=notes.confidence,
        project=replace(evaluation.project, year=year),
        troubles=tuple(notes.troubles),
        sources=notes.sources,
    )


def _report_date(layout: Layout, notes: Notes) -> date | None:
    """The day after a label such as 报告日期, else the date that stands alone in one of the last paragraphs."""
    lines = [(narrow(paragraph.text), paragraph) for paragraph in layout.paragraphs]
    labelled = [(text.partition(label)[2], paragraph) for text, paragraph in lines for label in names("dates")]
    signed = [(text, paragraph) for text, paragraph in reversed(lines[-_TAIL:]) if is_day(text)]
    for text, paragraph in (*labelled, *signed):
        day = day_in(text[:_DATE_LENGTH])
        if day is not None:
            notes.source("report_date", Place(line=paragraph.line), paragraph.text)
            return day
    return None
