"""What is wrong in the text of a report of seven parts."""

import re
from collections.abc import Callable
from dataclasses import replace

from planted.files import PROSE
from planted.kinds.registry import LIKED, QUALITY, Plant, Planted, kind, reported
from planted.reports import REPORTS
from planted.twins import Twin

NAMES = tuple(REPORTS)
PROCESS, OUTPUT, EFFECT, BACKGROUND = "（二）项目过程情况", "（三）项目产出情况", "（四）项目效益情况", "1.项目背景"
PROBLEMS, ADVICE, OTHER = "五、主要经验及做法", "六、有关建议", "七、其他需要说明的问题"


def written(code: str, name: str, *, spoken: bool = True, twins: tuple[str, ...] = NAMES) -> Callable[[Plant], Plant]:
    return kind(code, name, twins=twins, files=PROSE, spoken=spoken)


def line_of(twin: Twin, words: str) -> str:
    """The paragraph that contains the words."""
    return next(line for line in (*twin.prose, *twin.after) if words in line)


def instead(twin: Twin, words: str, new: str) -> Twin:
    """The report with another paragraph for the one that contains the words."""
    return twin.swapped(line_of(twin, words), new)


# The outline
@written("CM13", "没有建议", spoken=False)
def no_advice(twin: Twin) -> Planted:
    return twin.swapped("六、有关建议", "六、下年打算"), "sections"


@written("CM13", "先后颠倒", spoken=False)
def turned_round(twin: Twin) -> Planted:
    twin = twin.swapped("六、有关建议", "六、其他说明").swapped("七、其他需要说明的问题", "七、有关建议")
    return twin, "sections"


@written("CM14", "没有总分和等级")
def no_conclusion(twin: Twin) -> Planted:
    return instead(twin, "得分9", "项目完成得较好。"), "三、综合评价情况及评价结论"


@written("CM14", "没有等级")
def no_grade(twin: Twin) -> Planted:
    line = line_of(twin, "得分9")
    return twin.swapped(line, re.sub("，评价.*", "。", line)), "三、综合评价情况及评价结论"


@written("CM15", "没有日期")
def undated(twin: Twin) -> Planted:
    return replace(twin, after=twin.after[:-1]), OTHER


@written("CM15", "没有落款和日期")
def unsigned(twin: Twin) -> Planted:
    return replace(twin, after=twin.after[:-2]), OTHER


reported("CM16", "通知没有文号", BACKGROUND, "依据《示例市财政局关于下达养护补助资金的通知》立项。", "补助资金的通知")
reported("CM16", "批复没有文号", PROCESS, "概算按《示例市发展改革委员会关于项目概算的批复》执行。", "概算的批复")
reported("CM17", "附件没有附", OUTPUT, "逐项得分详见附件2。", "详见附件2")
reported("CM17", "附表没有附", EFFECT, "满意度调查的结果另行汇总（附满意度汇总表）。", "附满意度汇总表")


def lost(twin: Twin) -> Twin:
    return twin.row(0, score=twin.form.indicators[0].weight - 2, reason="雨季偏长，下一步提前安排")


@written("CM18", "扣了分建议写无")
def nothing_to_advise(twin: Twin) -> Planted:
    after = list(twin.after)
    after[after.index(ADVICE) + 1] = "无"
    return replace(lost(twin), after=tuple(after)), ADVICE


@written("CM18", "扣了分问题写无")
def nothing_to_admit(twin: Twin) -> Planted:
    after = list(twin.after)
    at = next(n for n, line in enumerate(after) if line.startswith(PROBLEMS))
    after[at + 1 : after.index(ADVICE)] = ["无。"]
    return replace(lost(twin), after=tuple(after)), PROBLEMS


def problems(twin: Twin, four: str, one: str) -> Twin:
    after = list(twin.after)
    at = next(n for n, line in enumerate(after) if line.startswith(PROBLEMS))
    after[at + 1] = four
    after[after.index(ADVICE) + 1] = one
    return replace(twin, after=tuple(after))


