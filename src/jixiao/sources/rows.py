"""What evidence files hold: for each kind its columns, key and period. docs/evidence.md is printed from here.

Times are what a clock in Beijing shows, without zone. Amounts are 元 with two decimals, durations whole milliseconds.
"""

from collections.abc import Mapping
from typing import Final

from jixiao.sources.schema import Cell, Column, Schema, words
from jixiao.sources.stated import CONTRACTS, DOCUMENT, MEETINGS, PAYMENTS, YES_NO

_STATES: Final = words("在线 正常 online on up 1 true", "离线 不在线 掉线 offline off down 0 false")
_RESULTS: Final = words("成功 正常 通过 ok success 1 true 200", "失败 异常 超时 fail failed timeout error 0 false")
_FOUND: Final = words("正常 合格 良好 无异常", "异常 不正常 不合格 故障")
_LINES: Final = words("光纤 裸光纤 光纤租赁", "电路 电路租赁 数字电路", "专线 财政专线", "云平台 云 云平台租赁 云资源")
_ENGAGED: Final = words("造价审核 预算审核 预算造价审核", "法律咨询 法律服务 法律顾问")

_ID: Final = Column("id", "编号", synonyms=("序号", "代码"))

_ALL: Final = (
    Schema(
        "cameras",
        "摄像机台账",
        (
            Column("id", "编号", synonyms=("设备编号", "摄像机编号", "国标编码", "点位编号")),
            Column("place", "位置", synonyms=("安装位置", "点位", "点位名称"), blank=True),
            Column("joined", "接入日期", Cell.DAY, ("启用日期", "上线日期")),
            Column(
                "left", "退出日期", Cell.DAY, ("停用日期", "拆除日期"), blank=True, note="空着表示还在用；当天不再计。"
            ),
        ),
        key=("id",),
        since="joined",
        until="left",
        note="在管摄像机一机一行，是在线率的分母。",
    ),
    Schema(
        "camera_status",
        "在线采样",
        (
            Column("id", "编号", synonyms=("设备编号", "摄像机编号", "国标编码", "点位编号")),
            Column("time", "时间", Cell.TIME, ("采样时间", "检测时间")),
            Column("state", "状态", Cell.CHOICE, ("在线状态",), choices=_STATES),
        ),
        key=("id", "time"),
        since="time",
        until="time",
        note="平台逐次采样，一次一行；行数多时宜用 Parquet。",
        ordered=True,
    ),
    Schema(
        "maintenance",
        "维护窗口",
        (
            Column("id", "编号", synonyms=("设备编号", "对象", "范围"), note="写“全部”表示所有摄像机。"),
            Column("starts", "开始", Cell.TIME, ("开始时间",)),
            Column("ends", "结束", Cell.TIME, ("结束时间",)),
            Column("reason", "事由", synonyms=("原因", "内容")),
            Column("approved", "批准", synonyms=("批准人", "批准单位"), blank=True),
        ),
        key=("id", "starts", "ends"),
        since="starts",
        until="ends",
        note="事先批准的维护时间，可以不计入在线率。",
    ),
    Schema(
        "incidents",
        "故障台账",
        (
            _ID,
            Column("system", "系统", synonyms=("系统名称", "所属系统", "机房")),
            Column("starts", "发生时间", Cell.TIME, ("开始", "开始时间", "故障时间")),
            Column("ends", "恢复时间", Cell.TIME, ("结束", "结束时间"), blank=True, note="空着表示没有记录恢复。"),
            Column("level", "级别", synonyms=("故障级别", "等级"), blank=True),
            Column("symptom", "现象", synonyms=("故障现象", "描述"), blank=True),
            Column("cause", "原因", synonyms=("故障原因",), blank=True),
            Column(
                "interrupted",
                "是否服务中断",
                Cell.CHOICE,
                ("服务中断", "是否中断"),
                blank=True,
                choices=YES_NO,
                note="空着表示没有判断。",
            ),
        ),
        key=("id",),
        since="starts",
        until="ends",
    ),
    Schema(
        "lines",
        "线路台账",
        (
            Column("id", "编号", synonyms=("线路编号", "电路编号")),
            Column("kind", "类型", Cell.CHOICE, ("线路类型",), choices=_LINES),
            Column("from_place", "起点", synonyms=("A端",), blank=True),
            Column("to_place", "终点", synonyms=("Z端",), blank=True),
            Column("starts", "起租日期", Cell.DAY, ("起租", "开通日期")),
            Column("ends", "止租日期", Cell.DAY, ("止租", "退租日期"), blank=True, note="当天仍在租；空着表示还在租。"),
            Column("rent", "月租", Cell.MONEY, ("月租费", "月租金"), blank=True),
        ),
        key=("id",),
        since="starts",
        until="ends",
    ),
    Schema(
        "outages",
        "线路中断",
        (
            Column("id", "编号", synonyms=("线路编号", "电路编号"), note="线路台账里的编号。"),
            Column("starts", "开始", Cell.TIME, ("开始时间", "中断时间", "发生时间")),
            Column("ends", "结束", Cell.TIME, ("结束时间", "恢复时间"), blank=True, note="空着表示没有记录恢复。"),
            Column("cause", "原因", synonyms=("中断原因",), blank=True),
            Column("party", "责任方", synonyms=("责任单位",), blank=True),
        ),
        key=("id", "starts"),
        since="starts",
        until="ends",
    ),
    Schema(
        "inspections",
        "机房巡检",
        (
            Column("room", "机房", synonyms=("机房名称",)),
            Column("day", "日期", Cell.DAY, ("巡检日期",)),
            Column("by", "巡检人", synonyms=("人员", "巡检人员"), blank=True),
            Column("result", "结果", Cell.CHOICE, ("巡检结果",), choices=_FOUND),
            Column("finding", "发现", synonyms=("发现问题", "备注", "问题"), blank=True, optional=True),
        ),
        key=("room", "day", "by"),
        since="day",
        until="day",
    ),
    Schema(
        "alarms",
        "机房告警",
        (
            Column("room", "机房", synonyms=("机房名称",)),
            Column("starts", "时间", Cell.TIME, ("告警时间", "发生时间", "开始")),
            Column("ends", "恢复时间", Cell.TIME, ("结束", "结束时间", "消除时间"), blank=True),
            Column("level", "级别", synonyms=("告警级别", "等级"), blank=True),
            Column("text", "内容", synonyms=("告警内容", "描述")),
        ),
        key=("room", "starts", "text"),
        since="starts",
        until="ends",
    ),
    Schema(
        "probes",
        "系统拨测",
        (
            Column("system", "系统", synonyms=("系统名称", "拨测对象")),
            Column("time", "时间", Cell.TIME, ("拨测时间", "检测时间")),
            Column("result", "结果", Cell.CHOICE, ("拨测结果",), choices=_RESULTS),
            Column("took", "耗时", Cell.MILLISECONDS, ("响应时间", "时延"), blank=True, optional=True),
        ),
        key=("system", "time"),
        since="time",
        until="time",
        ordered=True,
    ),
    Schema(
        "engagements",
        "咨询委托",
        (
            _ID,
            Column("kind", "类型", Cell.CHOICE, ("委托类型", "事项类型"), choices=_ENGAGED),
            Column("asked", "委托日期", Cell.DAY, ("委托时间",)),
            Column("due", "应交日期", Cell.DAY, ("约定交付日期", "截止日期")),
            Column(
                "delivered", "交付日期", Cell.DAY, ("实际交付日期", "完成日期"), blank=True, note="空着表示没有交。"
            ),
            Column("result", "成果", synonyms=("成果名称", "成果文件"), blank=True),
            Column("confirmed", "委托方确认", synonyms=("确认", "确认人"), blank=True, note="空着表示没有确认。"),
        ),
        key=("id",),
        since="asked",
        until="delivered",
    ),
    Schema(
        "assessments",
        "季度考核",
        (
            Column("quarter", "季度", Cell.QUARTER, ("考核季度",)),
            Column("day", "日期", Cell.DAY, ("考核日期",)),
            Column("score", "得分", Cell.POINTS, ("考核得分", "分数")),
            Column("full", "满分", Cell.POINTS, ("总分",)),
            Column("by", "考核单位", synonyms=("单位",)),
            DOCUMENT,
        ),
        key=("quarter", "by"),
        since="day",
        until="day",
    ),
    Schema(
        "spot_checks",
        "月度抽查",
        (
            Column("month", "月份", Cell.MONTH, ("月", "抽查月份")),
            Column("day", "日期", Cell.DAY, ("抽查日期",)),
            Column("checked", "抽查数", Cell.COUNT, ("抽查数量", "抽查点位数")),
            Column("passed", "合格数", Cell.COUNT, ("合格数量", "合格点位数")),
            Column("by", "参加单位", synonyms=("抽查单位", "单位")),
        ),
        key=("month", "day"),
        since="day",
        until="day",
    ),
    Schema(
        "survey",
        "满意度调查",
        (
            Column("day", "日期", Cell.DAY, ("调查日期",)),
            Column("group", "对象", synonyms=("调查对象",)),
            Column("way", "方式", synonyms=("调查方式",), blank=True),
            Column("sent", "发放", Cell.COUNT, ("发放数", "发放份数")),
            Column("returned", "收回", Cell.COUNT, ("收回数", "回收", "收回份数")),
            Column("valid", "有效", Cell.COUNT, ("有效数", "有效份数")),
            Column("satisfied", "满意", Cell.COUNT, ("满意数",)),
            Column("fairly", "基本满意", Cell.COUNT, ("较满意", "比较满意")),
            Column("dissatisfied", "不满意", Cell.COUNT, ("不满意数",)),
        ),
        key=("day", "group", "way"),
        since="day",
        until="day",
        note="没有开展调查的，不要放这个文件。",
    ),
)

SCHEMAS: Final[Mapping[str, Schema]] = {schema.kind: schema for schema in (*_ALL, CONTRACTS, PAYMENTS, MEETINGS)}
