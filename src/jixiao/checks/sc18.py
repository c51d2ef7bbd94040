"""SC18: a total above full marks."""

from jixiao.checks.base import ERROR, check
from jixiao.checks.samples import an_evaluation, an_indicator
from jixiao.tables.words import Row, Rule, filled, given, law, project


@check("SC18", on=project, at="total_score", severity=ERROR, basis=["mof-grades", "fiscal-software"])
def total_above_full_marks(p: Row) -> Rule:
    """总分超过满分

    为什么要查：满分以上没有等级可言；多半是分值加起来就超了，或者超额完成加了分。
    怎么改：先把分值改到合计等于满分，再按各行得分重算总分；自评不设加分。
    不适用于：没有填总分的表。
    """
    return given(filled(p.total_score), p.total_score > law.score_total)


FACTS = {"full": law.score_total}
SAYS = "总分印的是 {total_score} 分，满分 {full} 分。"
FIRES = {"一百一十": an_evaluation(an_indicator(weight=100, score=100), total=110)}
SILENT = {"一百": an_evaluation(an_indicator(weight=90, score=90), total=100)}
APART = {"没有填总分": an_evaluation(an_indicator())}
UNSURE = {"总分没读出来": an_evaluation(an_indicator(), total=None)}
