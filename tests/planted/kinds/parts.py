"""Parts of a form that are missing, left over from the template, or not fit to be printed."""

from dataclasses import replace
from decimal import Decimal

from jixiao.model.evaluation import Indicator
from planted.kinds.registry import OWN, QUALITY, QUANTITY, SOCIAL, TIME, Planted, cells, kind
from planted.twins import Twin, changed


def with_project(twin: Twin, **names: str) -> Twin:
    return replace(twin, form=replace(twin.form, project=replace(twin.form.project, **names)))


@kind("CM01", "没有填主管部门")
def no_department(twin: Twin) -> Planted:
    return with_project(twin, department=""), "project.department"


@kind("CM01", "没有填实施单位")
def no_unit(twin: Twin) -> Planted:
    return with_project(twin, unit=""), "project.unit"


def with_goal(twin: Twin, expected: str, achieved: str) -> Twin:
    goal = replace(twin.form.goals[0], expected=expected, achieved=achieved)
    return replace(twin, form=replace(twin.form, goals=(goal,)))


@kind("CM04", "三条目标答了两条")
def goal_unanswered(twin: Twin) -> Planted:
    twin = with_goal(twin, "1.全年运行。2.系统可用。3.线路畅通。", "1.没有停机。2.停用两次，当日恢复。")
    return twin, "goals[0].achieved"


@kind("CM04", "完成情况空着")
def goal_blank(twin: Twin) -> Planted:
    return with_goal(twin, "全年开放，接待读者六万人次。", "—"), "goals[0].achieved"


def without(twin: Twin, level1: str) -> Twin:
    form = twin.form
    rows = tuple(row for row in form.indicators if row.level1 != level1)
    groups = tuple(group for group in form.groups if group.level1 != level1)
    return replace(twin, form=replace(form, indicators=rows, groups=groups))


@kind("CM05", "缺满意度")
def no_satisfaction(twin: Twin) -> Planted:
    return without(twin, "满意度指标"), "project.name"


@kind("CM05", "缺效益")
def no_benefit(twin: Twin) -> Planted:
    return without(twin, "效益指标"), "project.name"


def blank_class(twin: Twin, level2: str, at: int) -> Twin:
    rows = list(twin.form.indicators)
    rows.insert(
        at, changed(Indicator(rows[at].level1, level2, "", weight="", score="", reason=""), target="", actual="")
    )
    texts = tuple((f"indicators[{at}].{name}", "") for name in ("weight", "score"))
    return replace(twin, form=replace(twin.form, indicators=tuple(rows)), overprinted=texts)


@kind("CM07", "经济效益空着", spoken=True)
def economic_blank(twin: Twin) -> Planted:
    return blank_class(twin, "经济效益指标", 5), "经济效益指标"


@kind("CM07", "生态效益空着", spoken=True)
def ecological_blank(twin: Twin) -> Planted:
    return blank_class(twin, "生态效益指标", 6), "生态效益指标"


cells("CM08", "没有填的数", QUANTITY, "level3", level3="补助人数（≥**人）")
cells("CM08", "没有改的年份", TIME, "target", target="20XX年12月底前", actual="2021年12月")
cells("CM08", "填表说明", QUALITY, "reason", reason="（限100字以内）")
cells("TM01", "目标照抄上年", TIME, "target", target="2019年12月底前", actual="12月10日")


@kind("TM01", "总体目标是上年的")
def goal_of_another_year(twin: Twin) -> Planted:
    return with_goal(twin, "2018年完成村道养护四十公里。", "已养护四十一公里。"), "goals[0].expected"


@kind("RD01", "得分写成字", spoken=True)
def score_in_words(twin: Twin) -> Planted:
    return twin.printed("indicators[0].score", "优秀"), "优秀"


@kind("RD01", "分值写成字", spoken=True)
def weight_in_words(twin: Twin) -> Planted:
    return twin.printed("indicators[2].weight", "待定"), "待定"


cells("FM03", "名称里括号缺一半", QUALITY, "level3", level3="验收合格率（一次验收")
cells("FM03", "括号两种宽度", SOCIAL, "level3", level3="办结率（按件)")
cells("FM06", "重复的词", QUALITY, "level3", level3="绩效绩效考核合格率")
cells("FM06", "错字", SOCIAL, "reason", reason="具体提现在窗口服务")
cells("FM19", "名称里全角数字", QUANTITY, "level3", level3="维护８５０路设备")
cells("FM19", "指标值里全角数字", QUALITY, "target", target="≥９５%")


@kind("FM11", "断开的字", twins=OWN, spoken=True)
def lone_character(twin: Twin) -> Planted:
    return twin.printed("年度绩效指标", "标"), "标"


@kind("FM11", "重复的表头", spoken=True)
def header_again(twin: Twin) -> Planted:
    rows = list(twin.form.indicators)
    again = Indicator("一级指标", "二级指标", "三级指标", weight=Decimal(0), score=Decimal(0), reason="原因")
    rows.insert(5, changed(again, target="年度指标值", actual="实际完成值"))
    texts = (("indicators[5].weight", "分值"), ("indicators[5].score", "得分"))
    return replace(twin, form=replace(twin.form, indicators=tuple(rows)), overprinted=texts), "三级指标"
