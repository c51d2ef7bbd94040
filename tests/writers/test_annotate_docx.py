from html import escape

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from jixiao.model.errors import InputError
from jixiao.model.place import Place
from jixiao.readers import read_bytes
from jixiao.writers.annotate_docx import annotate_docx
from jixiao.writers.remark import Remark
from readers.words import NAMESPACES, p, package, tbl, tc, tr, word_parts
from writers.returned_words import W, cells, comments, parts, ranges
from writers.test_zipped import raw

LINES = ("必须改 SC01 不等", "事实：<96> & 97")
WORDS = some.text("绩效 评价<&\t\n年9𠀀", max_size=6)
WRAPPERS = (
    "{}",
    "<w:hyperlink>{}</w:hyperlink>",
    "<w:ins w:id='7'>{}</w:ins>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
)


def annotated(body, *places, **more):
    data = package(word_parts(body, **more))
    layout = read_bytes(data, "表.docx")
    return data, layout, annotate_docx(data, layout, [Remark(place, LINES) for place in places])


def run(text, *, rich):
    signs = {"\t": "</w:t><w:tab/><w:t>", "\n": "</w:t><w:br/><w:t>"}
    inner = "".join(signs.get(sign, escape(sign)) for sign in text)
    return f"<w:r w:rsidR='00AB'>{'<w:rPr><w:b/></w:rPr>' if rich else ''}<w:t xml:space='preserve'>{inner}</w:t></w:r>"


@given(
    some.lists(some.tuples(WORDS, some.booleans(), some.sampled_from(WRAPPERS)), min_size=1, max_size=5), some.data()
)
def test_a_comment_is_on_exactly_the_words_that_are_reported(runs, pick):
    body = "<w:p>" + "".join(wrapper.format(run(text, rich=rich)) for text, rich, wrapper in runs) + "</w:p>"
    text = "".join(text for text, *_ in runs)
    assume(text.strip() and "\n" not in text)
    spans = pick.draw(
        some.lists(
            some.tuples(*[some.integers(0, len(text))] * 2).map(sorted).filter(lambda s: s[0] < s[1]), max_size=4
        )
    )
    data, layout, result = annotated(p("头") + body, *(Place(line=2, start=start, end=end) for start, end in spans))
    assert ranges(result) == {str(at): text[start:end] for at, (start, end) in enumerate(spans)}
    assert read_bytes(result, "表.docx") == layout
    assert all(raw(result)[name] == one for name, one in raw(data).items() if name in UNTOUCHED)


UNTOUCHED = ("word/numbering.xml", "word/styles.xml", "_rels/.rels")


@given(some.lists(some.lists(some.integers(1, 3), min_size=1, max_size=4), min_size=1, max_size=4), some.data())
def test_a_comment_is_in_exactly_the_cell_that_is_reported(rows, pick):
    texts = some.sampled_from(("", "3", "优 良", "96"))
    body = tbl(*(tr(*(tc(pick.draw(texts), f'<w:gridSpan w:val="{width}"/>') for width in row)) for row in rows))
    body = body.replace(
        "<w:p><w:pPr></w:pPr><w:r><w:t></w:t></w:r></w:p>", pick.draw(some.sampled_from(("<w:p/>", "<w:p></w:p>")))
    )
    nested = tbl(tr(tc("外"), tc(body + p(""))))
    layout = read_bytes(package(word_parts(p("表") + nested)), "表.docx")
    places = [cell.place for table in layout.tables for cell in table.cells]
    chosen = pick.draw(some.lists(some.sampled_from(places), max_size=5))
    _, layout, result = annotated(p("表") + nested, *chosen)
    assert cells(result) == {str(at): (one.table, one.row, one.col) for at, one in enumerate(chosen)}
    assert read_bytes(result, "表.docx") == layout


