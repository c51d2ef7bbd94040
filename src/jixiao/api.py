"""What the doors (Python, command line, web) call: read documents, examine what was read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.checks.examined import Examined, Reference
from jixiao.forms import read_forms
from jixiao.law.load import counting_day, mark, on, region_of
from jixiao.model.errors import InputError
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Outcome
from jixiao.model.layout import Layout
from jixiao.readers import read_layout
from jixiao.scoring.totals import score
from jixiao.writers.files import write_atomically as write

if TYPE_CHECKING:
    from jixiao.checks.base import Check

__all__ = [
    "Document",
    "Examined",
    "Ground",
    "examine",
    "files_in",
    "read",
    "same_form",
    "write",
    "write_page",
    "write_reading",
]

# A day before any text: nothing is in force, and everything that needs a rule says so.
_NO_DAY = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read: its layout, and the evaluations that were found in it (at least one)."""

    path: Path
    layout: Layout
    evaluations: tuple[Evaluation, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Under which rules to judge: an administrative code, a day instead of the counting one, profiles for reference."""

    region: str = ""
    day: date | None = None
    profiles: tuple[str, ...] = ()


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files that paths name; a folder stands for the files in it and below, in order of their names.

    Hidden files and the lock files of office programs are left out.

    Raises:
        InputError: a folder holds no file.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = [one for one in sorted(path.rglob("*")) if one.is_file() and not _hidden(one.relative_to(path))]
        if not inside:
            raise InputError(str(path), "文件夹里没有文件", "把自评表或评价报告放进去，或者换一个文件夹")
        found.extend(inside)
    return found


def read(path: Path, name: str | None = None, *, limited: bool = False) -> Document:
    """Reads one file. `name` is what messages call it; default its file name.

    limited: in a child process, under limits of memory and time.

    Raises:
        InputError: the file cannot be read, or there is neither a form nor a report in it.
    """
    layout = _limited(path, name) if limited else read_layout(path, name)
    evaluations = tuple(read_forms(layout))
    if not evaluations:
        raise InputError(
            layout.file,
            "没有找到绩效自评表、绩效目标表或评价报告",
            "确认文件是否选对；表格至少要有“三级指标”一类的表头，报告至少要有“一、”“二、”这样的标题",
        )
    return Document(path, layout, evaluations)


def examine(
    documents: Sequence[Document],
    ground: Ground | None = None,
    shown: Sequence[Outcome] = (Outcome.FAIL, Outcome.UNDECIDED),
    codes: Sequence[str] = (),
) -> list[Examined]:
    """Scores and checks everything that was read, as one batch.

    codes: the checks to run, all if empty.

    Raises:
        InputError: the region, a profile or a code is not known.
    """
    from jixiao.checks import engine
    from jixiao.checks.base import catalogue

    ground = ground or Ground()
    pairs = [(document.layout, evaluation) for document in documents for evaluation in document.evaluations]
    laws = [on(_day(evaluation, ground), ground.region) for _, evaluation in pairs]
    checks = list(catalogue().values())
    if codes:
        checks = [_known(code) for code in codes]
    found = engine.examine([evaluation for _, evaluation in pairs], laws, checks, shown)
    examined = []
    for (layout, evaluation), law, findings in zip(pairs, laws, found, strict=True):
        day = _day(evaluation, ground)
        others = [(name, on(day, ground.region, name)) for name in ground.profiles]
        place = ground.region or region_of(evaluation.project.unit or "")
        references = [Reference(other, score(evaluation, other), mark(name, place)) for name, other in others]
        examined.append(Examined(layout, evaluation, law, score(evaluation, law), findings, references))
    return examined


def write_page(examined: Sequence[Examined], path: Path) -> None:
    """Writes findings.html: whole, or not at all.

    Raises:
        InputError: the place cannot be written to.
    """
    from jixiao.checks.base import catalogue
    from jixiao.writers.findings_html import render

    write(path, render(examined, catalogue()))


def write_reading(documents: Sequence[Document], path: Path) -> None:
    """Writes reading.html, the documents as they were read: whole, or not at all.

    Raises:
        InputError: the place cannot be written to.
    """
    from jixiao.writers.reading_html import render

    write(path, render([(document.layout, document.evaluations) for document in documents]))


def same_form(one: Evaluation, other: Evaluation) -> bool:
    """Whether two files print the same form: same project, funds, goals, rows and total."""
    return _form(one) == _form(other)


def _limited(path: Path, name: str | None) -> Layout:
    from jixiao.readers.limited import read_limited

    return read_limited(path, name)


def _form(evaluation: Evaluation) -> Evaluation:
    """The form alone, without its file, the prose around it and how it was read."""
    return replace(
        evaluation, file="", form="", confidence=Decimal(1), report_date=None, sections=(), claims=(), troubles=()
    )


def _day(evaluation: Evaluation, ground: Ground) -> date:
    return ground.day or counting_day(evaluation.report_date, evaluation.project.year) or _NO_DAY


def _known(code: str) -> "Check":
    from jixiao.checks.base import catalogue

    known = catalogue()
    if code not in known:
        raise InputError("检查代码", f"没有“{code}”这项检查", f"可用的代码：{' '.join(known)}")
    return known[code]


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts)
