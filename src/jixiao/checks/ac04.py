"""AC04: far more than the target, and not a word about it."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import COLUMNS, an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, among, blank, given, indicator, law, pick


@check("AC04", on=indicator, at="actual", severity=WARNING, basis=["fiscal-software", "county-review-14"])
def far_above_the_target_unexplained(i: Row) -> Rule:
    """实际完成大幅超过指标值，没有说明

    为什么要查：超出一大截，多半是目标定低了，或者数填错了；复核要看到原因。
    怎么改：写明超额的原因；目标定低了的，下一年调高，按当地规定调减得分。
    不适用于：没有原因一栏的表；越少越好的指标；没有写比较符号、又不是数量、质量、满意度的指标。
    """
    bare = (i.op == "none") & among(i.level2, "数量指标", "质量指标", "服务对象满意度指标")
    return given(
        i.actual_op != "text",
        among(i.op, ">=", ">", "=", "none"),
        i.t > 0,
        pick(bare, i.v >= i.t * law.over_at, i.over),
        blank(i.reason),
    )


SAYS = "“{level3}”指标值“{target}”，实际“{actual}”，到了 {law.over_at} 倍以上，原因栏空着。"
FIRES = {
    "六次做了一百五十次": an_indicator(target="6次", actual="150次"),
    "一点三倍": an_indicator(target="≥10台", actual="13台"),
}
SILENT = {"写了原因": an_indicator(target="≥10台", actual="13台", reason="年中追加任务，下年提高目标")}
APART = {
    "没有超过": an_indicator(target="≥10台", actual="11台"),
    "越少越好": an_indicator(target="≤10次", actual="2次"),
    "没有这一列": an_evaluation(an_indicator(target="≥10台", actual="20台", reason=None), columns=COLUMNS[:-1]),
}
UNSURE = {"原因没读出来": an_indicator(target="≥10台", actual="20台", reason=None)}
