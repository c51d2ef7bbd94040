"""BG20: points for execution that were rounded to fewer places."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation
from jixiao.tables.words import Row, Rule, filled, given, project, stands_for


@check("BG20", on=project, at="execution_score", severity=HINT, basis=["fiscal-software"])
def execution_points_rounded(p: Row) -> Rule:
    """预算执行得分取了整

    为什么要查：得分按公式算出来带小数，表上少印了小数位，总分就会差一点。
    怎么改：保留两位小数；当地规定取整的，不用改。
    不适用于：与公式不相符的得分（见 BG03）。
    """
    return given(
        filled(p.execution_score),
        p.execution_weight > 0,
        stands_for(p.execution_score, p.due),
        p.due != p.execution_score,
    )


SAYS = "预算执行得分印的是 {execution_score} 分，按公式是 {due} 分。"
FIRES = {"四分九九印成五": an_evaluation(funds={"budget": "310.2", "executed": "154.74", "rate": "49.88", "score": 5})}
SILENT = {"足额满分": an_evaluation()}
APART = {
    "不打分": an_evaluation(funds={"weight": "", "score": ""}),
    "与公式不符": an_evaluation(funds={"budget": 100, "executed": 50, "rate": 50, "score": 10}),
}
UNSURE = {"执行数没读出来": an_evaluation(funds={"executed": None})}
