"""Errors that are planted: one function for each kind, from a clean twin to the twin with the error and its field.

The field is where the finding has to point. Numbers that follow from a planted one are left as they were: a plant may
make other checks fire too, and only the check of its own code is asked.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from planted.twins import Twin, a_row

Planted = tuple[Twin, str]
Plant = Callable[[Twin], Planted]
QUANTITY, QUALITY, TIME, COST = "数量指标", "质量指标", "时效指标", "成本指标"
SOCIAL, LIKED = "社会效益指标", "服务对象满意度指标"


@dataclass(frozen=True)
class Kind:
    """code: the check that has to fire. prose: the error stands in paragraphs, which a workbook does not have."""

    code: str
    name: str
    plant: Plant
    prose: bool = False
    only: str = ""  # the layout that can hold it


KINDS: Final[list[Kind]] = []


def kind(code: str, name: str, *, prose: bool = False, only: str = "") -> Callable[[Plant], Plant]:
    def keep(plant: Plant) -> Plant:
        KINDS.append(Kind(code, name, plant, prose, only))
        return plant

    return keep


def cells(code: str, name: str, place: str, at: str, /, **changes: str | int) -> None:
    """A kind that changes cells of the first row of a class."""

    @kind(code, name)
    def plant(twin: Twin) -> Planted:
        n = twin.at(place)
        return twin.row(n, **changes), f"indicators[{n}].{at}"


def money(code: str, name: str, at: str, /, line: int = 0, **changes: str) -> None:
    """A kind that changes amounts of a fund line."""

    @kind(code, name)
    def plant(twin: Twin) -> Planted:
        return twin.fund(line, **changes), f"funds[{line}].{at}"


def told(code: str, name: str, *lines: str, at: str = "claims[0]") -> None:
    """A kind that stands in the paragraphs."""

    @kind(code, name, prose=True)
    def plant(twin: Twin) -> Planted:
        return twin.said(*lines), at


# Points
cells("SC02", "得分高于分值", QUANTITY, "score", score=30)
cells("SC03", "定量得分不合公式", QUALITY, "score", target="≥95%", actual="76%", score=5)
cells("SC04", "部分完成给九成多", QUALITY, "score", target="通过验收", actual="部分完成", weight=10, score="9.5")
cells("SC05", "达到目标却扣分", QUALITY, "score", target="≥95%", actual="97%", score=6)
cells("SC06", "没有做到给满分", QUANTITY, "score", actual="未开展")
cells("SC06", "没有达到给满分", QUALITY, "score", target="≥95%", actual="70%")
cells("SC11", "得分取整", QUALITY, "score", target="≥95%", actual="76%", weight=12, score=10)
cells("SC12", "不适用却得分", SOCIAL, "score", target="不涉及", actual="不涉及")
cells("SC13", "光数没做到给满分", QUANTITY, "score", target="50套", actual="20套")
cells("SC19", "个别任务迟延", TIME, "score", target="按时完成", actual="部分任务延期")
cells("SC17", "晚了给满分", TIME, "score", target="2021年6月底前", actual="2021年9月15日")


@kind("SC01", "总分加错")
def total_wrong(twin: Twin) -> Planted:
    return twin.total(score=twin.form.total.score - 1), "total.score"


@kind("SC07", "等级与总分不符")
def grade_wrong(twin: Twin) -> Planted:
    return twin.total(grade="良"), "total.grade"


@kind("SC15", "样样满分")
def all_full(twin: Twin) -> Planted:
    for n, row in enumerate(twin.form.indicators):
        twin = twin.row(n, score=row.weight)
    return twin.fund(score="10").total(score=100), "total.score"


@kind("SC16", "完成得多反而得分少")
def unlike(twin: Twin) -> Planted:
    n = twin.at(QUANTITY)
    twin = twin.row(n, target="≥100次", actual="92次", weight=10, score=7)
    return twin.row(n + 1, target="≥100次", actual="60次", weight=10, score=9), f"indicators[{n}].score"


@kind("SC18", "总分超过满分")
def above_full(twin: Twin) -> Planted:
    return twin.total(score="104"), "total.score"


# Weights
cells("WT04", "分值是零", QUALITY, "weight", weight=0)
cells("WT05", "一行四十分", QUANTITY, "weight", weight=45)
cells("WT08", "分值三位小数", QUALITY, "weight", weight="11.125")


@kind("WT01", "分值合计不足")
def weights_short(twin: Twin) -> Planted:
    n = twin.at(QUALITY)
    return twin.row(n, weight=twin.form.indicators[n].weight - 2), "total.weight"


@kind("WT02", "各行与标注不符")
def group_wrong(twin: Twin) -> Planted:
    groups = (replace(twin.form.groups[0], weight=Decimal(55)), *twin.form.groups[1:])
    return replace(twin, form=replace(twin.form, groups=groups)), "groups[0].weight"


@kind("WT03", "分值不按通行分法")
def scheme(twin: Twin) -> Planted:
    n, m = twin.at(QUANTITY), twin.at(SOCIAL)
    rows = twin.form.indicators
    return twin.row(n, weight=rows[n].weight - 5).row(m, weight=rows[m].weight + 5), "total.weight"


@kind("WT06", "分值平均")
def even(twin: Twin) -> Planted:
    for n in range(len(twin.form.indicators)):
        twin = twin.row(n, weight="11.25")
    return twin, "total.weight"


@kind("WT07", "预算总额再考一次")
def money_again(twin: Twin) -> Planted:
    n = twin.at(COST)
    budget = twin.form.funds[0].budget
    return twin.row(n, target=f"≤{budget}万元", actual=f"{twin.form.funds[0].executed}万元", weight=20), (
        f"indicators[{n}].weight"
    )


@kind("WT09", "一半以上靠文字")
def words(twin: Twin) -> Planted:
    for n in (0, 1, 2, 5):
        twin = twin.row(n, target="按要求做好", actual="做好并通过验收")
    return twin, "total.weight"


@kind("WT10", "成本单列分值不同")
def cost_class(twin: Twin) -> Planted:
    return twin.row(twin.at(COST), level1="成本指标", level2="经济成本指标"), "total.weight"


@kind("WT11", "分值不按当地分法")
def local_scheme(twin: Twin) -> Planted:
    project = replace(twin.form.project, unit="湖北省示例县公路养护中心")
    twin = replace(twin, form=replace(twin.form, project=project))
    n = twin.at(SOCIAL)
    return twin.row(n, weight=twin.form.indicators[n].weight - 10).fund(0, weight="20", score="19"), "total.weight"


# Money
money("BG02", "执行率算错", "rate", rate="80.00")
money("BG03", "执行得分不合执行率", "score", score="5")
money("BG04", "执行大于预算", "executed", executed="130.5")
money("BG08", "预算核减到支出数", "budget", initial="150.3", budget="110.2", executed="110.2", rate="100", score="10")
money("BG09", "用了一半", "executed", executed="50.4", rate="50", score="5")
money("BG10", "来源相加不等", "budget", line=0, budget="110.7")
money("BG13", "小数位数不一", "budget", budget="86.399871")
money("BG16", "分项执行率错", "rate", line=1, rate="12.30")
money("BG21", "来源执行数相加不等", "executed", line=0, executed="77.1")
money("BG22", "来源年初数相加不等", "initial", line=0, initial="99.9")


@kind("BG19", "来源都空着")
def sources_empty(twin: Twin) -> Planted:
    for n in (1, 2):
        twin = twin.fund(n, initial="", budget="", executed="")
    return twin, "funds[0].budget"


@kind("BG20", "执行得分取整")
def execution_rounded(twin: Twin) -> Planted:
    score = twin.form.funds[0].score
    return twin.fund(0, score=str(score.quantize(Decimal("0.1")))), "funds[0].score"


@kind("BG05", "总额是零")
def zero_total(twin: Twin) -> Planted:
    return twin.fund(0, initial="0", budget="0", executed="0", rate="0", score="0"), "funds[0].budget"


@kind("BG07", "调整没有说明", only="tianjin")
def unexplained(twin: Twin) -> Planted:
    return twin.fund(0, initial="99.9"), "funds[0].reason"


@kind("BG06", "执行率低没有说明", only="tianjin")
def low_spending(twin: Twin) -> Planted:
    project = replace(twin.form.project, unit="四川省示例县公路养护中心", year=2023)
    twin = replace(twin, form=replace(twin.form, project=project))
    return twin.fund(0, executed="60.48", rate="70", score="7"), "funds[0].reason"


@kind("BG12", "万元写成元")
def slipped(twin: Twin) -> Planted:
    n = twin.at(COST)
    return twin.row(n, target=f"≤{twin.form.funds[0].budget}元", actual="1元"), f"indicators[{n}].target"


@kind("BG15", "成本目标高于预算")
def vacuous_cost(twin: Twin) -> Planted:
    n = twin.at(COST)
    return twin.row(n, target="≤200万元", actual="80万元"), f"indicators[{n}].target"


@kind("BG23", "钱花完活没干完")
def paid_not_done(twin: Twin) -> Planted:
    n = twin.at(QUANTITY)
    twin = twin.fund(0, executed=str(twin.form.funds[0].budget), rate="100", score="10")
    return twin.row(n, target="≥100次", actual="60次", score=9), f"indicators[{n}].actual"


@kind("BG24", "没花钱却满分")
def full_unspent(twin: Twin) -> Planted:
    for n, row in enumerate(twin.form.indicators):
        twin = twin.row(n, score=row.weight)
    budget = twin.form.funds[0].budget
    return twin.fund(0, executed=str(budget / 2), rate="50", score="5"), "funds[0].executed"


@kind("BG25", "成本与执行数不同")
def cost_elsewhere(twin: Twin) -> Planted:
    n = twin.at(COST)
    return twin.row(n, target=f"≤{twin.form.funds[0].budget}万元", actual="71.2万元"), f"indicators[{n}].actual"


told("BG01", "核减对不上", "本项目年初预算100万元，核减预算20万元，核减后年度预算资金70万元。", at="claims[1]")
told("BG11", "正文金额不同", "本项目年度预算资金88.88万元。")
told(
    "BG14",
    "分项相加不等",
    "投入资金90.00万元，其中：人工30.00万元，材料20.00万元，机械10.00万元。",
    at="sections[1].text[0]",
)
told("BG17", "正文执行率不同", "全年支出占预算资金的61.5%。")
told("SC09", "正文总分不同", "本项目自评得分77.7分。")
told("SC10", "正文等级不符", "本项目自评得分88.5分，评价等级为优。", at="claims")
told("AC07", "满意率除不出", "发放问卷50份，收回有效问卷30份，满意率98.5%。", at="sections[1].text[0]")


@kind("SC14", "没有开展却报完成率", prose=True)
def rate_of_nothing(twin: Twin) -> Planted:
    return twin.row(twin.at(QUALITY), actual="未开展", score=0).said("质量指标完成率100%。"), "claims[0]"


@kind("SC08", "正文完成率与得分率不同", prose=True)
def rate_of_scores(twin: Twin) -> Planted:
    return twin.row(twin.at(QUALITY), score=6).said("质量指标完成率88%。"), "claims[0]"


# Actual values
cells("AC01", "一句话答数", QUANTITY, "actual", actual="达成预期指标")
cells("AC02", "单位不同", QUANTITY, "actual", target="≥12次", actual="13期")
cells("AC04", "大幅超额没有说明", QUANTITY, "actual", target="≥12次", actual="30次")
cells("AC06", "满意率超过一百", LIKED, "actual", actual="103%")
cells("AC06", "半次", QUANTITY, "actual", target="≥12次", actual="12.5次")
cells("AC08", "没有完成值", QUANTITY, "actual", actual="—")
cells("AC09", "照抄符号", QUALITY, "actual", target="≥95%", actual="≥95%")


@kind("AC03", "样样照抄")
def copied(twin: Twin) -> Planted:
    for n, row in enumerate(twin.form.indicators):
        twin = twin.row(n, actual=(row.target or "").lstrip("≥≤"))
    return twin, "project.name"


@kind("AC11", "目标答全部完成")
def all_done(twin: Twin) -> Planted:
    goal = replace(twin.form.goals[0], achieved="全部完成")
    return replace(twin, form=replace(twin.form, goals=(goal,))), "goals[0].achieved"


@kind("AC12", "目标只有金额")
def goal_is_money(twin: Twin) -> Planted:
    goal = replace(twin.form.goals[0], expected="86.4万元")
    return replace(twin, form=replace(twin.form, goals=(goal,))), "goals[0].expected"


# Reasons
LOST = {"target": "≥95%", "actual": "85.5%", "weight": 10, "score": 9}
cells("EX01", "扣分没有原因", QUALITY, "reason", **LOST, reason="")
cells("EX01", "原因写无", QUALITY, "reason", **LOST, reason="无")
cells("EX02", "满分却说没完成", QUALITY, "reason", reason="二期尚未安装")
cells("EX03", "没有措施", QUALITY, "reason", **LOST, reason="雨季偏长，有五段路没有修复")
cells("EX04", "扣分对不上", QUALITY, "reason", **LOST, reason="五处不合格，扣3分，下一步返修")
cells("EX05", "只写客观原因", QUALITY, "reason", **LOST, reason="受疫情影响")
cells("EX07", "原因栏是零", QUALITY, "reason", reason="0")


@kind("EX06", "原因照抄")
def one_reason(twin: Twin) -> Planted:
    for n in (0, 1, 2):
        twin = twin.row(n, score=twin.form.indicators[n].weight - 1, reason="雨季偏长，下一步提前安排")
    return twin, "indicators[0].reason"


# Indicators
cells("EV03", "满意度没有数", LIKED, "actual", actual="群众普遍满意")
cells("IN01", "数量没有数", QUANTITY, "target", target="按计划完成")
cells("IN05", "成本写成不低于", COST, "target", level3="养护费", target="≥1.8万元")
cells("IN05", "满意度写成不高于", LIKED, "target", target="≤90%")
cells("IN06", "合格率一百二", QUALITY, "target", level3="合格率", target="≥120%")
cells("IN07", "支付当产出", QUANTITY, "level3", level3="项目资金支付率", target="≥95%", actual="96%")
cells("IN08", "数量写百分比", QUANTITY, "level2", level3="设备覆盖面", target="≥95%", actual="96%")
cells("IN11", "满意度没有目标", LIKED, "target", target="满意")
cells("IN12", "什么的百分比", SOCIAL, "target", level3="促进当地发展明显", target="≥95%", actual="96%")
cells("IN14", "放错了类", SOCIAL, "level2", level2=QUANTITY)
cells("IN15", "照抄名称", TIME, "target", level3="及时完成", target="及时完成")


@kind("IN04", "只有光数")
def bare(twin: Twin) -> Planted:
    return twin.row(twin.at(QUANTITY), target="12次", actual="12次"), "project.name"


@kind("IN09", "同一指标两次")
def twice(twin: Twin) -> Planted:
    n = twin.at(QUANTITY)
    first = twin.form.indicators[n]
    return twin.row(n + 1, level3=first.level3, target=first.target, actual=first.actual), f"indicators[{n + 1}].level3"


@kind("IN13", "只有一个指标")
def single(twin: Twin) -> Planted:
    row = a_row(QUANTITY, "开放天数", "≥300天", "306天", 90)
    groups = (replace(twin.form.groups[0], weight=Decimal(90)),)
    return replace(twin, form=replace(twin.form, indicators=(row,), groups=groups)), "project.name"


# Parts that are missing
@kind("CM05", "缺满意度")
def no_satisfaction(twin: Twin) -> Planted:
    form = twin.form
    return replace(twin, form=replace(form, indicators=form.indicators[:-1], groups=form.groups[:-1])), "project.name"
