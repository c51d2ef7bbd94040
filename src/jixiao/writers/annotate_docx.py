"""Comments in a returned Word document, each on the words or in the cell that it is about.

Only the text's own part, the comments and the lists of parts change; all other parts are copied byte for byte.
Source of the format: ECMA-376 part 1, §17.13.4 (comments).
"""

from collections.abc import Sequence
from typing import Final

from jixiao.model.errors import InputError
from jixiao.model.layout import Layout
from jixiao.model.place import Place
from jixiao.readers.anchors import Anchors
from jixiao.readers.docx import anchored
from jixiao.readers.package import Package
from jixiao.readers.wordml import Element, attribute, children
from jixiao.writers.docx_marks import Marks
from jixiao.writers.parts import Parts
from jixiao.writers.remark import AUTHOR, INITIALS, Remark
from jixiao.writers.word import PROLOGUE, WORD, clean

_DIGITS: Final = 9


def annotate_docx(data: bytes, layout: Layout, remarks: Sequence[Remark]) -> bytes:
    """The document with a comment for each remark.

    Raises:
        InputError: a part is not in UTF-8.
    """
    package = Package(data, layout.file)
    main, _ = package.main
    _, anchors, root = anchored(package, layout.file)
    parts = Parts(data, package, layout.file)
    marks = Marks(parts.open(main, root), root)
    first = _add_comments(parts, package, main, root, remarks)
    for number, remark in enumerate(remarks, first):
        _mark(marks, anchors, layout, remark, number)
    marks.finish()
    return parts.result()


def _mark(marks: Marks, anchors: Anchors, layout: Layout, remark: Remark, number: int) -> None:
    place = remark.place
    if place.table is not None:
        marks.whole(*_ends(anchors, place, layout.file), number)
        return
    stored = anchors.lines[place.line or 0]
    if place.start is None or place.end is None or not stored.is_in_body or _is_shared(layout, place.line):
        marks.whole(stored.host, stored.host, number)
    else:
        label = len(stored.label)
        marks.words(stored, place.start - label, place.end - label, number)


def _ends(anchors: Anchors, place: Place, file: str) -> tuple[Element, Element]:
    """The first and the last paragraph of a cell that print something; of a cell without any, the table's first.

    Raises:
        InputError: the table has none.
    """
    own = anchors.cells[place.table or 0, place.row or 0, place.col or 0]
    printing = [stored for stored in own if any(text.strip() for text, _ in stored.stretches)] or own[:1]
    if printing:
        return printing[0].host, printing[-1].host
    table = [stored.host for (at, _, _), cell in anchors.cells.items() if at == place.table for stored in cell]
    if not table:
        raise InputError(file, "表格的单元格不完整，不能在里面写批注", "请用 WPS 或 Word 打开后重新保存", str(place))
    return table[0], table[0]


def _is_shared(layout: Layout, line: int | None) -> bool:
    """Whether a paragraph has line breaks, so that characters of one of its lines are not those of the paragraph."""
    return sum(paragraph.line == line for paragraph in layout.paragraphs) > 1


def _add_comments(parts: Parts, package: Package, main: str, root: Element, remarks: Sequence[Remark]) -> int:
    """Adds the texts of the comments; gives the number of the first."""
    uri = str(root.tag).partition("}")[0].removeprefix("{")
    name = package.related(main, "comments")
    if name is None or name not in package.names:
        made = parts.add(main.rpartition("/")[0], "comments", ".xml", f"{WORD}.comments+xml")
        parts.relate(main, "comments", made)
        entries = "".join(_comment(remark, number) for number, remark in enumerate(remarks))
        parts.fill(made, f'{PROLOGUE}<w:comments xmlns:w="{uri}">{entries}</w:comments>')
        return 0
    splice = parts.open(name)
    numbers = [attribute(one, "id") for one in children(splice.root, "comment")]
    first = max((int(one) for one in numbers if one.isdigit() and len(one) <= _DIGITS), default=-1) + 1
    declared = splice.root.nsmap.get("w") == uri
    for number, remark in enumerate(remarks, first):
        splice.append(splice.root, _comment(remark, number, "" if declared else f' xmlns:w="{uri}"').encode())
    return first


def _comment(remark: Remark, number: int, space: str = "") -> str:
    heading, *rest = remark.lines
    lines = _line(heading, "<w:rPr><w:b/></w:rPr>") + "".join(_line(line, "") for line in rest)
    return f'<w:comment{space} w:id="{number}" w:author="{AUTHOR}" w:initials="{INITIALS}">{lines}</w:comment>'


def _line(text: str, properties: str) -> str:
    return f'<w:p><w:r>{properties}<w:t xml:space="preserve">{clean(text)}</w:t></w:r></w:p>'
