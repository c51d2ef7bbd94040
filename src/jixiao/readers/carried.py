"""What an exported file carries: the record of its evaluation as JSON text."""

import re
from typing import Final

import pypdfium2

from jixiao.model.errors import InputError
from jixiao.readers.package import Package

NAMESPACE: Final = "urn:jixiao:evaluation:1"
ATTACHMENT: Final = "evaluation.json"
_ITEM: Final = re.compile(r"customXml/item\d+\.xml")
_ZIP: Final = b"PK\x03\x04"
_PDF: Final = b"%PDF-"


def carried_in(data: bytes, file: str) -> str:
    """The record that a docx, xlsx or PDF file carries; evaluation.json is its own record. "" where there is none.

    Raises:
        InputError: the file is damaged.
    """
    if data.startswith(_ZIP):
        return _in_package(data, file)
    if data.startswith(_PDF):
        return _in_pdf(data, file)
    if data.lstrip().startswith(b"{"):
        return data.decode("utf-8", "replace")
    return ""


def _in_package(data: bytes, file: str) -> str:
    package = Package(data, file)
    for name in sorted(package.names):
        root = package.xml(name) if _ITEM.fullmatch(name) else None
        if root is not None and root.tag == f"{{{NAMESPACE}}}evaluation":
            return "".join(root.itertext())
    return ""


def _in_pdf(data: bytes, file: str) -> str:
    try:
        document = pypdfium2.PdfDocument(data)
        for number in range(document.count_attachments()):
            attachment = document.get_attachment(number)
            if attachment.get_name() == ATTACHMENT:
                return bytes(attachment.get_data()).decode("utf-8", "replace")
    except pypdfium2.PdfiumError as error:
        raise InputError(file, "PDF 已损坏，或者设有打开密码", "重新导出，或取消打开密码") from error
    return ""
