"""What a returned Word document holds, worked out without the code that wrote it."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def comments(data):
    """Id → the lines of each comment."""
    root = etree.fromstring(parts(data)["word/comments.xml"])
    return {one.get(W + "id"): ["".join(p.itertext()) for p in one.iter(W + "p")] for one in root}


def ranges(data):
    """Id → the text between the marks of each comment, breaks as line feeds."""
    body = etree.fromstring(parts(data)["word/document.xml"])
    found, unfinished = {}, {}
    for element in body.iter():
        key = element.get(W + "id")
        if element.tag == W + "commentRangeStart":
            unfinished[key] = []
        elif element.tag == W + "commentRangeEnd":
            found[key] = "".join(unfinished.pop(key))
        text = {W + "t": element.text or "", W + "tab": "\t", W + "br": "\n"}.get(element.tag, "")
        for open_one in unfinished.values():
            open_one.append(text)
    assert not unfinished
    return found


def cells(data):
    """Id → (table, row, column) in which a comment begins, counted by the tags alone.

    Cells and rows may stand in content controls; a row may begin further to the right.
    """
    body = etree.fromstring(parts(data)["word/document.xml"])
    tables = {table: at for at, table in enumerate(body.iter(W + "tbl"), 1)}
    found = {}
    for mark in body.iter(W + "commentRangeStart"):
        tc = next(mark.iterancestors(W + "tc"), None)
        if tc is not None:
            row, table = (next(tc.iterancestors(W + name)) for name in ("tr", "tbl"))
            rows = [one for one in table.iter(W + "tr") if next(one.iterancestors(W + "tbl")) is table]
            own = [one for one in row.iter(W + "tc") if next(one.iterancestors(W + "tr")) is row]
            widths = [one.find(f"{W}tcPr/{W}gridSpan") for one in own[: own.index(tc)]]
            widths += [one for one in [row.find(f"{W}trPr/{W}gridBefore")] if one is not None]
            col = 1 + sum(1 if width is None else int(width.get(W + "val")) for width in widths)
            found[mark.get(W + "id")] = (tables[table], rows.index(row) + 1, col)
    return found


def boxed(data):
    """The numbers of the tables in text boxes: Word takes no comment in them, it stands at the paragraph of the box."""
    body = etree.fromstring(parts(data)["word/document.xml"])
    tables = enumerate(body.iter(W + "tbl"), 1)
    return {at for at, table in tables if next(table.iterancestors(W + "txbxContent"), None) is not None}
