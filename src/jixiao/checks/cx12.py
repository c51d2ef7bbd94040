"""CX12: the reason does not contradict the actual value."""

import re
from typing import Final

from jixiao.checks.base import WARNING, Answer, Fault, check, document
from jixiao.checks.rows import judged
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.number import known
from jixiao.model.terms import fold, says_not_done

_SHORT: Final = re.compile(
    r"不及时|滞后|延期|延迟|推迟|逾期|超期|未按|未能|没有按|偏晚|较晚|不到位|不达标|未达|未完成|未开展|不足|缺少|中断|停用"
)
_DENIED: Final = re.compile(r"(?:无|不存在|没有|未出现|避免|防止)$")
_DONE: Final = re.compile(r"按照?(?:时间)?节点|按时|按期|及时|如期|全部完成|已完成|达到|完成|达标|正常|未发生")
# Where the cause ends and the remedy begins.
_REMEDY: Final = re.compile(r"[；;。]|今后|下一?步|下一?年|明年|将|拟|已于")
_BEFORE: Final = 4


@check("CX12", on=document, at="indicators", severity=WARNING, basis=["jx-practice"])
def reason_contradicts_the_actual_value(d: Evaluation) -> Answer:
    """完成值说做到了，原因说没有做到

    为什么要查：完成值写“按时完成”，原因又写“签订不及时”，至少一处不实；扣分也就说不清对不对。
    怎么改：按事实改完成值，例如“9 份合同中 2 份晚签”。
    不适用于：没有写原因的行；完成值本身写明没有做到的行；有数而没有达到目标的行。
    """
    faults: list[Fault] = []
    missing: list[str] = []
    for n, row in enumerate(d.indicators):
        missing += _missing(d, n, row)
        reason, actual = _REMEDY.split(fold(row.reason or ""))[0], fold(row.actual or "")
        match = _SHORT.search(reason)
        if not match or _DENIED.search(reason[max(0, match.start() - _BEFORE) : match.start()]):
            continue
        same = bool(actual) and actual == fold(row.target or "")
        if (same or _DONE.match(actual)) and not says_not_done(actual):
            facts = {"level3": row.level3 or "", "actual": row.actual or "", "reason": reason[:40]}
            faults.append(Fault(f"indicators[{n}].reason", facts=facts))
    return judged(faults, tuple(missing))


def _missing(d: Evaluation, n: int, row: Indicator) -> list[str]:
    """What was not read of a row; one with full points seldom has a reason, and is not asked for it."""
    weight, score = known(row.weight), known(row.score)
    if weight is not None and score is not None and score >= weight:
        return []
    names = ["reason"] if row.reason is None else ["target", "actual"] if _SHORT.search(fold(row.reason)) else []
    return [f"indicators[{n}].{name}" for name in names if name in d.columns and getattr(row, name) is None]


SAYS = "“{level3}”的完成值写“{actual}”，原因写“{reason}”。"
FIRES = {
    "又及时又不及时": an_evaluation(
        an_indicator(target="按时完成", actual="按时完成", score=8, reason="个别合同签订不及时")
    )
}
SILENT = {"相符": an_evaluation(an_indicator(target="按时完成", actual="晚两个月", score=8, reason="合同签订不及时"))}
UNSURE = {"原因没读出来": an_evaluation(an_indicator(score=8, reason=None))}
