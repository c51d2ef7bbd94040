"""IN05: the operator of a target points the wrong way."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, among, given, indicator, pick, says

SAVING = ("节约", "节省", "节支", "降低", "下降", "减少", "控制", "率", "收入", "收益")


@check("IN05", on=indicator, at="target", severity=WARNING, basis=["audit-tools", "county-review-14"])
def operator_points_the_wrong_way(i: Row) -> Rule:
    """比较符号方向反了：成本写成“≥”，满意度写成“≤”

    为什么要查：成本越少越好，满意度越高越好；符号反了，花得越多、越不满意反而算完成。
    怎么改：成本改成“≤”，满意度改成“≥”。
    不适用于：节约率、降低额一类越大越好的成本指标；没有写比较符号的指标。
    """
    cost = (i.level1 == "成本指标") | among(i.level2, "成本指标", "经济成本指标")
    return given(
        among(i.op, ">=", ">", "<=", "<"),
        cost | i.satisfaction,
        pick(cost, among(i.op, ">=", ">") & ~says(i.level3, *SAVING), among(i.op, "<=", "<")),
    )


SAYS = "“{level3}”的指标值是“{target}”，方向反了。"
FIRES = {
    "成本不低于": an_indicator(level2="成本指标", level3="运维费", target="≥30万元", actual="30万元"),
    "满意度不高于": an_indicator(level1="满意度指标", level2="服务对象满意度指标", target="≤90%", actual="85%"),
}
SILENT = {
    "成本不超过": an_indicator(level2="成本指标", level3="运维费", target="≤30万元", actual="30万元"),
    "节约率": an_indicator(level2="成本指标", level3="成本节约率", target="≥5%", actual="6%"),
}
APART = {"数量指标": an_indicator(), "没有符号": an_indicator(level2="成本指标", target="30万元", actual="30万元")}
UNSURE = {"指标值没读出来": an_indicator(level2="成本指标", target=None)}
