import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from conftest import PUBLISHED
from jixiao import api
from jixiao.checks.base import catalogue
from jixiao.checks.examined import Examined, Reference, Review
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.law.load import mark, on
from jixiao.model.evaluation import Project
from jixiao.model.finding import Finding, Outcome, Severity
from jixiao.model.layout import Layout
from jixiao.readers import read_layout
from jixiao.scoring.totals import score
from jixiao.writers.papers.opinion import opinions
from jixiao.writers.papers.ours import PART, is_paper
from jixiao.writers.papers.places import MANY
from jixiao.writers.papers.workbook import workbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LAW = on(date(2021, 3, 31))


def examined(*findings, name="示例项目", unit="示例单位", profile="", **form):
    rows = form.pop("rows", (an_indicator(weight=90, score=87),))
    evaluation = an_evaluation(*rows, **form)
    evaluation = replace(evaluation, project=Project(name, None, unit, 2020), file="文件.docx")
    law, references = LAW, ()
    if profile:
        other = on(LAW.day, "", profile)
        references = (Reference(other, score(evaluation, other), mark(profile, "")),)
    return Examined(Layout("文件.docx", "docx", ()), evaluation, law, score(evaluation, law), findings, references)


def book_of(*ones):
    return workbook(Review(ones, catalogue()))