@written("CM19", "四个问题一条建议")
def four_to_one(twin: Twin) -> Planted:
    return problems(twin, "一是启动晚。二是合同迟。三是人手少。四是台账不全。", "一是加强管理。"), ADVICE


@written("CM19", "五个问题两条建议")
def five_to_two(twin: Twin) -> Planted:
    twin = problems(twin, "①启动晚；②合同迟；③人手少；④台账不全；⑤宣传少。", "①提前启动；②补齐台账。")
    return twin, ADVICE


reported("CM21", "背景待填", BACKGROUND, "〔待填〕", "〔待填〕")
reported("CM21", "效益待填", EFFECT, "〔待填〕", "〔待填〕")
ITEMS = "支出包括：核心机房运维费、光纤电路租赁费、视频监控运维费、法律事务咨询费。"
PAID = "资金主要用于标志标线维护费、路灯线路维修费、桥梁护栏采购费、冬季除雪设备租赁费。"
reported("CM23", "四项支出没有金额", BACKGROUND, ITEMS, "核心机房运维费")
reported("CM23", "另四项没有金额", PROCESS, PAID, "标志标线维护费")
reported("IN23", "四项支出没有指标", BACKGROUND, ITEMS, "核心机房运维费")
reported("IN23", "另四项没有指标", PROCESS, PAID, "标志标线维护费")


# Evidence
def unproved(twin: Twin, word: str) -> Twin:
    """The report without a word of evidence."""
    for words in ("发放问卷", "提供记录", "凭证齐全"):
        twin = instead(twin, words, word)
    return twin


@written("EV01", "全文没有佐证", spoken=False, twins=("开放报告",))
def no_evidence(twin: Twin) -> Planted:
    return unproved(twin, "各项工作已经完成。"), "indicators[0].actual"


@written("EV01", "只说有据可查", spoken=False, twins=("开放报告",))
def evidence_unnamed(twin: Twin) -> Planted:
    return unproved(twin, "各项数据真实可靠，均有据可查。"), "indicators[0].actual"


@written("EV02", "没有写调查", spoken=False)
def no_survey(twin: Twin) -> Planted:
    return instead(twin, "发放问卷", "服务对象普遍满意。"), f"indicators[{twin.at(LIKED)}].actual"


@written("EV02", "没有写有效份数", spoken=False)
def no_returns(twin: Twin) -> Planted:
    return instead(twin, "发放问卷", "发放问卷200份，多数满意。"), f"indicators[{twin.at(LIKED)}].actual"


def running(twin: Twin, **cells: str) -> Twin:
    if any("巡检记录" in line for line in twin.after):
        twin = instead(twin, "巡检记录", "资金按合同支付。")
    return twin.row(twin.at(QUALITY), **cells)


@written("EV04", "在线率没有统计", spoken=False)
def rate_uncounted(twin: Twin) -> Planted:
    n = twin.at(QUALITY)
    return running(twin, level3="监控设备在线率"), f"indicators[{n}].actual"


@written("EV04", "无故障没有统计", spoken=False)
def no_failure_proved(twin: Twin) -> Planted:
    n = twin.at(QUALITY)
    return running(twin, level3="平台运行情况", target="未发生故障", actual="未发生故障"), f"indicators[{n}].actual"


reported("EV07", "考核代替调查", PROBLEMS, "本年以考核结果替代满意度调查。", "替代满意度调查")
reported("EV07", "电话代替问卷调查", EFFECT, "因人手不足，用主管单位评分代替问卷调查。", "代替问卷调查")


# Text against the table
@written("CX01", "质量的数不同")
def quality_told_differently(twin: Twin) -> Planted:
    row = twin.form.indicators[twin.at(QUALITY)]
    return twin.swapped(f"{row.level3}{row.actual}", f"{row.level3}91.5%"), f"{row.level3}91.5%"


