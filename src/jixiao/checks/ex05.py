"""EX05: a reason that says nothing."""

import re
from typing import Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, Unsure, check, document
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.number import known
from jixiao.model.terms import fold

EMPTY: Final = re.compile(
    r"(?:由于|因|因为|受)?(?:新冠)?(?:客观|主观|其他|外部|历史|工作|人为)?(?:原因|疫情|疫情影响|因素|条件限制|实际情况|工作需要)"
    r"(?:影响|所致|导致|造成)?[。.]?"
)


@check("EX05", on=document, at="indicators", severity=WARNING, basis=["audit-tools"])
def reason_that_says_nothing(d: Evaluation) -> Answer:
    """原因栏只写“客观原因”“疫情影响”

    为什么要查：只写一个笼统的词，看不出哪件事受了影响、差多少、以后怎么办。
    怎么改：写明是哪项工作、差多少、为什么、怎么补上。
    不适用于：没有扣分的行；没有写原因的行（见 EX01）。
    """
    rows = [(n, row) for n, row in enumerate(d.indicators) if row.reason and _lost(row) is not False]
    missing = [f"indicators[{n}].reason" for n, row in enumerate(d.indicators) if row.reason is None]
    if "reason" not in d.columns or not (rows or missing):
        return NOT_APPLICABLE
    faults = [
        Fault(f"indicators[{n}].reason", facts={"level3": row.level3 or "", "reason": row.reason or ""})
        for n, row in rows
        if EMPTY.fullmatch(fold(row.reason or ""))
    ]
    missing.extend(f"indicators[{n}].score" for n, row in rows if _lost(row) is None)
    return Unsure(tuple(missing)) if missing else faults


def _lost(row: Indicator) -> bool | None:
    """Whether points were lost; None where a number was not read."""
    if row.weight is None or row.score is None:
        return None
    weight, score = known(row.weight), known(row.score)
    return weight is not None and score is not None and score < weight


SAYS = "“{level3}”扣了分，原因只写了“{reason}”。"
FIRES = {
    "疫情": an_evaluation(an_indicator(score=8, reason="受疫情影响")),
    "客观": an_evaluation(an_indicator(score=8, reason="客观原因")),
}
SILENT = {"写清了": an_evaluation(an_indicator(score=8, reason="受疫情影响，三季度少巡检4次，下年提前安排"))}
APART = {"满分": an_evaluation(an_indicator(reason="客观原因")), "没有写": an_evaluation(an_indicator(score=8))}
UNSURE = {"得分没读出来": an_evaluation(an_indicator(score=None, reason="客观原因"))}
