"""Actual values, reasons and indicators."""

from dataclasses import replace
from decimal import Decimal

from planted.kinds.registry import COST, LASTING, LIKED, QUALITY, QUANTITY, SOCIAL, TIME, Planted, cells, kind
from planted.twins import Twin, a_row

cells("AC01", "约数", SOCIAL, "actual", target="≥200人", actual="200余人")
cells("AC01", "一句话答数", QUANTITY, "actual", actual="达成预期指标")
cells("AC02", "率答成人数", LIKED, "actual", target="≥90%", actual="450人")
cells("AC02", "单位不同", QUANTITY, "actual", target="≥12次", actual="13期")
cells("AC04", "光数超出一倍", QUANTITY, "actual", target="6期", actual="14期")
cells("AC04", "大幅超额没有说明", QUANTITY, "actual", target="≥12次", actual="30次")
cells("AC06", "满意率超过一百", LIKED, "actual", actual="103%")
cells("AC06", "半次", QUANTITY, "actual", target="≥12次", actual="12.5次")
cells("AC08", "完成值写无", TIME, "actual", actual="无")
cells("AC08", "没有完成值", QUANTITY, "actual", actual="—")
cells("AC09", "写成及以上", QUALITY, "actual", target="≥95%", actual="88.32%及以上")
cells("AC09", "照抄符号", QUALITY, "actual", target="≥95%", actual="≥95%")


@kind("AC03", "样样照抄")
def copied(twin: Twin) -> Planted:
    for n, row in enumerate(twin.form.indicators):
        twin = twin.row(n, actual=(row.target or "").lstrip("≥≤"))
    return twin, "project.name"


@kind("AC03", "只有一行没有照抄")
def nearly_copied(twin: Twin) -> Planted:
    for n, row in enumerate(twin.form.indicators[:7]):
        twin = twin.row(n, target=(row.target or "").lstrip("≥≤"), actual=(row.target or "").lstrip("≥≤"))
    return twin, "project.name"


def with_goal(twin: Twin, **cells_: str) -> Twin:
    return replace(twin, form=replace(twin.form, goals=(replace(twin.form.goals[0], **cells_),)))


@kind("AC11", "目标答圆满完成任务")
def done_well(twin: Twin) -> Planted:
    return with_goal(twin, achieved="已圆满完成年度任务。"), "goals[0].achieved"


@kind("AC11", "目标答全部完成")
def all_done(twin: Twin) -> Planted:
    return with_goal(twin, achieved="全部完成"), "goals[0].achieved"


@kind("AC12", "目标只有金额")
def goal_is_money(twin: Twin) -> Planted:
    return with_goal(twin, expected="86.4万元"), "goals[0].expected"


@kind("AC12", "完成情况只有百分数")
def answer_is_a_number(twin: Twin) -> Planted:
    return with_goal(twin, achieved="98.5%"), "goals[0].achieved"


# Reasons
LOST = {"target": "≥95%", "actual": "85.5%", "weight": 10, "score": 9}
cells("EX01", "扣分没有原因", QUALITY, "reason", **LOST, reason="")
cells("EX01", "原因写无", QUALITY, "reason", **LOST, reason="无")
cells("EX02", "满分却说滞后", TIME, "reason", reason="招标滞后，三月才进场")
cells("EX02", "满分却说没完成", QUALITY, "reason", reason="二期尚未安装")
cells("EX03", "只说缺人", QUALITY, "reason", **LOST, reason="专业人员不足，三处没有达标")
cells("EX03", "没有措施", QUALITY, "reason", **LOST, reason="雨季偏长，有五段路没有修复")
cells("EX04", "写扣三成", QUALITY, "reason", **LOST, reason="部分任务没有做完，按规定扣30%，下一步补做")
cells("EX04", "扣分对不上", QUALITY, "reason", **LOST, reason="五处不合格，扣3分，下一步返修")
cells("EX05", "只写工作原因", QUALITY, "reason", **LOST, reason="因工作原因。")
cells("EX05", "只写客观原因", QUALITY, "reason", **LOST, reason="受疫情影响")
cells("EX07", "原因栏是百分之零", SOCIAL, "reason", reason="0%")
cells("EX07", "原因栏是零", QUALITY, "reason", reason="0")


@kind("EX06", "原因照抄")
def one_reason(twin: Twin) -> Planted:
    for n in (0, 1, 2):
        twin = twin.row(n, score=twin.form.indicators[n].weight - 1, reason="雨季偏长，下一步提前安排")
    return twin, "indicators[0].reason"


@kind("EX06", "效益的原因照抄")
def one_reason_for_effects(twin: Twin) -> Planted:
    for n in (4, 5, 6, 7):
        twin = twin.row(n, score=twin.form.indicators[n].weight - 2, reason="宣传不够，今后加强宣传")
    return twin, "indicators[5].reason"


