"""findings.html: what was found, beside the document it was found in, as one page that needs nothing else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import count, groupby
from typing import Final

from jinja2 import Template

from jixiao.checks.base import Check
from jixiao.checks.examined import Examined, Review
from jixiao.checks.fields import title_of
from jixiao.law.explain import Line as ExplainedLine
from jixiao.law.explain import explain
from jixiao.law.load import NATIONAL, acts, profiles, region_name
from jixiao.law.snapshot import Act, Law
from jixiao.model.finding import Finding, Severity
from jixiao.model.layout import Layout
from jixiao.model.number import Number, plain, tidy
from jixiao.scoring.totals import Scorecard, ScoredRow
from jixiao.writers.marked import Line, Mark, Sheet, Spot, marked, spot, spots
from jixiao.writers.pages import environment, printable

_UNNAMED: Final = "没有写明的内容"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number on the page, and whether the document shows its place."""

    number: int
    finding: Finding
    shown: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one severity, check by check."""

    severity: Severity
    checks: Sequence[tuple[Check, Sequence[Numbered]]]

    @property
    def size(self) -> int:
        """How many findings."""
        return sum(len(found) for _, found in self.checks)

    @property
    def waived(self) -> int:
        """How many of them somebody waived."""
        return sum(one.finding.waiver is not None for _, found in self.checks for one in found)


@dataclass(frozen=True, slots=True)
class Report:
    """One evaluation on the page. unknown: by the name of what is missing, the questions that it leaves open."""

    number: int
    examined: Examined
    groups: Sequence[Group]
    unknown: Mapping[str, Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Convention:
    """A profile that some evaluation is scored under for reference, and the rules in which it departs from the law."""

    title: str
    mark: str
    law: Law
    lines: Sequence[ExplainedLine]


@dataclass(frozen=True, slots=True)
class File:
    """One document with the evaluations that were found in it."""

    number: int
    layout: Layout
    reports: Sequence[Report]
    blocks: Sequence[Line | Sheet]
    spots: frozenset[Spot]


def render(review: Review) -> str:
    """The page for some evaluations; those of one file stand next to each other and share its document."""
    examined, checks = review.examined, review.checks
    files = list(_files(examined, checks))
    used = [checks[code] for code in sorted({finding.code for finding in _all(review)} & set(checks))]
    page = _template().render(
        files=files,
        reports=[report for file in files for report in file.reports],
        laws=list({(one.law.day, one.law.region): one.law for one in examined}.values()),
        conventions=_conventions(examined),
        checks=used,
        loose=review.loose,
        cited=_cited(used, examined),
        version=version("jixiao"),
    )
    return printable(page)


def _files(examined: Sequence[Examined], checks: Mapping[str, Check]) -> Iterator[File]:
    numbers, report_numbers = count(1), count(1)
    for file_number, (_, group) in enumerate(groupby(examined, key=lambda one: id(one.layout)), 1):
        own = list(group)
        layout = own[0].layout
        known = spots(layout)
        reports = [_report(next(report_numbers), one, checks, known, numbers) for one in own]
        blocks = list(marked(layout, list(_marks(reports)), _levels(own)))
        yield File(file_number, layout, reports, blocks, known)


def _report(
    number: int, examined: Examined, checks: Mapping[str, Check], known: frozenset[Spot], numbers: Iterator[int]
) -> Report:
    groups = []
    for severity in Severity:
        found = [Numbered(next(numbers), one, spot(one.place) in known) for one in examined.failed(severity)]
        by_check = groupby(found, key=lambda one: one.finding.code)
        groups.append(Group(severity, [(checks[code], list(same)) for code, same in by_check]))
    return Report(number, examined, groups, _unknown(examined.undecided))


def _unknown(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    unknown: dict[str, list[Finding]] = {}
    for finding in findings:
        for title in dict.fromkeys(map(title_of, finding.missing)) or (_UNNAMED,):
            unknown.setdefault(title, []).append(finding)
    return unknown


def _marks(reports: Iterable[Report]) -> Iterator[Mark]:
    for report in reports:
        for group in report.groups:
            for one in (one for _, found in group.checks for one in found):
                finding = one.finding
                if one.shown and finding.place is not None:
                    yield Mark(one.number, group.severity, finding.message, finding.place)


def _levels(examined: Iterable[Examined]) -> dict[int, int]:
    """By line, the level of the heading that is all there is on it."""
    levels = {}
    for evaluation in (one.evaluation for one in examined):
        for at, section in enumerate(evaluation.sections):
            place, text = evaluation.place(f"sections[{at}].heading"), evaluation.place(f"sections[{at}].text[0]")
            if place is not None and place.line is not None and (text is None or text.line != place.line):
                levels[place.line] = section.level
    return levels


def _said(examined: Examined) -> Iterator[Finding]:
    """The findings that the page shows."""
    for severity in Severity:
        yield from examined.failed(severity)
    yield from examined.undecided


def _all(review: Review) -> Iterator[Finding]:
    """The findings that the page shows, those about no document included."""
    for one in review.examined:
        yield from _said(one)
    yield from review.loose


def _conventions(examined: Iterable[Examined]) -> list[Convention]:
    titles = {profile.name: profile.title for profile in profiles()}
    found = {}
    for one in examined:
        for reference in one.references:
            law = reference.law
            lines = [line for line in explain(law) if law.entries[line.name] != one.law.entries.get(line.name)]
            found[law.profile, law.day, reference.mark] = Convention(titles[law.profile], reference.mark, law, lines)
    return list(found.values())


def _cited(checks: Iterable[Check], examined: Sequence[Examined]) -> list[Act]:
    """What the checks and the rules on the page rest on, each once, in the order of their ids."""
    laws = [law for one in examined for law in (one.law, *(reference.law for reference in one.references))]
    cited = {entry.act.id: entry.act for law in laws for entry in law.entries.values()}
    cited |= {act: acts()[act] for check in checks for act in check.head.basis}
    return [cited[act] for act in sorted(cited)]


def _printed(value: Number) -> str:
    """A printed number as it stands, or which kind of nothing does."""
    if value is None:
        return "没有读到"
    return "空白" if value == "" else plain(value)


def _bounds(law: Law) -> str:
    """Whose bounds a grade is given by."""
    entry = law.entries.get("grade.good")
    return f"按{'国家' if entry is None or entry.layer == NATIONAL else entry.layer}等次划分"


def _ground(law: Law) -> str:
    """The law that counts, in words."""
    if not law.entries:
        return "没有有效的规定可依：没有读到年度和报告日期，或者当日尚无规定"
    place = f"有效的{NATIONAL}规定" if not law.region else f"在{region_name(law.region)}有效的规定"
    return f"按{law.day.isoformat()}{place}"


def _changed(reference: Scorecard, card: Scorecard) -> list[ScoredRow]:
    """The rows to which a reference gives other points."""
    own = {row.path: row.points.points for row in card.rows}
    return [row for row in reference.rows if own.get(row.path) != row.points.points]


def _anchor(file: File, where: Spot | None) -> str:
    """The id of a cell or paragraph in the document; "" if the document shows none."""
    return "-".join(["at", *map(str, (file.number, *where))]) if where in file.spots else ""


@cache
def _template() -> Template:
    templates = environment()
    templates.filters.update(anchor=_anchor, ground=_ground, printed=_printed, spot=spot, tidy=tidy)
    templates.globals.update(
        acts=acts(),
        bounds=_bounds,
        changed=_changed,
        explain=explain,
        severities=tuple(Severity),
    )
    return templates.get_template("findings.html.jinja")
