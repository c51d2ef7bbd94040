"""CM04: every goal has its answer."""

import re
from typing import Any, Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import fold, is_empty

_ITEM: Final = re.compile(r"(?:^|[。；;\n])\s*(?:目标)?(?:\d{1,2}[.．、：:](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])", re.ASCII)
_PLACEHOLDER: Final = re.compile(r"[-_—*＊/\s]*")
_SEVERAL: Final = 2


@check("CM04", on=document, at="goals", severity=WARNING, basis=["cz-2020-10"])
def goals_not_answered_one_by_one(d: Evaluation) -> Answer:
    """总体目标的完成情况空着，或者条数比目标少

    为什么要查：目标写了几条，完成情况就要回答几条；空着或者少了的，那几条做没做不知道。
    怎么改：按目标的条目逐条写明做了多少、结果怎样，没有做到的写原因。
    不适用于：目标表、监控表；没有写目标的表；完成情况没有分条写的（只写“全部完成”的见 AC11）。
    """
    goals = [(n, goal) for n, goal in enumerate(d.goals) if goal.expected and not is_empty(goal.expected)]
    if not goals or "actual" not in d.columns:
        return NOT_APPLICABLE
    faults = []
    for n, goal in goals:
        asked = len(_ITEM.findall(goal.expected or ""))
        told = len(_ITEM.findall(goal.achieved or ""))
        field = f"goals[{n}].achieved"
        if goal.achieved is not None and _PLACEHOLDER.fullmatch(fold(goal.achieved)):
            faults.append(Fault(field, facts={"what": "完成情况空着"}))
        elif _SEVERAL <= told < asked:
            faults.append(Fault(field, facts={"what": f"目标有 {asked} 条，完成情况只有 {told} 条"}))
    missing = tuple(f"goals[{n}].achieved" for n, goal in goals if goal.achieved is None)
    return faults or (Unsure(missing) if missing else [])


def _form(expected: str, achieved: str | None) -> Evaluation:
    return an_evaluation(an_indicator(), goals={expected: achieved})


SAYS = "总体目标：{what}。"
two = "1.两处机房全年运行。2.办公系统全年可用。"
three = f"{two}3.外网光纤畅通。"
FIRES: dict[str, Any] = {"少一条": _form(three, "1.机房未停机。2.系统停用两次。"), "空着": _form(two, "—")}
SILENT = {"逐条写了": _form(two, "1.两处机房全年运行，未停机。2.办公系统停用两次，均当日恢复。")}
APART = {"没有目标": an_evaluation(an_indicator())}
UNSURE = {"完成情况没读出来": _form(two, None)}
