"""What the doors (Python, command line, web) call: read documents, examine what was read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from jixiao.checks.examined import Examined, Reference, Review
from jixiao.checks.standards import deductions
from jixiao.forms import read_forms
from jixiao.forms.leftovers import left_over
from jixiao.law.load import counting_day, mark, on, region_of
from jixiao.law.snapshot import Law
from jixiao.law.standards import standards
from jixiao.model.characters import visible_name
from jixiao.model.errors import InputError
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding, Outcome
from jixiao.model.json import to_json
from jixiao.model.layout import Layout
from jixiao.projects import Exported, evaluate, measure, verify
from jixiao.readers import read_layout
from jixiao.scoring.totals import score
from jixiao.writers.files import OUR_PAGE, OUR_RECORD, write_together
from jixiao.writers.files import write_atomically as write

if TYPE_CHECKING:
    from jixiao.checks.base import Check

__all__ = [
    "Brought",
    "Document",
    "Examined",
    "Exported",
    "File",
    "Ground",
    "Review",
    "evaluate",
    "examine",
    "files_in",
    "form_key",
    "measure",
    "new_own_checks",
    "new_project",
    "read",
    "review",
    "sarif",
    "verify",
    "write",
    "write_catalogue",
    "write_opinions",
    "write_page",
    "write_reading",
    "write_workbook",
]

# Bytes of a page or record within which it says who wrote it.
_HEAD = 1024
# A day before any text: nothing is in force, and everything that needs a rule says so.
_NO_DAY = date(1, 1, 1)


class File(NamedTuple):
    """A file, and what messages call it."""

    path: Path
    name: str


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


@dataclass(frozen=True, slots=True)
class Brought:
    """Files that a reviewer brings: waivers (TOML), an earlier result (JSON), the bureau's own checks (a workbook)."""

    waivers: Path | None = None
    baseline: Path | None = None
    checks: Path | None = None


def files_in(paths: Iterable[Path]) -> list[File]:
    """The files that paths name, each with the name that messages call it.

    A folder stands for the files in it and below, in order of their names, called by their path within it; hidden
    files, lock files of office programs, and what jixiao itself writes about documents (pages, papers, evaluation.json)
    are left out.

    Raises:
        InputError: a folder holds no file.
    """
    found: list[File] = []
    for path in paths:
        if not path.is_dir():
            found.append(File(path, visible_name(str(path) if not path.is_absolute() else path.name)))
            continue
        inside = [one for one in sorted(path.rglob("*")) if one.is_file() and not _left_out(one, path)]
        if not inside:
            raise InputError(str(path), "文件夹里没有文件", "把自评表或评价报告放进去，或者换一个文件夹")
        found.extend(File(one, visible_name(str(one.relative_to(path)))) for one in inside)
    return found


def read(path: Path, name: str | None = None) -> Document:
    """Reads one file. `name` is what messages call it; default its file name.

    Raises:
        InputError: the file cannot be read, or there is neither a form nor a report in it.
    """
    layout = read_layout(path, name)
    evaluations = tuple(read_forms(layout))
    if not evaluations:
        raise InputError(
            layout.file,
            "没有找到绩效自评表、绩效目标表或评价报告",
            "确认文件是否选对；表格至少要有“三级指标”一类的表头，报告至少要有“一、”“二、”这样的标题",
        )
    return Document(path, layout, evaluations)


def records(document: Document) -> list[dict[str, Any]]:
    """The evaluations of a document as JSON (docs/json.md), each with the cells of its tables that became no field."""
    left = left_over(document.layout, document.evaluations)
    return [
        {**to_json(one), "left": [{**entry._asdict(), "place": entry.place.as_dict()} for entry in entries]}
        for one, entries in zip(document.evaluations, left, strict=True)
    ]


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
    from jixiao.checks.base import catalogue

    chosen = [_known(code, catalogue()) for code in codes] if codes else list(catalogue().values())
    return _examine(documents, ground or Ground(), shown, chosen)


def review(
    documents: Sequence[Document],
    ground: Ground | None = None,
    shown: Sequence[Outcome] = (Outcome.FAIL, Outcome.UNDECIDED),
    codes: Sequence[str] = (),
    brought: Brought | None = None,
) -> Review:
    """Examines documents as `examine` does, with what the reviewer brings laid over the findings.

    Raises:
        InputError: the region, a profile or a code is not known, or what was brought cannot be used.
    """
    from jixiao.checks.base import catalogue
    from jixiao.review import baseline, own_checks, waivers

    brought = brought or Brought()
    own = own_checks.load(brought.checks) if brought.checks else {}
    known = {**catalogue(), **own}
    entries = waivers.load(brought.waivers, known) if brought.waivers else ()
    earlier = baseline.load(brought.baseline) if brought.baseline else None
    chosen = [_known(code, known) for code in codes] if codes else list(known.values())
    examined = _examine(documents, ground or Ground(), shown, chosen)
    loose: list[Finding] = []
    if brought.waivers:
        examined, used = waivers.apply(entries, examined, {check.code for check in chosen})
        loose = waivers.about(brought.waivers.name, used, chosen)
    if earlier is not None:
        examined, loose = baseline.compare(earlier, examined, loose)
    return Review(examined, known, loose)


def write_page(review: Review, path: Path) -> None:
    """Writes findings.html: whole, or not at all.

    Raises:
        InputError: the place cannot be written to.
    """
    from jixiao.writers.findings_html import render

    write(path, render(review))


