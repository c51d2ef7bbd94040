"""SC07: the grade is that of the printed total."""

from jixiao.checks.base import ERROR, check
from jixiao.checks.samples import an_evaluation
from jixiao.tables.words import Row, Rule, filled, given, law, pick, project


@check("SC07", on=project, at="grade", severity=ERROR, basis=["mof-grades"])
def grade_is_not_that_of_the_total(p: Row) -> Rule:
    """等级与总分不符

    为什么要查：等级由总分的区间决定，刚好 90 分是“优”。
    怎么改：按总分重定等级；总分有错的先改总分。
    不适用于：没有写等级的表；当天当地没有规定等级区间的。
    """
    low = pick(p.total_score >= law.grade_fair, p.grade == "中", p.grade == "差")
    middle = pick(p.total_score >= law.grade_good, p.grade == "良", low)
    return given(
        filled(p.grade), filled(p.total_score), ~pick(p.total_score >= law.grade_excellent, p.grade == "优", middle)
    )


SAYS = "总分 {total_score} 分，等级写的是“{grade}”。"
FIRES = {"八十九不是优": an_evaluation(total=89, grade="优"), "九十不是良": an_evaluation(total=90, grade="良")}
SILENT = {
    "刚好九十是优": an_evaluation(total=90, grade="优秀"),
    "五十九点九九是差": an_evaluation(total="59.99", grade="差"),
}
APART = {"没有写等级": an_evaluation(total=90), "没有填总分": an_evaluation(grade="优")}
UNSURE = {"总分没读出来": an_evaluation(total=None, grade="优"), "等级看不懂": an_evaluation(total=90, grade="A")}
