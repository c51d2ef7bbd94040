"""SC15: every indicator has full marks."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, count, every, filled, given, indicator, law, project

scored = filled(indicator.score) & filled(indicator.weight)


@check("SC15", on=project, at="total_score", severity=HINT, basis=["mof-selfeval-notice", "jx-practice"])
def everything_has_full_marks(p: Row) -> Rule:
    """总分是满分，每一项都没有扣分

    为什么要查：样样满分的自评，复核时先看：是目标定得太低，还是没有做到的没有写。
    怎么改：逐项核对完成值和佐证；确实全部做到的，不用改，备好佐证。
    不适用于：总分不是满分的表；三级指标不到五个的表。
    """
    return given(
        filled(p.total_score),
        p.total_score == law.score_total,
        count(project, where=scored) >= 5,
        every(indicator.score == indicator.weight, project, where=scored),
    )


SAYS = "总分 {total_score} 分，每个三级指标都是满分。"
rows = (an_indicator(weight=18, score=18),) * 5
FIRES = {"样样满分": an_evaluation(*rows, total=100)}
SILENT = {"有扣分": an_evaluation(*rows[1:], an_indicator(weight=18, score=17), total=100)}
APART = {"没有满分": an_evaluation(*rows, total=99), "只有四个": an_evaluation(*rows[1:], total=100)}
UNSURE = {"一行没读出来": an_evaluation(*rows, an_indicator(score=None), total=100)}
