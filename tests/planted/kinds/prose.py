"""Sentences above a form that contradict it."""

from dataclasses import replace

from planted.files import PROSE
from planted.kinds.registry import LIKED, QUALITY, TIME, Planted, kind, told
from planted.twins import Twin

told("BG01", "核减对不上", "本项目年初预算100万元，核减预算20万元，核减后年度预算资金70万元。", "核减预算20万元")
told("BG01", "调减对不上", "年初预算数为1200000元，调减资金35万元，调整后预算为80万元。", "调减资金35万元")
told("BG11", "正文预算不同", "本项目年度预算资金88.88万元。", "88.88万元")
told("BG11", "正文支出不同", "到年底累计支出795000元，其余结转。", "795000元")
told(
    "BG14",
    "分项相加不等",
    "投入资金90.00万元，其中：人工30.00万元，机械10.00万元。",
    "投入资金90.00万元",
)
told("BG14", "分项加多了", "合同价款50万元，其中设备400000元、安装12.5万元。", "合同价款50万元")
told("BG17", "正文执行率不同", "全年支出占预算资金的61.5%。", "61.5%")
told("BG17", "执行率写成足额", "到年底预算执行率100%。", "100%")
told("SC09", "正文总分不同", "本项目自评得分77.7分。", "77.7分")
told("SC09", "总分说成整数", "经评价，项目总分为91分。", "91分")
told("SC10", "正文等级高了", "本项目自评得分88.5分，评价等级为优。", "评价等级为优")
told("SC10", "正文等级低了", "综合得分93分，评定为良好。", "评定为良")
told("AC07", "满意率除不出", "发放问卷50份，收回有效问卷30份，满意率98.5%。", "满意率98.5%")
told("AC07", "与满意份数不符", "有效问卷40份，其中表示满意的30份，满意率95%。", "满意率95%")


@kind("SC14", "没有开展却报完成率", files=PROSE, spoken=True)
def rate_of_nothing(twin: Twin) -> Planted:
    return twin.row(twin.at(QUALITY), actual="未开展", score=0).said("质量指标完成率100%。"), "质量指标完成率100%"


@kind("SC14", "没有调查却报满意度完成率", files=PROSE, spoken=True)
def rate_of_no_survey(twin: Twin) -> Planted:
    twin = twin.row(twin.at(LIKED), actual="未组织调查", score=0)
    return twin.said("服务对象满意度指标完成率96%。"), "满意度指标完成率96%"


@kind("SC08", "正文完成率与得分率不同", files=PROSE, spoken=True)
def rate_of_scores(twin: Twin) -> Planted:
    return twin.row(twin.at(QUALITY), score=6).said("质量指标完成率88%。"), "质量指标完成率88%"


@kind("SC08", "满分的类说成没有完成", files=PROSE, spoken=True)
def rate_too_low(twin: Twin) -> Planted:
    assert twin.form.indicators[twin.at(TIME)].score == twin.form.indicators[twin.at(TIME)].weight
    return twin.said("时效指标达标率75%。"), "时效指标达标率75%"


@kind("CX12", "又按时又不及时", spoken=True)
def timely_and_late(twin: Twin) -> Planted:
    reason = "个别合同签订不及时"
    twin = twin.row(twin.at(TIME), target="按时完成", actual="按时完成", score=3, reason=reason)
    return twin, reason


@kind("CX12", "全部完成又未完成", spoken=True)
def done_and_undone(twin: Twin) -> Planted:
    reason = "北片两处未完成移交"
    return twin.row(twin.at(QUALITY), target="完成移交", actual="全部完成", score=7, reason=reason), reason


@kind("CX10", "两张表的指标值不同", spoken=True)
def targets_apart(twin: Twin) -> Planted:
    rows = [(row.level3 or "", row.target or "") for row in twin.form.indicators]
    rows[0] = (rows[0][0], "≥36项")
    return replace(twin, list=tuple(rows)), "≥36项"


@kind("CX10", "两张表的名称差一个句号", spoken=True)
def names_apart(twin: Twin) -> Planted:
    rows = [(row.level3 or "", row.target or "") for row in twin.form.indicators]
    rows[3] = (f"{rows[3][0]}。", rows[3][1])
    return replace(twin, list=tuple(rows)), rows[3][0]
