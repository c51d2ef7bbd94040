"""A package whose parts are changed at single places, and its lists of them: relationships and content types.

Source of the format: ECMA-376 part 2, §6.5 (relationships), §7.2.3 (content types).
"""

import posixpath
from html import escape
from itertools import count
from typing import Final

from jixiao.model.errors import InputError
from jixiao.readers.package import Package
from jixiao.readers.wordml import Element, attribute
from jixiao.writers.splice import Splice
from jixiao.writers.word import OFFICE, PACKAGE, PROLOGUE
from jixiao.writers.zipped import replaced

_TYPES: Final = "[Content_Types].xml"
_INCOMPLETE: Final = ("文件不完整，不能在里面写字", "请用 WPS 或 Word 打开后重新保存，再试一次")
STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"


class Parts:
    """The parts of a package, with what is to change in them."""

    def __init__(self, data: bytes, package: Package, file: str) -> None:
        self._data, self._package, self._file = data, package, file
        self._open: dict[str, Splice] = {}
        self._new: dict[str, str] = {}
        self._links: dict[str, list[str]] = {}
        self._keys: dict[str, int] = {}

    def open(self, name: str, root: Element | None = None) -> Splice:
        """A part to change. root: its root, if it was parsed already.

        Raises:
            InputError: it is damaged, or not in UTF-8.
        """
        if name not in self._open:
            found = self._package.xml(name) if root is None else root
            if found is None:
                raise InputError(self._file, *_INCOMPLETE)
            self._open[name] = Splice(self._package.part(name), found, self._file)
        return self._open[name]

    def add(self, folder: str, stem: str, suffix: str, content_type: str) -> str:
        """A new part, whose content is to be `fill`ed; gives its name: xl/comments.xml, xl/comments1.xml."""
        tried = (posixpath.join(folder, f"{stem}{number or ''}{suffix}") for number in count())
        name = next(one for one in tried if one not in self._package.names and one not in self._new)
        self._new[name] = ""
        if suffix == ".xml":
            self._declare("Override", {"PartName": f"/{name}", "ContentType": content_type})
        elif suffix not in self._suffixes():
            self._declare("Default", {"Extension": suffix[1:], "ContentType": content_type})
        return name

    def fill(self, name: str, content: str) -> None:
        """What a part holds, a new one or all of an old one."""
        self._new[name] = content

    def relate(self, part: str, kind: str, target: str) -> str:
        """Makes a part point to another; gives the id of the relationship. kind: such as comments."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        is_there = rels in self._package.names
        root = self.open(rels).root if is_there else None
        entries = () if root is None else tuple(root)
        taken = {attribute(entry, "Id") for entry in entries}
        number = self._keys.get(rels, 0) + 1
        while f"rIdJx{number}" in taken:
            number += 1
        self._keys[rels] = number
        space = STRICT if any(attribute(entry, "Type").startswith(STRICT) for entry in entries) else OFFICE
        attributes = {
            "Id": f"rIdJx{number}", "Type": f"{space}/{kind}", "Target": posixpath.relpath(target, folder)
        }  # fmt: skip
        if root is None:
            self._links.setdefault(rels, []).append(_tag("Relationship", attributes))
        else:
            self._append(rels, "Relationship", attributes)
        return attributes["Id"]

    def result(self) -> bytes:
        """The package with all changes; parts that were not changed are copied byte for byte."""
        head = f'{PROLOGUE}<Relationships xmlns="{PACKAGE}/relationships">'
        made = {name: f"{head}{''.join(links)}</Relationships>" for name, links in self._links.items()} | self._new
        changed = {name: splice.result() for name, splice in self._open.items() if splice.is_changed}
        return replaced(self._data, changed | {name: content.encode() for name, content in made.items()})

    def _suffixes(self) -> set[str]:
        return {f".{attribute(entry, 'Extension').lower()}" for entry in self.open(_TYPES).root}

    def _declare(self, tag: str, attributes: dict[str, str]) -> None:
        self._append(_TYPES, tag, attributes)

    def _append(self, name: str, tag: str, attributes: dict[str, str]) -> None:
        splice = self.open(name)
        splice.append(splice.root, _tag(splice.prefix(splice.root) + tag, attributes).encode())


def _tag(name: str, attributes: dict[str, str]) -> str:
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}/>"