def test_a_merged_cell_and_all_its_paragraphs_are_marked():
    merged = tr(tc(p("产出") + p("指标"), '<w:vMerge w:val="restart"/>'), tc("3")) + tr(tc("", "<w:vMerge/>"), tc("4"))
    _, _, result = annotated(tbl(merged), Place(table=1, row=1, col=1), Place(table=1, row=2, col=2))
    assert ranges(result) == {"0": "产出指标", "1": "4"}


def test_the_comment_says_what_is_wrong_in_lines():
    _, _, result = annotated(p("总分96"), Place(line=1, start=2, end=4))
    assert comments(result) == {"0": list(LINES)}
    assert b'w:author="jixiao"' in parts(result)["word/comments.xml"]


def test_comments_and_tracked_changes_that_are_there_stay():
    body = (
        '<w:p><w:commentRangeStart w:id="4"/><w:r><w:t>总分</w:t></w:r><w:commentRangeEnd w:id="4"/>'
        '<w:r><w:commentReference w:id="4"/></w:r><w:del w:id="9"><w:r><w:delText>95</w:delText></w:r></w:del>'
        '<w:ins w:id="10"><w:r><w:t>96</w:t></w:r></w:ins></w:p>'
    )
    held = word_parts(body)
    held["word/comments.xml"] = f'<w:comments {NAMESPACES}><w:comment w:id="4">{p("谁算的？")}</w:comment></w:comments>'
    held["word/_rels/document.xml.rels"] = held["word/_rels/document.xml.rels"].replace(
        "</Relationships>", f'<Relationship Id="c" Type="{W[1:-1]}/comments" Target="comments.xml"/></Relationships>'
    )
    data = package(held)
    layout = read_bytes(data, "表.docx")
    result = annotate_docx(data, layout, [Remark(Place(line=1, start=2, end=4), LINES)])
    assert comments(result) == {"4": ["谁算的？"], "5": list(LINES)}
    assert ranges(result) == {"4": "总分", "5": "96"}
    assert b"<w:delText>95</w:delText>" in parts(result)["word/document.xml"]
    links = "word/_rels/document.xml.rels"
    assert parts(result)[links] == held[links].encode()


def test_what_stands_in_a_text_box_is_marked_where_the_box_hangs():
    box = f"<w:r><w:drawing><wps:txbx><w:txbxContent>{p('盒里的字')}</w:txbxContent></wps:txbx></w:drawing></w:r>"
    _, layout, result = annotated(f"<w:p><w:r><w:t>正文</w:t></w:r>{box}</w:p>", Place(line=2, start=0, end=2))
    assert [one.text for one in layout.paragraphs] == ["正文", "盒里的字"]
    assert ranges(result)["0"].startswith("正文")
    assert b"txbxContent><w:p><w:pPr></w:pPr><w:r>" in parts(result)["word/document.xml"]


def test_an_automatic_number_is_not_counted_as_a_character():
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/><w:suff w:val="nothing"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p("绩效绩效指标", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    _, layout, result = annotated(body, Place(line=1, start=2, end=6), numbering=numbering)
    assert [one.text for one in layout.paragraphs] == ["一、绩效绩效指标"]
    assert ranges(result) == {"0": "绩效绩效"}


def test_a_part_in_another_encoding_is_refused_with_a_remedy():
    held = word_parts(p("总分"))
    held["word/document.xml"] = f'<?xml version="1.0" encoding="UTF-16"?>{held["word/document.xml"]}'.encode("utf-16")
    data = package(held)
    layout = read_bytes(data, "表.docx")
    with pytest.raises(InputError, match="编码少见"):
        annotate_docx(data, layout, [Remark(Place(line=1), LINES)])


def test_a_space_before_a_cut_is_kept():
    _, _, result = annotated("<w:p><w:r><w:t>总分 96</w:t></w:r></w:p>", Place(line=1, start=3, end=5))
    assert '<w:t xml:space="preserve">总分 </w:t>'.encode() in parts(result)["word/document.xml"]
