import re
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path

import pytest
from lxml import html

from jixiao import api
from jixiao.checks.base import catalogue
from jixiao.checks.examined import Examined, Reference, Review
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.law.load import acts, mark, on
from jixiao.law.snapshot import Evidence
from jixiao.model.evaluation import Project
from jixiao.model.finding import Finding, Outcome, Severity
from jixiao.model.layout import Cell, Layout, Paragraph, Table
from jixiao.model.place import Place, Source
from jixiao.scoring.totals import score
from jixiao.writers.findings_html import render

PUBLISHED = Path(__file__).resolve().parents[2] / "examples/jinnan-2020/published"
DAY = date(2021, 3, 31)
HOSTILE = "<script>alert('1')</script>\"><img src=x onerror=alert(1)>"


def a_finding(code="SC01", message="说明", severity=Severity.ERROR, outcome=Outcome.FAIL, **more):
    return Finding("文件.docx", code, severity, outcome, message, "", "", **more)


def a_form(*findings, evaluation=None, blocks=(), law=None, references=(), notes=()):
    evaluation = evaluation or an_evaluation(an_indicator(weight=90, score=87), total=96)
    law = law or on(DAY)
    layout = Layout("文件.docx", "docx", tuple(blocks), tuple(notes))
    return Examined(layout, evaluation, law, score(evaluation, law), findings, references)


def a_table(*texts):
    cells = (Cell(text, 0, col, 1, 1, Place(table=1, row=1, col=col + 1), (text,)) for col, text in enumerate(texts))
    return Table(1, 1, len(texts), tuple(cells))


def page_of(*examined):
    return html.document_fromstring(render(Review(examined, catalogue())))


def text_of(element):
    return " ".join(element.text_content().split())


def rows_of(table):
    return [[text_of(cell) for cell in row.xpath("th | td")] for row in table.xpath(".//tr")]


def one(page, path):
    (found,) = page.xpath(path)
    return found


@pytest.fixture(scope="module", params=["report.docx", "report.txt"])
def founding(request):
    ground = api.Ground(region="12", profiles=("review-14",))
    (examined,) = api.examine([api.read(PUBLISHED / request.param)], ground)
    return examined, page_of(examined)


def failed(examined):
    return [finding for severity in Severity for finding in examined.failed(severity)]


def test_the_page_lists_every_finding_gravest_first(founding):
    examined, page = founding
    listed = page.xpath("//section[@class='findings']//li")
    assert len(listed) > 20
    for number, (item, finding) in enumerate(zip(listed, failed(examined), strict=True), 1):
        assert item.get("id") == f"finding-{number}"
        assert one(item, "span[@class='message']").text == finding.message
        assert text_of(one(item, "span[@class='place']")) == (str(finding.place) if finding.place else "整份文件")
        code = one(item, "ancestor::div[@class='check']/h3/a")
        assert (code.text, code.get("href")) == (finding.code, f"#check-{finding.code}")


def test_every_link_leads_to_one_place_on_the_page(founding):
    _, page = founding
    ids = Counter(page.xpath("//@id"))
    links = page.xpath("//a/@href")
    assert max(ids.values()) == 1
    assert {link for link in links if not link.startswith("#") or link[1:] not in ids} == set()


def test_nothing_is_fetched(founding):
    _, page = founding
    assert page.xpath("//@src | //link | //iframe | //object | //base") == []
    assert page.xpath("//@*[contains(., '://')]") == []
    assert not re.search(r"url\(|@import|://", one(page, "//style").text)
    assert any("default-src 'none'" in content for content in page.xpath("//meta/@content"))


def test_a_findings_place_links_to_the_cell_or_paragraph_that_carries_its_number(founding):
    examined, page = founding
    for number, finding in enumerate(failed(examined), 1):
        if finding.place is None:
            continue
        target = one(page, f"//li[@id='finding-{number}']/span[@class='place']/a/@href")
        badges = page.get_element_by_id(target[1:]).xpath(".//a[starts-with(@class, 'badge')]")
        assert (str(number), f"#finding-{number}") in {(badge.text, badge.get("href")) for badge in badges}


