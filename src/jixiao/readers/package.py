"""A zip package of XML parts, opened without trusting it."""

import posixpath
import struct
import zlib
from io import BytesIO
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
_DAMAGED = ("文件已损坏", "请用 WPS 或 Word 打开后重新保存；仍打不开的，请重新索取文件")
_SUSPECT = ("文件异常：解压后过大或内含文件过多", "请用 WPS 或 Word 新建文档，粘贴内容后重新保存")
_DTD = ("文件里有 XML 实体声明，可能不安全，未读取", "请用 WPS 或 Word 打开后重新保存")


class Package:
    """The parts of a package that passed the gate.

    Raises:
        InputError: the package is damaged, has a password, or unpacks to more than a document needs.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self._file = file
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

    def related(self, part: str, kind: str) -> str | None:
        """The name of the part that `part` ("" for the package) points to by a relationship of a kind."""
        folder, name = posixpath.split(part)
        relationships = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relationship in relationships if relationships is not None else ():
            is_kind = relationship.get("Type", "").endswith(f"/{kind}")
            if is_kind and relationship.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", "")))
                return target.lstrip("/")
        return None

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part, None if there is no such part. Comments and processing instructions are left out.

        Raises:
            InputError: it is damaged, too big, nested too deeply (libxml2: 256 levels), or declares a document type.
        """
        if name not in self.names:
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
            root = etree.fromstring(self._bytes(name), parser)
        except etree.XMLSyntaxError as error:
            raise InputError(self._file, *_DAMAGED) from error
        if root.getroottree().docinfo.doctype:
            raise InputError(self._file, *_DTD)
        return root

    def _bytes(self, name: str) -> bytes:
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
