"""What an exported office file carries: its figures and the hashes of their evidence, as one custom XML part.

Source of the format: ECMA-376 part 1 §15.2.5 (custom XML data storage).
"""

import re
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from jixiao.readers.carried import NAMESPACE
from jixiao.writers.word import OFFICE, PROLOGUE, clean, package

PART: Final = "customXml/item1.xml"
_PROPERTIES: Final = "customXml/itemProps1.xml"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM: Final = "{6A697869-616F-4A58-8001-000000000001}"
_KEY: Final = "rIdJixiao"


def attach(data: bytes, main: str, proof: str) -> bytes:
    """The package with the proof (JSON text) in it; main: the part that it belongs to, such as word/document.xml."""
    if not proof:
        return data
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    folder, _, name = main.rpartition("/")
    related = f"{folder}/_rels/{name}.rels"
    entry = f'<Relationship Id="{_KEY}" Type="{OFFICE}/customXml" Target="../{PART}"/>'
    parts[related] = _before(parts[related], "</Relationships>", entry)
    override = f'<Override PartName="/{_PROPERTIES}" ContentType="{_PROPERTIES_TYPE}"/>'
    parts["[Content_Types].xml"] = _before(parts["[Content_Types].xml"], "</Types>", override)
    parts[PART] = f'{PROLOGUE}<evaluation xmlns="{NAMESPACE}">{clean(proof)}</evaluation>'.encode()
    parts[_PROPERTIES] = (
        f'{PROLOGUE}<ds:datastoreItem ds:itemID="{_ITEM}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
    parts["customXml/_rels/item1.xml.rels"] = (
        f'{PROLOGUE}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/customXmlProps" Target="itemProps1.xml"/></Relationships>'
    ).encode()
    return package(parts)


def _before(part: bytes, end: str, entry: str) -> bytes:
    """A part with an entry before its last tag."""
    return re.sub(re.escape(end) + r"\s*$", entry + end, part.decode()).encode()
