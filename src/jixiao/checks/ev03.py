"""EV03: full marks for satisfaction without a measured rate."""

from typing import Any

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.model.evaluation import Indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator


@check("EV03", on=indicator, at="actual", severity=WARNING, basis=["county-review-14", "jx-practice"], weighty=True)
def satisfaction_scored_without_a_survey(i: Row) -> Rule:
    """满意度给了满分，却没有调查得出的数

    为什么要查：满意度靠调查得出，是一个百分比；没有数就没有做过调查的样子，复核时通常按没有佐证处理。
    怎么改：写调查得出的满意率，并附调查时间、发放和收回的份数；没有调查的不得分。
    不适用于：满意度以外的指标；没有给满分的行。
    """
    return given(
        i.satisfaction,
        filled(i.score),
        i.weight > 0,
        i.score == i.weight,
        i.actual_op == "text",
    )


SAYS = "“{level3}”得了满分 {score} 分，实际完成值是“{actual}”，没有调查得出的满意率。"


def _satisfaction(**cells: Any) -> Indicator:
    return an_indicator(**{"level1": "满意度指标", "level2": "服务对象满意度指标", "level3": "群众满意度", **cells})


FIRES = {
    "未开展": _satisfaction(target="≥90%", actual="未开展"),
    "空话": _satisfaction(target="满意", actual="群众满意"),
}
SILENT = {"有满意率": _satisfaction(target="≥90%", actual="93.5%")}
APART = {"产出指标": an_indicator(actual="已完成"), "没有给满分": _satisfaction(actual="未开展", score=0)}
UNSURE = {"得分没读出来": _satisfaction(actual="未开展", score=None), "完成值没读出来": _satisfaction(actual=None)}
