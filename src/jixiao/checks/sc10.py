"""SC10: the grade in the text is that of the total."""

from jixiao.checks.base import ERROR, check
from jixiao.checks.samples import a_claim, a_report
from jixiao.tables.words import Row, Rule, filled, given, law, pick, project


@check("SC10", on=project, at="stated_grade", severity=ERROR, basis=["mof-grades"])
def grade_in_text_is_not_that_of_its_total(p: Row) -> Rule:
    """正文写的等级与正文写的总分不符

    为什么要查：等级由总分的区间决定；正文说 89 分又说“优”，两个数有一个不对。
    怎么改：按总分重定等级；当地另有等级区间的，在正文写明区间。
    不适用于：正文没有同时写总分和等级的文件；写了几个不同等级的；当天没有规定等级区间的。
    """
    low = pick(p.stated_total >= law.grade_fair, p.stated_grade == "中", p.stated_grade == "差")
    middle = pick(p.stated_total >= law.grade_good, p.stated_grade == "良", low)
    return given(
        filled(p.stated_grade),
        filled(p.stated_total),
        ~pick(p.stated_total >= law.grade_excellent, p.stated_grade == "优", middle),
    )


SAYS = "正文写总分 {stated_total} 分，等级却写成“{stated_grade}”。"
good = a_claim("grade", None, "", subject="优")
FIRES = {"八十九不是优": a_report(claims=(a_claim("total", "89.2", "分"), good))}
SILENT = {"九十是优": a_report(claims=(a_claim("total", "90", "分"), good))}
APART = {
    "没有写等级": a_report(claims=(a_claim("total", "89", "分"),)),
    "没有写总分": a_report(claims=(good,)),
}
UNSURE = {"等级看不懂": a_report(claims=(a_claim("total", "89", "分"), a_claim("grade", None, "", subject="A")))}
