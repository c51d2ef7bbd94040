"""P6: writing the form and the report, in-process; and `jixiao evaluate` of the example from a cold start.

    python benchmarks/writing.py [RUNS]

Bars: the form as Word document at most 15 ms, `evaluate` at most 5 s. The limit of a Word document is what zipping its
parts costs; the limit of `evaluate` is Python with Polars and typst imported.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path
from zipfile import ZipFile

from jixiao import api
from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.story.blocks import Paragraph, Report
from jixiao.evaluation.story.report import report_of
from jixiao.evaluation.words import plain
from jixiao.writers.exports import form_of
from jixiao.writers.fonts import find
from jixiao.writers.form_docx import form_docx
from jixiao.writers.form_xlsx import form_xlsx
from jixiao.writers.report_docx import report_docx
from jixiao.writers.report_pdf import report_pdf
from jixiao.writers.word import package

EXAMPLE = Path(__file__).parents[1] / "examples/shili-2020"
LIMIT: list[str | Path] = [sys.executable, "-c", "import polars, typst, click"]


def main() -> None:
    """Prints the median milliseconds of each document, and the median seconds of the whole command."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as folder:
        evaluated = api.evaluate(EXAMPLE, Path(folder)).evaluated
        warm(evaluated, runs)
        command: list[str | Path] = [Path(sys.executable).parent / "jixiao", "evaluate", EXAMPLE, "--out", folder]
        cold({"limit: python, polars, typst": LIMIT, "jixiao evaluate examples/shili-2020": command}, runs)


def warm(evaluated: Evaluated, runs: int) -> None:
    """The documents one by one, in this process."""
    report, fonts, turn = report_of(evaluated, [], {}), find(), count()
    form = form_of(evaluated, report.anchors)
    with ZipFile(BytesIO(form_docx(form))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    written: dict[str, Callable[[], object]] = {
        "limit: zip of the form's parts": lambda: package(parts),
        "form docx": lambda: form_docx(form),
        "form xlsx": lambda: form_xlsx(form),
        "report docx": lambda: report_docx(report, form),
        "report pdf": lambda: report_pdf(report, form, fonts),
        "report pdf, another project each time": lambda: report_pdf(another(report, next(turn)), form, fonts),
    }
    for name, write in written.items():
        print(f"{name:42}{median(write, runs) * 1000:10.1f} ms")


def another(report: Report, number: int) -> Report:
    """A report of which no paragraph is that of another number: nothing that was set before can be used again."""
    blocks = (
        replace(one, words=(*one.words, *plain(str(number)))) if isinstance(one, Paragraph) else one
        for one in report.blocks
    )
    return replace(report, project=f"{report.project}{number}", blocks=tuple(blocks))


def cold(commands: dict[str, list[str | Path]], runs: int) -> None:
    """Whole processes, taking turns."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
            seconds[name].append(time.perf_counter() - start)
    for name, all_ in seconds.items():
        print(f"{name:42}{statistics.median(all_):10.2f} s  (least {min(all_):.2f}, most {max(all_):.2f})")


def median(write: Callable[[], object], runs: int) -> float:
    """Seconds of a call after the first."""
    write()
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        write()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


if __name__ == "__main__":
    main()
