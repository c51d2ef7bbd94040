"""Words and figures changed in the cells of a workbook; styles and all other parts stay as they are.

Source of the format: ECMA-376 part 1, §18.3.1.4 (cells), §18.4 (shared strings).
"""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from jixiao.checks.base import Edit
from jixiao.model.layout import Layout
from jixiao.readers.package import Package
from jixiao.readers.wordml import Element, child, children, name_of, number
from jixiao.readers.xlsx import sheets_of
from jixiao.writers.edits import Sign, change, find, refused
from jixiao.writers.parts import Parts
from jixiao.writers.splice import Splice

_STRING: Final = re.compile(rb"\bt=[\"']s[\"']")


def repair_xlsx(data: bytes, layout: Layout, edits: Sequence[Edit]) -> bytes:
    """The workbook with these edits.

    Raises:
        InputError: one cannot be made: the cell holds a formula, or its words are not there once.
    """
    package = Package(data, layout.file)
    parts = Parts(data, package, layout.file)
    names = sheets_of(package)
    shared = _Shared(package, layout.file)
    for edit in edits:
        sheet, _, address = (edit.place.cell or "").rpartition("!")
        splice = parts.open(names[sheet])
        cell = next((one for one in splice.root.iter("{*}c") if one.get("r") == address), None)
        if cell is None:
            raise refused(edit, layout.file, "文件里没有这一格的内容")
        if child(cell, "f") is not None:
            raise refused(edit, layout.file, "这一格是公式，不能直接改")
        kind = cell.get("t", "n")
        if kind == "s":
            shared.take(splice, cell, edit)
        elif kind == "inlineStr":
            signs = _signs(child(cell, "is"))
            change(splice, signs, _start(signs, edit, layout.file), edit, layout.file)
        elif kind == "n":
            _figure(splice, cell, edit, layout.file)
        else:
            raise refused(edit, layout.file, "这一格不是文字或数")
    return parts.result()


class _Shared:
    """The strings that cells share; a changed one becomes the cell's own, so that no other cell changes with it."""

    def __init__(self, package: Package, file: str) -> None:
        name = package.related(package.main[0], "sharedStrings")
        root = package.xml(name) if name else None
        self._file = file
        self._part = b"" if root is None or name is None else package.part(name)
        self._root = root
        self._items = list(children(root, "si"))

    def take(self, splice: Splice, cell: Element, edit: Edit) -> None:
        """Makes the string of a cell its own, with an edit.

        Raises:
            InputError: the words are not there once.
        """
        stored = child(cell, "v")
        index = number("" if stored is None else (stored.text or "").strip(), len(self._items))
        if index >= len(self._items) or self._root is None:
            raise refused(edit, self._file, "这一格的文字已损坏")
        own = Splice(self._part, self._root, self._file)
        item = self._items[index]
        signs = _signs(item)
        change(own, signs, _start(signs, edit, self._file), edit, self._file)
        if splice.prefix(cell) or own.prefix(item):
            raise refused(edit, self._file, "这个工作簿的写法少见，不能直接改")
        before, tag = splice.start_tag(cell), b"<is>" + own.inside(item) + b"</is></c>"
        span = splice.span(cell)
        splice.replace(span.start, span.end, _STRING.sub(b't="inlineStr"', before) + tag)


def _signs(parent: Element | None) -> list[Sign]:
    """The characters of a string, in one run or several; reading aids are left out."""
    signs: list[Sign] = []
    for element in () if parent is None else parent:
        text = element if name_of(element) == "t" else child(element, "t") if name_of(element) == "r" else None
        if text is not None:
            signs += [Sign(sign, text, at) for at, sign in enumerate(text.text or "") if sign not in "\r\n"]
    return signs


def _start(signs: Sequence[Sign], edit: Edit, file: str) -> int:
    return find("".join(sign.text for sign in signs), edit, file)


def _figure(splice: Splice, cell: Element, edit: Edit, file: str) -> None:
    """A stored number that is displayed as it is, or as a percentage."""
    stored = child(cell, "v")
    try:
        value, old, new = (
            Decimal(text.replace(",", ""))
            for text in ((stored.text or "") if stored is not None else "", edit.old, edit.new)
        )
    except InvalidOperation as error:
        raise refused(edit, file, "这一格不是数") from error
    shift = next((shift for shift in (0, -2) if _shows(value, old.scaleb(shift))), None)
    if shift is None or stored is None:
        raise refused(edit, file, "这一格存的数与显示的不同")
    span = splice.span(stored)
    splice.replace(span.inner, span.inner_end, format(new.scaleb(shift), "f").encode())


def _shows(value: Decimal, printed: Decimal) -> bool:
    """Whether a stored number is displayed so, rounded to the places that are printed."""
    return round(value, -int(printed.as_tuple().exponent)) == printed or value == printed
