"""The documents of an evaluation, all from the same figures."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.notes import notes_of, remark_of, signed_by
from jixiao.evaluation.record import record_of
from jixiao.evaluation.story.annex import evidence_of
from jixiao.evaluation.story.blocks import Report
from jixiao.evaluation.story.lines import text_of_form, text_of_report
from jixiao.writers.fonts import Fonts
from jixiao.writers.form import Form
from jixiao.writers.form_docx import form_docx
from jixiao.writers.form_xlsx import form_xlsx
from jixiao.writers.report_docx import report_docx
from jixiao.writers.report_pdf import report_pdf

FORM_BOOK: Final = "自评表.xlsx"
FORM: Final = "自评表.docx"
REPORT: Final = "绩效评价报告.docx"
REPORT_PDF: Final = "绩效评价报告.pdf"
RECORD: Final = "evaluation.json"


def documents(evaluated: Evaluated, report: Report, fonts: Fonts, *, plain: bool) -> dict[str, bytes]:
    """File name → content: the form twice, the report twice, and the record.

    plain: the form and the report carry nothing but what they print, and no figure of them opens anything.
    """
    record = record_of(evaluated, text_of_report(report, notes_of(evaluated)))
    report = replace(report, anchors={}) if plain else report
    form = form_of(evaluated, report.anchors)
    proof = "" if plain else record
    proof_of_form = "" if plain else record_of(evaluated, text_of_form(form.around, form.evidence))
    return {
        FORM_BOOK: form_xlsx(form, proof_of_form),
        FORM: form_docx(form, proof_of_form),
        REPORT: report_docx(report, form, proof),
        REPORT_PDF: report_pdf(report, form, fonts, proof),
        RECORD: record.encode(),
    }


def form_of(evaluated: Evaluated, anchors: Mapping[str, str]) -> Form:
    """The form of an evaluation, with its evidence if there are anchors: id of a fact → the row that it opens."""
    opens = {path: anchors[fact] for path, fact in evaluated.printed.items() if fact in anchors}
    evidence = evidence_of(evaluated) if anchors else ()
    remark, notes, signed = remark_of(evaluated), notes_of(evaluated), signed_by(evaluated)
    return Form(evaluated.evaluation, remark, notes, signed, evidence, opens)
