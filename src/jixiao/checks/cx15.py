"""CX15: all projects of a unit with full marks."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, Unsure, check, folder
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation, Project
from jixiao.model.terms import Kind, fold

_FEWEST: Final = 3
_FULL: Final = Decimal(100)
_NOT_SCORED: Final = frozenset({Kind.TARGET, Kind.MONITORING})


@check("CX15", on=folder, at="project", severity=HINT, basis=["county-review-14", "mof-selfeval-notice"], weighty=True)
def every_project_of_a_unit_scores_full(batch: Sequence[Evaluation]) -> Sequence[Answer]:
    """一个单位的项目全部自评满分

    为什么要查：几个项目没有一处扣分，自评就没有分出高低；通知要求得分合理，不得虚高。
    怎么改：逐个项目对照佐证重新打分；确实都完成了的，附上每个指标的佐证。
    不适用于：单独检查的文件；一个单位不到三个项目的。
    """
    answers: list[Answer] = [NOT_APPLICABLE] * len(batch)
    units: dict[str, dict[str, int]] = {}
    for n, one in enumerate(batch):
        if one.project.unit and one.project.name and one.indicators and one.kind not in _NOT_SCORED:
            units.setdefault(fold(one.project.unit), {}).setdefault(fold(one.project.name), n)
    for members in units.values():
        own = list(members.values())
        scores = [batch[n].total.score for n in own]
        if len(own) < _FEWEST or all(score == "" for score in scores):
            continue
        for n in own:
            answers[n] = []
        known = [score for score in scores if isinstance(score, Decimal)]
        if any(score != _FULL for score in known) or "" in scores:
            continue
        if len(known) < len(own):
            answers[own[0]] = Unsure(("total.score",))
        else:
            facts = {"unit": batch[own[0]].project.unit or "", "count": str(len(own))}
            answers[own[0]] = [Fault("total.score", facts=facts)]
    return answers


SAYS = "“{unit}”的 {count} 个项目全部自评 100 分。"


def _unit(*totals: int | None) -> tuple[Evaluation, ...]:
    return tuple(
        replace(
            an_evaluation(an_indicator(), total=total, project=Project(f"项目{n}", "", "示例单位", 2020)),
            file=f"文件{n}",
        )
        for n, total in enumerate(totals)
    )


FIRES = {"三个满分": _unit(100, 100, 100)}
SILENT = {"有一个不是": _unit(100, 96, 100)}
APART = {"只有两个": _unit(100, 100)}
UNSURE = {"总分没读出来": _unit(100, None, 100)}
