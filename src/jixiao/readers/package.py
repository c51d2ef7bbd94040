"""A zip package of XML parts, opened without trusting it."""

import posixpath
import struct
import zlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from io import BytesIO
from typing import Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from jixiao.model.errors import InputError

MAX_MEMBERS = 2_000
MAX_UNPACKED = 256 << 20
MAX_PART = 64 << 20
MAX_RATIO = 200
_RATIO_MATTERS = 1 << 20

_ENCRYPTED = 0x1
_MEMBER_MARK = b"PK\x01\x02"
# Everything that zipfile lets through for damaged bytes.
_DAMAGE = (
    BadZipFile, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
_PASSWORD = ("文件设有打开密码", "请在 WPS 或 Word 中取消打开密码，重新保存")
_DAMAGED = ("文件已损坏", "请用 WPS 或 Office 打开后重新保存；仍打不开的，请重新索取文件")
_SUSPECT = ("文件异常：解压后过大或内含文件过多", "请用 WPS 或 Word 新建文档，粘贴内容后重新保存")
_DTD = ("文件里有 XML 实体声明，可能不安全，未读取", "请用 WPS 或 Word 打开后重新保存")


class Package:
    """The parts of a package that passed the gate.

    Raises:
        InputError: the package is damaged, has a password, or unpacks to more than a document needs.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self._file = file
        self._links: dict[str, Sequence[tuple[str, str, str]]] = {}
        if data.count(_MEMBER_MARK) > MAX_MEMBERS:
            raise InputError(file, *_SUSPECT)
        try:
            self._zip = ZipFile(BytesIO(data))
        except _DAMAGE as error:
            raise InputError(file, *_DAMAGED) from error
        members = self._zip.infolist()
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise InputError(file, *_PASSWORD)
        if sum(member.file_size for member in members) > MAX_UNPACKED or any(map(_swells, members)):
            raise InputError(file, *_SUSPECT)
        if any(member.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for member in members):
            raise InputError(file, *_DAMAGED)
        self.names = frozenset(member.filename for member in members)

    @cached_property
    def main(self) -> tuple[str, etree._Element]:
        """The name and the root of the part that holds the document itself.

        Raises:
            InputError: there is none, or it is damaged.
        """
        name = self.related("", "officeDocument")
        root = self.xml(name) if name else None
        if name is None or root is None:
            raise InputError(self._file, *self._why_no_document())
        return name, root

    @property
    def converts_from(self) -> Literal["odt", "ods", "xlsb"] | None:
        """The format, if it is a package that is read by converting it."""
        if "mimetype" in self.names:
            return "ods" if b"spreadsheet" in self.part("mimetype") else "odt"
        return "xlsb" if "xl/workbook.bin" in self.names else None

    def related(self, part: str, kind: str) -> str | None:
        """The name of the part that `part` ("" for the package) points to by a relationship of a kind."""
        return next((target for _, found, target in self._relationships(part) if found == kind), None)

    def targets(self, part: str) -> Mapping[str, str]:
        """Relationship id → name of the part, for what a part points to inside the package."""
        return {key: target for key, _, target in self._relationships(part)}

    @property
    def notes(self) -> tuple[str, ...]:
        """What the package holds that is not read, in Chinese."""
        found = {
            "文件含有宏，未运行": any(name.endswith("vbaProject.bin") for name in self.names),
            "文件引用外部文件，未读取外部内容": any("/externalLinks/" in name for name in self.names),
            "文件内嵌其他文件（如 Excel 表），未读取内嵌内容": any("/embeddings/" in name for name in self.names),
        }
        return tuple(note for note, is_so in found.items() if is_so)

    def _relationships(self, part: str) -> Sequence[tuple[str, str, str]]:
        """The id, kind and target of each relationship to another part; external ones are never followed."""
        if part not in self._links:
            folder, name = posixpath.split(part)
            root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._links[part] = [
                (
                    entry.get("Id", ""),
                    entry.get("Type", "").rpartition("/")[2],
                    posixpath.normpath(posixpath.join("/", folder, entry.get("Target", ""))).lstrip("/"),
                )
                for entry in (root if root is not None else ())
                if entry.get("TargetMode") != "External"
            ]
        return self._links[part]

    def _why_no_document(self) -> tuple[str, str]:
        if "OFD.xml" in self.names:
            return (
                "这是 OFD 版式文件，本版还不能读取",
                "请提供 .docx 原文件，或用 WPS、数科阅读器把它转为 .docx 或 .pdf",
            )
        if "[Content_Types].xml" in self.names:
            return "文档不完整，缺少正文", "请用 WPS 或 Word 打开后重新保存；仍打不开的，请重新索取文件"
        return "这是压缩包，不是文档", "请先解压，再逐个文件读取"

    def xml(self, name: str, word: bytes = b"") -> etree._Element | None:
        """The root of a part, None if there is no such part. Comments and processing instructions are left out.

        word: a part that does not hold it anywhere is of no interest, and is None as well.

        Raises:
            InputError: it is damaged, too big, nested too deeply (libxml2: 256 levels), or declares a document type.
        """
        if name not in self.names:
            return None
        data = self.part(name)
        # In UTF-16 the word would not be found, and a document type is refused wherever it stands.
        if word not in data and b"\0" not in data[:4] and b"<!" not in data:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            declares = b"<!DOCTYPE" in data.replace(b"\0", b"")  # UTF-16 has a zero byte beside each
            raise InputError(self._file, *(_DTD if declares else _DAMAGED)) from error
        if root.getroottree().docinfo.doctype:
            raise InputError(self._file, *_DTD)
        return root

    def part(self, name: str) -> bytes:
        """The content of a part that there is.

        Raises:
            InputError: it is damaged or too big.
        """
        member = self._zip.getinfo(name)
        if member.file_size > MAX_PART:
            raise InputError(self._file, *_SUSPECT)
        try:
            with self._zip.open(member) as stream:
                # A bound, because a member may unpack to more than it declares.
                return stream.read(member.file_size + 1)
        except _DAMAGE as error:
            raise InputError(self._file, *_DAMAGED) from error


def _swells(member: ZipInfo) -> bool:
    return member.file_size > max(_RATIO_MATTERS, MAX_RATIO * member.compress_size)
