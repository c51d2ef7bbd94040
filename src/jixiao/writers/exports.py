"""The documents of an evaluation, all from the same figures."""

from typing import Final

from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.notes import notes_of, remark_of, signed_by
from jixiao.evaluation.record import record_of, text_of_notes, text_of_report
from jixiao.evaluation.story.blocks import Report
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

    plain: the form and the report carry nothing but what they print.
    """
    form = Form(evaluated.evaluation, remark_of(evaluated), notes_of(evaluated), signed_by(evaluated))
    anchors = {path: report.anchors[fact] for path, fact in evaluated.printed.items() if fact in report.anchors}
    record = record_of(evaluated, text_of_report(report))
    proof = "" if plain else record
    proof_of_form = "" if plain else record_of(evaluated, text_of_notes((*form.notes, form.signed)))
    return {
        FORM_BOOK: form_xlsx(form, proof_of_form),
        FORM: form_docx(form, proof_of_form),
        REPORT: report_docx(report, form, anchors, proof),
        REPORT_PDF: report_pdf(report, form, anchors, fonts, proof),
        RECORD: record.encode(),
    }