@written("CX01", "数量的数不同")
def quantity_told_differently(twin: Twin) -> Planted:
    row = twin.form.indicators[0]
    wrong = re.sub(r"\d+", "287", row.actual or "")
    return twin.swapped(f"{row.level3}{row.actual}", f"{row.level3}{wrong}"), f"{row.level3}{wrong}"


reported("CX02", "产出的数表里没有", OUTPUT, "全年出动3120人次，更换护栏415处。", "3120人次")
reported("CX02", "效益的数表里没有", EFFECT, "共回访2830户，办理诉求17件。", "2830户")


@written("CX03", "项目两个名称")
def two_names(twin: Twin) -> Planted:
    twin = twin.added(BACKGROUND, "本年继续推进智慧示例PPP项目。")
    return twin.added(PROCESS, "智慧示例及数据湖PPP项目按期移交。"), "智慧示例"


@written("CX03", "系统两个名称")
def two_systems(twin: Twin) -> Planted:
    twin = twin.added(BACKGROUND, "综合办公OA系统已经上线。")
    return twin.added(PROCESS, "综合协同OA系统按月备份。"), "OA系统"


@written("CX04", "说合规又签晚了")
def compliant_and_late(twin: Twin) -> Planted:
    twin = twin.added(PROCESS, "支付履行了审批手续，过程合规、合理。")
    return twin.added(PROBLEMS, "个别合同签订不及时。"), "过程合规"


@written("CX04", "说无偏差又有结余")
def spent_and_left(twin: Twin) -> Planted:
    twin = twin.added(PROCESS, "不存在预算执行偏差。")
    return twin.added(PROBLEMS, "年末结余5.3万元。"), "不存在预算执行偏差"


reported("CX05", "各项少三个", BACKGROUND, "项目共49个，其中新建28个、改造4个、续建14个。", "项目共49个")
reported("CX05", "各项多一户", PROCESS, "服务120户，分别为东片60户、西片61户。", "服务120户")
reported("CX06", "执行率算错", PROCESS, "补助资金安排173万元，实际支出61.99万元，执行率58.3%。", "执行率58.3%")
reported("CX06", "完成率算错", OUTPUT, "计划改造200户，完成133户，完成率76.5%。", "完成率76.5%")


def another(twin: Twin, place: str) -> str:
    """The unit of another place."""
    return re.sub(r"^示例[县区]", place, twin.form.project.unit or "")


@written("CX07", "换了县名的单位")
def unit_of_another_county(twin: Twin) -> Planted:
    name = another(twin, "丙丁县")
    return twin.added(OUTPUT, f"{name}全年完成任务。"), name


@written("CX07", "换了市名的单位")
def unit_of_another_city(twin: Twin) -> Planted:
    name = another(twin, "甲乙市")
    return twin.added(BACKGROUND, f"{name}负责组织实施。"), name


@written("CX08", "表内多一条目标")
def goal_only_in_the_form(twin: Twin) -> Planted:
    goal = twin.form.goals[0]
    more = replace(goal, expected=f"{goal.expected}新建港湾式停车站台三十处。")
    return replace(twin, form=replace(twin.form, goals=(more,))), "港湾式停车站台"


@written("CX08", "正文多一条目标")
def goal_only_in_the_text(twin: Twin) -> Planted:
    line = line_of(twin, "总目标：")
    return twin.swapped(line, f"1.{line}如期建成智慧调度指挥大厅。"), "智慧调度指挥大厅"


@written("CX09", "说全部完成却扣了分")
def all_met_and_points_lost(twin: Twin) -> Planted:
    return lost(twin).added("三、综合评价情况", "年初设定的绩效目标已经全部完成。"), "绩效目标已经全部完成"


@written("CX09", "说全部完成却有未开展")
def all_met_and_not_done(twin: Twin) -> Planted:
    twin = twin.row(twin.at(LIKED), actual="未开展", score=0)
    return twin.added(PROBLEMS, "各项绩效指标均已按期完成。"), "指标均已按期完成"


