"""The evaluation report as a Word document in the layout of official papers."""

from typing import Final

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
from jixiao.evaluation.story.lines import TITLE, Captions, attached, cover_lines, signed, year_text
from jixiao.evaluation.words import Words
from jixiao.writers import word
from jixiao.writers.chart_xml import chart_xml, workbook
from jixiao.writers.form import Form
from jixiao.writers.form_docx import MARGINS as FORM_MARGINS
from jixiao.writers.form_docx import WIDTH as FORM_WIDTH
from jixiao.writers.form_docx import form_tables
from jixiao.writers.form_grid import form_grid
from jixiao.writers.grid import Grid
from jixiao.writers.proof import attach
from jixiao.writers.report_tables import grid_of, signed_at
from jixiao.writers.word_document import FOOTERS, MARGINS, paper

# A table of no more rows, with no more characters in any cell, is kept on one page: a longer one would leave too much
# of the page before it empty.
_SHORT: Final = 14
_WORDY: Final = 30
_CHART_SIZE: Final = (5_400_000, 2_160_000)  # 150 × 60 mm in EMU
_CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


def report_docx(report: Report, form: Form, proof: str = "") -> bytes:
    """The document; figures jump to the bookmarks of their evidence."""
    walk = _Walk(report, form)
    body = _cover(report) + "".join(walk.block(block) for block in report.blocks) + word.section(MARGINS, FOOTERS)
    parts: dict[str, str | bytes] = {}
    related: list[tuple[str, str, str]] = []
    types: dict[str, str] = {}
    for number, chart in enumerate(walk.charts, 1):
        related.append((f"rIdChart{number}", "chart", f"charts/chart{number}.xml"))
        types[f"word/charts/chart{number}.xml"] = _CHART_TYPE
        parts[f"word/charts/chart{number}.xml"] = chart_xml(chart)
        parts[f"word/embeddings/chart{number}.xlsx"] = workbook(chart)
        parts[f"word/charts/_rels/chart{number}.xml.rels"] = word.relationships(
            [("rId1", "package", f"../embeddings/chart{number}.xlsx")]
        )
    return attach(paper(body, parts, related, types), "word/document.xml", proof)


class _Walk:
    """Writes blocks one after another, counting tables and charts."""

    def __init__(self, report: Report, form: Form) -> None:
        self._report = report
        self._form = form
        self._captions = Captions()
        self.charts: list[Chart] = []

    def block(self, block: Block) -> str:  # noqa: PLR0911  one way out for each kind of block
        match block:
            case Heading():
                return word.paragraph(word.run(block.text), f"Heading{block.level}")
            case Paragraph():
                return word.paragraph(self._runs(block.words), "Body")
            case Table():
                return self._table(block)
            case FormTable():
                return self._form_table(block)
            case Chart():
                return self._chart(block)
            case Attachments():
                return _attachments(block)
            case Signature():
                return _signature(block)
            case Annex():
                return word.paragraph(word.run(f"附件{block.number}"), "Annex") + word.paragraph(
                    word.run(block.title), "AnnexTitle"
                )

    def _runs(self, words: Words) -> str:
        return "".join(self._span(span.text, span.fact) for span in words)

    def _span(self, text: str, fact: str) -> str:
        anchor = self._report.anchors.get(fact, "")
        return word.link(text, anchor) if anchor else word.run(text)

    def _table(self, block: Table) -> str:
        caption, grid = _caption(self._captions.table(block)), grid_of(block)
        return caption + word.table(grid, together=_is_short(grid)) + word.paragraph("", "Note")

    def _form_table(self, block: FormTable) -> str:
        grid = form_grid(self._form.evaluation, self._form.remark)
        notes = "".join(word.paragraph(word.run(note), "Note") for note in self._form.notes)
        tables = form_tables(grid, FORM_WIDTH, self._form.anchors)
        before = _break(word.section(MARGINS, FOOTERS, start=1))
        return (
            before
            + _caption(self._captions.table(block))
            + tables
            + notes
            + _break(word.section(FORM_MARGINS, FOOTERS))
        )

    def _chart(self, block: Chart) -> str:
        self.charts.append(block)
        number = len(self.charts)
        width, height = _CHART_SIZE
        drawing = (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/>'
            f'<wp:docPr id="{1000 + number}" name="图{number}" descr="{word.clean(block.title)}"/><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            f'<c:chart r:id="rIdChart{number}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        )
        return word.paragraph(drawing, "Drawing") + word.paragraph(word.run(self._captions.chart(block)), "Figure")


def _caption(text: str) -> str:
    return word.paragraph(word.run(text), "Caption")


def _is_short(grid: Grid) -> bool:
    """Whether a table surely fits on a page."""
    return grid.rows <= _SHORT and all(len(box.text) <= _WORDY for box in grid.boxes)


def _cover(report: Report) -> str:
    """Title, project, unit and day on a page without number."""
    lines = [word.paragraph("", "Cover") for _ in range(4)]
    lines.append(word.paragraph(word.run(TITLE), "Title"))
    lines.append(word.paragraph(word.run(year_text(report)), "Subtitle"))
    lines += [word.paragraph("", "Cover") for _ in range(6)]
    lines += [word.paragraph(word.run(f"{label}：{value}"), "Cover") for label, value in cover_lines(report)]
    return "".join(lines) + _break(word.section(MARGINS))


def _break(section: str) -> str:
    """The end of a section: what stands above is set in it."""
    return word.paragraph("", "Gap", section)


def _attachments(block: Attachments) -> str:
    """附件：1.… with the further ones below the first."""
    first, *rest = attached(block)
    lines = [first, *(f"　　　{line}" for line in rest)]
    return _kept("", "Normal") + "".join(_kept(line, "Body") for line in lines)


def _signature(block: Signature) -> str:
    unit, day, *contact = signed(block)
    ends = [f'<w:ind w:rightChars="{half * 50}" w:right="{half * 160}"/>' for half in signed_at(unit, day)]
    lines = [("", "Normal", ""), (unit, "Signed", ends[0]), (day, "Signed", ends[1])]
    lines += [(line, "Body", "") for line in contact]
    *above, last = lines
    return "".join(_kept(*line) for line in above) + word.paragraph(word.run(last[0]), last[1], last[2])


def _kept(text: str, style: str, properties: str = "") -> str:
    """A paragraph on the page of the one below it."""
    return word.paragraph(word.run(text) if text else "", style, f"<w:keepNext/>{properties}")
