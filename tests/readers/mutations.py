"""Damaged files without end: seeds of every format, changed at random but reproducibly."""

from copy import deepcopy
from pathlib import Path
from random import Random

from lxml import etree

from jixiao.readers.package import Package
from readers.books import book_parts, c, row, sheet, styles
from readers.pages import pdf, table, text
from readers.words import W, p, package, relationships, tbl, tc, tr, word_parts

_XLS = Path(__file__).resolve().parents[1] / "cases" / "twins" / "documents" / "l05-training-lo-xls.xls"
_MARKS = [
    b"0",
    b"-1",
    b"99999999",
    b"2147483648",
    b"1e999",
    b"\x00",
    b"\xff\xff\xff\xff",
    b"<",
    b">",
    b"(",
    b"\n",
    b"%",
]
_RARE = (
    "del moveFrom cellDel vanish hidden tab br sym AlternateContent Choice txbxContent tbl tc p t rt pPrChange".split()
)
_PAGE = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
)


def _word():
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    levels = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    )
    levels += '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    merged = tr(tc("产出", '<w:vMerge w:val="restart"/>'), tc("数量", '<w:gridSpan w:val="2"/>'))
    rest = tr(tc("", "<w:vMerge/>"), tc("5"), tc(tbl(tr(tc("内")))), properties='<w:gridBefore w:val="0"/>')
    signs = '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:footnoteReference w:id="1"/></w:r></w:p>'
    notes = f'<w:footnotes xmlns:w="w"><w:footnote w:id="1">{p("注")}</w:footnote></w:footnotes>'
    links = relationships(numbering="numbering.xml", footnotes="footnotes.xml")
    parts = word_parts(p("情况", numbered) + tbl(merged, rest) + signs, numbering=levels)
    return parts | {"word/_rels/document.xml.rels": links, "word/footnotes.xml": notes}


def _book():
    cells = [c("A1", "项目名称"), c("B1", 0, t="s"), c("C1", 0.98, s=1), c("D1", 44196, s=2), c("E1", 1, t="b")]
    rows = [row(1, *cells), row(2, c("A2", 1.5, s=3), hidden=True), row(3, c("C3", "5"))]
    first = sheet("自评表", *rows, merged=["A1:A2", "B1:C2"])
    forms = styles("0.0%", 14, "[>=1]&quot;优&quot;#,##0.00;yyyy&quot;年&quot;m")
    return book_parts(first, sheet("底稿", hidden=True), strings="<si><t>道路</t></si>", styles=forms)


def _pages():
    rows = [["项目名称", "道路", None], ["产出", "数量", "5个"], [None, "质量", "98%"]]
    form = table(50, 200, [60, 80, 100], 20, rows, skip={("v", 0, 2), ("h", 2, 0)})
    return pdf(text(100, 750, "一、情况") + form, "q 1 0 0 1 0 0 cm 50 700 100 20 re S Q\n" + form)


_HTML = (
    "<html><meta charset=utf-8><body><h2>一、情况</h2><p style='color:red'>甲<br>乙</p><table><caption>表</caption><tr>"
    "<th rowspan=2>项目<th colspan='2'>道路<tr><td>1<td><table><tr><td>内</table></table><select><option selected>是"
).encode()

PARTS = {"docx": _word, "xlsx": _book}
SEEDS = {
    "pdf": _pages,
    "xls": _XLS.read_bytes,
    "html": _HTML.strip,
    "mht": (_PAGE + _HTML + b"\r\n--b--").strip,
    "csv": '项目名称,"道路,保洁",\n一级指标,目标,得分\n产出,"多\n行",5\n合计,,5\n'.encode,
    "md": "# 一、情况\n\n| 项目 | 分 |\n|:--|---:|\n| 甲<br>乙 | 5 |\n".encode,
}
READERS = (*PARTS, *SEEDS)


def damaged_files(reader, count, start=0):
    """`count` files for a reader of READERS; the same for the same start."""
    parts = {name: _bytes(part) for name, part in PARTS[reader]().items()} if reader in PARTS else None
    whole = package(parts) if parts else SEEDS[reader]()
    assert not parts or Package(whole, "seed").main
    for number in range(start, start + count):
        chance = Random(f"{reader} {number}")
        if parts and chance.random() < 0.8:
            name = chance.choice(sorted(parts))
            change = _rearranged if chance.random() < 0.5 else _damaged
            yield package(parts | {name: change(parts[name], chance)}, stored=True)
        else:
            yield _damaged(whole, chance)


def _rearranged(data, chance):
    """A part that is still well-formed: elements gone, moved, copied into others, renamed, with strange values."""
    root = etree.fromstring(data, etree.XMLParser(no_network=True))
    for _ in range(chance.choice([1, 2, 4, 12])):
        elements = list(root.iter())
        one, other = chance.choice(elements), chance.choice(elements)
        change = chance.randrange(5)
        if change == 0 and one is not root:
            one.getparent().remove(one)
        elif change == 1:
            other.append(deepcopy(one))
        elif change == 2 and one is not root and one not in other.iterancestors() and one is not other:
            other.insert(0, one)
        elif change == 3:
            one.tag = chance.choice([other.tag, *(f"{{{W}}}{name}" for name in _RARE)])
        elif one.attrib:
            one.attrib[chance.choice(one.keys())] = chance.choice(["", "0", "-1", "99999999", "continue", "1" * 40])
    return etree.tostring(root)


def _damaged(data, chance):
    for _ in range(chance.choice([1, 1, 2, 4, 12])):
        at = chance.randrange(len(data) + 1)
        other, length = chance.randrange(len(data) + 1), chance.choice([1, 2, 4, 16, 80])
        change = chance.randrange(7)
        if change == 0:
            data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        elif change == 1:
            data = data[:at] + data[at + length :]
        elif change == 2:
            data = data[:at] + data[other : other + length] + data[at:]
        elif change == 3:
            data = data[:at] + data[other : other + length] * chance.choice([2, 50, 2000]) + data[at:]
        elif change == 4:
            data = data[:at] + chance.choice(_MARKS) + data[at + chance.choice([0, 1, 4]) :]
        elif change == 5:
            data = data[:at] + data[other : other + length] + data[at + length :]
        else:
            data = data[: max(at, 1)] if chance.random() < 0.3 else data
    return data


def _bytes(part):
    return part.encode() if isinstance(part, str) else part
