"""BG23: the money is spent and the work is not done."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, among, given, indicator, project


@check("BG23", on=indicator, at="actual", severity=WARNING, basis=["jx-practice"], weighty=True)
def money_spent_work_not_done(i: Row) -> Rule:
    """钱已用完，数量指标完成不到八成

    为什么要查：预算执行了九成半以上，事情却没有做到八成，要么单价高于计划，要么提前付了款，要么完成值没有填对。
    怎么改：核对实际完成的数量；属实的，写明钱花在了哪里、剩下的怎么完成。
    不适用于：预算没有用完的项目；不是数量的指标；指标值与实际值不能相比的行。
    """
    return given(
        i.level2 == "数量指标",
        among(i.op, ">=", ">", "=", "none"),
        i.actual_op != "text",
        project.rate_due >= 95,
        i.v * 100 < i.t * 80,
    )


SAYS = "“{level3}”目标 {target}，实际 {actual}，不到八成；预算已执行 {project.rate_due}%。"
FIRES = {"只做了一半": an_evaluation(an_indicator(target="≥10台", actual="5台", score=5))}
SILENT = {"做了八成": an_evaluation(an_indicator(target="≥10台", actual="8台", score=8))}
APART = {
    "钱也没有用完": an_evaluation(
        an_indicator(target="≥10台", actual="5台"), funds={"budget": 100, "executed": 50, "rate": 50}
    ),
    "不是数量指标": an_evaluation(an_indicator(level2="质量指标", target="≥98%", actual="50%")),
}
UNSURE = {
    "执行数没读出来": an_evaluation(an_indicator(target="≥10台", actual="5台"), funds={"executed": None}),
    "单位不同": an_evaluation(an_indicator(target="≥10台", actual="5套")),
}
