"""AC03: actual values that are the targets again."""

from jixiao.checks.base import HINT, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, count, filled, given, indicator, project

answered = filled(indicator.target) & filled(indicator.actual)
rows = count(project, where=answered)
same = count(project, where=answered & indicator.equals)


@check("AC03", on=project, at="name", severity=HINT, basis=["jx-practice"])
def actual_values_are_the_targets_again(_: Row) -> Rule:
    """八成以上的实际完成值与指标值一模一样

    为什么要查：真实的数很少样样与目标分毫不差；照抄指标值，看不出实际做了什么。
    怎么改：从台账、记录里取实际的数填上，例如在线率写到两位小数，文字指标写实际做法。
    不适用于：填了完成值的指标不到五个的表。
    """
    return given(rows >= 5, same * 10 >= rows * 8)


FACTS = {"rows": rows, "same": same}
SAYS = "{rows} 个指标里，有 {same} 个的实际完成值与指标值一模一样。"
copied = an_indicator(target="达到要求", actual="达到要求")
FIRES = {"五个里四个": an_evaluation(copied, copied, copied, copied, an_indicator(target="≥98%", actual="99.1%"))}
SILENT = {
    "五个里三个": an_evaluation(
        copied, copied, copied, an_indicator(target="≥98%", actual="99.1%"), an_indicator(actual="12台")
    )
}
APART = {"只有四个": an_evaluation(copied, copied, copied, copied)}
UNSURE = {"一个没读出来": an_evaluation(copied, copied, copied, copied, an_indicator(actual=None))}