class Book:
    """The cells of a workbook as they are stored: numbers, texts and formulas with their values."""

    def __init__(self, data):
        archive = ZipFile(BytesIO(data))
        strings = [
            "".join(part.text or "" for part in item.iter(f"{MAIN}t"))
            for item in ET.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        names = [one.get("name") for one in ET.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
        self.cells, self.formulas = {}, {}
        for number, name in enumerate(names, 1):
            for cell in ET.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{MAIN}c"):
                value, formula = cell.find(f"{MAIN}v"), cell.find(f"{MAIN}f")
                text = value.text if value is not None else None
                if cell.get("t") == "s":
                    text = strings[int(text)]
                elif cell.get("t") in (None, "n") and text:
                    text = Decimal(text)
                self.cells[name, cell.get("r")] = text
                if formula is not None:
                    self.formulas[name, cell.get("r")] = formula.text
        self.names = names

    def row(self, sheet, number):
        return {
            re.sub(r"\d", "", at): value
            for (name, at), value in self.cells.items()
            if name == sheet and at[1:] == str(number)
        }


def test_the_workpaper_has_the_figures_of_form_and_review():
    one = examined(rows=(an_indicator(target="≥98%", actual="49%", weight=90, score=80),), total=90)
    book = Book(book_of(one))
    assert book.names == ["汇总", "问题清单", "1 示例项目"]
    row = book.row("1 示例项目", 6)
    assert [row[col] for col in "ABCDEFGHIJK"] == [
        "产出指标", "数量指标", "设备运维数量", "≥", Decimal(98), "%", Decimal(90), Decimal(49), Decimal(80),
        Decimal(49), one.scorecard.rows[1].points.points,
    ]  # fmt: skip
    assert row["L"] == Decimal("-0.5")
    assert "扣 45 分，占权重的 50%" in row["M"]


def test_the_sums_and_the_summary_are_formulas_over_the_rows():
    book = Book(book_of(examined(total=96)))
    assert book.formulas["1 示例项目", "K7"] == 'IF(COUNT(K5:K6)=0,"",SUM(K5:K6))'
    assert (book.cells["1 示例项目", "I7"], book.cells["1 示例项目", "I8"]) == (Decimal(97), Decimal(96))
    assert book.cells["1 示例项目", "M8"] == "比各行得分合计少 1 分"
    assert book.formulas["汇总", "E4"] == "'1 示例项目'!$I$8"
    assert book.formulas["汇总", "F4"] == "'1 示例项目'!$K$7"
    assert (book.cells["汇总", "E4"], book.cells["汇总", "F4"]) == (Decimal(96), Decimal(100))


def test_a_profile_gives_the_review_scores_and_its_standard_stands_beside_them():
    rows = (an_indicator(level1="满意度指标", level2="服务对象满意度指标", target="≥95%", actual="未开展", weight=90),)
    plain, own = (Book(book_of(examined(rows=rows, profile=name))) for name in ("", "review-14"))
    assert plain.cells["1 示例项目", "K6"] is None
    assert "请复核人填写" in plain.cells["1 示例项目", "M6"]
    assert own.cells["1 示例项目", "K6"] == 0
    assert "占权重的 100%" in own.cells["1 示例项目", "M6"]
    assert "标准：" in own.cells["1 示例项目", "M6"]
    assert "review-14" in own.cells["1 示例项目", "A3"]
    assert plain.cells["1 示例项目", "K9"] == "待定"


def test_what_a_document_prints_never_becomes_a_formula():
    hostile = ["=1+1", "+cmd|'/c calc'!A0", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","y")', "{=1}", "http://x.cn"]
    rows = tuple(an_indicator(level3=text, target=text, actual=text, weight=10) for text in hostile)
    finding = Finding("=f()", "SC01", Severity.ERROR, Outcome.FAIL, "=m()", "", "", label="=l()")
    data = book_of(examined(finding, name="=cmd()", unit="=u()", rows=rows))
    book = Book(data)
    ours = ("SUM(", "IF(", "'1 =cmd()'!", "ROUND(", "COUNTIFS(", "I")
    assert all(text.startswith(ours) for text in book.formulas.values())
    printed = {value for value in book.cells.values() if isinstance(value, str)}
    assert {*hostile, "=m()", "=cmd()"} <= printed
    links = re.findall(r"<hyperlink [^>]*>", "".join(_part(data, f"xl/worksheets/sheet{n}.xml") for n in (1, 2, 3)))
    assert links
    assert all(" location=" in link and "r:id" not in link for link in links)


def _part(data, name):
    return ZipFile(BytesIO(data)).read(name).decode()


@pytest.mark.parametrize(
    "name",
    ["a" * 60, "[x]:*?/\\'y'", "", "汇总", "𠀀" * 40, "同名", "'", " ", "\x00\x1f", None],
)
def test_any_project_name_gives_a_sheet_that_a_workbook_may_hold(name):
    book = Book(book_of(examined(name=name), examined(name=name)))
    sheets = book.names[2:]
    assert len({one.casefold() for one in book.names}) == 4
    assert all(0 < len(one.encode("utf-16-le")) // 2 <= 31 and not set(one) & set("[]:*?/\\'") for one in sheets)
    assert book.formulas["汇总", "F5"] == f"'{sheets[1]}'!$K$7"


def test_many_forms_stand_below_each_other_on_one_sheet():
    book = Book(book_of(*(examined(name=f"项目{n}") for n in range(MANY + 1))))
    assert book.names == ["汇总", "问题清单", "底稿"]
    totals = [book.formulas["汇总", f"F{n}"] for n in range(4, 4 + MANY + 1)]
    assert len(set(totals)) == MANY + 1
    for formula in totals:
        at = formula.rpartition("!")[2].replace("$", "")
        assert "SUM(" in book.formulas["底稿", at]
        assert book.cells["底稿", at] == 100


def test_the_list_has_every_finding_with_basis_and_a_link_to_its_row():
    finding = Finding(
        "文件.docx", "SC02", Severity.ERROR, Outcome.FAIL, "得分多了", "indicators[0]", "indicators[0].score",
        basis=("cz-2020-10",), label="设备运维数量",
    )  # fmt: skip
    book = Book(book_of(examined(finding)))
    row = book.row("问题清单", 2)
    assert [row[col] for col in "ABCDFG"] == [
        1, "必须改", "得分", "示例项目：设备运维数量", catalogue()["SC02"].title, "得分多了",
    ]  # fmt: skip
    assert "财预〔2020〕10号" in row["I"]
    assert row["P"] == finding.fingerprint
    assert "见问题清单第 1 项" in book.cells["1 示例项目", "M6"]
    assert book.cells["汇总", "K4"] == 1


@pytest.fixture(scope="module")
def founding():
    document = api.read(PUBLISHED / "report.docx")
    return api.review([document], api.Ground(profiles=("review-14",)))


def test_the_founding_case_has_its_known_totals(founding):
    book = Book(workbook(founding))
    sheet = book.names[2]
    assert [book.cells[sheet, at] for at in ("G19", "I19", "I20", "K19", "K21")] == [100, 97, 96, 87, "良"]
    assert len([at for name, at in book.cells if name == "问题清单" and at.startswith("A")]) - 1 == len(
        founding.examined[0].findings
    )


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_recalculated_by_libreoffice_the_values_are_ours(founding, tmp_path):
    data = workbook(replace(founding, examined=[*founding.examined, *bare_and_half()]))
    path = tmp_path / "稿.xlsx"
    path.write_bytes(_without_values(data))
    target = tmp_path / "out"
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(target), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    ours, theirs = Book(data), Book((target / "稿.xlsx").read_bytes())
    assert len(ours.formulas) > 50
    for at in ours.formulas:
        mine, other = ours.cells[at] or "", theirs.cells[at] or ""
        if isinstance(mine, Decimal) and isinstance(other, Decimal):
            assert abs(mine - other) < Decimal("0.000001"), at
        else:
            assert str(mine) == str(other), at
    assert is_paper(target / "稿.xlsx")


def _without_values(data):
    """The workbook with no value beside any formula, so that whoever opens it has to compute."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", part)
            new.writestr(name, part)
    return made.getvalue()


def test_papers_are_left_out_when_their_folder_is_checked(founding, tmp_path):
    api.write_workbook(founding, tmp_path / "底稿.xlsx")
    api.write_opinions(founding, tmp_path)
    assert len(list(tmp_path.iterdir())) == 2
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04nothing")
    assert [one.name for one in api.files_in([tmp_path])] == ["坏.xlsx"]


def test_each_unit_gets_an_opinion_that_says_what_was_found(tmp_path):
    fault = Finding("文件.docx", "SC02", Severity.ERROR, Outcome.FAIL, "得分多了", "indicators[0]", "")
    ones = [examined(fault, unit="甲局"), examined(unit="乙/局"), examined(unit=None), examined(unit="甲局", name="二")]
    made = opinions(Review(ones, catalogue()))
    assert list(made) == ["复核意见（甲局）.docx", "复核意见（乙局）.docx", "复核意见（没有读到单位）.docx"]
    path = tmp_path / "a.docx"
    path.write_bytes(made["复核意见（甲局）.docx"])
    text = "\n".join(one.text for one in read_layout(path).paragraphs)
    assert "甲局：" in text
    assert "2 份项目支出绩效自评材料" in text
    assert "必须修改的问题" in text
    assert f"{catalogue()['SC02'].title}（SC02）。得分多了。" in text
    assert f"建议：{catalogue()['SC02'].remedy}" in text
    assert "〔复核单位待填〕" in text
    path.write_bytes(made["复核意见（乙局）.docx"])
    assert "必须修改的问题" not in "\n".join(one.text for one in read_layout(path).paragraphs)


def test_the_same_review_is_the_same_bytes(founding):
    assert workbook(founding) == workbook(founding)
    assert opinions(founding) == opinions(founding)


def test_the_command_writes_the_book_and_the_opinions(run, published, tmp_path):
    code, out, _ = run("check", published / "report.docx", "--format", "xlsx", "--out", tmp_path / "a" / "b.xlsx")
    assert code == 1
    assert "b.xlsx" in out.replace("\n", "")
    assert is_paper(tmp_path / "a" / "b.xlsx")
    run("check", published, "--format", "docx", "--out", tmp_path / "意见")
    assert [one.name for one in (tmp_path / "意见").iterdir()] == ["复核意见（天津市津南区大数据管理中心）.docx"]


def bare_and_half():
    columns = ("level1", "level2", "level3", "target", "actual")
    rows = (an_indicator(weight=None, score=None), an_indicator(weight=None, score=None))
    bare = examined(rows=rows, columns=columns, funds={"weight": "", "score": ""})
    return bare, examined(rows=(an_indicator(weight=90, score=80, actual="尚可"),), total=90)


def test_what_is_open_or_absent_is_not_nothing():
    """A form without scores has no total; a review with open rows has no difference; an absent column says so."""
    book = Book(book_of(*bare_and_half()))
    assert {book.cells["1 示例项目", f"{col}6"] for col in "GI"} == {"无此列"}
    assert not book.cells["汇总", "E4"]
    assert book.cells["汇总", "G4"] == "待定"
    assert (book.cells["汇总", "E5"], book.cells["汇总", "F5"], book.cells["汇总", "G5"]) == (90, 10, "待定")
    assert book.cells["2 示例项目", "M7"] == "还有 1 行待填复核得分"


def test_a_damaged_package_is_no_paper(tmp_path):
    path = tmp_path / "甲.docx"
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr(PART, "x" * 500)
    data = bytearray(stream.getvalue())
    start = data.index(PART.encode()) + len(PART)
    data[start : start + 4] = b"\xff" * 4
    path.write_bytes(data)
    assert not is_paper(path)
