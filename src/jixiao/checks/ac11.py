"""AC11: goals answered with "all done" and nothing else."""

import re
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.samples import an_evaluation
from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import fold

EMPTY_ANSWER: Final = re.compile(
    r"(已|均已|已经)?(全部|全面|按时|按期|如期|顺利|圆满|基本)*(完成|达成|实现)(了)?(年度|全年)?(任务|目标|绩效目标)?。?"
)


@check("AC11", on=document, at="goals", severity=WARNING, basis=["jx-practice"])
def goals_answered_with_all_done(d: Evaluation) -> Answer:
    """年度总体目标的完成情况只写“全部完成”

    为什么要查：目标写了几条，完成情况就要逐条说明做了什么、做到什么程度；一句“全部完成”无从核对。
    怎么改：对着目标逐条写完成的数量、质量和时间，没有完成的写明差多少。
    不适用于：没有填年度总体目标的表。
    """
    if not d.goals:
        return NOT_APPLICABLE
    missing = tuple(f"goals[{n}].achieved" for n, goal in enumerate(d.goals) if goal.achieved is None)
    faults = [
        Fault(f"goals[{n}].achieved", facts={"achieved": goal.achieved})
        for n, goal in enumerate(d.goals)
        if goal.achieved is not None and EMPTY_ANSWER.fullmatch(fold(goal.achieved))
    ]
    return faults or (Unsure(missing) if missing else [])


SAYS = "年度总体目标的完成情况只写了“{achieved}”，没有逐条说明。"
FIRES = {"全部完成": an_evaluation(goals={"1.保障机房运行。2.保障网络畅通。": "全部完成"})}
SILENT = {"逐条": an_evaluation(goals={"1.保障机房运行。2.保障网络畅通。": "机房全年运行，断网2次共40分钟。"})}
APART = {"没有填目标": an_evaluation()}
UNSURE = {"没读出来": an_evaluation(goals={"保障机房运行。": None})}
