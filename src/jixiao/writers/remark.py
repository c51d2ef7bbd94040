"""What a comment in a returned document says, and where it goes when the finding has no place of its own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jixiao.checks.base import Check
from jixiao.law.load import acts
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding, Outcome, Severity
from jixiao.model.layout import Layout, Table
from jixiao.model.place import Place

AUTHOR: Final = "jixiao"
INITIALS: Final = "jx"

# What the name of a form or report ends with, perhaps followed by its year.
_TITLE: Final = re.compile(r"(?:自评|评价|目标|监控|申报|复核|审核)\S{0,6}[表书]|报告")
_LONGEST_TITLE: Final = 60
_GRAVEST_FIRST: Final = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: the place of the words or the cell that it is about, and its lines."""

    place: Place
    lines: tuple[str, ...]


def remarks(
    layout: Layout, found: Sequence[tuple[Evaluation, Sequence[Finding]]], checks: Mapping[str, Check]
) -> list[Remark]:
    """The comments on one document, form by form, the gravest first.

    found: the evaluations of the document in their order, with the answers of the checks; faults become comments.
    """
    homes = titles(layout, [evaluation for evaluation, _ in found])
    order = _GRAVEST_FIRST.index
    made = []
    for home, (_, findings) in zip(homes, found, strict=True):
        faults = (finding for finding in findings if finding.outcome is Outcome.FAIL)
        for finding in sorted(faults, key=lambda one: order(one.severity)):
            lines = _lines(finding, checks[finding.code])
            own = finding.place
            made.append(Remark(own if own is not None and _is_in(own) else home, lines))
    return made


def titles(layout: Layout, evaluations: Sequence[Evaluation]) -> list[Place]:
    """For each form of a document the place of its name: the last title before its first field, else the first text.

    Raises:
        IndexError: the layout holds no text.
    """
    texts = list(_texts(layout))
    ordinals = {place: at for at, (place, _) in enumerate(texts)}
    found, after = [], 0
    for evaluation in evaluations:
        own = [
            ordinals[place]
            for path, source in evaluation.sources.items()
            if not path.startswith(("sections", "claims", "report_date", "project.year"))
            and (place := _whole(source.place)) in ordinals
        ]
        before = (texts[after : min(own) + 1] or texts) if own else texts
        named = [place for place, text in before if len(text) <= _LONGEST_TITLE and _TITLE.search(text)]
        # The name of a form stands right above it, that of a report in prose before everything else.
        found.append(named[-1 if own else 0] if named else before[0][0])
        after = max(own) + 1 if own else after
    return found


def _lines(finding: Finding, check: Check) -> tuple[str, ...]:
    known = (act for act in map(acts().get, finding.basis) if act)
    basis = "；".join(f"{act.title} {act.number}".rstrip() + f"（{act.words}）" for act in known)
    lines = (
        f"{finding.severity.word} {finding.code} {check.title}",
        f"事实：{finding.message}",
        f"建议：{check.remedy}",
        f"依据：{basis}" if basis else "",
    )
    return tuple(line for line in lines if line)


def _is_in(place: Place) -> bool:
    """Whether a place is a line or a cell, and not just a page or a table."""
    return place.row is not None or place.line is not None


def _texts(layout: Layout) -> Iterator[tuple[Place, str]]:
    for block in layout.blocks:
        if isinstance(block, Table):
            yield from ((cell.place, cell.text) for cell in block.cells if cell.text.strip())
        else:
            yield Place(line=block.line), block.text


def _whole(place: Place) -> Place:
    """The line in which some characters stand."""
    return place if place.table is not None else Place(line=place.line)
