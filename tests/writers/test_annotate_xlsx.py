import re

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import etree

from jixiao.model.errors import InputError
from jixiao.readers import read_bytes
from jixiao.writers.annotate_xlsx import annotate_xlsx
from jixiao.writers.remark import Remark
from readers.books import OFFICE, book_parts, c, row, sheet
from readers.words import package
from writers.returned_words import parts
from writers.test_zipped import raw

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINES = ("必须改 SC01 不等", "事实：<96> & 97")
TEXT = "必须改 SC01 不等\n事实：<96> & 97"
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"


def annotated(held, *addresses):
    data = package(held)
    layout = read_bytes(data, "表.xlsx")
    by_name = {cell.place.cell: cell.place for table in layout.tables for cell in table.cells}
    return data, layout, annotate_xlsx(data, layout, [Remark(by_name[one], LINES) for one in addresses])


def comments(data):
    """Sheet's part → cell → text of its comment; each has a note that is drawn at it."""
    held = parts(data)
    found = {}
    for name in held:
        rels = held.get(f"xl/worksheets/_rels/{name.rpartition('/')[2]}.rels")
        if not name.startswith("xl/worksheets/sheet") or rels is None:
            continue
        links = {one.get("Type").rpartition("/")[2]: one.get("Target") for one in etree.fromstring(rels)}
        if "comments" not in links:
            continue
        root = etree.fromstring(held[f"xl/{links['comments'].removeprefix('../')}"])
        found[name] = {one.get("ref"): "".join(one.itertext()) for one in root.iter("{*}comment")}
        drawn = etree.fromstring(held[f"xl/{links['vmlDrawing'].removeprefix('../')}"])
        places = [(int(x.find("{*}Row").text), int(x.find("{*}Column").text)) for x in drawn.iter("{*}ClientData")]
        assert sorted(places) == sorted(map(position, found[name]))
        shapes = [one.get("id") for one in drawn.iter("{*}shape")]
        assert len(shapes) == len(set(shapes))
    return found


def position(address):
    letters, digits = re.fullmatch("([A-Z]+)([0-9]+)", address).groups()
    col = 0
    for letter in letters:
        col = col * 26 + ord(letter) - 64
    return int(digits) - 1, col - 1


FORM = book_parts(
    sheet("说明", row(1, c("A1", "填表说明"))),
    sheet("自评!表", row(2, c("B2", "总分"), c("C2", 96)), row(3, c("B3", "合并"), c("D3", 1)), merged=["B3:C3"]),
)


@given(some.lists(some.sampled_from(["说明!A1", "自评!表!B2", "自评!表!C2", "自评!表!B3", "自评!表!D3"]), min_size=1))
def test_a_comment_is_on_exactly_the_cell_that_is_reported(addresses):
    data, layout, result = annotated(FORM, *addresses)
    expected = {}
    for one in addresses:
        name, _, cell = one.rpartition("!")
        own = expected.setdefault(f"xl/worksheets/sheet{['说明', '自评!表'].index(name)}.xml", {})
        own[cell] = f"{own[cell]}\n\n{TEXT}" if cell in own else TEXT
    assert comments(result) == expected
    assert read_bytes(result, "表.xlsx") == layout
    changed = {*expected, "[Content_Types].xml"}
    assert all(raw(result)[name] == one for name, one in raw(data).items() if name not in changed)


def test_the_drawing_stands_where_the_order_of_elements_asks_for_it():
    held = dict(FORM)
    body = held["xl/worksheets/sheet0.xml"].replace("</worksheet>", "<tableParts count='0'/><extLst/></worksheet>")
    held["xl/worksheets/sheet0.xml"] = body
    _, _, result = annotated(held, "说明!A1")
    names = [etree.QName(one).localname for one in etree.fromstring(parts(result)["xl/worksheets/sheet0.xml"])]
    assert names[-3:] == ["legacyDrawing", "tableParts", "extLst"]


@pytest.fixture
def commented():
    """A sheet with a comment, a thread and a button; all that a program had put there."""
    held = dict(FORM)
    links = "".join(
        f'<Relationship Id="r{at}" Type="{kind}" Target="../{target}"/>'
        for at, (kind, target) in enumerate(
            (
                (f"{OFFICE}/comments", "comments1.xml"),
                (f"{OFFICE}/vmlDrawing", "drawings/vmlDrawing1.vml"),
                ("http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "threads/t1.xml"),
            )
        )
    )
    wrap = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    held["xl/worksheets/_rels/sheet1.xml.rels"] = wrap.format(links)
    held["xl/worksheets/sheet1.xml"] = (
        held["xl/worksheets/sheet1.xml"]
        .replace("<worksheet>", f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">')
        .replace("</worksheet>", '<legacyDrawing r:id="r1"/></worksheet>')
    )
    held["xl/comments1.xml"] = (
        f'<comments xmlns="{MAIN}"><authors><author>张三</author><author>tc={{1}}</author></authors><commentList>'
        '<comment ref="B2" authorId="0"><text><t>请核</t></text></comment>'
        '<comment ref="C2" authorId="1"><text><t>[线程批注]</t></text></comment></commentList></comments>'
    )
    held["xl/drawings/vmlDrawing1.vml"] = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">'
        + "".join(
            f'<v:shape id="_x0000_s{at}"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>{col}</x:Column>'
            "</x:ClientData></v:shape>"
            for at, col in ((2049, 1), (2050, 2))
        )
        + "</xml>"
    )
    held["xl/threads/t1.xml"] = (
        f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="C2" personId="{{9}}" id="{{1}}"><text>对吗</text>'
        "</threadedComment></ThreadedComments>"
    )
    held["xl/persons/person.xml"] = (
        f'<personList xmlns="{THREADS}"><person displayName="李四" id="{{9}}"/></personList>'
    )
    held["xl/_rels/workbook.xml.rels"] = held["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="p" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" '
        'Target="persons/person.xml"/></Relationships>',
    )
    return held


def test_comments_that_are_there_are_prolonged_and_threads_are_answered(commented):
    _, _, result = annotated(commented, "自评!表!B2", "自评!表!C2", "自评!表!D3")
    assert comments(result)["xl/worksheets/sheet1.xml"] == {
        "B2": f"请核\n\n{TEXT}", "C2": f"[线程批注]\n\n{TEXT}", "D3": TEXT
    }  # fmt: skip
    thread = etree.fromstring(parts(result)["xl/threads/t1.xml"])
    assert [(one.get("ref"), one.get("parentId"), "".join(one.itertext())) for one in thread] == [
        ("C2", None, "对吗"), ("C2", "{1}", TEXT)
    ]  # fmt: skip
    persons = etree.fromstring(parts(result)["xl/persons/person.xml"])
    assert [one.get("displayName") for one in persons] == ["李四", "jixiao"]
    assert thread[1].get("personId") == persons[1].get("id")


def test_a_broken_drawing_is_refused_with_a_remedy(commented):
    commented["xl/drawings/vmlDrawing1.vml"] = "<xml"
    with pytest.raises(InputError, match="批注图形已损坏"):
        annotated(commented, "自评!表!D3")
