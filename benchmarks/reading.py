"""P2 to P5 of the bars: how fast documents are read, beside the limit and other libraries, in one run.

    python benchmarks/reading.py [P2 P3 P4 P5]

Times are CPU (user and system, all threads), the median of interleaved rounds. Peers that are not installed are left
out and named; for all of them: pip install kreuzberg python-docx openpyxl pdfplumber. LibreOffice (soffice) makes the
second docx and the PDF; without it the twins in tests/cases stand in.
"""

import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any
from xml.parsers import expat

from jixiao.checks.base import catalogue
from jixiao.readers import read_layout
from jixiao.tables.words import Rule

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "examples/jinnan-2020/published/report.docx"
TWINS = ROOT / "tests/cases/twins/documents"
ROUNDS = 7
FOLDER = 1000
# CPU seconds that one round of one method should take, so that clock ticks do not matter.
ROUND = 0.15

Work = Callable[[], object]


def main(wanted: list[str]) -> None:
    """Runs the bars that are wanted, all if none are named."""
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for bar, run in {"P2": docx, "P3": many, "P4": xlsx, "P5": pdf}.items():
            if not wanted or bar in wanted:
                run(folder)


def docx(folder: Path) -> None:
    """P2: at most 4 × inflating and parsing the main part, and not slower than kreuzberg."""
    made = _office(REPORT, "docx:MS Word 2007 XML", folder) or TWINS / "l02-library-lo-docx.docx"
    for kind, path in (("as Word has it", REPORT), ("as LibreOffice saves it", made)):
        works: dict[str, Work] = {"limit: inflate + expat": partial(_parse, path), "jixiao": partial(read_layout, path)}
        works |= _peers(path, {"kreuzberg": _kreuzberg, "docx": _python_docx})
        _report(f"P2 docx {kind}, {path.stat().st_size >> 10} KiB: at most 4 × limit, not slower than kreuzberg", works)


def xlsx(_: Path) -> None:
    """P4: at most 5 ms."""
    for path in (TWINS / "l01-library-xlsx.xlsx", TWINS / "template-slots-xlsx.xlsx"):
        works = _peers(path, {"python_calamine": _calamine}) | {"jixiao": partial(read_layout, path)}
        works |= _peers(path, {"openpyxl": _openpyxl})
        _report(f"P4 xlsx {path.stem}: at most 5 ms", works)


def pdf(folder: Path) -> None:
    """P5: at most 2.5 × the text that pdfium extracts."""
    made = _office(REPORT, "pdf", folder) or TWINS / "l07-border-lo-pdf.pdf"
    for path in (made, TWINS / "l01s-canteen-typst.pdf"):
        works = _peers(path, {"pypdfium2": _pdfium}) | {"jixiao": partial(read_layout, path)}
        works |= _peers(path, {"pdfplumber": _pdfplumber})
        _report(f"P5 pdf {path.stem}: at most 2.5 × pdfium's text", works)


def many(folder: Path) -> None:
    """P3: at most 10 ms CPU a document for reading, forms and checks on figures; checks on text stated apart."""
    documents = folder / "documents"
    documents.mkdir()
    with zipfile.ZipFile(REPORT) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for number in range(FOLDER):
        with zipfile.ZipFile(documents / f"{number:04}.docx", "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content.replace("智慧津南".encode(), f"智慧{number}号".encode()))
    figures = [f"--code={code}" for code, check in catalogue().items() if isinstance(check.rule, Rule)]
    read = _cpu("read", documents, "--json")
    some = _cpu("check", documents, "--format", "json", *figures)
    every = _cpu("check", documents, "--format", "json")
    print(f"\nP3 a folder of {FOLDER} docx, CPU a document: at most 10 ms for reading, forms and checks on figures")
    print(f"  read and forms, as JSON       {read:8.2f} ms")
    print(f"  with checks on figures        {some:8.2f} ms")
    print(f"  with checks on text as well   {every:8.2f} ms")


def _cpu(*arguments: object) -> float:
    """CPU milliseconds a document of a run of the program and all its processes."""
    before = os.times()
    program = [sys.executable, "-c", "from jixiao.cli import main; main()", *map(str, arguments)]
    subprocess.run(program, stdout=subprocess.DEVNULL, check=False)
    after = os.times()
    return (after.children_user + after.children_system - before.children_user - before.children_system) / FOLDER * 1000


def _report(title: str, works: Mapping[str, Work]) -> None:
    times: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work()  # what is imported and kept at the first call
    repeats = {name: max(1, int(ROUND / max(_time(work, 1), 1e-6))) for name, work in works.items()}
    for _ in range(ROUNDS):
        for name, work in works.items():
            times[name].append(_time(work, repeats[name]))
    print(f"\n{title}")
    first = median(next(iter(times.values())))
    for name, own in times.items():
        print(f"  {name:<22}{median(own) * 1000:9.2f} ms  {median(own) / first:6.1f} ×")


def _time(work: Work, repeats: int) -> float:
    start = time.process_time()
    for _ in range(repeats):
        work()
    return (time.process_time() - start) / repeats


def _peers(path: Path, peers: Mapping[str, Callable[[Any, str], object]]) -> dict[str, Work]:
    found: dict[str, Work] = {}
    for name, work in peers.items():
        try:
            found[name] = partial(work, import_module(name), str(path))
        except ImportError:
            print(f"{name} is not installed, left out")
    return found


def _parse(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        expat.ParserCreate().Parse(package.read("word/document.xml"))


def _kreuzberg(module: Any, path: str) -> object:
    return module.extract_file_sync(path)


def _python_docx(module: Any, path: str) -> object:
    return [[cell.text for cell in row.cells] for table in module.Document(path).tables for row in table.rows]


def _calamine(module: Any, path: str) -> object:
    book = module.load_workbook(path)
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def _openpyxl(module: Any, path: str) -> object:
    return [list(sheet.values) for sheet in module.load_workbook(path)]


def _pdfium(module: Any, path: str) -> object:
    with module.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _pdfplumber(module: Any, path: str) -> object:
    with module.open(path) as document:
        return [page.extract_tables() for page in document.pages]


def _office(path: Path, target: str, folder: Path) -> Path | None:
    """What LibreOffice makes of a file; None if it is not there."""
    out = folder / "office"
    command = ["soffice", f"-env:UserInstallation={folder.as_uri()}/profile", "--headless"]
    try:
        command += ["--convert-to", target, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        print("LibreOffice is not there, a twin stands in")
        return None
    return out / f"{path.stem}.{target.partition(':')[0]}"


if __name__ == "__main__":
    main(sys.argv[1:])
