"""BG24: full marks everywhere while much of the money is unspent."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, count, every, filled, given, indicator, law, project

scored = filled(indicator.score) & filled(indicator.weight)


@check("BG24", on=project, at="executed", severity=WARNING, basis=["fiscal-software"], weighty=True)
def full_marks_while_money_is_unspent(p: Row) -> Rule:
    """钱没有用完，指标却全是满分

    为什么要查：预算剩下两成以上而目标样样做到，不是预算编多了，就是目标定低了，或者完成值没有写实。
    怎么改：写明少花钱也完成的原因（招标节约、单价下降、任务减少）；任务减少的，按减少后的目标重新评分。
    不适用于：预算用得差不多的项目；有指标没有得满分的表；没有预算的项目。
    """
    return given(
        p.budget > 0,
        p.rate_due < 100 - law.light_unspent,
        count(project, where=scored) > 2,
        every(indicator.score == indicator.weight, project, where=scored),
    )


SAYS = "预算只执行了 {rate_due}%，每个三级指标却都得了满分。"
rows = (an_indicator(), an_indicator(level3="巡检次数"), an_indicator(level3="培训人数"))
half = {"budget": 100, "executed": 50, "rate": 50, "score": 5}
FIRES = {"用了一半": an_evaluation(*rows, funds=half)}
SILENT = {"有扣分": an_evaluation(*rows, an_indicator(score=5), funds=half)}
APART = {"用完了": an_evaluation(*rows), "只有一个指标": an_evaluation(an_indicator(), funds=half)}
UNSURE = {"一行得分没读出来": an_evaluation(*rows, an_indicator(score=None), funds=half)}
