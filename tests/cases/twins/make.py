"""Writes the twins: python tests/cases/twins/make.py [NAME...]; the packages are those of the extra "twins".

Each entry of twins.toml, and each file of drawn/, whose cells are drawn one by one, becomes a file of documents/ and
beside it NAME.toml, its truth, in the shape of the corpus's truth files. What LibreOffice makes (soffice, of its Debian
packages) carries its time and fonts; everything else comes out byte for byte the same.
"""

import io
import re
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from making import drawn, laid, layouts, office, pdf, plain, sheet, subjects, web, word, wordxml
from making.form import Form, Habits
from making.page import Cell, Part, Table

HERE = Path(__file__).parent
DOCUMENTS = HERE / "documents"
PROSE = (
    "一、项目基本情况",
    "项目按年度计划实施，资金使用符合管理规定，未发现截留、挪用。",
    "二、自评工作开展情况",
    "成立自评小组，核对台账、合同和支付凭证，形成以下自评表。",
)
_TIME = re.compile(rb">\d{4}-\d\d-\d\dT[\d:.]+Z<")
Producer = Callable[[list[Part]], bytes]
_WORD, _SHEET = word.write, sheet.openpyxl
# name → suffix, producer
PRODUCERS: dict[str, tuple[str, Producer]] = {
    "python-docx": ("docx", _WORD),
    "openpyxl": ("xlsx", _SHEET),
    "openpyxl-one-sheet": ("xlsx", lambda parts: sheet.openpyxl(parts, one_sheet=True)),
    "xlsxwriter": ("xlsx", sheet.xlsxwriter_),
    "html": ("html", web.write),
    "html-gb18030": ("html", lambda parts: web.write(parts, "gb18030")),
    "html-nested": ("html", lambda parts: web.write(parts, nested=True)),
    "typst": ("pdf", pdf.write),
    "typst-level": ("pdf", lambda parts: pdf.write(parts, level=True)),
    "reportlab": ("pdf", laid.write),
    "reportlab-level": ("pdf", lambda parts: laid.write(parts, level=True)),
    "libreoffice-docx": ("docx", lambda parts: office.convert(_WORD(parts), "docx", "docx:MS Word 2007 XML")),
    "libreoffice-xlsx": ("xlsx", lambda parts: office.convert(_SHEET(parts), "xlsx", "xlsx:Calc MS Excel 2007 XML")),
    "libreoffice-xls": ("xls", lambda parts: office.convert(_SHEET(parts), "xlsx", "xls")),
    "libreoffice-et": ("et", lambda parts: office.convert(_SHEET(parts), "xlsx", "xls")),
    "libreoffice-pdf": ("pdf", lambda parts: office.convert(_WORD(parts), "docx", "pdf")),
    # By way of odt: its tables are lost where LibreOffice goes from docx to doc at once.
    "libreoffice-doc": ("doc", lambda parts: office.convert(office.convert(_WORD(parts), "docx", "odt"), "odt", "doc")),
    "libreoffice-rtf": ("rtf", lambda parts: office.convert(_WORD(parts), "docx", "rtf")),
    "tabs": ("txt", plain.tabs),
    "lines": ("txt", plain.lines),
    "pipes": ("md", plain.pipes),
    "csv": ("csv", plain.commas),
}


def main(names: list[str]) -> None:
    """Writes the named twins, or all of them."""
    specs, projects = layouts.load(), subjects.load()
    for name, record in tomllib.loads((HERE / "twins.toml").read_text("utf-8")).items():
        if names and name not in names:
            continue
        habits = Habits(**dict.fromkeys(record.get("habits", []), True))
        forms = [Form(specs[layout], projects[subject], habits) for layout, subject in record["forms"]]
        parts = [form.part() for form in forms]
        if record.get("prose"):
            parts[0].blocks[:0] = PROSE
        if record.get("nested"):
            parts = [_nested(part) for part in parts]
        suffix, producer = PRODUCERS[record["producer"]]
        _write(
            name, suffix, producer(parts), record | {"layout": record["forms"][0][0]}, [form.truth for form in forms]
        )
    for name, record in drawn.load(HERE / "drawn").items():
        if names and name not in names:
            continue
        suffix, producer = PRODUCERS.get(record["producer"], ("docx", None))
        parts = record["parts"]
        data = producer(parts) if producer else wordxml.write(parts, frozenset(record.get("habits", ())))
        _write(name, suffix, data, record, record["forms"])


def _write(name: str, suffix: str, data: bytes, record: dict[str, Any], truth: list[dict[str, Any]]) -> None:
    (DOCUMENTS / f"{name}.{suffix}").write_bytes(_settled(data))
    head = {"file": f"{name}.{suffix}", "layout": record["layout"], "producer": record["producer"]}
    (DOCUMENTS / f"{name}.toml").write_text(_toml(head, truth), "utf-8")


def _nested(part: Part) -> Part:
    """The tables of a part inside the one cell of an outer table."""
    return Part(part.name, [block if isinstance(block, str) else _around(block) for block in part.blocks])


def _around(table: Table) -> Table:
    return Table([1], [[Cell("填报内容")], [Cell(inner=table)]])


def _settled(data: bytes) -> bytes:
    """A package without the time of its making."""
    if not data.startswith(b"PK"):
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            content = _TIME.sub(b">2024-01-01T00:00:00Z<", source.read(member))
            target.writestr(zipfile.ZipInfo(member.filename), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _toml(head: dict[str, str], forms: list[dict[str, Any]]) -> str:
    text = "# Written by make.py.\n" + _pairs(head)
    for form in forms:
        text += "\n[[forms]]\n" + _pairs({key: value for key, value in form.items() if isinstance(value, str)})
        if form.get("funds"):
            text += f"funds = {_inline(form['funds'])}\n"
        rows = "".join(f"    {_inline(row)},\n" for row in form["indicators"])
        text += f"indicators = [\n{rows}]\n"
    return text


def _pairs(record: dict[str, str]) -> str:
    return "".join(f"{key} = {_quoted(value)}\n" for key, value in record.items() if value)


def _inline(record: dict[str, str]) -> str:
    return "{ " + ", ".join(f"{key} = {_quoted(value)}" for key, value in record.items() if value) + " }"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


if __name__ == "__main__":
    main(sys.argv[1:])
