import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jixiao.readers.docx import read_docx
from jixiao.readers.numbering import Numbering
from jixiao.readers.package import Package
from readers.words import p, package, word_parts


def printed(body, **parts):
    layout = read_docx(Package(package(word_parts(body, **parts)), "报告.docx"), "报告.docx")
    return [paragraph.text for paragraph in layout.paragraphs]


def level(at, counting, shape, more=""):
    counts = f'<w:start w:val="1"/><w:numFmt w:val="{counting}"/>{more}<w:lvlText w:val="{shape}"/>'
    return f'<w:lvl w:ilvl="{at}">{counts}</w:lvl>'


def listing(*levels, number=1, outline=1, more=""):
    return (
        f'<w:abstractNum w:abstractNumId="{outline}">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{outline}"/>{more}</w:num>'
    )


def numbered(text, at=0, number=1):
    return p(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


NOTHING = '<w:suff w:val="nothing"/>'
OUTLINE = listing(
    level(0, "chineseCounting", "%1、", NOTHING),
    level(1, "japaneseCounting", "（%2）", NOTHING),
    level(2, "decimal", "%3."),
    level(3, "decimal", "%3.%4"),
)


def test_numbers_are_printed_as_word_prints_them():
    body = (
        numbered("基本情况") + numbered("概况", 1) + numbered("目标", 1) + numbered("总目标", 2) + numbered("其中", 3)
        + p("正文") + numbered("评价") + numbered("对象", 1)
    )  # fmt: skip
    assert printed(body, numbering=OUTLINE) == [
        "一、基本情况", "（一）概况", "（二）目标", "1. 总目标", "1.1 其中", "正文", "二、评价", "（一）对象",
    ]  # fmt: skip


def test_a_number_without_text_is_printed_and_counts():
    assert printed(numbered("甲") + numbered("") + numbered("乙"), numbering=OUTLINE) == ["一、甲", "二、", "三、乙"]


def test_lists_of_one_outline_count_on_unless_one_restarts():
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    more = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    more += f'<w:num w:numId="3"><w:abstractNumId w:val="1"/>{restart}</w:num>'
    body = numbered("甲") + numbered("乙", number=2) + numbered("丙", number=3)
    assert printed(body, numbering=OUTLINE + more) == ["一、甲", "二、乙", "五、丙"]


def test_a_style_numbers_its_paragraphs_and_those_based_on_it():
    styles = (
        '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:styleId="c"><w:basedOn w:val="c"/></w:style>'
    )
    numbering = listing(level(0, "decimal", "%1、"), level(1, "decimal", "(%2)", '<w:pStyle w:val="b"/>'))
    body = "".join(p(style, f'<w:pStyle w:val="{style}"/>') for style in "abcb")
    assert printed(body, numbering=numbering, styles=styles) == ["1、 a", "(1) b", "c", "(2) b"]


@pytest.mark.parametrize("counting", ["bullet", "none", "hebrew1"])
def test_bullets_and_unknown_counting_print_nothing(counting):
    assert printed(numbered("甲"), numbering=listing(level(0, counting, "%1、"))) == ["甲"]


@pytest.mark.parametrize("number", [0, 9])
def test_no_list_prints_no_number(number):
    assert printed(numbered("甲", number=number), numbering=OUTLINE) == ["甲"]


@pytest.mark.parametrize(
    ("counting", "at_9", "at_10", "at_21"),
    [
        ("chineseCountingThousand", "九", "十", "二十一"),
        ("decimalFullWidth", "９", "１０", "２１"),
        ("decimalEnclosedCircle", "⑨", "⑩", ""),
        ("upperLetter", "I", "J", "U"),
        ("lowerRoman", "ix", "x", "xxi"),
    ],
)
def test_counting_systems(counting, at_9, at_10, at_21):
    numbering = listing(level(0, counting, "%1", NOTHING))
    lines = printed(numbered("，") * 21, numbering=numbering)
    assert [lines[count - 1] for count in (9, 10, 21)] == [f"{at_9}，", f"{at_10}，", f"{at_21}，"]


WORDS = st.sampled_from(["numId", "ilvl", "abstractNumId", "start", "numFmt", "lvlText", "lvl", "num", "abstractNum"])
ELEMENTS = st.recursive(
    st.tuples(WORDS, st.sampled_from(["", "1", "-1", "99999999999999999999", "%9%1"]), st.just(())),
    lambda inner: st.tuples(WORDS, st.just("1"), st.lists(inner, max_size=3)),
    max_leaves=8,
)


def element(tree):
    name, value, inner = tree
    made = etree.Element(name, val=value, numId=value, abstractNumId=value, ilvl=value)
    made.extend(map(element, inner))
    return made


@given(ELEMENTS)
def test_no_numbering_part_is_too_strange(tree):
    root = etree.Element("numbering")
    root.append(element(tree))
    paragraph = etree.fromstring(
        '<p><pPr><numPr><numId val="1"/><ilvl val="0"/></numPr></pPr></p>', etree.XMLParser(no_network=True)
    )
    assert isinstance(Numbering(root, lambda: root).label(paragraph), str)