def test_marks_stand_on_the_words_of_the_finding(founding):
    examined, page = founding
    lines = {paragraph.line: paragraph.text for paragraph in examined.layout.paragraphs}
    places = [finding.place or Place() for finding in failed(examined)]
    alone = Counter(place.line for place in places if place.table is None)
    exact = [
        (number, place)
        for number, place in enumerate(places, 1)
        if place.table is None and place.start is not None and alone[place.line] == 1
    ]
    assert len(exact) > 3
    for number, place in exact:
        before = one(page, f"//p//a[@href='#finding-{number}']/preceding-sibling::mark[1]")
        assert before.text == lines[place.line][place.start : place.end]


def test_tables_are_drawn_with_the_spans_of_the_document(founding):
    examined, page = founding
    drawn = page.xpath("//div[@class='sheet']/table")
    tables = list(examined.layout.tables)
    assert len(drawn) == len(tables) > 1
    for sheet, table in zip(drawn, tables, strict=True):
        for number, row in enumerate(sheet.xpath(".//tr")):
            own = [cell for cell in table.cells if cell.row == number]
            shown = [(int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))) for cell in row.xpath("td")]
            printed = [(cell.rowspan, cell.colspan) for cell in own]
            if table.ragged:
                printed[-1] = (1, table.cols - own[-1].col)
            assert shown == printed


def test_the_document_is_shown_whole(founding):
    examined, page = founding
    original = one(page, "//section[@class='original']")
    for badge in original.xpath(".//a[starts-with(@class, 'badge')]"):
        badge.drop_tree()
    shown = "".join(original.text_content().split())
    at = 0
    for block in examined.layout.blocks:
        texts = [block.text] if isinstance(block, Paragraph) else ["".join(cell.lines) for cell in block.cells]
        for text in texts:
            at = shown.index("".join(text.split()), at)


def test_the_head_shows_what_was_printed_and_what_was_computed(founding):
    _, page = founding
    printed, added, computed, reference = rows_of(one(page, "//table[@class='totals']"))
    assert printed == ["印出的总分", "96", "没有写等级"]
    assert added == ["各行印出的得分相加", "97", "与印出的总分不一致"]
    assert computed == ["重算", "87", "已得 87 分，另 10 分无法判断；按国家等次划分：良至优"]
    assert reference[0] == "参考"
    assert reference[1].startswith("87 分（按国家等次划分：良） 参考口径（外地复核做法，非天津规定）")
    assert "按2021-03-31在天津有效的规定" in text_of(one(page, "//dl[@class='facts']"))


def test_every_row_is_shown_with_its_points_their_origin_and_why(founding):
    examined, page = founding
    rows = page.xpath("//section[@class='scores']//tbody/tr")
    words = {"computed": "计算", "judged": "评分人判断", "blank": "无法判断"}
    for shown, row in zip(rows, examined.scorecard.rows, strict=True):
        label, _, printed, points, origin, why = (text_of(cell) for cell in shown.xpath("td"))
        assert (label, why) == (row.label, row.points.why)
        assert (origin, Decimal(printed)) == (words[row.points.origin.value], row.printed)
        assert points == "—" if row.points.points is None else Decimal(points) == row.points.points


def test_checks_on_the_page_are_explained_and_no_others(founding):
    examined, page = founding
    explained = page.xpath("//section[@id='checks']/article")
    assert [article.get("id") for article in explained] == sorted({f"check-{one.code}" for one in examined.findings})
    for article in explained:
        check = catalogue()[article.get("id").removeprefix("check-")]
        told = text_of(article)
        for text in (check.title, check.why, check.remedy, check.exclusions, *check.fires, *check.silent):
            assert " ".join(text.split()) in told


def test_what_a_document_says_is_never_markup():
    evaluation = an_evaluation(an_indicator(level3=HOSTILE, actual=HOSTILE, score=5), grade=HOSTILE)
    evaluation = replace(evaluation, project=Project(HOSTILE, HOSTILE, HOSTILE, 2020))
    findings = [
        a_finding(message=HOSTILE, place=Place(table=1, row=1, col=1), label=HOSTILE),
        a_finding(message=HOSTILE, place=Place(line=1, start=0, end=8)),
        a_finding(message=HOSTILE, outcome=Outcome.UNDECIDED, missing=(HOSTILE,), label=HOSTILE),
    ]
    blocks = (Paragraph(HOSTILE, 1), a_table(HOSTILE))
    page = page_of(a_form(*findings, evaluation=evaluation, blocks=blocks, notes=[HOSTILE]))
    assert len(page.xpath("//script")) == 1
    assert page.xpath("//img | //@onerror") == []
    assert one(page, "//td[@class='error']").get("title") == HOSTILE
    assert one(page, "//h1").text == HOSTILE
    assert [item.text for item in page.xpath("//span[@class='message']")] == [HOSTILE, HOSTILE]


