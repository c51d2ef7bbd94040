"""IN07: money paid for a quantity."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, among, given, indicator, project, says

PAYING = (
    "资金支付",
    "资金拨付",
    "资金到位",
    "资金执行",
    "预算执行",
    "资金使用率",
    "支付进度",
    "资金金额",
    "支付率",
    "拨付率",
)


@check("IN07", on=indicator, at="level3", severity=WARNING, basis=["county-review-14", "audit-tools"])
def money_paid_is_no_output(i: Row) -> Rule:
    """把花钱当成了产出：数量、效益指标考的是支付

    为什么要查：资金支付、预算执行在“预算执行”里已经打过分，再当作产出，同一笔钱得两次分，事情做没做反而没有考。
    怎么改：换成钱办成的事：多少台、多少次、多少人、合格多少。
    不适用于：成本、时效指标；奖补、补贴发放一类本来就以发钱为产出的项目，写明发放的人数和标准。
    """
    paying = says(i.level3, *PAYING)
    total = (i.unit == "元") & ((i.t == project.budget) | (i.t == project.initial))
    return given(
        among(i.level2, "数量指标", "社会效益指标", "经济效益指标"),
        ~says(i.level3, "收入", "产值", "增收", "税"),
        paying | total,
    )


SAYS = "{level2}“{level3}”（指标值“{target}”）考的是花钱，不是办成的事。"
FIRES = {
    "工程资金金额": an_evaluation(an_indicator(level3="工程资金金额", target="43.2万元", actual="37.24万元")),
    "支付率": an_evaluation(an_indicator(level3="项目资金支付率", target="≥95%", actual="96%")),
    "指标值就是预算": an_evaluation(an_indicator(level3="设备采购", target="100万元", actual="100万元")),
}
SILENT = {"办成的事": an_evaluation(an_indicator())}
APART = {
    "成本指标": an_evaluation(an_indicator(level2="成本指标", level3="资金支付", target="≤100万元", actual="90万元"))
}
UNSURE = {"类别没读出来": an_evaluation(an_indicator(level2=None))}
