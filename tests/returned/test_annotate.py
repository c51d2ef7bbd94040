import re
import shutil
import subprocess
from pathlib import Path

import pytest

from jixiao import api
from jixiao.model.errors import InputError
from jixiao.model.finding import Outcome
from jixiao.returned.annotate import annotate
from writers.returned_words import boxed, cells, comments, parts, ranges
from writers.test_annotate_pdf import highlights
from writers.test_annotate_xlsx import comments as notes

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "examples/jinnan-2020/published/report.docx"
TWINS = sorted((ROOT / "tests/cases/twins/documents").glob("*.docx"))
PAGES = sorted((ROOT / "tests/cases/twins/documents").glob("*.pdf"))
BOOKS = sorted((ROOT / "tests/cases/twins/documents").glob("*.xlsx"))


def returned(path, folder):
    document = api.read(path)
    examined = api.examine([document])
    (target,) = annotate([document], examined, folder)
    faults = [finding for one in examined for finding in one.findings if finding.outcome is Outcome.FAIL]
    return faults, target.read_bytes()


@pytest.mark.parametrize("path", [REPORT, *TWINS], ids=lambda path: path.stem)
def test_each_finding_is_a_comment_where_it_was_found(path, tmp_path):
    faults, result = returned(path, tmp_path)
    if not faults:
        assert result == path.read_bytes()
        return
    found, where = comments(result), cells(result)
    assert len(found) == len(faults)
    unseen = list(faults)
    for key, lines in found.items():
        finding = next(one for one in unseen if f" {one.code} " in lines[0] and lines[1] == f"事实：{one.message}")
        unseen.remove(finding)
        place = finding.place
        if place is not None and place.table in boxed(result):
            assert key not in where
        elif place is not None and place.row is not None:
            assert where[key] == (place.table, place.row, place.col)
        elif place is not None and place.start is not None:
            assert len(ranges(result)[key]) == place.end - place.start
    assert api.read(tmp_path / path.name).layout.blocks == api.read(path).layout.blocks


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_each_finding_is_a_note_on_its_cell(path, tmp_path):
    faults, result = returned(path, tmp_path)
    if not faults:
        assert result == path.read_bytes()
        return
    said = {cell: text for sheet in notes(result).values() for cell, text in sheet.items()}
    for finding in faults:
        if finding.place is not None and finding.place.cell is not None:
            assert f"事实：{finding.message}" in said[finding.place.cell.rpartition("!")[2]]
    assert sum(text.count("事实：") for text in said.values()) == len(faults)
    assert api.read(tmp_path / path.name).layout.blocks == api.read(path).layout.blocks


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_finding_is_a_highlight_and_the_file_is_only_prolonged(path, tmp_path):
    faults, result = returned(path, tmp_path)
    assert result.startswith(path.read_bytes())
    said = [text for _, text, _ in highlights(result)]
    assert len(said) >= len(faults)
    assert all(any(f"事实：{finding.message}" in text for text in said) for finding in faults)


def test_a_comment_names_severity_code_fact_remedy_and_basis(tmp_path):
    _, result = returned(REPORT, tmp_path)
    first = comments(result)["0"]
    assert first[0] == "必须改 SC01 各行得分相加不等于总分"
    assert [line.partition("：")[0] for line in first[1:]] == ["事实", "建议", "依据"]
    assert "财" in first[3]
    assert "（" in first[3]


def test_a_finding_without_a_place_goes_to_the_title_of_its_form(tmp_path):
    faults, result = returned(REPORT, tmp_path)
    homeless = [finding.code for finding in faults if finding.place is None]
    texts = {comments(result)[key][0].split()[1]: text for key, text in ranges(result).items()}
    assert all(re.search("自评表|评价报告", texts[code]) for code in homeless)


def test_nothing_but_the_text_its_comments_and_the_lists_of_parts_changes(tmp_path):
    _, result = returned(REPORT, tmp_path)
    old, new = parts(REPORT.read_bytes()), parts(result)
    changed = {name for name in new if new[name] != old.get(name)}
    assert changed == {
        "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml", "word/document.xml"
    }  # fmt: skip
    plain = re.sub(
        rb"<w:comment(RangeStart|RangeEnd)[^>]*/>|<w:r><w:commentReference[^>]*/></w:r>", b"", new["word/document.xml"]
    )
    text = re.compile(rb"<[^>]*>")
    assert text.sub(b"", plain) == text.sub(b"", old["word/document.xml"])


def test_a_file_changed_after_reading_is_not_annotated(tmp_path):
    path = tmp_path / "表.docx"
    shutil.copy(REPORT, path)
    document = api.read(path)
    examined = api.examine([document])
    shutil.copy(TWINS[0], path)
    (error,) = annotate([document], examined, tmp_path / "批注")
    assert isinstance(error, InputError)
    assert "又被改动过" in str(error)
    assert not (tmp_path / "批注").exists()


def test_the_original_is_never_overwritten(tmp_path):
    path = tmp_path / "表.docx"
    shutil.copy(REPORT, path)
    document = api.read(path)
    (error,) = annotate([document], api.examine([document]), tmp_path)
    assert "会盖住原文件" in str(error)
    assert path.read_bytes() == REPORT.read_bytes()


def test_two_files_of_one_name_are_not_confused(tmp_path):
    documents = []
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        shutil.copy(REPORT, tmp_path / folder / "表.docx")
        documents.append(api.read(tmp_path / folder / "表.docx"))
    first, second = annotate(documents, api.examine(documents), tmp_path / "批注")
    assert first == tmp_path / "批注/表.docx"
    assert "同名" in str(second)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_it_and_keeps_every_comment(tmp_path):
    faults, _ = returned(REPORT, tmp_path)
    home = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "odt", "--outdir", tmp_path]
    subprocess.run([*command, tmp_path / REPORT.name], check=True, capture_output=True, timeout=120)
    content = parts((tmp_path / "report.odt").read_bytes())["content.xml"].decode()
    assert content.count("<office:annotation ") == len(faults)
    assert content.count("<office:annotation-end ") == len(faults)