def test_characters_that_no_page_may_hold_are_replaced():
    blocks = (Paragraph("总\x00分\x1b[31m\ud800\x85\u202e九十六", 1),)
    written = render(Review([a_form(blocks=blocks)], catalogue()))
    assert written.encode()
    assert "总\ufffd分\ufffd[31m\ufffd\ufffd\ufffd九十六" in written


def test_a_place_that_the_document_does_not_show_is_no_link():
    page = page_of(a_form(a_finding(place=Place(table=9, row=1, col=1))))
    place = one(page, "//li[@id='finding-1']/span[@class='place']")
    assert (text_of(place), place.xpath("a")) == ("表9第1行第1列", [])


def test_open_questions_stand_under_what_is_missing():
    missing = ("indicators[0].score", "indicators[3].score", "indicators[0].target")
    page = page_of(
        a_form(
            a_finding("SC03", "甲", outcome=Outcome.UNDECIDED, missing=missing, label="机房运维数量"),
            a_finding("SC05", "乙", outcome=Outcome.UNDECIDED, missing=missing[:1]),
            a_finding("FM01", "丙", outcome=Outcome.UNDECIDED),
        )
    )
    groups = page.xpath("//section[@class='unknown']/details")
    assert [text_of(group) for group in groups] == [
        "缺“得分”2 条 SC03甲机房运维数量 SC05乙",
        "缺“指标值”1 条 SC03甲机房运维数量",
        "缺“没有写明的内容”1 条 FM01丙",
    ]
    assert text_of(one(page, "//section[@class='unknown']/h2")) == "无法判断3 条"


def test_after_ten_findings_of_one_check_the_others_are_folded():
    page = page_of(a_form(*(a_finding(message=str(number)) for number in range(12))))
    section = one(page, "//section[@id='error-1']")
    assert section.xpath("div/ol/li/span[@class='message']/text()") == [str(number) for number in range(10)]
    assert one(section, ".//summary").text == "其余 2 条"
    assert section.xpath("div/details/ol/li/span[@class='message']/text()") == ["10", "11"]


def test_answers_that_are_no_trouble_are_not_listed():
    quiet = [a_finding("SC02", outcome=outcome) for outcome in (Outcome.PASS, Outcome.NOT_APPLICABLE)]
    page = page_of(a_form(*quiet))
    assert page.xpath("//li[starts-with(@id, 'finding-')] | //*[@id='check-SC02']") == []
    assert [text_of(heading) for heading in page.xpath("//h2")][:4] == [
        "必须改0 条",
        "建议核实0 条",
        "提示0 条",
        "无法判断0 条",
    ]


def test_a_reference_is_never_shown_without_its_mark():
    evaluation = an_evaluation(an_indicator(weight=90, score=87), total=96)
    law = on(DAY, "12", "review-14")
    reference = Reference(law, score(evaluation, law), mark("review-14", "12"))
    page = page_of(a_form(references=[reference]))
    shown = page.xpath("//tr[@class='reference'] | //section[@class='law'][h2[contains(., '十四条')]]/h2")
    assert len(shown) == 2
    assert all(reference.mark in text_of(element) for element in shown)


@pytest.mark.parametrize("act", ["jx-practice", "cz-2021-101", "procurement-law"])
def test_what_is_not_confirmed_says_so(act):
    checks = catalogue()
    check = replace(checks["SC01"], head=replace(checks["SC01"].head, basis=(act,)))
    page = html.document_fromstring(render(Review([a_form(a_finding())], {"SC01": check})))
    shown = one(page, "//p[@class='basis']//span[contains(@class, 'grade')]")
    assert acts()[act].evidence.words in shown.text
    if acts()[act].evidence in (Evidence.MEMORY, Evidence.PROPOSAL):
        assert "待核" in shown.text
    assert shown.get("class") == ("grade" if acts()[act].evidence.confirmed else "grade open")


