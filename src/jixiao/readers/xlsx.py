"""Excel and WPS workbooks (.xlsx, .xlsm, .et saved as Open XML) → Layout: every sheet as it is displayed.

Source of the format: ECMA-376 part 1, §18.2 (workbook), §18.3 (sheets), §18.4 (shared strings), §18.8 (styles).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from jixiao.model.layout import Layout
from jixiao.readers.numberformat import built_in, show_number, show_text
from jixiao.readers.package import Package
from jixiao.readers.sheets import MAX_CELLS, Sheet, layout_of
from jixiao.readers.wordml import Element, attribute, child, children, name_of, number

_ADDRESS: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})", re.ASCII)
_LETTERS: Final = 26
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_xlsx(package: Package, file: str) -> Layout:
    """The sheets of a workbook, values as displayed, merged ranges resolved. Formulas give what was last computed.

    Raises:
        InputError: a part is damaged or too big.
    """
    main, workbook = package.main
    book = _Book(package, main, workbook)
    return layout_of(book.sheets(), file, "xlsx", package.notes)


def sheets_of(package: Package) -> dict[str, str]:
    """By the name of each sheet, the name of its part.

    Raises:
        InputError: the workbook is damaged.
    """
    main, workbook = package.main
    targets = package.targets(main)
    return {
        attribute(entry, "name"): targets.get(attribute(entry, "id"), "")
        for entry in children(child(workbook, "sheets"), "sheet")
    }


class _Book:
    def __init__(self, package: Package, main: str, workbook: Element) -> None:
        self._package = package
        self._main = main
        self._workbook = workbook
        self._since_1904 = _is_true(child(workbook, "workbookPr"), "date1904")
        strings, styles = (package.related(main, kind) for kind in ("sharedStrings", "styles"))
        self._strings = [_rich(item) for item in children(package.xml(strings) if strings else None, "si")]
        self._codes = _codes(package.xml(styles) if styles else None)

    def sheets(self) -> Iterator[Sheet]:
        targets = self._package.targets(self._main)
        for entry in children(child(self._workbook, "sheets"), "sheet"):
            root = self._package.xml(targets.get(attribute(entry, "id"), ""))
            # Chart sheets and macro sheets have no cells.
            if root is not None and name_of(root) == "worksheet":
                yield self._sheet(entry, root)

    def _sheet(self, entry: Element, root: Element) -> Sheet:
        sheet = Sheet(attribute(entry, "name"), attribute(entry, "state", "visible") != "visible")
        for part in root:
            name = name_of(part)
            if name == "sheetData":
                self._rows(part, sheet)
            elif name == "mergeCells":
                sheet.merged = [area for merge in part if (area := _area(attribute(merge, "ref")))]
            elif name == "cols":
                sheet.hidden_cols = [col for entry in part if _is_true(entry, "hidden") for col in _columns(entry)]
        return sheet

    def _rows(self, data: Element, sheet: Sheet) -> None:
        row = -1
        for line in data:
            row = number(line.get("r", ""), row + 2) - 1
            col = -1
            for entry in line:
                address = address_of(entry.get("r", ""))
                col = address[1] if address else col + 1
                text = self._text(entry)
                if text:
                    sheet.texts[row, col] = text
            if _is_true(line, "hidden"):
                sheet.hidden_rows.append(row)

    def _text(self, entry: Element) -> str:
        """What a cell displays."""
        kind = entry.get("t", "n")
        if kind == "inlineStr":
            inline = child(entry, "is")
            return "" if inline is None else show_text(_rich(inline), self._code(entry))
        stored = child(entry, "v")
        text = "" if stored is None else stored.text or ""
        if kind == "s":
            index = number(text.strip(), len(self._strings))
            return show_text(self._strings[index], self._code(entry)) if index < len(self._strings) else ""
        if kind == "b":
            return "TRUE" if text.strip() == "1" else "FALSE"
        if kind == "n" and text:
            try:
                return show_number(Decimal(text.strip()), self._code(entry), since_1904=self._since_1904)
            except InvalidOperation:
                return text
        return show_text(_unescaped(text), self._code(entry)) if kind == "str" else text

    def _code(self, entry: Element) -> str:
        index = number(entry.get("s", ""), 0)
        return self._codes[index] if index < len(self._codes) else "General"


def _codes(styles: Element | None) -> Sequence[str]:
    """By style index of a cell, its format code."""
    own = {
        attribute(entry, "numFmtId"): attribute(entry, "formatCode", "General")
        for entry in children(child(styles, "numFmts"), "numFmt")
    }
    formats = (attribute(entry, "numFmtId", "0") for entry in children(child(styles, "cellXfs"), "xf"))
    return [own.get(key) or built_in(number(key, 0)) for key in formats]


def _rich(parent: Element) -> str:
    """The text of a string, in one run or several; reading aids (rPh) are left out."""
    parts = []
    for element in parent:
        text = element if name_of(element) == "t" else child(element, "t") if name_of(element) == "r" else None
        parts.append("" if text is None else text.text or "")
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    """_x000D_ and its like stand for characters that XML cannot hold (§22.9.2.19)."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")


def _is_true(element: Element | None, name: str) -> bool:
    return element is not None and element.get(name, "0") in {"1", "true"}


def address_of(text: str) -> tuple[int, int] | None:
    """Row and column of C7, counted from 0."""
    match = _ADDRESS.fullmatch(text)
    if match is None:
        return None
    col = 0
    for letter in match[1]:
        col = col * _LETTERS + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, col - 1


def _area(text: str) -> tuple[int, int, int, int] | None:
    start, _, end = text.partition(":")
    first, last = address_of(start), address_of(end or start)
    return (*first, *last) if first and last else None


def _columns(entry: Element) -> range:
    first, last = number(entry.get("min", ""), 1), number(entry.get("max", ""), 1)
    return range(first - 1, min(last, first - 1 + MAX_CELLS))
