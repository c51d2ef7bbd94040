"""SC11: points that were rounded to fewer places."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator, stands_for


@check("SC11", on=indicator, at="score", severity=HINT, basis=["fiscal-software"])
def points_rounded(i: Row) -> Rule:
    """得分取了整

    为什么要查：按公式算出来的得分带小数，表上少印了小数位，各行加起来总分会差一点。
    怎么改：保留两位小数；当地规定取整的，不用改。
    不适用于：与公式不相符的得分（见 SC03）；达到目标的指标；定性指标。
    """
    return given(filled(i.score), i.numeric, i.due < i.weight, stands_for(i.score, i.due), i.due != i.score)


SAYS = "“{level3}”得 {score} 分，按公式是 {due} 分。"
FIRES = {"八分六二印成九": an_indicator(target="≥43.2万元", actual="37.24万元", weight=10, score=9)}
SILENT = {"两位小数": an_indicator(target="≥43.2万元", actual="37.24万元", weight=10, score="8.62")}
APART = {
    "达到目标": an_indicator(),
    "定性": an_indicator(target="达到要求", actual="基本达到", score=9),
    "与公式不符": an_indicator(target="≥100%", actual="50%", weight=10, score=9),
}
UNSURE = {"得分没读出来": an_indicator(target="≥100%", actual="90%", score=None)}
