"""IN24: what is counted is also judged by quality."""

import re
from typing import Final

from jixiao.checks.base import HINT, NOT_APPLICABLE, Answer, Fault, Unsure, check, document
from jixiao.checks.rows import unread
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.model.evaluation import Evaluation
from jixiao.model.terms import Level2, fold

# What follows the object in a name.
_COUNT: Final = re.compile(r"(?:运维|维护|建设|采购|购置|改造|维修|检测|新建)*(?:数量|[个套台座处条路间辆]数)$")
_STATE: Final = re.compile(
    r"(?:运维|维护|建设|采购|购置|改造|维修|检测|新建)*(?:在线率|完好率|合格率|达标率|可用率|验收率|验收合格率|安全运行|正常运行|运行正常率?)$"
)
_SHORTEST: Final = 2
_RUN: Final = 4


@check("IN24", on=document, at="indicators", severity=HINT, basis=["county-review-14"])
def object_with_number_and_no_quality(d: Evaluation) -> Answer:
    """有的对象只有数量指标，有的只有质量指标

    为什么要查：同一张表里，有的对象既数又看质量，有的只看一头；没有看的那一头出了问题，表上看不出来。
    怎么改：给缺的对象补上数量或质量指标；不需要的，删去另一头。
    不适用于：从名称看不出对象的指标；没有一个对象两头都有的表。
    """
    missing = unread(d, "level2", "level3")
    if missing:
        return Unsure(missing)
    counted = _objects(d, Level2.QUANTITY, _COUNT)
    stated = _objects(d, Level2.QUALITY, _STATE)
    lone = [(at, name, "数量", "质量") for name, at in counted.items() if not _told(d, name, Level2.QUANTITY)]
    lone += [(at, name, "质量", "数量") for name, at in stated.items() if not _told(d, name, Level2.QUALITY)]
    if not counted or not stated or len(lone) == len(counted) + len(stated):
        return NOT_APPLICABLE
    return [
        Fault(f"indicators[{at}].level3", facts={"object": name, "has": has, "lacks": lacks})
        for at, name, has, lacks in lone
    ]


def _objects(d: Evaluation, level: Level2, ends: re.Pattern[str]) -> dict[str, int]:
    """The objects that rows of a class name, with the row's ordinal."""
    found: dict[str, int] = {}
    for at, row in enumerate(d.indicators):
        name = fold(row.level3 or "")
        match = ends.search(name)
        if row.class2 is level and match and match.start() >= _SHORTEST:
            found.setdefault(name[: match.start()], at)
    return found


def _told(d: Evaluation, name: str, but: Level2) -> bool:
    """Whether a row of another class speaks of the object: by its name, or by four characters of it in a row."""
    others = [fold(row.level3 or "") for row in d.indicators if row.class2 is not but]
    run = min(len(name), _RUN)
    runs = [name[at : at + run] for at in range(len(name) - run + 1)]
    return any(one in other for one in runs for other in others)


SAYS = "“{object}”有{has}指标，没有{lacks}指标。"


def _form(*quality: str | None) -> Evaluation:
    rows = [an_indicator(level3="视频监控系统运维数量"), an_indicator(level3="政务外网运维数量")]
    return an_evaluation(*rows, *(an_indicator(level2="质量指标", level3=name) for name in quality))


FIRES = {
    "外网没有质量": _form("视频监控系统在线率"),
    "办公系统没有数量": _form("视频监控系统在线率", "政务外网可用率", "办公系统正常运行"),
}
SILENT = {"都有": _form("视频监控系统在线率", "政务外网可用率")}
APART = {"没有质量指标": _form()}
UNSURE = {"名称没读出来": _form("视频监控系统在线率", None)}
