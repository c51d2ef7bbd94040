"""AC12: a goal that is only an amount."""

import re
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.samples import an_evaluation
from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import fold

ONLY_A_NUMBER: Final = re.compile(r"[\d,.]+(?:%|万元|元|亿元)?。?", re.ASCII)


@check("AC12", on=document, at="goals", severity=WARNING, basis=["cz-2020-10"])
def goal_is_only_a_number(d: Evaluation) -> Answer:
    """年度总体目标或完成情况只填了一个数

    为什么要查：目标是要做成什么事，不是花多少钱；只有一个数，看不出做什么、做到什么程度。
    怎么改：写明做什么、做多少、做到什么标准、什么时候完成；金额填在资金栏。
    不适用于：没有填年度总体目标的表。
    """
    cells = [(f"goals[{n}].{name}", getattr(goal, name)) for n, goal in enumerate(d.goals) for name in SIDES]
    if not cells:
        return NOT_APPLICABLE
    faults = [
        Fault(field, facts={"text": text, "side": SIDES[field.rpartition(".")[2]]})
        for field, text in cells
        if text and ONLY_A_NUMBER.fullmatch(fold(text))
    ]
    missing = tuple(field for field, text in cells if text is None)
    return faults or (Unsure(missing) if missing else [])


SIDES: Final = {"expected": "预期目标", "achieved": "完成情况"}
SAYS = "{side}只填了“{text}”。"
FIRES = {"金额": an_evaluation(goals={"43.2": "37.24万元"})}
SILENT = {"写了事": an_evaluation(goals={"改造暖通系统1套。": "改造完成，通过验收。"})}
APART = {"没有填": an_evaluation()}
UNSURE = {"没读出来": an_evaluation(goals={"改造暖通系统1套。": None})}