def test_the_rules_in_force_are_listed_with_how_they_are_known():
    law = on(DAY, "12")
    page = page_of(a_form(law=law))
    rows = page.xpath("//section[@id='law-2021-03-31-12']//tbody/tr")
    assert len(rows) == len(law.entries) > 10
    for row, name in zip(rows, sorted(law.entries), strict=True):
        assert text_of(row).startswith(law.entries[name].title)
        assert law.entries[name].evidence.words in text_of(row.xpath("td")[-1])


def test_without_any_rule_in_force_the_page_says_so():
    page = page_of(a_form(law=on(date(1, 1, 1))))
    assert "没有有效的规定可依" in text_of(one(page, "//dl[@class='facts']"))
    assert page.xpath("//section[@class='law']") == []


@pytest.mark.parametrize(
    ("total", "shown", "compared"),
    [
        ("97", "97", "与印出的总分一致"),
        ("96.50", "96.50", "与印出的总分不一致"),
        ("", "空白", "没有总分可比"),
        (None, "没有读到", "没有总分可比"),
    ],
)
def test_the_printed_total_is_shown_as_it_stands(total, shown, compared):
    evaluation = an_evaluation(an_indicator(weight=90, score=87), total=total, grade="良")
    page = page_of(a_form(evaluation=evaluation))
    printed, added, _ = rows_of(one(page, "//table[@class='totals']"))
    assert printed == ["印出的总分", shown, "印出的等级：良"]
    assert added == ["各行印出的得分相加", "97", compared]


def test_a_row_whose_points_differ_stands_out_and_leads_to_its_cell():
    evaluation = an_evaluation(an_indicator(target="≥10台", actual="5台", weight=90, score=90))
    source = {"indicators[0].score": Source(Place(table=1, row=1, col=2), "90")}
    page = page_of(a_form(evaluation=replace(evaluation, sources=source), blocks=[a_table("数量", "90")]))
    row = one(page, "//tr[@class='differs']")
    assert [text_of(cell) for cell in row.xpath("td")][1:5] == ["90", "90", "45", "计算"]
    assert page.get_element_by_id(one(row, ".//a/@href")[1:]).text == "90"


def test_several_evaluations_have_a_list_and_one_count():
    first = a_form(a_finding(message="甲"), a_finding(message="乙"))
    second = a_form(a_finding(message="丙"))
    page = page_of(first, second)
    numbers = page.xpath("//li[starts-with(@id, 'finding-')]/span[@class='message']")
    assert [(item.getparent().get("id"), item.text) for item in numbers] == [
        ("finding-1", "甲"),
        ("finding-2", "乙"),
        ("finding-3", "丙"),
    ]
    assert page.xpath("//table[@class='contents']//a/@href") == ["#report-1", "#report-2"]
    assert len(page.xpath("//section[@class='original']")) == 2


def test_evaluations_of_one_file_share_its_document():
    form = a_form(a_finding(place=Place(line=1)), blocks=[Paragraph("正文", 1)])
    other = replace(form, findings=[a_finding(place=Place(line=1), severity=Severity.HINT)])
    page = page_of(form, other)
    original = one(page, "//section[@class='original']")
    assert original.xpath(".//a/text()") == ["1", "2"]
    assert one(original, ".//mark").get("class") == "error"


def test_a_page_about_nothing_is_still_a_page():
    assert text_of(one(page_of(), "//footer")).startswith(f"jixiao {version('jixiao')} 生成")


def test_the_page_does_not_change_from_one_writing_to_the_next():
    form = a_form(a_finding())
    assert render(Review([form], catalogue())) == render(Review([form], catalogue()))


def test_a_table_of_five_thousand_rows_is_drawn():
    cells = [
        Cell("格", row, col, 1, 1, Place(table=1, row=row + 1, col=col + 1)) for row in range(5000) for col in range(4)
    ]
    written = render(Review([a_form(blocks=[Table(1, 5000, 4, tuple(cells))])], catalogue()))
    assert written.count(">格</td>") == 20000
