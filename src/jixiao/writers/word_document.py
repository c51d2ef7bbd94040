"""An official paper in Word: the package around its text, with styles, settings and page numbers at the outer edge.

Source of the layout: GB/T 9704-2012.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from jixiao.writers import word
from jixiao.writers.word_styles import styles

# 37 mm above, 26 right, 35 below, 28 left.
MARGINS: Final = (2098, 1474, 1984, 1588)
# What a section with page numbers refers to: odd pages, even pages.
FOOTERS: Final = '<w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>'
_RELATED: Final = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "settings", "settings.xml"),
    ("rId3", "footer", "footer1.xml"),
    ("rId4", "footer", "footer2.xml"),
)
_KINDS: Final = {
    "document": "document.main",
    "styles": "styles",
    "settings": "settings",
    "footer1": "footer",
    "footer2": "footer",
}


def paper(
    body: str,
    more: Mapping[str, str | bytes] | None = None,
    related: Sequence[tuple[str, str, str]] = (),
    kinds: Mapping[str, str] | None = None,
    top: Sequence[tuple[str, str, str]] = (),
) -> bytes:
    """The document. body: paragraphs, tables and sections; `FOOTERS` gives a section its page numbers.

    more: further parts by name; related: the document's relationships to them; kinds: their media types. top: the
    package's own relationships to them.
    """
    types = {f"word/{name}.xml": f"{word.WORD}.{kind}+xml" for name, kind in _KINDS.items()}
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": word.content_types({**types, **(kinds or {})}),
        "_rels/.rels": word.relationships([("rId1", "officeDocument", "word/document.xml"), *top]),
        "word/document.xml": f"{word.PROLOGUE}<w:document {word.NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": styles(),
        "word/settings.xml": word.PROLOGUE + word.settings("<w:evenAndOddHeaders/>"),
        "word/footer1.xml": _footer("right"),
        "word/footer2.xml": _footer("left"),
        "word/_rels/document.xml.rels": word.relationships([*_RELATED, *related]),
        **(more or {}),
    }
    return word.package(parts)


def _footer(side: str) -> str:
    """— 1 — at the outer edge, one character in."""
    field = (
        f'{word.run("— ")}{_field("begin")}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        f"{_field('separate')}{word.run('1')}{_field('end')}{word.run(' —')}"
    )
    indent = f'<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/>'
    return f"{word.PROLOGUE}<w:ftr {word.NAMESPACES}>{word.paragraph(field, 'Page', indent)}</w:ftr>"


def _field(mark: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>'
