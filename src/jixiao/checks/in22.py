"""IN22: an activity, or a date, filed as an effect."""

import re
from typing import Any, Final

from jixiao.checks.base import WARNING, Answer, Fault, check, document
from jixiao.checks.rows import judged, unread
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation, Indicator
from jixiao.model.terms import Level1, Level2, fold

_ACTIVITY: Final = re.compile(
    r"(?:做好|开展|组织|完成|落实|抓好|推进|召开|举办|加强)[^，。；、]{0,14}(?:工作|活动|会议|培训|任务|检查|建设)"
)
_TIMELY: Final = re.compile(r"按时|按期|及时|时间节点|年内|当年|如期|进度")
_EFFECT: Final = re.compile(
    r"率|提升|提高|增强|改善|减少|降低|增加|增收|带动|受益|影响|保障|促进|可持续|长效|机制|发生|稳定|无|零"
)


@check("IN22", on=document, at="indicators", severity=WARNING, basis=["county-review-14"])
def activity_filed_as_effect(d: Evaluation) -> Answer:
    """效益指标写的是做工作，或者写的是时间进度

    为什么要查：做了工作是产出，按时完成是时效；放在效益里，等于一件事算两次分，效益反而没有人看。
    怎么改：效益写工作带来的变化（少了多少投诉、省了多少时间）；时间进度移到时效指标。
    不适用于：产出指标、满意度指标。
    """
    faults = []
    for n, row in enumerate(d.indicators):
        kind = _kind(row)
        if kind:
            faults.append(Fault(f"indicators[{n}].level3", facts={"level3": row.level3 or "", "kind": kind}))
    return judged(faults, unread(d, "level1", "level2", "level3", "target"))


def _kind(row: Indicator) -> str:
    """What a benefit row is by its words; "" for an effect."""
    name, target = fold(row.level3 or ""), fold(row.target or "")
    if row.class1 is not Level1.BENEFIT or row.is_satisfaction or not name or row.target is None:
        return ""
    if _TIMELY.search(name) and not _EFFECT.search(_TIMELY.sub("", name)):
        return "时间进度"
    if row.class2 is Level2.SUSTAINABLE and _TIMELY.search(target):
        return "时间进度"
    match = _ACTIVITY.match(name)
    return "做的工作" if match and not row.target_parsed.is_number else ""


def _row(**cells: Any) -> Indicator:
    return an_indicator(**{"level1": "效益指标", "level2": "社会效益指标", "target": "达到预期", **cells})


SAYS = "“{level3}”是{kind}，不是效益。"
FIRES = {
    "做好工作": an_evaluation(_row(level3="做好运维工作，加强安全保障")),
    "年内推进": an_evaluation(_row(level2="可持续影响指标", level3="年内持续推进", target="按照时间节点完成")),
}
SILENT = {
    "变化": an_evaluation(_row(level3="群众办事平均等候时间减少", target="≥20%")),
    "产出": an_evaluation(an_indicator()),
}
UNSURE = {"名称没读出来": an_evaluation(_row(level3=None))}