# Indicators
cells("EV03", "满意度写优良", LIKED, "actual", target="满意", actual="优良")
cells("EV03", "满意度没有数", LIKED, "actual", actual="群众普遍满意")
cells("IN01", "数量写文字", QUANTITY, "target", target="足额配备", actual="足额配备")
cells("IN01", "数量没有数", QUANTITY, "target", target="按计划完成")
cells("IN05", "成本写成不低于", COST, "target", level3="养护费", target="≥1.8万元")
cells("IN05", "满意度写成不高于", LIKED, "target", target="≤90%")
cells("IN06", "满意率一百一", LIKED, "target", target="≥110%")
cells("IN06", "合格率一百二", QUALITY, "target", level3="合格率", target="≥120%")
cells("IN07", "预算执行当效益", SOCIAL, "level3", level3="预算执行进度", target="≥95%", actual="96%")
cells("IN07", "支付当产出", QUANTITY, "level3", level3="项目资金支付率", target="≥95%", actual="96%")
cells("IN08", "数量写比例", QUANTITY, "level2", level3="按期整改比例", target="100%", actual="100%")
cells("IN08", "数量写百分比", QUANTITY, "level2", level3="设备覆盖面", target="≥95%", actual="96%")
cells("IN11", "满意度定一百", LIKED, "target", target="=100%", actual="100%")
cells("IN11", "满意度没有目标", LIKED, "target", target="满意")
cells("IN12", "服务百姓的百分比", LASTING, "target", level3="长期服务当地百姓", target="≥98%", actual="98.5%")
cells("IN12", "什么的百分比", SOCIAL, "target", level3="促进当地发展明显", target="≥95%", actual="96%")
cells("IN14", "效益放进产出", QUALITY, "level2", level2=SOCIAL)
cells("IN14", "放错了类", SOCIAL, "level2", level2=QUANTITY)
cells("IN15", "指标值照抄满意度", LIKED, "target", target="群众满意度", level3="群众满意度")
cells("IN15", "照抄名称", TIME, "target", level3="及时完成", target="及时完成")


@kind("IN04", "只有光数")
def bare(twin: Twin) -> Planted:
    return twin.row(twin.at(QUANTITY), target="12次", actual="12次"), "project.name"


@kind("IN04", "几个光数")
def several_bare(twin: Twin) -> Planted:
    for n in (0, 1):
        twin = twin.row(n, target="24场", actual="25场")
    return twin, "project.name"


@kind("IN09", "产出和效益各一次")
def twice_across(twin: Twin) -> Planted:
    first, n = twin.form.indicators[twin.at(QUALITY)], twin.at(SOCIAL)
    return twin.row(n, level3=first.level3, target=first.target, actual=first.actual), f"indicators[{n}].level3"


@kind("IN09", "同一指标两次")
def twice(twin: Twin) -> Planted:
    n = twin.at(QUANTITY)
    first = twin.form.indicators[n]
    return twin.row(n + 1, level3=first.level3, target=first.target, actual=first.actual), f"indicators[{n + 1}].level3"


@kind("IN13", "只有三个指标")
def three_rows(twin: Twin) -> Planted:
    rows = tuple(twin.form.indicators[n] for n in (0, 5, 7))
    groups = tuple(replace(one, weight=row.weight) for one, row in zip(twin.form.groups, rows, strict=True))
    return replace(twin, form=replace(twin.form, indicators=rows, groups=groups)), "project.name"


@kind("IN24", "线路只有数量")
def counted_only(twin: Twin) -> Planted:
    twin = twin.row(0, level3="监控系统数量").row(1, level3="外网线路数量").row(2, level3="监控系统在线率")
    return twin, "indicators[1].level3"


@kind("IN24", "闸机只有质量")
def judged_only(twin: Twin) -> Planted:
    twin = twin.row(0, level3="监控系统数量").row(2, level3="监控系统完好率")
    return twin.row(3, level2=QUALITY, level3="电动闸机完好率"), "indicators[3].level3"


@kind("IN13", "只有一个指标")
def single(twin: Twin) -> Planted:
    row = a_row(QUANTITY, "开放天数", "≥300天", "306天", 90)
    groups = (replace(twin.form.groups[0], weight=Decimal(90)),)
    return replace(twin, form=replace(twin.form, indicators=(row,), groups=groups)), "project.name"


# Targets that cannot be missed, and activities filed as effects
cells("IN20", "达到要求", QUALITY, "target", target="达到要求", actual="达到要求")
cells("IN20", "持续提升", LASTING, "target", target="持续提升", actual="持续提升")
cells("IN22", "做好工作当效益", SOCIAL, "level3", level3="做好安全宣传工作", target="达到预期", actual="已做好")
cells("IN22", "时间进度当效益", LASTING, "level3", level3="年内持续推进", target="按照时间节点完成", actual="完成")
