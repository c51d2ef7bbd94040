"""IN11: a satisfaction target that cannot be measured or missed."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator


@check("IN11", on=indicator, at="target", severity=HINT, basis=["audit-tools", "jx-practice"])
def satisfaction_target_is_no_target(i: Row) -> Rule:
    """满意度的指标值不是百分比，或者定成了 100%、不到 60%

    为什么要查：满意度靠调查得出百分比；写“满意”核不出来，定 100% 难以做到，不到 60% 等于没有目标。
    怎么改：定成一个百分比，一般在 85% 到 95%，参照上年实际。
    不适用于：满意度以外的指标；没有填指标值的行。
    """
    return given(i.satisfaction, filled(i.target), (i.op == "text") | (i.t == 100) | (i.t < 60))


SAYS = "满意度指标“{level3}”的指标值是“{target}”，应当是 60% 以上、不到 100% 的百分比。"
liked = {"level1": "满意度指标", "level2": "服务对象满意度指标", "level3": "群众满意度"}
FIRES = {
    "文字": an_indicator(**liked, target="满意", actual="满意"),
    "百分之百": an_indicator(**liked, target="=100%", actual="100%"),
    "五成": an_indicator(**liked, target="≥50%", actual="80%"),
}
SILENT = {"九成": an_indicator(**liked, target="≥90%", actual="93%")}
APART = {"产出指标": an_indicator(), "没有填": an_indicator(**liked, target="")}
UNSURE = {"没读出来": an_indicator(**liked, target=None), "类别没读出来": an_indicator(level1=None, level2=None)}
