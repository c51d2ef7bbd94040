"""The self-evaluation form as a Word document."""

from collections.abc import Mapping
from typing import Final

from jixiao.writers import word
from jixiao.writers.form import TITLE, Form
from jixiao.writers.form_grid import form_grid
from jixiao.writers.grid import Grid
from jixiao.writers.proof import attach
from jixiao.writers.report_tables import grid_of
from jixiao.writers.word_document import FOOTERS, paper

# 15 mm at the sides, 18 above and below, so that the form fills the page.
MARGINS: Final = (1020, 850, 1020, 850)
WIDTH: Final = 10206


def form_docx(form: Form, proof: str = "") -> bytes:
    """The document: title, year, form, notes, who filled it in; on pages behind it the evidence.

    proof: what it carries, see `proof.attach`.
    """
    head = word.paragraph(word.run(TITLE), "Title")
    head += word.paragraph(word.run(form.year), "Subtitle") if form.year else ""
    notes = "".join(word.paragraph(word.run(note), "Note") for note in (*form.notes, form.signed) if note)
    table = form_tables(form_grid(form.evaluation, form.remark), WIDTH, form.anchors)
    body = head + table + notes + _evidence(form) + word.section(MARGINS, FOOTERS, lined=False)
    return attach(paper(body), "word/document.xml", proof)


def form_tables(grid: Grid, width: int, anchors: Mapping[str, str] | None = None) -> str:
    """The form as two tables that touch: only the first row of a table can be repeated on every page."""
    upper, lower = grid.part(0, grid.header), grid.part(grid.header, grid.rows)
    return (
        word.table(upper, width, anchors, repeat=False, together=True)
        + word.paragraph("", "Gap")
        + word.table(lower, width, anchors, together=True)
    )


def _evidence(form: Form) -> str:
    """The tables that the figures open, each below its title, from a new page on."""
    written = (
        word.paragraph(word.run(one.title), "Caption") + word.table(grid_of(one), WIDTH) + word.paragraph("", "Note")
        for one in form.evidence
    )
    return (word.paragraph('<w:r><w:br w:type="page"/></w:r>', "Gap") if form.evidence else "") + "".join(written)