# Time
reported("TM02", "先开工后签合同", PROCESS, "{year}年1月3日开始实施。", "{year}年1月3日")
reported("TM02", "先付款后签合同", BACKGROUND, "{year}年1月4日支付首笔款项。", "{year}年1月4日")
reported("TM03", "付上年四季度的费用", PROCESS, "{before}年第四季度的费用由本单位支付。", "{before}年第四季度")
reported("TM03", "付上年的租金", PROCESS, "{before}年12月的租金在本年支付。", "{before}年12月")
reported("TM04", "报告以后才验收", OUTPUT, "设备于{after}年6月5日验收合格。", "{after}年6月5日")
reported("TM04", "报告以后才培训", EFFECT, "培训已在{after}年9月2日完成。", "{after}年9月2日")
reported("TM05", "签得晚", PROCESS, "{year}年3月2日发出中标通知书，{year}年5月8日签订合同。", "{year}年5月8日")
reported("TM05", "一签五年", PROCESS, "经公开招标确定运维单位，服务期5年。", "服务期5年")
reported("TM06", "集体决策没有会议", PROCESS, "经“三重一大”程序变更了执行主体。", "三重一大")
reported("TM06", "没有写是哪几份", PROBLEMS, "个别合同签订不及时。", "个别合同签订不及时")


# Numbers of headings, signs and spaces
@written("FM01", "第一层跳号")
def skipped(twin: Twin) -> Planted:
    return twin.swapped("六、有关建议", "七、有关建议"), "七、有关建议"


@written("FM01", "第二层重复")
def repeated(twin: Twin) -> Planted:
    return twin.swapped("（三）项目产出情况", "（二）项目产出情况"), "（二）项目产出情况"


@written("FM02", "第二层用（4）")
def arabic_in_brackets(twin: Twin) -> Planted:
    return twin.swapped("（四）项目效益情况", "（4）项目效益情况"), "（4）项目效益情况"


@written("FM02", "第一层用6、")
def arabic_heading(twin: Twin) -> Planted:
    return twin.swapped("六、有关建议", "6、有关建议"), "6、有关建议"


reported("FM04", "书签", EFFECT, "[bookmark: _GoBack]效益指标完成情况良好。", "[bookmark: _GoBack]")
reported("FM04", "引用出错", OUTPUT, "各项得分见错误！未找到引用源。", "错误！未找到引用源")
reported("FM05", "词中间有空格", PROCESS, "项目资金 已到位，专款专用。", "项目资金 已到位")
reported("FM05", "句号前有空格", OUTPUT, "各项任务完成较好 。", "完成较好 。")
reported(
    "FM07",
    "漏了句号",
    PROCESS,
    "资金支付经过审批，手续是齐全的，没有截留挪用的情况",
    "没有截留挪用的情况",
    ("docx", "txt"),
)
reported("FM07", "话没有说完", EFFECT, "群众的出行条件有了改善，路面平整，行车是安全的，并且", "并且", ("docx", "txt"))
reported("FM12", "方括号", BACKGROUND, "依据示财绩[2021]3号文件立项。", "[2021]3号")
reported("FM12", "圆括号", PROCESS, "按照示财预（2020）16号文件下达。", "（2020）16号")


@kind("FM08", "正文用宋体", twins=NAMES, files=("docx",), spoken=True)
def text_in_another_font(twin: Twin) -> Planted:
    return replace(twin, face='<w:rFonts w:eastAsia="宋体"/>'), twin.prose[4]


@kind("FM08", "正文用小四号", twins=NAMES, files=("docx",), spoken=True)
def text_in_another_size(twin: Twin) -> Planted:
    return replace(twin, face='<w:sz w:val="24"/>'), twin.prose[4]


@kind("FM09", "上边距太小", twins=NAMES, files=("docx",), spoken=False)
def top_too_small(twin: Twin) -> Planted:
    return replace(twin, margins=(1417, 1474, 1984, 1588)), "sections"


@kind("FM09", "左右边距太大", twins=NAMES, files=("docx",), spoken=False)
def sides_too_wide(twin: Twin) -> Planted:
    return replace(twin, margins=(2098, 2268, 1984, 2268)), "sections"
