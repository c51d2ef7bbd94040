"""What `verify` says of the text of files that were changed after export, in every format."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.folders import ROWS, WRITTEN, a_dossier, an_evaluated
from jixiao import api
from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.story.blocks import Paragraph, Table
from jixiao.evaluation.story.report import report_of
from jixiao.evaluation.words import plain
from jixiao.readers.carried import carried_in
from jixiao.writers.exports import FORM, FORM_BOOK, REPORT, REPORT_PDF, documents, form_of
from jixiao.writers.fonts import find
from jixiao.writers.report_docx import report_docx
from jixiao.writers.report_pdf import report_pdf

FILES = (FORM, FORM_BOOK, REPORT, REPORT_PDF)
WRITERS = {
    REPORT: report_docx,
    REPORT_PDF: lambda report, form, proof: report_pdf(report, form, find(), proof),
}
long_words = st.text("运维保障系统机房线路，1%", min_size=1, max_size=60).map(lambda text: f"甲{text}乙。")


@st.composite
def folders(draw):
    """Evaluations of either layout whose texts and amounts are as long as chance has it."""
    rows = tuple(
        replace(row, level3=draw(long_words), reason=draw(long_words | st.just("")))
        for row in draw(st.permutations(ROWS))
    )
    fees = tuple(
        replace(fee, name=draw(long_words), initial=draw(st.decimals(1, 10**9, places=2)), cuts={})
        for fee in a_dossier().fees
    )
    narrative = {path: "\n".join(draw(st.lists(long_words, min_size=1, max_size=3))) for path in WRITTEN}
    dossier = a_dossier(name=draw(long_words), indicators=rows, fees=fees, narrative=narrative)
    return an_evaluated(dossier, layout=draw(st.sampled_from(["tianjin", "mof"])))


def exported(evaluated: Evaluated):
    return documents(evaluated, report_of(evaluated, [], {}), find(), plain=False)


def edits(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return api.verify(path).edits


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(evaluated=folders())
def test_an_untouched_file_has_no_edits(tmp_path, evaluated):
    files = exported(evaluated)
    for name in FILES:
        assert edits(tmp_path, name, files[name]) == ()


def changed(name, change):
    """A file of which the form or the report was changed, with the record of the unchanged one."""
    evaluated = an_evaluated()
    report = report_of(evaluated, [], {})
    form = form_of(evaluated, report.anchors)
    proof = carried_in(exported(evaluated)[name], name)
    return WRITERS[name](*change(report, form), proof)


@pytest.mark.parametrize("name", WRITERS)
def test_a_changed_figure_of_the_form_is_named(tmp_path, name):
    def better(report, form):
        row, *rest = form.evaluation.indicators
        rows = (replace(row, score=Decimal("40.00")), *rest)
        return report, replace(form, evaluation=replace(form.evaluation, indicators=rows))

    (edit,) = edits(tmp_path, name, changed(name, better))
    assert (edit.where, edit.was, edit.now) == ("“online的名称”的得分", "39.8", "40")


@pytest.mark.parametrize("name", WRITERS)
def test_a_changed_cell_of_a_table_is_named(tmp_path, name):
    def better(report, form):
        blocks = [
            replace(one, rows=((*one.rows[0][:1], plain("7654.321"), *one.rows[0][2:]), *one.rows[1:]))
            if isinstance(one, Table) and one.title.startswith("费用明细")
            else one
            for one in report.blocks
        ]
        return replace(report, blocks=tuple(blocks)), form

    (edit,) = edits(tmp_path, name, changed(name, better))
    assert edit.where == "“3.资金投入和使用情况”以下的表格“运维费”一行"
    assert (edit.was, edit.now) == ("120.000000", "7654.321")


@pytest.mark.parametrize("name", WRITERS)
def test_an_added_sentence_is_named(tmp_path, name):
    def more(report, form):
        at = next(n for n, one in enumerate(report.blocks) if isinstance(one, Paragraph))
        added = Paragraph(plain("本项目另获得市级表彰三次。"))
        return replace(report, blocks=(*report.blocks[:at], added, *report.blocks[at:])), form

    (edit,) = edits(tmp_path, name, changed(name, more))
    assert (edit.where, edit.was, edit.now) == ("导出时没有的文字", "", "本项目另获得市级表彰三次。")


@pytest.mark.parametrize("name", WRITERS)
def test_a_lost_sentence_is_named(tmp_path, name):
    def less(report, form):
        at = next(n for n, one in enumerate(report.blocks) if isinstance(one, Paragraph))
        return replace(report, blocks=(*report.blocks[:at], *report.blocks[at + 1 :])), form

    (edit,) = edits(tmp_path, name, changed(name, less))
    assert (edit.was, edit.now) == ("关于项目背景的说明。", "")


@pytest.mark.parametrize("name", WRITERS)
def test_a_form_that_was_taken_out_is_named(tmp_path, name):
    def none(report, form):
        return replace(report, blocks=report.blocks[:3]), form

    assert edits(tmp_path, name, changed(name, none))


def test_who_judged_is_compared_in_the_form_too(tmp_path):
    with ZipFile(BytesIO(exported(an_evaluated())[FORM])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("王五于".encode(), "李四于".encode())
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    note, evidence = edits(tmp_path, FORM, made.getvalue())
    assert all("王五" in one.was and "李四" in one.now for one in (note, evidence))
