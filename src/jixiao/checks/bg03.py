"""BG03: the points for execution follow from the rate."""

from jixiao.checks.base import ERROR, check
from jixiao.checks.samples import an_evaluation
from jixiao.tables.words import Row, Rule, filled, given, project, stands_for


@check("BG03", on=project, at="execution_score", severity=ERROR, basis=["cz-2020-10", "fiscal-software"])
def execution_points_do_not_follow_from_the_rate(p: Row) -> Rule:
    """预算执行得分与执行率对不上

    为什么要查：预算执行得分等于执行率乘以分值，超过分值的按分值计，不需要人来判断。
    怎么改：按“执行率×分值”重算，结果四舍五入到两位小数，再改总分。
    不适用于：没有给预算执行打分的表。只是把小数取整的，由 BG20 提示。
    """
    return given(
        filled(p.execution_score),
        p.execution_weight > 0,
        ~stands_for(p.execution_score, p.due),
    )


SAYS = "预算执行得分印的是 {execution_score} 分；按执行率乘以分值 {execution_weight} 分，应是 {due} 分。"
FIRES = {"九成给满分": an_evaluation(funds={"budget": 100, "executed": 90, "rate": 90, "score": 10})}
SILENT = {
    "足额满分": an_evaluation(),
    "超支按分值计": an_evaluation(funds={"budget": 100, "executed": 110, "rate": 110}),
    "取整另行提示": an_evaluation(funds={"budget": "310.2", "executed": "154.74", "rate": "49.88", "score": 5}),
}
APART = {"不打分": an_evaluation(funds={"weight": "", "score": ""})}
UNSURE = {
    "得分没读出来": an_evaluation(funds={"score": None}),
    "没有预算": an_evaluation(funds={"budget": 0, "executed": 0, "rate": ""}),
}
