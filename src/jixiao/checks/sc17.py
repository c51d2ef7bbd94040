"""SC17: full marks for work that was done after its deadline."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator


@check("SC17", on=indicator, at="score", severity=WARNING, basis=["cz-2020-10"], weighty=True)
def full_points_though_late(i: Row) -> Rule:
    """完成的日期晚于目标，却给了满分

    为什么要查：时效指标考的就是有没有按时；日期晚于目标，满分与日期矛盾。
    怎么改：按迟延的程度扣分并写明原因；日期填错的，改成真实的日期。
    不适用于：指标值或实际完成值不是日期的行；没有给满分的行。
    """
    return given(
        i.op == "before", i.actual_op == "before", filled(i.score), i.weight > 0, i.late & (i.score == i.weight)
    )


SAYS = "“{level3}”目标“{target}”，实际“{actual}”才完成，却得了满分 {score} 分。"
FIRES = {"晚一个月": an_indicator(level2="时效指标", target="2020年10月底前", actual="2020年11月30日")}
SILENT = {
    "按时": an_indicator(level2="时效指标", target="2020年12月底前", actual="2020年11月30日"),
    "晚了扣分": an_indicator(level2="时效指标", target="2020年10月底前", actual="2020年11月30日", score=7),
}
APART = {"不是日期": an_indicator()}
UNSURE = {"得分没读出来": an_indicator(level2="时效指标", target="2020年10月底前", actual="2020年11月30日", score=None)}
