"""EV04: a rate of running is told with its period, its count and its method."""

import re
from typing import Any, Final

from jixiao.checks.base import NOT_APPLICABLE, WARNING, Answer, Fault, check, document
from jixiao.checks.prose import has_text
from jixiao.checks.rows import judged, unread
from jixiao.checks.samples import a_report, a_section, an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import fold

RUNNING: Final = re.compile(r"在线率|可用率|完好率|联通率|连通率|开机率|故障率|运行率|无故障|正常运行|安全运行|故障")
_COUNT: Final = re.compile(r"\d[\d,]*\s?(?:路|台|个点位|条|套|次巡检|次故障|小时|分钟|起|个监测点)", re.ASCII)
_METHOD: Final = ("监测", "监控日志", "运行日志", "日志", "轮巡", "巡检记录", "平台统计", "抽样", "按月统计", "采样")


@check("EV04", on=document, at="indicators", severity=WARNING, basis=["county-review-14", "jx-practice"])
def running_rate_without_count_or_method(d: Evaluation) -> Answer:
    """在线率、无故障这类结果，没有写统计的数量和方法

    为什么要查：98%是多少台、多长时间、怎么统计的；不写，这个数就核不了，“未发生故障”也无从证明。
    怎么改：写明统计期间、设备数量、数据来源和算法，附监测日志或巡检记录的汇总。
    不适用于：没有正文的文件；没有这类指标的表。
    """
    if not has_text(d) or not d.indicators:
        return NOT_APPLICABLE
    rows = [(n, row) for n, row in enumerate(d.indicators) if RUNNING.search(f"{row.level3}{row.actual}")]
    text = fold("".join(f"{section.heading}{section.text}" for section in d.sections))
    told = _COUNT.search(text) is not None and any(word in text for word in _METHOD)
    faults = [
        Fault(f"indicators[{n}].actual", facts={"level3": row.level3 or "", "actual": row.actual or ""})
        for n, row in rows
        if not told
    ]
    if not rows and not unread(d, "level3", "actual"):
        return NOT_APPLICABLE
    return judged(faults, () if told else unread(d, "level3", "actual"))


def _running(text: str, **cells: Any) -> Evaluation:
    row = an_indicator(**{"level3": "监控设备在线率", "target": "≥98%", "actual": "98.2%", **cells})
    return a_report(a_section("三、", "产出情况", text), indicators=(row,))


SAYS = "“{level3}”填“{actual}”，全文没有写统计的数量、期间和方法。"
FIRES = {"只报结果": _running("在线率98.2%。")}
SILENT = {"写了统计": _running("全年按月统计210路的运行日志，在线率98.2%。")}
APART = {
    "不是运行类": _running("已采购。", level3="设备采购数量", target="10台", actual="10台"),
    "只有自评表": an_evaluation(an_indicator(level3="设备在线率")),
}
UNSURE = {"完成值没读出来": _running("已采购。", level3="设备采购数量", actual=None)}
