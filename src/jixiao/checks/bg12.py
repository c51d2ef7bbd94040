"""BG12: an amount that is ten thousand times another: yuan written as ten thousand yuan."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, given, indicator, pick, project


@check("BG12", on=indicator, at="target", severity=WARNING, basis=["jx-practice"], weighty=True)
def amount_in_the_wrong_unit(i: Row) -> Rule:
    """金额与预算数或执行数正好差一万倍

    为什么要查：同一笔钱，一处写成元、一处写成万元，数字正好差一万倍，得分和合计就全错了。
    怎么改：核对单位，全表统一用万元。
    不适用于：不是金额的指标；没有预算的项目。
    """
    target = (
        (i.t == project.budget * 10000)
        | (i.t * 10000 == project.budget)
        | (i.t == project.initial * 10000)
        | (i.t * 10000 == project.initial)
    )
    actual = (i.v > 0) & ((i.v == project.executed * 10000) | (i.v * 10000 == project.executed))
    return given(i.unit == "元", project.budget > 0, i.t > 0, pick(i.actual_op == "text", target, target | actual))


SAYS = "“{level3}”的指标值“{target}”、实际完成值“{actual}”，与全年预算数 {project.budget} 正好差一万倍。"
FIRES = {
    "元写成万元": an_evaluation(
        an_indicator(level2="成本指标", target="≤72890万元", actual="7.289万元"),
        funds={"initial": "7.289", "budget": "7.289", "executed": "7.289"},
    ),
    "万元写成元": an_evaluation(
        an_indicator(level2="成本指标", target="≤30元", actual="30元"),
        funds={"initial": 30, "budget": 30, "executed": 30},
    ),
}
SILENT = {"单位相同": an_evaluation(an_indicator(level2="成本指标", target="≤100万元", actual="1000000元"))}
APART = {
    "不是金额": an_evaluation(an_indicator()),
    "没有预算": an_evaluation(an_indicator(target="≤30元", actual="30元"), funds={"budget": 0, "executed": 0}),
}
UNSURE = {"预算数没读出来": an_evaluation(an_indicator(target="≤30元", actual="30元"), funds={"budget": None})}