def write_catalogue(path: Path) -> None:
    """Writes all checks as one page that can be searched: whole, or not at all.

    Raises:
        InputError: the place cannot be written to.
    """
    from jixiao.checks.base import catalogue
    from jixiao.checks.pages import firing_messages
    from jixiao.writers.catalogue_html import catalogue_html

    write(path, catalogue_html(catalogue(), firing_messages(catalogue().values()), {}))


def write_workbook(review: Review, path: Path) -> None:
    """Writes the reviewer's workbook: whole, or not at all.

    Raises:
        InputError: the place cannot be written to.
    """
    from jixiao.writers.papers.workbook import workbook

    write(path, workbook(review))


def sarif(review: Review, *, complete: bool) -> str:
    """The review as a SARIF 2.1.0 log. complete: whether every file that was asked for could be read."""
    from jixiao.writers import sarif as writer

    return writer.sarif(review, complete=complete)


def write_opinions(review: Review, folder: Path) -> list[Path]:
    """Writes a 复核意见 for each unit into a folder, all or none, and gives the files.

    Raises:
        InputError: the place cannot be written to.
    """
    from jixiao.writers.papers.opinion import opinions

    contents: dict[Path, bytes | str] = {folder / name: content for name, content in opinions(review).items()}
    write_together(contents)
    return list(contents)


def write_reading(documents: Sequence[Document], path: Path) -> None:
    """Writes reading.html, the documents as they were read: whole, or not at all.

    Raises:
        InputError: the place cannot be written to.
    """
    from jixiao.writers.reading_html import render

    write(path, render([(document.layout, document.evaluations) for document in documents]))


def new_project(folder: Path, form: Path | None = None, *, toml: bool = False) -> list[Path]:
    """Makes a project folder to fill in, and gives the files that were written.

    Args:
        folder: a folder that is not there yet, or is empty.
        form: last year's form or report, from which targets, indicators and actual values are taken over.
        toml: write project.toml in place of 项目资料.xlsx.

    Raises:
        InputError: the folder has files, cannot be written to, or the form cannot be read.
    """
    from jixiao.measures.pages import choices
    from jixiao.sources.filled import EMPTY, from_last_year
    from jixiao.sources.new import FOLDERS, new_files

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(str(folder), "已经有这个名字的文件或文件夹，里面有内容，没有写", "换一个新的文件夹名")
    filled = from_last_year(read(form).evaluations[0]) if form else EMPTY
    written = []
    for name, content in new_files(filled, choices(), toml=toml).items():
        write(folder / name, content)
        written.append(folder / name)
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    return written


def new_own_checks(path: Path) -> None:
    """Writes a workbook in which a bureau writes its own checks.

    Raises:
        InputError: there is a file already, or the place cannot be written to.
    """
    from jixiao.writers.own_checks_sheet import own_checks_sheet

    if path.exists():
        raise InputError(str(path), "已经有这个文件，没有写", "换一个文件名")
    write(path, own_checks_sheet())


def form_key(evaluation: Evaluation) -> str:
    """Equal for two files that print the same form: same project, funds, goals, rows and total.

    Left out are the file, the prose around the form, and how it was read.
    """
    form = replace(evaluation, file="", form="", confidence=Decimal(1), report_date=None)
    return sha256(repr(replace(form, sections=(), claims=(), troubles=())).encode()).hexdigest()


def _day(evaluation: Evaluation, ground: Ground) -> date:
    return ground.day or counting_day(evaluation.report_date, evaluation.project.year) or _NO_DAY


def _examine(
    documents: Sequence[Document], ground: Ground, shown: Sequence[Outcome], checks: Sequence["Check"]
) -> list[Examined]:
    from jixiao.checks import engine

    pairs = [(document.layout, evaluation) for document in documents for evaluation in document.evaluations]
    laws = [on(_day(evaluation, ground), ground.region) for _, evaluation in pairs]
    pages = [replace(evaluation, layout=layout) for layout, evaluation in pairs]
    found = engine.examine(pages, laws, checks, shown) if pairs else []
    examined = []
    for (layout, evaluation), law, findings in zip(pairs, laws, found, strict=True):
        day = _day(evaluation, ground)
        others = [(name, on(day, ground.region, name)) for name in ground.profiles]
        place = ground.region or region_of(evaluation.project.unit or "")
        references = [_reference(name, other, evaluation, findings, place) for name, other in others]
        own = [replace(finding, form=evaluation.identity) for finding in findings]
        examined.append(Examined(layout, evaluation, law, score(evaluation, law), own, references))
    return examined


def _reference(name: str, law: Law, evaluation: Evaluation, findings: Sequence[Finding], place: str) -> Reference:
    card = score(evaluation, law)
    return Reference(law, card, mark(name, place), deductions(card, findings, standards(name), law))


def _known(code: str, known: Mapping[str, "Check"]) -> "Check":
    if code not in known:
        raise InputError("检查代码", f"没有“{code}”这项检查", f"可用的代码：{' '.join(known)}")
    return known[code]


def _left_out(file: Path, folder: Path) -> bool:
    if any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts):
        return True
    suffix = file.suffix.lower()
    if suffix in (".docx", ".xlsx"):
        from jixiao.writers.papers.ours import is_paper

        return is_paper(file)
    ours = {".html": OUR_PAGE, ".json": OUR_RECORD}.get(suffix)
    if ours is None:
        return False
    try:
        with file.open("rb") as opened:
            return ours.encode() in opened.read(_HEAD)
    except OSError:
        return False  # its reader says why it cannot be opened
