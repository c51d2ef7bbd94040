"""项目绩效目标: the goals as the folder states them."""

from collections.abc import Iterator
from typing import Final

from jixiao.evaluation.evaluated import Evaluated
from jixiao.evaluation.story.blocks import Block, Paragraph
from jixiao.evaluation.words import plain
from jixiao.model.terms import Scope

_NAMES: Final = {Scope.OVERALL: "总体目标", Scope.STAGE: "阶段性目标", Scope.ANNUAL: "年度目标"}


def blocks(evaluated: Evaluated) -> Iterator[Block]:
    """A paragraph for each goal, the widest scope first."""
    for scope, name in _NAMES.items():
        own = [goal.expected for goal in evaluated.dossier.goals if goal.scope is scope]
        if own:
            first, *rest = [line for text in own for line in text.splitlines()]
            for line in (f"{name}：", first, *rest) if rest else (f"{name}：{first}",):
                yield Paragraph(plain(line))
