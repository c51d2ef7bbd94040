"""SC19: some tasks were late, and the points for time are full or nearly so."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator, says

SOME = ("个别", "部分", "少数", "有的", "除")
LATE = ("未", "滞后", "延期", "延迟", "推迟", "不及时", "逾期", "晚于")


@check("SC19", on=indicator, at="score", severity=HINT, basis=["county-review-14"])
def some_tasks_late_and_time_hardly_reduced(i: Row) -> Rule:
    """时效指标：个别任务没有按时，扣分不到三成

    为什么要查：几项任务里有没按时的，时效就没有全部做到；外地一种复核口径是扣三成。
    怎么改：写明哪几项没有按时、差多少天，按比例或按当地办法扣分。
    不适用于：时效以外的指标；完成值和原因里没有说个别任务迟延的。
    """
    told = (says(i.actual, *SOME) & says(i.actual, *LATE)) | (says(i.reason, *SOME) & says(i.reason, *LATE))
    return given(i.level2 == "时效指标", filled(i.score), i.weight > 0, told, i.score * 10 > i.weight * 7)


SAYS = "“{level3}”有没按时的：实际完成“{actual}”、原因“{reason}”，仍得 {score} 分（分值 {weight}）。"
FIRES = {
    "原因里说": an_indicator(
        level2="时效指标", target="按时签订", actual="按时签订", reason="个别合同签订不及时", score=9
    ),
    "完成值里说": an_indicator(level2="时效指标", target="按时完成", actual="部分任务延期", reason="", score=8),
}
SILENT = {"扣了三成": an_indicator(level2="时效指标", target="按时完成", actual="部分任务延期", score=7)}
APART = {
    "质量指标": an_indicator(level2="质量指标", target="合格", actual="个别未达标", score=9),
    "都按时": an_indicator(level2="时效指标", target="按时完成", actual="按时完成"),
}
UNSURE = {"得分没读出来": an_indicator(level2="时效指标", actual="部分任务延期", score=None)}
