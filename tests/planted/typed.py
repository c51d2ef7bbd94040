"""Figures typed into narrative.md of a project folder, where they have to be cited."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from jixiao import api
from jixiao.checks.base import catalogue
from jixiao.checks.engine import examine
from jixiao.evaluation.narrative import narrative_of
from jixiao.law.load import on
from jixiao.model.finding import Finding
from planted.recall import passage

EXAMPLE: Final = Path(__file__).parents[2] / "examples/shili-2020"


class Narrative(NamedTuple):
    """What is typed instead of a paragraph of the example, and the figure that is reported."""

    code: str
    name: str
    words: str
    figure: str


NARRATIVES: Final = (
    Narrative("CX11", "手写的金额", "全年支付运维费128.5万元，都按合同付清。", "128.5万元"),
    Narrative("CX11", "手写的比率", "视频监控的平均在线率达到98.5%。", "98.5%"),
)


def clean() -> list[Finding]:
    """What is found in the narrative of the example."""
    return [finding for finding, _ in _findings("")]


def hits(one: Narrative) -> list[Finding]:
    """The findings that point at the typed figure."""
    return [finding for finding, words in _findings(one.words) if one.figure in words]


def _findings(words: str) -> Iterator[tuple[Finding, str]]:
    """The findings of the check, each with the passage that it points at."""
    dossier, _ = api.measure(EXAMPLE)
    if words:
        part = next(iter(dossier.narrative))
        dossier = replace(dossier, narrative={**dossier.narrative, part: words})
    layout, evaluation = narrative_of(dossier)
    assert dossier.report_date
    law = on(dossier.report_date, dossier.region)
    for finding in examine([evaluation], [law], [catalogue()["CX11"]])[0]:
        yield finding, passage(layout, finding.place)
