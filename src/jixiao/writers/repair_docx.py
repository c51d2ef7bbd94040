"""Words changed in a Word document; runs, their properties and all other parts stay as they are."""

from collections.abc import Iterator, Sequence

from jixiao.checks.base import Edit
from jixiao.model.layout import Layout
from jixiao.readers.anchors import Anchors, Stored
from jixiao.readers.docx import anchored
from jixiao.readers.package import Package
from jixiao.readers.wordml import Element, attribute, name_of
from jixiao.writers.edits import Sign, change, find, refused
from jixiao.writers.parts import Parts


def repair_docx(data: bytes, layout: Layout, edits: Sequence[Edit]) -> bytes:
    """The document with these edits.

    Raises:
        InputError: one cannot be made: its words are not there once, or are not stored as text of the body.
    """
    package = Package(data, layout.file)
    main, _ = package.main
    _, anchors, root = anchored(package, layout.file)
    parts = Parts(data, package, layout.file)
    splice = parts.open(main, root)
    for edit in edits:
        signs = _signs(anchors, edit, layout.file)
        text = "".join(sign.text for sign in signs)
        start = find(text, edit, layout.file) if edit.place.start is None else edit.place.start
        if text[start : start + len(edit.old)] != edit.old:
            start = find(text, edit, layout.file)
        change(splice, signs, start, edit, layout.file)
    return parts.result()


def _signs(anchors: Anchors, edit: Edit, file: str) -> list[Sign]:
    """The printed characters of a line or cell; those of a number that Word prints are not stored."""
    place = edit.place
    if place.table is not None:
        paragraphs = anchors.cells[place.table, place.row or 0, place.col or 0]
    else:
        paragraphs = (anchors.lines[place.line or 0],)
    if not all(stored.is_in_body for stored in paragraphs):
        raise refused(edit, file, "这里是文本框或脚注，不能直接改")
    is_cell = place.table is not None
    return [sign for stored in paragraphs for sign in _printed(stored, without_breaks=is_cell)]


def _printed(stored: Stored, *, without_breaks: bool) -> Iterator[Sign]:
    yield from (Sign(sign, None, 0) for sign in stored.label)
    fields = _in_fields(stored.host)
    for text, element in stored.stretches:
        own = element if name_of(element) == "t" and element not in fields else None
        for at, sign in enumerate(text):
            if not (without_breaks and sign == "\n"):
                yield Sign(sign, own, at)


def _in_fields(paragraph: Element) -> set[Element]:
    """The texts that Word computes itself, and would overwrite."""
    inside: set[Element] = set()
    depth = 0
    for element in paragraph.iter():
        name = name_of(element)
        if name == "fldChar":
            depth += {"begin": 1, "end": -1}.get(attribute(element, "fldCharType"), 0)
        elif name == "t" and depth > 0:
            inside.add(element)
        elif name == "fldSimple":
            inside.update(element.iter("{*}t"))
    return inside
