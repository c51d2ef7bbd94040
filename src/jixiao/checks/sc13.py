"""SC13: full marks for a figure below a target without an operator."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, among, filled, given, indicator, says

FALLING = (
    "事故",
    "投诉",
    "故障",
    "差错",
    "违规",
    "违法",
    "死亡",
    "发病",
    "上访",
    "信访",
    "能耗",
    "耗",
    "降",
    "减少",
    "时间",
    "时长",
)


@check("SC13", on=indicator, at="score", severity=WARNING, basis=["cz-2020-10", "county-review-14"], weighty=True)
def full_points_below_a_bare_target(i: Row) -> Rule:
    """实际数小于指标值，却给了满分

    为什么要查：数量、质量、满意度一般是越多越好；指标值没有写“不少于”，但实际数比它小，满分就要有说法。
    怎么改：指标值前面写上比较符号（≥、=、≤）；确实没有达到的，按完成比例计分。
    不适用于：指标值写了比较符号的（见 SC06）；时效、成本和越少越好的指标；没有给满分的行。
    """
    return given(
        filled(i.score),
        i.weight > 0,
        i.op == "none",
        among(i.actual_op, "none", "="),
        among(i.level2, "数量指标", "质量指标", "服务对象满意度指标"),
        ~says(i.level3, *FALLING),
        (i.v < i.t) & (i.score == i.weight),
    )


SAYS = "“{level3}”指标值“{target}”，实际只有“{actual}”，却得了满分 {score} 分。"
FIRES = {"五百五十只做二十": an_indicator(target="550", actual="20")}
SILENT = {
    "相等": an_indicator(target="3套", actual="3套"),
    "扣了分": an_indicator(target="10台", actual="8台", score=8),
}
APART = {
    "写了符号": an_indicator(target="≥10台", actual="8台"),
    "越少越好": an_indicator(level2="质量指标", level3="安全事故数", target="3次", actual="0次"),
    "成本": an_indicator(level2="成本指标", level3="运维费", target="10万元", actual="8万元"),
}
UNSURE = {
    "得分没读出来": an_indicator(target="10台", actual="8台", score=None),
    "单位不同": an_indicator(target="10台", actual="8套"),
}
