"""Project folders: from evidence to the documents that an office signs, and back to whether they still hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.law.load import counting_day, on
from jixiao.model.errors import InputError

if TYPE_CHECKING:
    from jixiao.checks.examined import Examined
    from jixiao.evaluation.edits import Edit
    from jixiao.evaluation.evaluated import Evaluated
    from jixiao.evaluation.record import Carried
    from jixiao.evaluation.verify import Broken, Verdict
    from jixiao.model.dossier import Dossier
    from jixiao.model.evaluation import Evaluation
    from jixiao.model.layout import Layout
    from jixiao.model.measurement import Measurement

FINDINGS = "findings.html"
_TIANJIN = "12"


@dataclass(frozen=True, slots=True)
class Exported:
    """What `evaluate` wrote, what it rests on, what the checks say of it, and which fonts the PDF has."""

    paths: tuple[Path, ...]
    evaluated: "Evaluated"
    examined: tuple["Examined", ...]
    fonts: str


def measure(folder: Path) -> tuple["Dossier", dict[str, "Measurement"]]:
    """What a project folder states, and everything that its evidence proves, by id.

    The measurement of an indicator has the indicator's id; "payments", "execution" and "contracts" are always there.

    Raises:
        InputError: the folder or its evidence cannot be used, or an indicator names a measure or a setting that is not.
    """
    from jixiao.measures.base import Evidence
    from jixiao.measures.period import Period
    from jixiao.measures.take import kinds_read, take_all
    from jixiao.sources.dossier import read_dossier
    from jixiao.sources.load import find, load

    dossier = read_dossier(folder)
    tables = {kind: load(folder, kind) for kind in sorted(kinds_read(dossier)) if find(folder, kind)}
    return dossier, take_all(Evidence(dossier, tables, Period.year(dossier.year)))


def evaluate(
    folder: Path, out: Path, *, layout: str | None = None, plain: bool = False, fonts: Path | None = None
) -> Exported:
    """Writes form, report, findings and evaluation.json of a project folder: all of them, or none.

    Args:
        folder: the project folder.
        out: the folder to write to.
        layout: the form's, "tianjin" or "mof"; None takes that of the project's region.
        plain: form and report carry nothing but what they print.
        fonts: a folder of fonts for the PDF.

    Raises:
        InputError: the folder, its evidence, its narrative, the fonts or the place to write to cannot be used.
    """
    from jixiao.checks import engine
    from jixiao.checks.base import catalogue
    from jixiao.checks.examined import Review
    from jixiao.evaluation.story.report import report_of
    from jixiao.writers import exports
    from jixiao.writers.files import write_together
    from jixiao.writers.findings_html import render
    from jixiao.writers.fonts import find

    found = find(fonts)
    evaluated = _evaluated(folder, layout)
    checks = catalogue()
    findings = engine.examine([evaluated.evaluation], [evaluated.law], checks.values())[0]
    report = report_of(evaluated, findings, {code: check.remedy for code, check in checks.items()})
    made: dict[str, bytes | str] = {**exports.documents(evaluated, report, found, plain=plain)}
    examined = _examined(evaluated, exports.REPORT, made[exports.REPORT])
    made[FINDINGS] = render(Review(examined, checks))
    write_together({out / name: content for name, content in made.items()})
    return Exported(tuple(out / name for name in made), evaluated, tuple(examined), found.told())


def verify(path: Path, folder: Path | None = None) -> "Verdict":
    """Whether an exported file prints what was computed, and, with its project folder, whether that still follows.

    Raises:
        InputError: the file cannot be read, or carries no record of its evaluation; the folder is not there.
    """
    from jixiao.evaluation.record import read_record
    from jixiao.evaluation.verify import Verdict, wrong_points
    from jixiao.readers.carried import carried_in
    from jixiao.readers.gate import admit

    if folder is not None and not folder.is_dir():
        raise InputError(str(folder), "没有这个文件夹", "检查路径；不核对佐证的，只写文件")
    record = carried_in(admit(path, path.name), path.name)
    if not record:
        cause = "文件没有携带计算资料：不是 jixiao evaluate 导出的，或者导出时用了 --plain"
        raise InputError(path.name, cause, "重新导出（不加 --plain）；只检查内容可用 jixiao check")
    carried = read_record(record, path.name)
    edits = _edits(path, carried)
    changed, broken, trouble = _against(folder, carried) if folder is not None else ({}, (), "")
    return Verdict(
        path.name, edits or (), wrong_points(carried), changed, broken, compared=edits is not None, trouble=trouble
    )


def _evaluated(folder: Path, layout: str | None) -> "Evaluated":
    from jixiao.evaluation.assemble import assemble

    dossier, measurements = measure(folder)
    day = counting_day(dossier.report_date, dossier.year)
    assert day is not None
    return assemble(dossier, measurements, on(day, dossier.region), layout or _layout_of(dossier.region))


def _layout_of(region: str) -> str:
    return "tianjin" if region.startswith(_TIANJIN) else "mof"


def _examined(evaluated: "Evaluated", name: str, data: bytes | str) -> list["Examined"]:
    """The findings of the report as anyone will read it, then of narrative.md as its author typed it."""
    from jixiao.checks.base import catalogue
    from jixiao.evaluation.narrative import narrative_of
    from jixiao.forms import read_forms
    from jixiao.readers.docx import read_docx
    from jixiao.readers.package import Package

    assert isinstance(data, bytes)
    layout = read_docx(Package(data, name), name)
    checks = catalogue()
    found = _answered(evaluated, [(layout, one) for one in read_forms(layout)], list(checks))
    typed = _answered(evaluated, [narrative_of(evaluated.dossier)], ["CX11"])
    return found + [one for one in typed if one.findings]


def _answered(
    evaluated: "Evaluated", documents: list[tuple["Layout", "Evaluation"]], codes: Sequence[str]
) -> list["Examined"]:
    from jixiao.checks import engine
    from jixiao.checks.base import catalogue
    from jixiao.checks.examined import Examined
    from jixiao.scoring.totals import score

    law, checks = evaluated.law, catalogue()
    evaluations = [evaluation for _, evaluation in documents]
    found = engine.examine(evaluations, [law] * len(documents), [checks[code] for code in codes])
    return [
        Examined(layout, evaluation, law, score(evaluation, law), findings)
        for (layout, evaluation), findings in zip(documents, found, strict=True)
    ]


def _edits(path: Path, carried: "Carried") -> tuple["Edit", ...] | None:
    """What was changed in the text of a file; None where its text cannot be read."""
    from jixiao.evaluation.edits import Edit
    from jixiao.evaluation.verify import edits_of
    from jixiao.forms import read_forms
    from jixiao.readers import read_layout

    if path.suffix == ".json":
        return ()
    try:
        layout = read_layout(path)
    except InputError:
        return None
    forms = read_forms(layout)
    return edits_of(carried, layout, forms[0]) if forms else (Edit("自评表", "有", ""),)


def _against(folder: Path, carried: "Carried") -> tuple[dict[str, str], tuple["Broken", ...], str]:
    """Changed evidence files, the figures that no longer follow, and why nothing could be measured anew."""
    from jixiao.evaluation.verify import broken_by, changed_files
    from jixiao.sources.files import hashes

    changed = changed_files(carried, hashes(folder))
    try:
        facts, trouble = _evaluated(folder, carried.layout).facts, ""
    except InputError as error:
        facts, trouble = None, str(error)
    return changed, broken_by(carried, changed, facts), trouble
